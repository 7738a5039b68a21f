"""Quotations of the register: what counts as one, and whether it is printed at a place.

Several quotations of one cell stand between semicolons. A whole cell in brackets only describes ("(gambar dibuat
ulang)"). '…' stands for left-out words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.periksa.dokumen.tempat_koreksi import Tempat, rapikan

_BILANGAN = re.compile(r"(?:Rp ?)?-?[\d.,]+%?|-")
BATAS_SELA = 300
"""How many characters '…' may stand for."""
_PECAHAN_KIRI, _PECAHAN_KANAN = re.compile(r"\d[.,]"), re.compile(r"[.,]\d")
_DERET = re.compile(r"-?[\d.,]+(?: -?[\d.,]+)+")


def hanya_uraian(t: str) -> bool:
    """Whether the whole of it stands in one pair of brackets."""
    dalam = 0
    for i, huruf in enumerate(t):
        dalam += (huruf == "(") - (huruf == ")")
        if dalam == 0:
            return huruf == ")" and i == len(t) - 1
    return False


def kutipan(t: str | None) -> list[str]:
    """The quotations in a cell of the register; none where it is blank or only describes."""
    isi = rapikan(t or "")
    if not isi or hanya_uraian(isi):
        return []
    return [k for k in (p.strip(" …") for p in isi.split(";")) if k and not hanya_uraian(k)]


def tercetak(k: str, t: Tempat, lain: Sequence[str] = ()) -> bool:
    """Whether a quotation is printed at a place, elsewhere than within one of the `lain`.

    A number must be a whole cell where the place is cells; all else stands in the running text. Capitals count, save
    where all is in capitals.
    """
    if t.sel and _BILANGAN.fullmatch(k):
        return k in t.sel
    for bentuk in {k, k.upper()} if len(k) > 1 else {k}:
        if letak := list(_letak(bentuk, t.teks)):
            benar = [x for y in lain for x in _letak(y if bentuk is k else y.upper(), t.teks)]
            if any(not any(a <= i and j <= b for a, b in benar) for i, j in letak):
                return True
    return False


def deret_tercetak(k: str, t: Tempat) -> bool:
    """Whether several numbers are printed in this order in one line, if only among others."""
    return bool(_DERET.fullmatch(k)) and any(_berurut(k.split(), baris.split()) for baris in t.teks.split("\n"))


def _letak(k: str, teks: str) -> Iterator[tuple[int, int]]:
    """Where a quotation stands, from and to, not as part of a longer word or number."""
    awal, *lanjut = (b.strip() for b in k.split("…"))
    i = teks.find(awal)
    while i >= 0:
        j: int = i + len(awal)
        for b in lanjut:
            sambung = teks.find(b, j, j + len(b) + BATAS_SELA) if j else -1
            j = sambung + len(b) if sambung >= 0 else 0
        if j and _utuh(teks, i, j):
            yield i, j
        i = teks.find(awal, i + 1)


def _utuh(teks: str, i: int, j: int) -> bool:
    """Whether no word or number goes on before i or from j."""
    kiri, kanan = teks[max(0, i - 2) : i], teks[j : j + 2]
    if teks[i].isalnum() and (kiri[-1:].isalnum() or (teks[i].isdigit() and _PECAHAN_KIRI.fullmatch(kiri))):
        return False
    akhir = teks[j - 1]
    if akhir.isalnum() or akhir == "%":
        return not (kanan[:1].isalnum() or (akhir.isdigit() and _PECAHAN_KANAN.fullmatch(kanan)))
    return True


def _berurut(dicari: Iterable[str], ada: Iterable[str]) -> bool:
    sisa: Iterator[str] = iter(ada)
    return all(any(x == y for y in sisa) for x in dicari)
