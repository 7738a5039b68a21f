"""What a comparison of data finds: rows and cells that changed, with their difference and share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.angka import Bilangan
from generator.model.kolom import IsiSel

JenisData = Literal["ditambah", "dihapus", "berubah", "pindah", "ganti nama"]
SEMUA_JENIS: tuple[JenisData, ...] = ("ditambah", "dihapus", "berubah", "pindah", "ganti nama")
URUTAN = "(urutan)"
"""The column of a change that is the row's place among the others."""


@dataclass(frozen=True, slots=True)
class SelBeda:
    """A cell that changed; None is blank or not there. `kolom` is its header, '(urutan)' the place among the rows."""

    kolom: str
    jenis: JenisData
    lama: IsiSel
    baru: IsiSel
    asal_lama: str = ""
    asal_baru: str = ""

    @property
    def selisih(self) -> Bilangan | None:
        """Newer less older, a blank counting as nothing; None unless it is about numbers."""
        if self.kolom == URUTAN or not all(isinstance(n, (int, Decimal, type(None))) for n in (self.lama, self.baru)):
            return None
        return selisih(self.lama, self.baru)  # type: ignore[arg-type]

    @property
    def bagian(self) -> Decimal | None:
        """The difference as a fraction of the older value; None where that is blank or 0."""
        return bagian(self.lama, self.selisih) if isinstance(self.lama, (int, Decimal)) else None


def selisih(lama: Bilangan | None, baru: Bilangan | None) -> Bilangan | None:
    """Newer less older, a blank counting as nothing; None when both are blank."""
    return None if lama is None and baru is None else (baru or 0) - (lama or 0)


def bagian(lama: Bilangan | None, selisih: Bilangan | None) -> Decimal | None:
    """A difference as a fraction of the older value; None where that is blank or 0."""
    return Decimal(selisih) / Decimal(lama) if lama and selisih is not None else None


@dataclass(frozen=True, slots=True)
class BarisBeda:
    """A row that changed. `medan`: the field of `Isi`; `kunci` is '' in a sheet without keys, `kunci_lama` the older
    one where it differs; `milik`: the code of what the row belongs to.

    `sel` are the cells that changed: of a row that one version has, all that hold something.
    """

    jenis: JenisData
    buku: str
    lembar: str
    medan: str
    kunci: str
    kunci_lama: str
    nama: str
    milik: str
    asal_lama: str
    asal_baru: str
    sel: tuple[SelBeda, ...]


def jumlah_menurut_jenis(data: Iterable[BarisBeda]) -> dict[JenisData, int]:
    """How many rows changed in each way."""
    hitung = Counter(b.jenis for b in data)
    return {j: hitung[j] for j in SEMUA_JENIS if hitung[j]}
