"""The numerals typed in chapters, each with the expression that would print it: what three rules share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.bilangan import AngkaKetik, angka_ketik, pokok_angka
from generator.periksa.naskah.cari_nilai import usul_angka, usul_tahun
from generator.periksa.naskah.ketikan import Potongan, potongan_naskah
from generator.periksa.naskah.rujukan import POLA


@dataclass(frozen=True, slots=True)
class Temukan:
    """`usul`: the expression, '' if nothing known has this value."""

    potongan: Potongan
    angka: AngkaKetik
    usul: str

    @property
    def tempat(self) -> str:
        return str(self.potongan.tempat(self.angka.awal))

    @property
    def pokok(self) -> str:
        return pokok_angka(self.potongan.teks, self.angka)


def angka_naskah(b: Bahan) -> tuple[Temukan, ...]:
    """Every typed numeral but those of references, which have a rule of their own."""

    def semua() -> Iterator[Temukan]:
        for p in potongan_naskah(b):
            teks = POLA.sub(lambda m: "_" * len(m[0]), p.teks)
            for a in angka_ketik(teks):
                yield Temukan(p, a, usul_tahun(b, teks, a) if a.tahun else usul_angka(b, teks, a))

    return b.ingat("angka naskah", lambda: tuple(semua()))
