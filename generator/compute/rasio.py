"""Ratios, changes and growth. Fractions, not percent; not rounded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from generator.model.angka import Angka, gabung_asal


def rasio(pembilang: Angka, penyebut: Angka, rumus: str) -> Angka:
    """pembilang / penyebut; blank when either is blank or the base is 0 (Permendagri 86/2017, T-C.23 and T-C.24)."""
    hasil = pembilang / penyebut
    return Angka(hasil.nilai, hasil.asal, rumus)


def perubahan(lama: Angka, baru: Angka) -> Angka:
    """(baru - lama) / lama."""
    hasil = (baru - lama) / lama
    return Angka(hasil.nilai, hasil.asal, f"({baru.sebutan} - {lama.sebutan}) / {lama.sebutan}")


def rata_rata_pertumbuhan(deret: Sequence[Angka], rumus: str) -> Angka:
    """Arithmetic mean of the yearly growths x2/x1 - 1; blank when any year is blank or 0."""
    asal = gabung_asal(*deret)
    nilai = [Decimal(a.nilai) for a in deret if a.nilai]
    if len(nilai) < len(deret) or len(deret) < 2:
        return Angka(None, asal, rumus)
    laju = [baru / lama - 1 for lama, baru in pairwise(nilai)]
    return Angka(sum(laju, Decimal(0)) / len(laju), asal, rumus)
