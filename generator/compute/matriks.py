"""A matrix of counts with its totals: Tables 2.1-2.5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compute.daftar import Daftar
from generator.model.angka import Angka, Teks, jumlah
from generator.model.pegawai import BarisMatriks


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: `kelompok` is the heading shared with its neighbours ('' for none), `nama` its own, `jumlah` its sum."""

    kelompok: str
    nama: str
    jumlah: Angka

    @property
    def kode(self) -> str:
        return self.nama


@dataclass(frozen=True, slots=True)
class Baris:
    """A row by column name; `jumlah` is its sum."""

    nama: Teks
    sel: dict[str, Angka]
    jumlah: Angka

    @property
    def kode(self) -> Teks:
        return self.nama

    def __getitem__(self, kolom: str) -> Angka:
        if kolom not in self.sel:
            raise LookupError(f'kolom "{kolom}" tidak ada; yang ada: {", ".join(self.sel)}')
        return self.sel[kolom]


class Matriks:
    """Rows and columns of persons with totals. `matriks["Golongan IV"]["A"]` is a cell."""

    def __init__(self, sumber: Sequence[BarisMatriks], nama: str) -> None:
        judul = [j.partition(": ") if ": " in j else ("", "", j) for j in (sumber[0].sel if sumber else ())]
        pendek = [j[2] for j in judul]
        self.baris: Daftar[Baris] = Daftar(
            (
                Baris(
                    b.nama,
                    dict(zip(pendek, b.nilai, strict=True)),
                    jumlah(b.nilai, f"jumlah baris {b.nama} menurut {nama}"),
                )
                for b in sumber
            ),
            f"baris {nama}",
        )
        self.kolom: Daftar[Kolom] = Daftar(
            (
                Kolom(k, p, jumlah((b.sel[p] for b in self.baris), f"jumlah kolom {p} menurut {nama}"))
                for (k, _, p) in judul
            ),
            f"kolom {nama}",
        )
        self.jumlah = jumlah((b.jumlah for b in self.baris), f"jumlah seluruh baris menurut {nama}")

    def __getitem__(self, baris: str) -> Baris:
        return self.baris[baris]

    @property
    def terbanyak(self) -> Baris:
        """The row with the largest total; the first of equals."""
        return max(self.baris, key=lambda b: b.jumlah.nilai or 0)

    @property
    def kolom_terbanyak(self) -> Kolom:
        """The column with the largest total; the first of equals."""
        return max(self.kolom, key=lambda k: k.jumlah.nilai or 0)
