"""What the expressions of one document may cost: evaluated nodes are counted, and every value is bounded in size.

Counting needs no clock, so the same sources fail or pass on every machine. In: sizes. Raises `NilaiSalah`,
`JatahHabis`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.compute.daftar import Daftar, Tahun
from generator.document.nilai import NilaiSalah, batasi_teks
from generator.model.angka import Angka
from generator.tree.format import angka
from generator.tree.nodes import Value

LANGKAH = 2_000_000
"""Steps for all chapters of a document: one of 115 pages takes 50.000."""
HURUF_SELANGKAH = 16
ASAL_SELANGKAH = 4
CETAK = 8  # steps of a printed value, which is kept until the chapter has been parsed
BATAS_DAFTAR = 20_000
BATAS_BILANGAN = 10**30
_PANGKAT = 60


class JatahHabis(NilaiSalah):
    """The document's expressions have cost all that they may."""

    def __init__(self) -> None:
        super().__init__(
            f"ungkapan dan naskah dokumen ini memerlukan lebih dari {angka(LANGKAH)} langkah; "
            "kurangi pengulangannya, atau bagi naskahnya"
        )


class Jatah:
    """The steps that are left to a document."""

    def __init__(self, langkah: int = LANGKAH) -> None:
        self.sisa = langkah

    @property
    def habis(self) -> bool:
        return self.sisa < 0

    def pakai(self, langkah: int) -> None:
        self.sisa -= langkah
        if self.sisa < 0:
            raise JatahHabis

    def catat(self, nilai: Any) -> Any:
        """The value, after its size was checked and paid for."""
        self.pakai(1 + _biaya(nilai))
        return nilai


def _biaya(v: Any) -> int:
    """Steps of a value by its size. Raises NilaiSalah for one that is larger than any plan needs."""
    match v:
        case str():
            return batasi_teks(len(v)) // HURUF_SELANGKAH + len(getattr(v, "asal", ())) // ASAL_SELANGKAH
        case bool() | None:
            return 0
        case int() | Decimal():
            return _batasi_bilangan(v)
        case Angka():
            if v.nilai is not None:
                _batasi_bilangan(v.nilai)
            return batasi_teks(len(v.rumus)) // HURUF_SELANGKAH + len(v.asal) // ASAL_SELANGKAH
        case Tahun():
            if not 0 < v.nilai < 10_000:
                raise NilaiSalah("tahun di luar 1 sampai 9999")
            return 0
        case Value():
            return batasi_teks(len(v.text)) // HURUF_SELANGKAH + len(v.asal) // ASAL_SELANGKAH
        case Daftar() | list() | tuple():
            if len(v) > BATAS_DAFTAR and not isinstance(v, Daftar):
                raise NilaiSalah(f"daftar berisi lebih dari {angka(BATAS_DAFTAR)} nilai")
            return len(v) // 8
    return 0


def _batasi_bilangan(n: int | Decimal) -> int:
    if isinstance(n, int):
        wajar = -BATAS_BILANGAN < n < BATAS_BILANGAN
    else:
        wajar = n.is_finite() and -_PANGKAT < n.adjusted() < _PANGKAT
    if not wajar:
        raise NilaiSalah("hitungan menghasilkan bilangan yang terlalu besar atau terlalu kecil")
    return 0
