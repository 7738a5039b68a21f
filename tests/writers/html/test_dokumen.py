"""A document as HTML: what every block becomes, and that nothing of it is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from kantor import Kantor
from laman_ketat import DOKUMEN, MATHML, SVG, Unsur, baca

from generator.model.angka import Angka, Lokasi
from generator.tree.nodes import (
    Block,
    Caption,
    Cell,
    Contents,
    Deleted,
    Document,
    Entry,
    Heading,
    Inlines,
    Inserted,
    List,
    ListItem,
    ListKind,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Section,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
    Value,
    plain,
)
from generator.tree.rumus import formula
from generator.tree.walk import blocks, texts
from generator.writers.html import tulis_html


def t(kata: str) -> Inlines:
    return (Text(kata),)


def p(kata: str) -> Paragraph:
    return Paragraph(t(kata))


def halaman(*blok: Block, lanjut: tuple[Block, ...] = ()) -> Unsur:
    bagian = (Section(blok), *([Section(lanjut, landscape=True)] if lanjut else []))
    return baca(tulis_html(Document("Renstra Contoh", bagian)))


def isi(*blok: Block) -> Unsur:
    return halaman(*blok).satu("main")


def _rapat(teks: str) -> str:
    return "".join(teks.split())


def judul(tingkat: int, kata: str, **lain: str) -> Heading:
    return Heading(tingkat, t(kata), anchor=f"_Toc_{kata}", **lain)


# ---------------------------------------------------------------- headings, contents, references


def test_sections_hold_all_up_to_the_next_heading_of_their_level() -> None:
    bab = judul(1, "Satu", number="I", word="BAB")
    hasil = halaman(bab, judul(2, "Dua", number="1.1."), p("a"), judul(4, "Empat"), lanjut=(judul(2, "Lagi"), p("b")))
    satu, dua, empat, lagi = hasil.satu("main").semua("section")
    assert [x.induk for x in (dua, empat, lagi)] == [satu, dua, satu]  # across parts of the paper too
    assert [(x.nama, x.sifat["id"], x.teks) for x in satu.semua() if re.fullmatch("h[1-6]", x.nama)] == [
        ("h2", "_Toc_Satu", "BAB I Satu"),
        ("h3", "_Toc_Dua", "1.1. Dua"),
        ("h5", "_Toc_Empat", "Empat"),
        ("h3", "_Toc_Lagi", "Lagi"),
    ]


def test_deep_headings_say_their_level() -> None:
    enam, lima = isi(judul(6, "Enam"), judul(5, "Lima")).semua("h6")
    assert enam.sifat["aria-level"] == "7"
    assert "aria-level" not in lima.sifat


def test_contents_are_links_by_level() -> None:
    bab, bagian, lain = judul(1, "Satu"), judul(2, "Dua"), judul(1, "Tiga")
    entri = tuple(Entry(h.level, h.number, plain(h.content), h.anchor) for h in (bab, bagian, lain))
    hasil = halaman(Contents("isi", entri), bab, bagian, lain, Contents("tabel"))
    daftar = next(x for x in hasil.semua("nav") if x.sifat["aria-label"] == "Daftar isi")
    assert [a.sifat["href"] for a in daftar.semua("a")] == ["#_Toc_Satu", "#_Toc_Dua", "#_Toc_Tiga"]
    luar, dalam = daftar.semua("ol")
    assert dalam.induk is luar.semua("li")[0]
    assert next(x for x in hasil.semua("nav") if x.sifat["aria-label"] == "Daftar tabel").teks == "Tidak ada."


def test_contents_that_begin_deeper_than_they_go_on() -> None:
    entri = tuple(Entry(n, "", f"x{n}{k}", "a") for k, n in enumerate((3, 1, 4, 2, 2)))
    assert len(halaman(Contents("isi", entri), Heading(1, (), anchor="a")).satu("main").semua("li")) == 5


def test_references_are_links_where_there_is_something_to_lead_to() -> None:
    bab = judul(1, "Satu", label="bab:satu")
    rujukan = Paragraph((Reference("bab:satu", "Bab I"), Text(" dan "), Reference("tabel:tiada", "?")))
    (tautan,) = isi(bab, rujukan).semua("a")
    assert (tautan.sifat["href"], tautan.teks) == ("#_Toc_Satu", "Bab I")


# ---------------------------------------------------------------- values and sources


def test_a_value_says_its_number_how_it_was_computed_and_its_cells() -> None:
    asal = tuple(Lokasi("data/a.xlsx", "L", f"F{n}") for n in (2, 3, 4))
    (nilai,) = isi(Paragraph((Value("Rp12", Angka(12, asal, "jumlah pagu"), asal), Value("dua")))).semua("span")
    assert nilai.teks == "Rp12"
    assert nilai.sifat == {"data-angka": "12", "data-rumus": "jumlah pagu", "data-asal": "data/a.xlsx!L!F2:F4"}


def test_every_block_says_its_line() -> None:
    def asal(n: int) -> Lokasi:
        return Lokasi("bab.md", baris=n)

    butir = List("angka", (ListItem((Paragraph(t("x"), asal=asal(3)),)),))
    hasil = isi(
        Heading(1, t("A"), asal=asal(1)),
        Paragraph(t("b"), asal=asal(2)),
        butir,
        Table(Caption("tabel", "x", t("T"), "1.1", asal=asal(4)), (1.0,), (), ()),
        Particulars(((t("Nama"), t("X")),), asal=asal(5)),
    )
    sumber = [(x.nama, x.sifat["data-sumber"]) for x in hasil.semua() if "data-sumber" in x.sifat]
    nama = ("h2", "p", "ol", "li", "figure", "dl")
    assert sumber == list(zip(nama, (f"bab.md:{n}" for n in (1, 2, 3, 3, 4, 5)), strict=True))


# ---------------------------------------------------------------- lists, tables, signatures


@pytest.mark.parametrize(
    ("jenis", "kelas"),
    [
        ("angka", ["", "huruf", "kurung", "huruf kurung"]),
        ("huruf", ["huruf", "kurung", "huruf kurung", ""]),
        ("jenjang", ["jenjang"] * 4),
    ],
)
def test_marks_of_nested_lists(jenis: ListKind, kelas: list[str]) -> None:
    daftar = List(jenis, (ListItem((p("x"),)),))
    for _ in range(3):
        daftar = List(jenis, (ListItem((p("x"), daftar)),))
    assert [x.sifat.get("class", "") for x in isi(daftar).semua("ol")] == kelas


def test_an_item_of_several_paragraphs_keeps_them_apart() -> None:
    daftar = List("butir", (ListItem((p("satu"), p("dua"))), ListItem((p("tiga"), List("butir", ())))))
    pertama, kedua = isi(daftar).semua("ul")[0].semua("li")
    assert [x.teks for x in pertama.semua("p")] == ["satu", "dua"]
    assert kedua.semua("p") == []


def sel(kata: str, lebar: int = 1, tinggi: int = 1, **lain: object) -> Cell:
    return replace(Cell(t(kata), col_span=lebar, row_span=tinggi), **lain)


def test_a_table_with_merges_scopes_and_its_caption() -> None:
    kepala = (Row("", (sel("Uraian", tinggi=2), sel("Tahun", 2))), Row("", (sel("2026"), sel("2027"))))
    nomor = Row("kolom", (sel("(1)"), sel("(2)"), sel("(3)")))
    baris = (
        Row("a", (sel("Program Satu", tinggi=2, strong=True), sel("1", align="kanan"), sel("2"))),
        Row("b", (sel("3"), sel("4"))),
        Row("c", (sel("terlalu lebar", 9),)),
        Row("d", (sel("pendek"),)),
    )
    takarir = Caption("tabel", "x", t("Pagu"), "2.1", anchor="_T")
    x = isi(Table(takarir, (2, 1, 1), (*kepala, nomor), baris, t("Sumber: Dinas"))).satu("figure")
    assert x.sifat["id"] == "_T"
    assert x.satu("caption").teks == "Tabel 2.1 Pagu"
    assert x.semua("p")[-1].teks == "Sumber: Dinas"
    assert x.semua("div")[0].sifat["tabindex"] == "0"  # who has no mouse scrolls it too
    atas = [
        [(c.nama, c.sifat.get("scope"), c.teks) for c in r.semua() if c.nama in ("th", "td")] for r in x.semua("tr")
    ]
    assert atas[0] == [("th", "col", "Uraian"), ("th", "colgroup", "Tahun")]
    assert atas[2] == [("td", None, "(1)"), ("td", None, "(2)"), ("td", None, "(3)")]
    assert atas[3] == [("th", "row", "Program Satu"), ("td", None, "1"), ("td", None, "2")]
    assert atas[4] == [("td", None, "3"), ("td", None, "4")]
    assert [r.sifat.get("data-kunci") for r in x.satu("tbody").semua("tr")] == ["a", "b", "c", "d"]
    # every row fills the columns, whatever its cells say
    penuh: list[int] = []
    turun = 0
    for r in x.satu("tbody").semua("tr"):
        penuh.append(turun + sum(int(c.sifat.get("colspan", 1)) for c in r.semua() if c.nama in ("th", "td")))
        turun = sum(int(c.sifat.get("rowspan", 1)) - 1 for c in r.semua() if c.nama in ("th", "td"))
    assert penuh == [3, 3, 3, 3]


def test_a_box_has_a_name_but_no_caption() -> None:
    x = isi(Table(Caption("kotak", "x", t("Indikator")), (1.0,), (), (Row("", (sel("a"),)),)))
    assert x.semua("caption") == []
    assert x.satu("table").sifat["aria-label"] == "Indikator"


def test_two_signatures_stand_level() -> None:
    kiri = SignatureBlock((), t("Pihak Kedua,"), t("(……)"), (), by_hand=True)
    kanan = SignatureBlock(t("Kalaena, 2027"), t("Pihak Pertama,"), t("NAMA"), (t("Pembina"), t("NIP 1")))
    dua = isi(SignaturePair(kiri, kanan)).semua("div")
    assert dua[0].sifat["style"] == "--baris:5"
    assert [x.teks for x in dua[1].semua("p")] == ["", "Pihak Kedua,", "(……)"]
    assert [x.sifat.get("class") for x in dua[2].semua("p")] == ["tempat", "jabatan", "nama", None, None]


def test_particulars_page_breaks_and_quotations() -> None:
    x = isi(Particulars(((t("Nama"), t("X")),)), PageBreak(), Paragraph(t("kata"), "kutipan"))
    assert (x.satu("dt").teks, x.satu("dd").teks) == ("Nama", "X")
    assert x.satu("hr")
    assert x.satu("blockquote").teks == "kata"


# ---------------------------------------------------------------- marks of two versions


def test_marks_of_two_versions() -> None:
    kata = (Text("a "), Deleted(t("lama")), Inserted(t("baru")))
    tabel = Table(
        Caption("tabel", "x", t("T"), "1.1", revision="baru"),
        (1.0, 1.0),
        (),
        (Row("a", (Cell(t("satu")), Cell(())), revision="hapus"),),
    )
    daftar = List("angka", (ListItem((Paragraph(t("gugur"), revision="hapus"),)),))
    x = isi(Paragraph(kata), Paragraph(t("hilang"), revision="hapus"), tabel, daftar)
    assert [y.teks for y in x.semua("del")] == ["lama", "hilang", "satu", "gugur"]
    assert [y.teks for y in x.semua("ins")] == ["baru", "Tabel 1.1 T"]
    assert x.satu("li").sifat["class"] == "hapus"


def test_a_heading_that_is_gone_takes_no_id_from_another() -> None:
    lama = replace(judul(1, "Satu"), revision="hapus")
    assert len([x for x in isi(judul(1, "Satu"), lama).semua("h2") if "id" in x.sifat]) == 1


# ---------------------------------------------------------------- all of a document


def test_the_office_loses_no_word_and_has_known_elements_only(kantor: Kantor) -> None:
    dokumen, _ = kantor.susun(kantor.konteks())
    assert dokumen
    hasil = tulis_html(dokumen)
    assert hasil == tulis_html(dokumen)
    akar = baca(hasil)
    assert {x.nama for x in akar.semua()} <= DOKUMEN | SVG | MATHML
    utama = akar.satu("main")
    # what boxes are called and formulas in words are said, not seen
    kata = _rapat(utama.teks + "|".join(x.sifat.get(n, "") for n in ("aria-label", "alttext") for x in utama.semua()))
    for b in blocks(dokumen):
        for teks in texts(b):
            assert _rapat(plain(teks)) in kata
    for apa in (b"http:", b"https:", b" src=", b"url(", b"@import", b"<link", b"<script"):
        assert apa not in hasil, apa


def test_a_formula_is_mathml_and_alone_it_is_displayed() -> None:
    f = formula(r"\frac{a}{b} \times 100\%")
    dalam, sendiri = isi(Paragraph((Text("x = "), f)), Paragraph((f,), "rumus")).semua("math")
    assert "display" not in dalam.sifat
    assert sendiri.sifat["display"] == "block"
    assert sendiri.sifat["alttext"] == "(a / b) × 100%"
