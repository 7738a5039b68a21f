"""Rules over a DOCX package, one file per family. Each rule takes a `Paket` and yields faults; `struktur` orders them."""
