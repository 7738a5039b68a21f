"""Formulas as Office Math: as Word has them, and in the file that is laid out as LibreOffice reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model.angka import Lokasi
from generator.periksa.struktur import periksa_docx
from generator.tree.nodes import Caption, Cell, Inline, LineBreak, List, ListItem, Paragraph, Row, Table, Text
from generator.tree.rumus import RumusSalah, formula
from generator.writers.docx.omml import TANDA_RUMUS, BarisRumus, untuk_word
from generator.writers.docx.omml_libreoffice import HurufTemplat, untuk_libreoffice
from generator.writers.docx.sebaris import inlines, rumus

Tulis = Callable[..., Any]
Golden = Callable[[str, str], None]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NS = {"w": W, "m": M}
ASAL = Lokasi("content/data/ukuran.xlsx", "Rumus", "C3")
DUA_BARIS = r"\text{Nilai} = (0{,}10 \times \text{A}) \\ + (0{,}15 \times \text{B})"
SEMUA = (
    r"\frac{\text{Layanan tepat waktu}}{\text{Layanan masuk}} \times 100\%",
    r"\sum_{i=1}^{n} x_i^2 + \sum_j y_j + \sum z^{k+1} \approx 0{,}11",
    r"\left[ \left( \frac{a}{b} \right)^2 : 5 \right] = \text{R\&D <1>}",
    DUA_BARIS,
)
GAYA = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/>
</w:rPr></w:rPrDefault></w:docDefaults><w:style w:styleId="Normal"/>
<w:style w:styleId="Kecil"><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="17"/></w:rPr></w:style>
<w:style w:styleId="Turunan"><w:basedOn w:val="Kecil"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Putar"><w:basedOn w:val="Putar"/></w:style></w:styles>""".encode()


def urai(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}" xmlns:m="{M}">{xml}</w:p>')


def word(latex: str, rata: Any = None) -> str:
    return untuk_word(rumus(formula(latex), rata))


def libreoffice(latex: str, gaya: str = "Kecil", *, math: bool = True) -> str:
    return untuk_libreoffice(f'<w:pStyle w:val="{gaya}"/>{rumus(formula(latex))}', GAYA, math=math)


def cari(xml: str, jalur: str) -> list[str]:
    hasil = urai(xml).xpath(jalur, namespaces=NS)
    assert isinstance(hasil, list)
    return [str(h) for h in hasil]


def starmath(xml: str) -> list[str]:
    """Each formula in LibreOffice's own language, much as its import makes it."""

    def isi(e: etree._Element) -> str:
        def bagian(nama: str) -> str:
            (b,) = e.findall(f"m:{nama}", NS)
            return "{" + " ".join(map(isi, b)) + "}"

        match etree.QName(e).localname:
            case "r":
                teks = e.findtext("m:t", "", NS)
                return f'"{teks}"' if e.find("m:rPr", NS) is not None else teks
            case "f":
                return f"{bagian('num')} over {bagian('den')}"
            case "sSup":
                return f"{bagian('e')}^{bagian('sup')}"
            case "sSub":
                return f"{bagian('e')}_{bagian('sub')}"
            case "d":
                tepi = [e.find(f"m:dPr/m:{n}", NS).get(f"{{{M}}}val") or "none" for n in ("begChr", "endChr")]  # type: ignore[union-attr]
                return f"left {tepi[0]} {bagian('e')[1:-1]} right {tepi[1]}"
        raise AssertionError(e.tag)

    return [" ".join(map(isi, o)) for o in urai(xml).iter(f"{{{M}}}oMath")]


# ---------------------------------------------------------------- for Word


def test_golden_formulas(tulis: Tulis, golden: Golden) -> None:
    isi = [Paragraph((formula(f),), "rumus") for f in SEMUA]
    golden("docx_rumus", tulis(*isi).badan.replace("<m:oMath>", "\n<m:oMath>"))


