"""Characters that nobody sees: found by Unicode's rule, named, and set aside so that nothing stumbles over them."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
from kantor import DATA, Kantor, ringkas
from openpyxl import load_workbook

from generator.sources.huruf import SPASI, TERSEMBUNYI, bersih, cari, cari_dalam_naskah, laporkan, sebut
from generator.sources.naskah import baca_naskah
from generator.temuan import Kumpulan

NAMA = "content/chapters/renstra"
DUA_ARAH = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]
TAK_TAMPAK = [
    *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x2028, 0x2029, 0x2060, 0x2064),
    *(0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0x1D173, 0xE0001, 0xE0041, 0xE0100, 0xE01EF),
    *(0x0000, 0x0007, 0x000B, 0x001F, 0x007F, 0x0085, 0xD800, 0xDFFF, 0xE000, 0xF0B7, 0xFDD0, 0xFFFE, 0xFFFF, 0x10FFFF),
]
SPASI_LAIN = [0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
BIASA = "\t\n\r \u00a0aZ09–—‘’“”…•·½²³°×÷±≤≥é ñ漢😀e\u0301§†€™"


@pytest.mark.parametrize("kode", [*DUA_ARAH, *TAK_TAMPAK], ids=lambda k: f"U+{k:04X}")
def test_hidden_is_an_error(kode: int) -> None:
    teks = f"a{chr(kode)}b"
    assert cari(teks) == [(1, chr(kode))] and bersih(teks) == "ab"
    temuan = Kumpulan()
    laporkan(temuan, "x", "sel", teks, cari(teks))
    (t,) = temuan
    assert t.kode == TERSEMBUNYI and t.berat == "galat"
    assert f"U+{kode:04X} (" in t.pesan and f"UNICHAR({kode})" in t.obat
    assert t.pesan.isprintable() and t.obat.isprintable()


@pytest.mark.parametrize("kode", SPASI_LAIN, ids=lambda k: f"U+{k:04X}")
def test_an_unusual_blank_is_a_warning(kode: int) -> None:
    temuan = Kumpulan()
    laporkan(temuan, "x", "sel", f"a{chr(kode)}b", cari(f"a{chr(kode)}b"))
    assert [(t.kode, t.berat) for t in temuan] == [(SPASI, "peringatan")]
    assert bersih(f"a{chr(kode)}b") == "a b"


def test_ordinary_text_is_welcome() -> None:
    assert cari(BIASA) == [] and bersih(BIASA) == BIASA


def test_every_letter_mark_number_sign_and_symbol_is_welcome() -> None:
    """But those that their names say show nothing: the rule is of categories, and they are few."""
    tersisih = [
        h for h in map(chr, range(0x20, sys.maxunicode + 1)) if unicodedata.category(h)[0] in "LMNPS" and cari(h)
    ]
    assert 0 < len(tersisih) < 300
    assert all(unicodedata.name(h).split()[-1] != "LETTER" for h in tersisih)


def test_the_frequent_ones_have_names() -> None:
    assert [sebut(chr(k)) for k in (0x202E, 0x2066, 0xAD, 0x200B, 0xFEFF, 0xF0B7)] == [
        "U+202E (pembalik arah tulisan)",
        "U+2066 (pengatur arah tulisan)",
        "U+00AD (tanda hubung lunak)",
        "U+200B (spasi selebar nol)",
        "U+FEFF (tanda urutan byte)",
        "U+F0B7 (lambang dari huruf Symbol atau Wingdings)",
    ]


@pytest.mark.parametrize(
    "teks",
    ["&#8238;", "&#x202e;", "&#X202E;", "&rlm;", "&shy;", '{{ "\\u202e" }}', '{{ "\\N{SOFT HYPHEN}" }}', "\\xad"],
)
def test_written_otherwise_they_are_found_too(teks: str) -> None:
    assert [cari(h) for _, h in cari_dalam_naskah(f"a {teks} b")] != []


@pytest.mark.parametrize("teks", ["&amp; &nbsp; &eacute; &tidak; &#65; R&D;", "\\u0041 \\xe9 \\N{tiada} \\* \\\\"])
def test_what_is_written_otherwise_and_seen_is_welcome(teks: str) -> None:
    assert cari_dalam_naskah(teks) == []


def test_one_finding_for_a_line_and_for_a_cell() -> None:
    temuan = Kumpulan()
    teks = "\u202eDinas\u200b \u200bCon\u2003toh\u2060 \u00adx"
    laporkan(temuan, "x:1", "baris", teks, cari(teks))
    (t,) = temuan
    assert t.kode == TERSEMBUNYI and t.pesan.startswith("baris memuat U+202E (pembalik arah tulisan), U+200B (")
    assert t.pesan.endswith('… di awal, sebelum "Dinas Con toh x"')


# ---------------------------------------------------------------- in chapters


def test_a_chapter_goes_on_without_them(tmp_path: Path) -> None:
    """The rest is read as it is seen, so that nothing else is found wrong because of them."""
    isi = "---\njudul: SA\u202eTU\nbab: 1\n---\nsatu\nke\u00adgiatan &#8238; dan\u200b\nda\u2003ta\n"
    (tmp_path / "a.md").write_text(isi, encoding="utf-8")
    temuan = Kumpulan()
    (naskah,) = baca_naskah(tmp_path, temuan, NAMA)
    assert naskah.judul == "SATU" and naskah.isi.startswith("satu\nkegiatan &#8238; dan\nda ta")
    harapan = [(TERSEMBUNYI, 2), (TERSEMBUNYI, 6), (SPASI, 7)]
    assert ringkas(temuan) == [(kode, f"{NAMA}/a.md:{baris}") for kode, baris in harapan]


def test_a_file_name_too(tmp_path: Path) -> None:
    (tmp_path / "10\u202e.md").write_text("---\njudul: A\nbab: 1\n---\n", encoding="utf-8")
    temuan = Kumpulan()
    assert len(baca_naskah(tmp_path, temuan, NAMA)) == 1
    assert ringkas(temuan) == [(TERSEMBUNYI, f"{NAMA}/10.md")]


# ---------------------------------------------------------------- in workbooks


@pytest.mark.parametrize(
    "tempat",
    [
        "mitra › Mitra!A1",
        "mitra › Mitra!A2",
        "cascade › Nomenklatur!A2",
        "pendanaan › Pagu!A2",
        "pendanaan › Pagu!B2",
        "profil › Profil!A2",
        "profil › Profil!B2",
    ],
    ids=["judul kolom", "isi", "kode", "kode rujukan", "angka", "kunci", "nilai"],
)
def test_one_finding_for_a_cell_and_none_because_of_it(kantor: Kantor, tempat: str) -> None:
    buku, _, sisa = tempat.partition(" › ")
    lembar, _, alamat = sisa.partition("!")
    judul, baris = DATA[buku][lembar]
    asli = str([judul, *baris][int(alamat[1:]) - 1]["AB".index(alamat[0])])
    kantor.isi_sel(tempat, f"{asli[:2]}\u202e{asli[2:]}")
    _, temuan = kantor.baca()
    assert ringkas(temuan.galat) == [(TERSEMBUNYI, f"content/data/{buku}.xlsx › {sisa}")]


def test_a_sheet_name_too(kantor: Kantor) -> None:
    path = kantor.data / "mitra.xlsx"
    wb = load_workbook(path)
    wb["Mitra"].title = "Mit\u200bra"
    wb.save(path)
    _, temuan = kantor.baca()
    assert ringkas(temuan.galat) == [(TERSEMBUNYI, "content/data/mitra.xlsx › Mitra")]


def test_a_sheet_that_is_not_read_may_hold_anything(kantor: Kantor) -> None:
    path = kantor.data / "mitra.xlsx"
    wb = load_workbook(path)
    wb.create_sheet("Coretan")["A1"] = "a\u202eb"
    wb.save(path)
    assert not kantor.baca()[1].galat
