"""Numbers that know where they came from: arithmetic, blanks, origins, formulas in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.angka import Angka, Lokasi, Teks, gabung_asal, jumlah

A, B = Lokasi("a.xlsx", "S", "A1"), Lokasi("a.xlsx", "S", "B1")
BILANGAN = st.none() | st.integers(-(10**15), 10**15) | st.decimals(-1000, 1000, places=2)


@pytest.mark.parametrize(
    ("lokasi", "teks"),
    [
        (Lokasi("a.xlsx", "S", "A1"), "a.xlsx › S!A1"),
        (Lokasi("a.xlsx", "S"), "a.xlsx › S"),
        (Lokasi("a.md", baris=7), "a.md:7"),
        (Lokasi("a.md"), "a.md"),
    ],
)
def test_lokasi(lokasi: Lokasi, teks: str) -> None:
    assert str(lokasi) == teks


def test_hitungan_dan_asal() -> None:
    a, b = Angka(6, (A,)), Angka(4, (B,))
    assert (a + b, a - b, a * b, a / b, -a, abs(-a)) == (10, 2, 24, Decimal("1.5"), -6, 6)
    assert (1 + a, 10 - a, 2 * a, 12 / a) == (7, 4, 12, 2)
    assert (a + b).asal == (A, B)
    assert (a + a).asal == (A,)
    assert (a - b).rumus == "S!A1 - S!B1"
    assert ((a - b) / b).rumus == "(S!A1 - S!B1) / S!B1"
    assert (a * 2).rumus == "S!A1 × 2"
    assert (Angka(1, (Lokasi("a.md", baris=3),)) + 1).rumus == "a.md:3 + 1"
    assert [jumlah([a, b]).rumus, jumlah([a], "total").rumus] == ["jumlah 2 nilai", "total"]


def test_kosong_dan_bagi_nol() -> None:
    kosong, nol = Angka(None, (A,)), Angka(0, (B,))
    for hasil in (kosong + 1, 1 - kosong, kosong * nol, 5 / nol, nol / kosong, -kosong, abs(kosong)):
        assert hasil.nilai is None
    assert (5 / nol).asal == (B,)
    assert not kosong
    assert not nol
    assert nol != kosong


def test_perbandingan() -> None:
    assert Angka(1) < Angka(2) <= 2
    assert Angka(3) > 2 >= Angka(2)
    assert not Angka(2) > 2
    assert Angka(2) >= 2
    assert not Angka(2) < 2
    assert Angka(2) <= 2
    assert sorted([Angka(3), Angka(1)]) == [1, 3]
    assert {Angka(3): "a"}[Angka(3, (A,))] == "a"
    for kiri, kanan in ((Angka(None), Angka(1)), (Angka(1), Angka(None))):
        with pytest.raises(TypeError, match="kosong"):
            _ = kiri < kanan


def test_indeks() -> None:
    assert "abc"[Angka(1)] == "b"
    with pytest.raises(TypeError, match="bulat"):
        Angka(Decimal("1.5")).__index__()


@given(st.lists(BILANGAN))
def test_jumlah(nilai: list[int | Decimal | None]) -> None:
    """Blanks count as nothing; a sum of blanks only is blank; every origin is kept once, in order."""
    asal = [Lokasi("a.xlsx", "S", f"A{i}") for i in range(len(nilai))]
    hasil = jumlah(Angka(n, (a,)) for n, a in zip(nilai, asal, strict=True))
    isi = [n for n in nilai if n is not None]
    assert hasil.nilai == (sum(isi) if isi else None)
    assert hasil.asal == tuple(asal)


@given(BILANGAN, BILANGAN)
def test_tambah_kurang_kembali(a: int | Decimal | None, b: int | Decimal | None) -> None:
    hasil = Angka(a) + Angka(b) - Angka(b)
    assert hasil.nilai == (None if a is None or b is None else a)


def test_teks_dan_gabungan_asal() -> None:
    t = Teks("Program", (A,))
    assert t == "Program"
    assert {t: 1}["Program"] == 1
    assert t.asal == (A,)
    assert Teks("x").asal == ()
    assert gabung_asal(t, "biasa", Angka(1, (B, A)), Teks("y", (B,))) == (A, B)