def test_words_numbers_and_percent_are_upright_in_the_font_of_the_text() -> None:
    xml = word(r"\text{Nilai & }".replace("&", r"\&") + r"x \times 100\%")
    assert cari(xml, "//m:r[m:rPr/m:nor]/m:t/text()") == ["Nilai & ", "100%"]
    assert cari(xml, "//m:r[not(m:rPr)]/m:t/text()") == ["x", "×"]
    assert cari(xml, "//w:rPr") == []


def test_sums_hide_the_limits_that_they_have_not() -> None:
    xml = word(r"\sum_{i=1}^{n} a + \sum_i b + \sum c")
    assert cari(xml, "//m:nary/m:naryPr/m:chr/@m:val") == ["∑"] * 3
    assert [len(n) for n in urai(xml).iter(f"{{{M}}}naryPr")] == [2, 3, 4]
    assert cari(xml, "//m:supHide/@m:val") == ["1", "1"]
    assert cari(xml, "//m:nary/m:e//m:t/text()") == ["a", "b", "c"]


def test_a_formula_alone_is_displayed_and_among_words_is_not(tulis: Tulis) -> None:
    f = formula("a = b", ASAL)
    daftar = List("butir", (ListItem((Paragraph((f,)),)),))
    hasil = tulis(Paragraph((f,), "rumus"), Paragraph((Text("Dengan "), f, Text("."))), daftar)
    assert hasil.paragraf()[:2] == [("Gambar", ""), ("BodyText", "Dengan .")]
    akar = hasil.akar
    assert [len(p.findall(f"{{{M}}}oMathPara")) for p in akar.iter(f"{{{W}}}p")] == [1, 0, 0]
    assert [len(p.findall(f"{{{M}}}oMath")) for p in akar.iter(f"{{{W}}}p")] == [0, 1, 1]


@pytest.mark.parametrize(("align", "jc"), [("kiri", "left"), ("tengah", "center"), ("kanan", "right")])
def test_in_a_cell_it_stands_as_the_cell_does(tulis: Tulis, align: Any, jc: str) -> None:
    sel = (Cell((Text("Rumus"),)), Cell((formula(DUA_BARIS, ASAL),), align))
    t = Table(Caption("tabel", "a", (Text("A"),)), (1, 3), (), (Row("a", sel),))
    hasil = tulis(*_bab(), t)
    assert re.findall(r'<m:jc m:val="(\w+)"/>', hasil.badan) == [jc]
    assert {b.lebar for b in hasil.naskah.rumus} == {9000 * 0.75 / 20 - 5.7}


def test_lines_end_in_a_break(tulis: Tulis) -> None:
    assert word(DUA_BARIS, "kiri").count("</m:t></m:r><m:r><w:br/></m:r></m:oMath><m:oMath>") == 1
    assert word(DUA_BARIS, "kiri").count("<m:oMathPara>") == 1
    assert word(DUA_BARIS).count("</m:oMath><w:r><w:br/></w:r><m:oMath>") == 1


def test_operators_at_the_edge_have_an_empty_neighbour() -> None:
    """LibreOffice shows an error else; Word shows the same."""
    latex = ("a = b", "= b", "a =", r"\frac{= a}{b +}")
    assert [len(cari(word(f), "//m:t[not(text())]")) for f in latex] == [0, 1, 1, 2]


def test_the_package_is_sound_and_says_nothing_of_marks(tulis: Tulis) -> None:
    f = formula(DUA_BARIS, ASAL)
    isi: tuple[Inline, ...] = (Text("a "), f, LineBreak(), formula(r"\frac{1}{9}"))
    hasil = tulis(*_bab(), *(Paragraph((formula(s),), "rumus") for s in SEMUA), Paragraph(isi))
    assert periksa_docx(hasil.bagian) == []
    assert hasil.bagian["word/document.xml"].count(b"<m:oMath>") == len(SEMUA) + 1 + 3


def test_the_lines_of_a_document_are_known_with_their_places(tulis: Tulis) -> None:
    hasil = tulis(*_bab(), Paragraph((formula(DUA_BARIS, ASAL),), "rumus"), Paragraph((Text("x"), formula("a < b"))))
    assert hasil.naskah.rumus == (
        BarisRumus("Nilai = (0,10 × A)", 450.0, str(ASAL)),
        BarisRumus("+ (0,15 × B)", 450.0, str(ASAL)),
        BarisRumus("a < b", 0.0, "-"),
    )


