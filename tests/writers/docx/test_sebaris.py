"""Runs, fields, bookmarks, references: strings of WordprocessingML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.tree.nodes import Emphasis, Inline, LineBreak, Reference, Strong, Text, Value
from generator.writers.docx.sebaris import BATAS_NAMA, NBSP, Penanda, bersih, bookmark, field, inlines, paragraf, run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LABEL = st.text(st.sampled_from("abcABC0123-_é:ß."), max_size=60)


def urai(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}">{xml}</w:p>')


def teks(xml: str) -> str:
    return "".join(t.text or "" for t in urai(xml).iter(f"{{{W}}}t"))


def kode(xml: str) -> list[str]:
    return [(e.text or "").strip() for e in urai(xml).iter(f"{{{W}}}instrText")]


def gaya(xml: str) -> list[str]:
    return [e.get(f"{{{W}}}val", "") for e in urai(xml).iter(f"{{{W}}}rStyle")]


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("asal", "tercetak"),
    [
        ("R&D <x> \"kutip\" 'satu'", "R&D <x> \"kutip\" 'satu'"),
        ("]]> &amp; &#10;", "]]> &amp; &#10;"),
        ("😀 né 中", "😀 né 中"),
        ("  tepi  ", "  tepi  "),
        ("a\x00b\x0bc\x1fd", "abcd"),
        ("a\ud800b\udfffc\uffffd", "abcd"),
        ("a\ue000b\ue010c\ue020d\ue031e\uf0b7f\uf8ffg", "abcdefg"),
        ("\ue01f{{ isi }} {% x %}", "{{ isi }} {% x %}"),
    ],
)
def test_hostile_text_arrives_without_what_cannot_be_printed(asal: str, tercetak: str) -> None:
    assert teks(run(asal)) == bersih(asal) == tercetak
    assert teks(inlines((Text(asal), Value(asal)))) == tercetak * 2


@given(st.text())
def test_any_text_is_sound_xml(asal: str) -> None:
    """But for the ends of lines, which XML reads as one, and blanks that are kept from breaking."""
    tercetak = re.sub("\r\n?", "\n", bersih(asal))
    assert teks(run(asal)).replace(NBSP, " ") == tercetak.replace(NBSP, " ")


def test_a_run_keeps_its_blanks_and_carries_a_style_or_nothing() -> None:
    assert run("") == ""
    assert run(" a ") == '<w:r><w:t xml:space="preserve"> a </w:t></w:r>'
    assert run("a", "Strong") == (
        '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>'
    )


def test_strong_and_emphasis_are_styles_and_a_break_is_a_break() -> None:
    isi: tuple[Inline, ...] = (Text("a"), Strong((Text("b"),)), LineBreak(), Emphasis((Value("c"),)))
    xml = inlines(isi)
    assert gaya(xml) == ["Strong", "Emphasis"]
    assert gaya(inlines((Strong((Text("a"), Emphasis((Text("b"),)))),))) == ["Strong", "StrongEmphasis"]
    assert gaya(inlines((Emphasis((Strong((Text("b"),)),)),))) == ["StrongEmphasis"]
    assert [etree.QName(e).localname for r in urai(xml) for e in r][-3:] == ["br", "rPr", "t"]
    assert gaya(inlines((Text("x"), Reference("tabel:a", "Tabel 1.1")), "Strong")) == ["Strong"] * 6


def test_a_paragraph_has_its_style_first() -> None:
    assert paragraf("BodyText", "", "<w:keepNext/>") == (
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/></w:pPr></w:p>'
    )


# ---------------------------------------------------------------- fields and bookmarks


def test_a_field_begins_separates_and_ends() -> None:
    jenis = [e.get(f"{{{W}}}fldCharType") for e in urai(field("PAGE", "1")).iter(f"{{{W}}}fldChar")]
    assert jenis == ["begin", "separate", "end"]
    assert kode(field('TOC \\c "Tabel"', "<&>")) == ['TOC \\c "Tabel"']
    assert teks(field("PAGE", "<&>")) == "<&>"


def test_bookmarks_are_numbered_from_where_the_template_ends() -> None:
    penanda = Penanda(7)
    assert penanda.bungkus("a", "x") == '<w:bookmarkStart w:id="8" w:name="a"/>x<w:bookmarkEnd w:id="8"/>'
    assert 'w:id="9"' in penanda.bungkus("b", "")


@pytest.mark.parametrize(
    ("label", "nama"),
    [("tabel:sarana", "_Ref_tabel_sarana"), ("bab:2", "_Ref_bab_2"), ("grafik:naik-2024", "_Ref_grafik_naik_2024")],
)
def test_plain_labels_give_plain_names(label: str, nama: str) -> None:
    assert bookmark(label) == nama


def test_labels_that_would_meet_are_kept_apart() -> None:
    label = ("tabel:a-b", "tabel:a_b", "tabel:A-b", "tabel:a-é", "tabel:a-è", "tabel:" + "x" * 50, "tabel:" + "x" * 51)
    assert len({bookmark(x).casefold() for x in label}) == len(label)


@given(st.lists(LABEL, unique=True, max_size=8))
def test_names_are_what_word_takes_and_as_many_as_labels(label: list[str]) -> None:
    nama = [bookmark(f"tabel:{x}") for x in label]
    assert all(re.fullmatch(r"_\w+", n, re.ASCII) and len(n) <= BATAS_NAMA for n in nama)
    assert len({n.casefold() for n in nama}) == len(label)


# ---------------------------------------------------------------- references


@pytest.mark.parametrize("jenis", ["tabel", "grafik", "gambar"])
def test_a_caption_is_referred_to_by_label_and_number(jenis: str) -> None:
    xml = inlines((Reference(f"{jenis}:a", f"{jenis.title()} 2.1"),))
    assert kode(xml) == [f"REF _Ref_{jenis}_a \\h"]
    assert teks(xml) == f"{jenis.title()}{NBSP}2.1"


def test_the_word_of_a_chapter_stands_outside_the_field() -> None:
    """The chapter prints BAB II, the sentence Bab II."""
    xml = inlines((Reference("bab:2", "Bab II"),))
    assert kode(xml) == ["REF _Ref_bab_2 \\h"]
    assert urai(xml)[0][0].text == f"Bab{NBSP}"
    assert teks(xml) == f"Bab{NBSP}II"


@pytest.mark.parametrize("nomor", ["2.1", "2.1.3", "4"])
def test_a_section_is_referred_to_by_the_number_it_prints(nomor: str) -> None:
    """Not with \\r: LibreOffice and Word then put the numbers above before a point '4.'."""
    xml = inlines((Reference("bagian:a", nomor),))
    assert kode(xml) == ["REF _Ref_bagian_a \\n \\h"]
    assert teks(xml) == nomor


def test_a_section_without_number_is_referred_to_by_its_words() -> None:
    xml = inlines((Reference("bagian:a", "2 Kata\ue010 Pengantar"),))
    assert kode(xml) == ["REF _Ref_bagian_a \\h"]
    assert teks(xml) == "2 Kata Pengantar"
