"""How values of a comparison are printed: cells, amounts, differences with their sign, percent."""

from __future__ import annotations

from decimal import Decimal

from generator.model.angka import Bilangan
from generator.model.kolom import IsiSel
from generator.tree import format as f

KOSONG = "–"


def isi_sel(isi: IsiSel) -> str:
    """'1.234.567', '82,75', words as they are; a dash for a blank."""
    if isi is None or isi == "":
        return KOSONG
    return isi if isinstance(isi, str) else f.angka(isi)


def rupiah(n: Bilangan | None) -> str:
    """'1.234.567'; a dash where there is none."""
    return KOSONG if n is None else f.angka(n, 0)


def bertanda(n: Bilangan | None) -> str:
    """A difference: '+1.000', '−1.000', '0'."""
    if n is None:
        return ""
    teks = f.angka(n.normalize() if isinstance(n, Decimal) else n)
    return f"+{teks}" if n > 0 else teks.replace("-", "−", 1)


def persen(bagian: Decimal | None) -> str:
    """A fraction as a difference in percent: '+1,25%', '−100,00%', '0,00%'; nothing where there is none."""
    if bagian is None:
        return ""
    teks = f.persen(bagian)
    return f"+{teks}" if bagian > 0 and teks.strip("0,%") else teks.replace("-", "−", 1)


def banyak(n: int) -> str:
    """'1.234'."""
    return f.angka(n)
