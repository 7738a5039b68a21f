"""How values are printed. Rounding happens here and nowhere else: half up, away from zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.angka import Angka
from generator.model.bilangan import baca_angka
from generator.tree import format as cetak

PECAHAN = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (1000, None, "1.000"),
        (2485296504, None, "2.485.296.504"),
        (-1234567, None, "-1.234.567"),
        (None, None, "-"),
        (Angka(None), 2, "-"),
        (Angka(1234), None, "1.234"),
        (Decimal("82.75"), None, "82,75"),
        (Decimal("82.750"), None, "82,75"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("82.75"), 0, "83"),
        (82, 2, "82,00"),
        (Decimal("0.745"), 2, "0,75"),
        (Decimal("0.744999"), 2, "0,74"),
        (Decimal("-0.745"), 2, "-0,75"),
        (Decimal("-0.004"), 2, "0,00"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("3.5"), 0, "4"),
        (Decimal("999.995"), 2, "1.000,00"),
    ],
)
def test_angka(nilai: int | Decimal | Angka | None, desimal: int | None, teks: str) -> None:
    assert cetak.angka(nilai, desimal) == teks


@given(PECAHAN, st.integers(0, 4))
def test_bulatkan_setengah_ke_atas(nilai: Decimal, desimal: int) -> None:
    """The nearest number with that many decimals; at the half, the one farther from zero."""
    tepat, langkah = Fraction(nilai), Fraction(1, 10**desimal)
    bulat = Fraction(cetak.bulatkan(nilai, desimal))
    assert bulat % langkah == 0
    assert abs(bulat - tepat) <= langkah / 2
    if abs(bulat - tepat) == langkah / 2:
        assert abs(bulat) > abs(tepat)


@given(PECAHAN)
def test_angka_tercetak_dengan_angkanya_sendiri(nilai: Decimal) -> None:
    teks = cetak.angka(nilai)
    assert Decimal(teks.replace(".", "").replace(",", ".")) == nilai
    assert len(teks.partition(",")[2]) == cetak.desimal_sendiri(nilai)


@given(st.integers(10**6, 10**15 - 1))
def test_uang_tercetak_terbaca_lagi(nilai: int) -> None:
    assert baca_angka(cetak.rupiah(nilai)) == nilai


@pytest.mark.parametrize(
    ("fungsi", "nilai", "teks"),
    [
        (cetak.jumlah_orang, 0, "-"),
        (cetak.jumlah_orang, Angka(None), "-"),
        (cetak.jumlah_orang, 1234, "1.234"),
        (cetak.rasio, Decimal("0.985"), "0,99"),
        (cetak.rasio, Decimal(0), "0,00"),
        (cetak.rasio, Angka(None), "-"),
        (cetak.rasio, Decimal("-0.225"), "-0,23"),
        (cetak.persen, Decimal("52.25") / 70, "74,64%"),
        (cetak.persen, Decimal("0.16938"), "16,94%"),
        (cetak.persen, 1, "100,00%"),
        (cetak.persen, None, "-"),
        (cetak.rupiah, 2485296504, "Rp2.485.296.504"),
        (cetak.rupiah, -5000, "-Rp5.000"),
        (cetak.rupiah, Decimal("-0.4"), "Rp0"),
        (cetak.rupiah, 0, "Rp0"),
        (cetak.rupiah, Angka(None), "-"),
    ],
)
def test_rasio_persen_rupiah(fungsi: object, nilai: object, teks: str) -> None:
    assert fungsi(nilai) == teks  # type: ignore[operator]


def test_desimal_persen_dan_rupiah() -> None:
    assert cetak.persen(Decimal("0.7464"), 1) == "74,6%"
    assert cetak.rupiah(2485296504, 2) == "Rp2.485.296.504,00"


TERBILANG = {
    0: "nol",
    1: "satu",
    10: "sepuluh",
    11: "sebelas",
    12: "dua belas",
    19: "sembilan belas",
    20: "dua puluh",
    21: "dua puluh satu",
    100: "seratus",
    101: "seratus satu",
    110: "seratus sepuluh",
    111: "seratus sebelas",
    200: "dua ratus",
    1000: "seribu",
    1001: "seribu satu",
    1100: "seribu seratus",
    1999: "seribu sembilan ratus sembilan puluh sembilan",
    2000: "dua ribu",
    11000: "sebelas ribu",
    21000: "dua puluh satu ribu",
    100000: "seratus ribu",
    101000: "seratus satu ribu",
    1000000: "satu juta",
    1001000: "satu juta seribu",
    1000000000: "satu miliar",
    1234567890: "satu miliar dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu "
    "delapan ratus sembilan puluh",
    10**12: "satu triliun",
    10**15: "satu kuadriliun",
    -7: "minus tujuh",
}


@pytest.mark.parametrize(("nilai", "kata"), TERBILANG.items())
def test_terbilang(nilai: int, kata: str) -> None:
    assert cetak.terbilang(nilai) == kata


def test_terbilang_batas() -> None:
    assert cetak.terbilang(10**18 - 1).startswith("sembilan ratus sembilan puluh sembilan kuadriliun")
    with pytest.raises(ValueError, match="terlalu besar"):
        cetak.terbilang(10**18)


_DASAR = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_NILAI = {k: n for n, k in enumerate(_DASAR)} | {
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "seribu": 1000,
}
_KALI = {"puluh": 10, "ratus": 100}
_BESAR = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def dari_kata(kata: str) -> int:
    """The number that words say, read independently of how they were made."""
    jumlah = bagian = akhir = 0
    for k in kata.split():
        if k == "belas":
            bagian += 10
        elif k in _KALI:
            bagian += akhir * _KALI[k] - akhir
        elif k in _BESAR:
            jumlah, bagian = jumlah + bagian * _BESAR[k], 0
        else:
            bagian += _NILAI[k]
        akhir = _NILAI.get(k, 0)
    return jumlah + bagian


@given(st.integers(0, 10**18 - 1) | st.integers(0, 100_000))
def test_terbilang_terbaca_lagi(nilai: int) -> None:
    assert dari_kata(cetak.terbilang(nilai)) == nilai


@pytest.mark.parametrize(
    ("nilai", "teks"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV"), (2025, "MMXXV")]
)
def test_romawi(nilai: int, teks: str) -> None:
    assert cetak.romawi(nilai) == teks


@given(st.integers(1, 3999))
def test_romawi_terbaca_lagi(nilai: int) -> None:
    teks = cetak.romawi(nilai)
    angka = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[h] for h in teks]
    assert sum(-a if a < b else a for a, b in zip(angka, [*angka[1:], 0], strict=True)) == nilai
    assert not any(h * 4 in teks for h in "IXCM")
    assert not any(h * 2 in teks for h in "VLD")


def test_romawi_mulai_dari_satu() -> None:
    with pytest.raises(ValueError, match="mulai dari satu"):
        cetak.romawi(0)


def test_tanggal() -> None:
    assert cetak.tanggal(date(2025, 9, 2)) == "2 September 2025"
    assert cetak.bulan_tahun(date(2025, 8, 1)) == "Agustus 2025"
    assert [cetak.bulan_tahun(date(2025, b, 1))[:3] for b in range(1, 13)] == (
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    )


def test_nip() -> None:
    assert cetak.nip("196910251998021004") == "19691025 199802 1 004"
    assert cetak.nip("123") == "123"


@pytest.mark.parametrize(
    ("butir", "teks"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A dan B"),
        (["A", "B", "C"], "A, B, dan C"),
        (list("ABCD"), "A, B, C, dan D"),
    ],
)
def test_rangkai(butir: list[str], teks: str) -> None:
    assert cetak.rangkai(butir) == teks
