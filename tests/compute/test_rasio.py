"""Ratios, changes and growth: the rules of domain.md, on exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compute.rasio import perubahan, rasio, rata_rata_pertumbuhan
from generator.model.angka import Angka, Lokasi

A, B = Lokasi("a.xlsx", "S", "A1"), Lokasi("a.xlsx", "S", "B1")
TERISI = st.integers(1, 10**12)
DEKAT = Decimal("1e-18")


@pytest.mark.parametrize(
    ("atas", "bawah", "hasil"),
    [
        (50, 100, Decimal("0.5")),
        (0, 100, Decimal(0)),
        (100, 0, None),
        (0, 0, None),
        (None, 100, None),
        (100, None, None),
        (None, None, None),
        (Decimal("52.25"), 70, Decimal("52.25") / 70),
    ],
)
def test_rasio(atas: int | None, bawah: int | None, hasil: Decimal | None) -> None:
    r = rasio(Angka(atas, (A,)), Angka(bawah, (B,)), "atas / bawah")
    assert (r.nilai, r.asal, r.rumus) == (hasil, (A, B), "atas / bawah")


def test_perubahan() -> None:
    naik = perubahan(Angka(Decimal("52.25"), (A,)), Angka(Decimal("61.10"), (B,)))
    assert round(naik.nilai * 100, 2) == Decimal("16.94")
    assert naik.rumus == "(S!B1 - S!A1) / S!A1"
    assert set(naik.asal) == {A, B}
    assert perubahan(Angka(0), Angka(5)).nilai is None


@pytest.mark.parametrize(
    ("deret", "hasil"),
    [
        ([100, 200, 300], Decimal("0.75")),
        ([100, 100], Decimal(0)),
        ([200, 100], Decimal("-0.5")),
        ([100, None, 300], None),
        ([100, 0, 300], None),
        ([0, 100, 300], None),
        ([100, 200, 0], None),
        ([100], None),
        ([], None),
    ],
)
def test_pertumbuhan(deret: list[int | None], hasil: Decimal | None) -> None:
    asal = tuple(Lokasi("a.xlsx", "S", f"A{i}") for i in range(len(deret)))
    laju = rata_rata_pertumbuhan([Angka(n, (a,)) for n, a in zip(deret, asal, strict=True)], "rata-rata")
    assert (laju.nilai, laju.asal, laju.rumus) == (hasil, asal, "rata-rata")


@given(st.lists(TERISI, min_size=2, max_size=8))
def test_pertumbuhan_adalah_rata_rata_hitung(deret: list[int]) -> None:
    laju = [Fraction(b, a) - 1 for a, b in pairwise(deret)]
    tepat = sum(laju, Fraction(0)) / len(laju)
    hasil = rata_rata_pertumbuhan([Angka(n) for n in deret], "").nilai
    assert abs(Decimal(tepat.numerator) / tepat.denominator - hasil) <= DEKAT * max(1, abs(hasil))


@given(st.lists(TERISI, min_size=2, max_size=6), st.integers(2, 1000))
def test_pertumbuhan_tidak_bergantung_pada_satuan(deret: list[int], kali: int) -> None:
    satu = rata_rata_pertumbuhan([Angka(n) for n in deret], "").nilai
    dua = rata_rata_pertumbuhan([Angka(n * kali) for n in deret], "").nilai
    assert abs(satu - dua) <= DEKAT * max(1, abs(satu))


@given(TERISI, TERISI)
def test_perubahan_dan_rasio_sejalan(lama: int, baru: int) -> None:
    selisih = perubahan(Angka(lama), Angka(baru)).nilai - (rasio(Angka(baru), Angka(lama), "").nilai - 1)
    assert abs(selisih) <= DEKAT * max(1, Decimal(baru) / lama)
