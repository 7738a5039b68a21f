"""Ordered rows that can be counted and looked up, and spans of years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.angka import Angka, Lokasi, gabung_asal

B = TypeVar("B")


class Daftar(Generic[B]):
    """Rows in order. `daftar[0]` by place, `daftar["kode"]` by key, `.jumlah` how many there are."""

    def __init__(self, isi: Iterable[B], nama: str, kunci: Callable[[B], object] = lambda b: getattr(b, "kode", b)):
        self._isi = tuple(isi)
        self._nama = nama
        self._menurut = {kunci(b): b for b in self._isi}

    def __iter__(self) -> Iterator[B]:
        return iter(self._isi)

    def __len__(self) -> int:
        return len(self._isi)

    def __getitem__(self, kunci: int | str) -> B:
        if isinstance(kunci, int) and kunci not in self._menurut:
            return self._isi[kunci]
        if kunci not in self._menurut:
            raise LookupError(f'{self._nama} "{kunci}" tidak ada')
        return self._menurut[kunci]

    def punya(self, kunci: object) -> bool:
        """Whether there is a row of that key."""
        return kunci in self._menurut

    @property
    def jumlah(self) -> Angka:
        """The count; its origin is the first cell of every row counted."""
        asal: dict[Lokasi, None] = {}
        for b in self._isi:
            lokasi = getattr(b, "lokasi", None)
            asal.update(dict.fromkeys((lokasi,) if lokasi else getattr(b, "asal", ())))
        return Angka(len(self._isi), tuple(asal), f"banyaknya {self._nama}")


@dataclass(frozen=True, slots=True)
class Tahun:
    """A year as a value: prints without thousands separator, and serves as a key."""

    nilai: int
    asal: tuple[Lokasi, ...] = ()

    def __index__(self) -> int:
        return self.nilai

    def __hash__(self) -> int:
        return hash(self.nilai)

    def __eq__(self, lain: object) -> bool:
        return self.nilai == (lain.nilai if isinstance(lain, Tahun) else lain)

    def __lt__(self, lain: Tahun | int) -> bool:
        return self.nilai < int(lain.__index__())

    def __add__(self, n: int) -> Tahun:
        return Tahun(self.nilai + n, self.asal)

    def __sub__(self, n: int) -> Tahun:
        return Tahun(self.nilai - n, self.asal)


@dataclass(frozen=True, slots=True)
class Periode:
    """Consecutive years; prints '2025–2029'."""

    awal: Tahun
    akhir: Tahun

    @property
    def lama(self) -> Angka:
        """Number of years, both ends counted."""
        return Angka(self.akhir.nilai - self.awal.nilai + 1, self.asal, "tahun akhir - tahun awal + 1")

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return gabung_asal(self.awal, self.akhir)

    def __iter__(self) -> Iterator[Tahun]:
        return (self.awal + i for i in range(len(self)))

    def __len__(self) -> int:
        return self.akhir.nilai - self.awal.nilai + 1

    def __getitem__(self, i: int) -> Tahun:
        return tuple(self)[i]


class PerTahun(dict[int, Angka]):
    """Values by year; a `Tahun` serves as key as well as an int, and an absent year is an error."""

    def __getitem__(self, tahun: int | Tahun) -> Angka:
        kunci = tahun.__index__()
        if kunci not in self:
            raise LookupError(f"tidak ada data tahun {kunci}")
        return super().__getitem__(kunci)


@dataclass(frozen=True, slots=True)
class PeriodeData(Periode):
    """The years of a sheet's columns; each comes from the heading of its own column."""

    semua: tuple[Tahun, ...] = ()

    def __iter__(self) -> Iterator[Tahun]:
        return iter(self.semua)


def periode_data(nilai: Mapping[int, Angka]) -> PeriodeData:
    """The years of a row's cells, which follow each other without a gap (`sources.buku` sees to it)."""
    semua = tuple(Tahun(t, judul_kolom(nilai[t])) for t in sorted(nilai))
    return PeriodeData(semua[0], semua[-1], semua)


def judul_kolom(a: Angka) -> tuple[Lokasi, ...]:
    """The cell of the heading above a number that was read from a sheet; headings stand in row 1."""
    return tuple(Lokasi(x.berkas, x.lembar, re.sub(r"\d+", "1", x.sel)) for x in a.asal[:1] if x.sel)
