"""Rules over a DOCX package, a file per family. A rule takes a `Paket` and yields faults; `struktur` orders them."""
