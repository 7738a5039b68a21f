"""What counts as typed, and how numerals, number words and citations of laws are read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.periksa.naskah.bilangan import angka_ketik, baca_terbilang, pokok_angka
from generator.periksa.naskah.hukum import kutipan
from generator.periksa.naskah.ketikan import NILAI, ketikan
from generator.sources.naskah import Naskah
from generator.tree.format import angka, terbilang

BAB = """
## Judul {#label}

Satu {{ a["x}}"].b | rupiah }} dan
*asing* lihat @tabel:nama.
{% if a["y"] == "z" %}
- Butir **tebal** {{ "naik" if a > 1 else "turun" }}
1. Nomor
{% endif %}
{# catatan
panjang #}
::: tabel nama
Judul Tabel {{ f("arg", x["k"]) }}

Sumber: Dinas
:::

::: rumus
\\frac{99}{1}
:::

> “Kutipan”
"""


def test_potongan() -> None:
    k = ketikan(Naskah("bab.md", "BAB", 1, BAB, 5))
    isi = [(p.asal.baris, p.jenis, p.teks) for p in k.potongan]
    assert isi == [
        (2, "judul", "BAB"),
        (6, "teks", "Judul"),
        (8, "teks", f"Satu {NILAI} dan\nasing lihat {NILAI}."),
        (11, "teks", f"Butir tebal {NILAI}"),
        (12, "teks", "Nomor"),
        (17, "judul", f"Judul Tabel {NILAI}"),
        (19, "judul", "Sumber: Dinas"),
        (26, "teks", "“Kutipan”"),
        (11, "tetapan", "naik"),
        (11, "tetapan", "turun"),
    ]
    assert [(n, kode, t.baris) for n, kode, t in k.ungkapan] == [("a", "x}}", 8), ("a", "y", 10), ("x", "k", 17)]
    satu = k.potongan[2]
    assert satu.tanpa_asing == f"Satu {NILAI} dan\n{NILAI} lihat {NILAI}."
    assert satu.tempat(satu.teks.index("lihat")).baris == 9


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("31 (tiga puluh satu) sub", [("31", 31, "31 sub")]),
        ("senilai Rp2.500,00.", [("2.500,00", Decimal("2500.00"), "Rp2.500,00")]),
        ("Rp 5.000", [("5.000", 5000, "Rp5.000")]),
        ("116,94 %", [("116,94", Decimal("116.94"), "116,94%")]),
        ("tahun 2025-2029", [("2025", 2025, "tahun 2025"), ("2029", 2029, "2029")]),
        ("misi ke-4", [("4", 4, "ke-4")]),
        ("kode 7.01.02", [("7.01.02", None, "kode 7.01.02")]),
        ("formulir T-C.5", [("T-C.5", None, "formulir T-C.5")]),
        ("UU 25/2009, Pasal 9 ayat (2) dan (3), S1/D4, km2, M², COVID-19", []),
    ],
)
def test_angka_ketik(teks: str, angka: list[tuple[str, object, str]]) -> None:
    assert [(a.teks, a.nilai, pokok_angka(teks, a)) for a in angka_ketik(teks)] == angka


@given(st.integers(0, 10**15))
def test_terbilang_dan_angka_terbaca_kembali(n: int) -> None:
    if n < 10**15:
        assert baca_terbilang(terbilang(n)) == n
    assert [a.nilai for a in angka_ketik(f"ada {angka(n)} orang")] == [n]


def test_bukan_terbilang() -> None:
    assert baca_terbilang("") is None
    assert baca_terbilang("dua orang") is None


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        (
            "Peraturan Daerah Kota Rawa Nomor 9 Tahun 2019 tentang Buku",
            ("peraturan daerah", "Kota Rawa", "9", "2019", "Buku"),
        ),
        ("Permendagri No. 86/2017", ("peraturan menteri", "Dalam Negeri", "86", "2017", "")),
        ("UU Nomor 23 Tahun 2014", ("undang-undang", "", "23", "2014", "")),
        ("Kepmendagri 900.1-2850/2025", ("keputusan menteri", "Dalam Negeri", "900.1-2850", "2025", "")),
    ],
)
def test_kutipan(teks: str, hasil: tuple[str, ...]) -> None:
    (k,) = kutipan(f"menurut {teks}")
    assert (k.jenis, k.badan, k.nomor, k.tahun, k.judul) == hasil


def test_kamus_proyek_urut() -> None:
    baris = (Path(__file__).parents[3] / "content" / "kamus.txt").read_text(encoding="utf-8").splitlines()
    kata = [b for b in baris if not b.startswith("#")]
    assert kata == sorted(set(kata))
