"""Addresses of cells and blocks of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.alamat import huruf_kolom, letak_sel, nomor_kolom, rentang, ringkas
from generator.model.angka import Lokasi


@pytest.mark.parametrize(("nomor", "huruf"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")])
def test_huruf_kolom(nomor: int, huruf: str) -> None:
    assert huruf_kolom(nomor) == huruf
    assert nomor_kolom(huruf) == nomor


@pytest.mark.parametrize(("alamat", "letak"), [("F17", (17, 6)), ("AA1", (1, 27)), ("F0", None), ("17", None)])
def test_letak_sel(alamat: str, letak: tuple[int, int] | None) -> None:
    assert letak_sel(alamat) == letak


def test_rentang_menyatukan_kolom_lalu_baris() -> None:
    assert rentang(["F2", "G3", "F3", "G2", "H9", "B4", "B5", "D4", "D5"]) == ["B4:B5", "D4:D5", "F2:G3", "H9"]


@given(st.sets(st.tuples(st.integers(1, 8), st.integers(1, 6)), min_size=1))
def test_rentang_memuat_tepat_sel_itu(sel: set[tuple[int, int]]) -> None:
    isi: list[tuple[int, int]] = []
    for blok in rentang(f"{huruf_kolom(k)}{b}" for b, k in sel):
        awal, _, akhir = blok.partition(":")
        (a, b), (c, d) = letak_sel(awal) or (0, 0), letak_sel(akhir or awal) or (0, 0)
        isi += [(i, j) for i in range(a, c + 1) for j in range(b, d + 1)]
    assert sorted(isi) == sorted(sel)


def test_ringkas_menurut_buku_dan_lembar() -> None:
    asal = [
        Lokasi("data/a.xlsx", "Pagu", "F2"),
        Lokasi("data/b.xlsx", "Satu", "A1"),
        Lokasi("data/a.xlsx", "Pagu", "F3"),
        Lokasi("bab/1.md", baris=7),
    ]
    assert ringkas(asal, " › ") == ["data/a.xlsx › Pagu!F2:F3", "data/b.xlsx › Satu!A1", "bab/1.md:7"]
