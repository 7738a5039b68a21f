"""Rules, each declared once where it stands: code, severity, meaning, remedy, a bad and a good example.

A file of rules has one subject (`Rumpun`), whose decorator enters a rule into the catalogue and into the rules of that
subject, in the order of the file. The catalogue, docs/temuan.md and the table of the tests are made of these. Whoever
wants the catalogue loads all files of rules, so they import workbooks' types, computation and prose where they use them
or for types only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from generator.lokasi import Lokasi
from generator.periksa.bahan import Bahan
from generator.temuan import KATALOG, Berat, Jenis, Temuan

Periksa = Callable[[Bahan], Iterator[Temuan]]


@dataclass(frozen=True)
class Aturan:
    """A rule: its declaration, and the function that finds its faults."""

    jenis: Jenis
    periksa: Periksa

    @property
    def kode(self) -> str:
        return self.jenis.kode

    def temuan(self, lokasi: Lokasi, pesan: str, obat: str = "", pokok: str = "") -> Temuan:
        """A finding of this rule."""
        return Temuan(self.kode, lokasi, pesan, obat, pokok)

    def lewat(self, periksa: Periksa) -> Aturan:
        """The same rule, carried out otherwise."""
        return replace(self, periksa=periksa)


@dataclass
class Rumpun:
    """The rules of one subject, as planners would call it, in the order in which their findings are shown."""

    judul: str
    uraian: str
    daftar: list[Aturan] = field(default_factory=list)

    def __call__(
        self, kode: str, berat: Berat, *, arti: str, obat: str, salah: str, baik: str
    ) -> Callable[[Periksa], Aturan]:
        """Declare the rule that a function is. A code that is taken is a `ValueError`."""
        jenis = Jenis(kode, berat, arti, obat, salah, baik)
        KATALOG.daftarkan(jenis)
        return self.juga(jenis)

    def juga(self, jenis: Jenis) -> Callable[[Periksa], Aturan]:
        """A function that finds, here too, what is declared elsewhere."""

        def pasang(periksa: Periksa) -> Aturan:
            self.daftar.append(Aturan(jenis, periksa))
            return self.daftar[-1]

        return pasang
