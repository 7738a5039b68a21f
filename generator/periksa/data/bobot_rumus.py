"""Weights in the formula of an indicator that do not sum to 1: '(0,11 × a) + …' nine times is 0,99."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.model.angka import Teks
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import angka, bulatkan

KODE = "bobot-rumus"
POLA_SUKU = re.compile(r"\(([^()]*?)\\times([^()]*?)\)")
POLA_BOBOT = re.compile(r"0(?:\{,\}|[.,])(\d+)|(\d+)\s*/\s*(\d+)|\\frac\{(\d+)\}\{(\d+)\}|(\d+)\s*\\?%")


def periksa(b: Bahan) -> Iterator[Temuan]:
    for kode, suku in berbobot(b).items():
        total = sum((w for w, _ in suku), Fraction(0))
        if len(suku) > 1 and total != 1:
            tertulis = angka(bulatkan(Decimal(total.numerator) / total.denominator, 4))
            pesan = f"{len(suku)} bobot dalam rumus indikator {kode} berjumlah {tertulis}, bukan 1"
            yield Temuan(KODE, di(suku[0][1]), pesan, pokok=str(kode))


def berbobot(b: Bahan) -> dict[Teks, list[tuple[Fraction, Teks]]]:
    """By indicator: the weights of terms 'weight × something' between brackets, with the words of the term."""
    hasil: dict[Teks, list[tuple[Fraction, Teks]]] = {}
    for r in b.isi.rumus:
        for m in POLA_SUKU.finditer(r.rumus or ""):
            bobot = [bobot for s in m.groups() if (bobot := _bobot(s.strip())) is not None]
            if len(bobot) == 1:
                hasil.setdefault(r.indikator, []).append((bobot[0], Teks(m[0], r.rumus.asal if r.rumus else ())))
    return hasil


def _bobot(suku: str) -> Fraction | None:
    """A fraction below 1, however written; None for anything else."""
    m = POLA_BOBOT.fullmatch(suku)
    if m is None:
        return None
    desimal, atas, bawah, atas2, bawah2, persen = m.groups()
    if desimal:
        nilai = Fraction(int(desimal), 10 ** len(desimal))
    elif persen:
        nilai = Fraction(int(persen), 100)
    else:
        nilai = Fraction(int(atas or atas2), int(bawah or bawah2) or 1)
    return nilai if 0 < nilai < 1 else None