POTONG = (r"\frac{a}{b}", "\\text{<\\&> \ue040}", r"\text{ é}", "_1", "^{n}", r"\sum", r"\\", r"7\%", *"()+=x:")


@given(st.lists(st.sampled_from(POTONG), min_size=1, max_size=10).map(" ".join))
def test_any_formula_is_sound_in_every_file(latex: str) -> None:
    try:
        f = formula(latex)
    except RumusSalah:
        return
    tanda = f'<w:pPr><w:pStyle w:val="Kecil"/></w:pPr>{rumus(f, "kiri", 100)}{inlines((f,))}'
    for xml in (untuk_word(tanda), *(untuk_libreoffice(tanda, GAYA, math=m) for m in (True, False))):
        urai(xml)
        assert not TANDA_RUMUS.search(xml)
        assert not re.search("[\ue000-\uf8ff]", xml)


# ---------------------------------------------------------------- for LibreOffice


def test_font_size_and_room_are_said_in_its_own_language() -> None:
    assert starmath(libreoffice(r"\text{Nilai } (X) = x_{i=1} \times (-5)")) == [
        'font sans size 8.5 left none "Nilai (" X ")" `=` {x}_{i = "1"} `×` "(" − "5)" right none'
    ]


def test_words_in_a_fraction_are_centred() -> None:
    assert starmath(libreoffice(r"\frac{\text{a b}}{\text{c} + 1}", "Normal")) == [
        'font sans size 11 left none {alignc "a b"} over {alignc "c" `+` "1"} right none'
    ]


def test_brackets_that_grow() -> None:
    assert starmath(libreoffice(r"\left( \frac{a}{b} \right)^2")) == [
        'font sans size 8.5 left none {left ( {alignc a} over {alignc b} right )}^{"2"} right none'
    ]


def test_every_line_is_a_formula_and_no_paragraph_of_math_is_left() -> None:
    xml = untuk_libreoffice(rumus(formula(DUA_BARIS), "tengah", 9), GAYA, math=True)
    assert starmath(xml) == [
        'font sans size 11 left none "Nilai" `=` "(0,10" `×` "A)" right none',
        'font sans size 11 left none `+` "(0,15" `×` "B)" right none',
    ]
    assert "oMathPara" not in xml
    assert xml.count("</m:oMath><w:r><w:br/></w:r><m:oMath>") == 1


def test_without_math_it_prints_words() -> None:
    xml = libreoffice(DUA_BARIS, math=False)
    assert "m:" not in xml.replace("xmlns:m", "")
    assert cari(xml, "//w:t/text()") == ["Nilai = (0,10 × A)", "+ (0,15 × B)"]
    assert xml.count("<w:br/>") == 1


def test_the_file_that_is_laid_out(tulis: Tulis) -> None:
    naskah = tulis(*_bab(), Paragraph((formula("a = b"),), "rumus")).naskah
    with_math, without = (naskah.untuk_tata_letak({}, math=m) for m in (True, False))
    assert with_math != without
    assert naskah.untuk_tata_letak({}) == with_math


@pytest.mark.parametrize(
    ("gaya", "ukuran"), [("Normal", 11), ("Kecil", 8.5), ("Turunan", 8.5), ("Putar", 11), ("Asing", 11)]
)
def test_the_size_is_that_of_the_style_or_of_what_it_is_based_on(gaya: str, ukuran: float) -> None:
    assert HurufTemplat(GAYA).ukuran(gaya) == ukuran


def test_a_template_that_says_nothing_or_has_serifs() -> None:
    kosong = HurufTemplat(f'<w:styles xmlns:w="{W}"/>'.encode())
    assert (kosong.ukuran("Normal"), kosong.rupa) == (10, "sans")
    assert HurufTemplat(GAYA.replace(b"Arial", b"Times New Roman")).rupa == "serif"


def _bab() -> tuple[Any, ...]:
    from generator.tree.nodes import Heading

    return (Heading(1, (Text("BAB"),), "bab:1"),)
