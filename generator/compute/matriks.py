"""A matrix of counts with its totals: Tables 2.1-2.5."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compute.daftar import Daftar, judul_kolom
from generator.model.angka import Angka, Lokasi, Teks, jumlah
from generator.model.pegawai import BarisMatriks


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: `kelompok` is the heading shared with its neighbours ('' for none), `nama` its own, `jumlah` its sum.

    `kode` is what a row calls it: its name, or 'kelompok: nama' where two groups have a column of that name.
    """

    kelompok: str
    nama: Teks
    jumlah: Angka
    kode: str

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return self.nama.asal


@dataclass(frozen=True, slots=True)
class Baris:
    """A row by column (`Kolom.kode`); `jumlah` is its sum."""

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
        sering = Counter(pendek for _, _, pendek in judul)
        kode = ["".join(j) if sering[j[2]] > 1 else j[2] for j in judul]
        self.baris: Daftar[Baris] = Daftar(
            (
                Baris(
                    b.nama,
                    dict(zip(kode, b.nilai, strict=True)),
                    jumlah(b.nilai, f"jumlah baris {b.nama} menurut {nama}"),
                )
                for b in sumber
            ),
            f"baris {nama}",
        )
        self.kolom: Daftar[Kolom] = Daftar(
            (
                Kolom(
                    kelompok,
                    Teks(pendek, judul_kolom(sel)),
                    jumlah((b.sel[k] for b in self.baris), f"jumlah kolom {k} menurut {nama}"),
                    k,
                )
                for (kelompok, _, pendek), k, sel in zip(judul, kode, sumber[0].nilai if sumber else (), strict=True)
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
