"""Indonesian numbers typed as text: '1.234.567' and '1234567,5' are read, what can be read in two ways is not."""

from __future__ import annotations

import re
from decimal import Decimal

POLA_RIBUAN = re.compile(r"-?\d{1,3}(\.\d{3}){2,}(,\d+)?|-?\d{1,3}\.\d{3},\d+", re.ASCII)
POLA_POLOS = re.compile(r"-?\d+", re.ASCII)
POLA_KOMA = re.compile(r"-?(\d+,(\d{1,2}|\d{4,})|\d{4,},\d{3})", re.ASCII)
POLA_MIRIP_ANGKA = re.compile(r"-?[\d.,]*\d[\d.,]*", re.ASCII)
BATAS_ANGKA = 10**15  # Excel keeps 15 digits of a number: a longer one is no longer what was typed
BATAS_TEKS_ANGKA = 40


def tanpa_mata_uang(teks: str) -> str:
    """Without a leading 'Rp' and blanks."""
    return teks.strip().removeprefix("Rp").strip()


def baca_angka(teks: str) -> Decimal | int | None:
    """An Indonesian number typed as text, or None when it can be read in two ways or in none."""
    t = tanpa_mata_uang(teks)
    if len(t) > BATAS_TEKS_ANGKA:
        return None
    if POLA_POLOS.fullmatch(t):
        return int(t)
    if POLA_RIBUAN.fullmatch(t) or POLA_KOMA.fullmatch(t):
        nilai = Decimal(t.replace(".", "").replace(",", "."))
        return int(nilai) if "," not in t else nilai
    return None
