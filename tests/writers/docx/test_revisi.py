"""Marks of tracked changes around runs, at the ends of paragraphs and on rows; lists and captions with them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from generator.tree.nodes import (
    Caption,
    Cell,
    Deleted,
    Heading,
    Inlines,
    Inserted,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    SignatureBlock,
    Strong,
    Table,
    Text,
)
from generator.writers.docx.revisi import PenandaRevisi, gaya_lanjut, seluruhnya, untuk_tata_letak
from generator.writers.docx.sebaris import Penanda, field, run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
Tulis = Callable[..., Any]
"""Of the conftest: writes blocks; the result has `akar`, `cari` and `paragraf`."""
SIFAT = 'w:author="Pembanding" w:date="2025-08-17T00:00:00Z"'


def t(teks: str) -> Inlines:
    return (Text(teks),)


@pytest.fixture
def revisi() -> PenandaRevisi:
    return PenandaRevisi(Penanda(), "2025-08-17")


def test_runs(revisi: PenandaRevisi) -> None:
    assert revisi.lari("", run("a")) == run("a")
    assert revisi.lari("baru", "") == ""
    assert revisi.lari("baru", run("a")) == f'<w:ins w:id="1" {SIFAT}>{run("a")}</w:ins>'
    hapus = '<w:r><w:delText xml:space="preserve">a</w:delText></w:r>'
    assert revisi.lari("hapus", run("a")) == f'<w:del w:id="2" {SIFAT}>{hapus}</w:del>'


def test_a_field_that_is_gone(revisi: PenandaRevisi) -> None:
    isi = revisi.lari("hapus", field("REF a", "5"))
    assert "<w:t " not in isi
    assert "<w:instrText" not in isi
    assert isi.count("<w:delInstrText ") == isi.count("</w:delInstrText>") == 1


def test_ends_of_paragraphs_and_rows(revisi: PenandaRevisi) -> None:
    assert revisi.paragraf("") == revisi.baris("") == ""
    assert revisi.paragraf("baru") == f'<w:rPr><w:ins w:id="1" {SIFAT}/></w:rPr>'
    assert revisi.baris("hapus") == f'<w:del w:id="2" {SIFAT}/>'


@pytest.mark.parametrize(
    ("isi", "hasil"),
    [
        ((), ""),
        (t("a"), ""),
        ((Inserted(t("a")),), "baru"),
        ((Deleted(t("a")),), "hapus"),
        ((Deleted(t("a")), Inserted(t("b"))), ""),
        ((Inserted(t("a")), Text("b")), ""),
    ],
)
def test_words_of_one_version(isi: Inlines, hasil: str) -> None:
    assert seluruhnya(isi) == hasil


# ---------------------------------------------------------------- in the body


def tanda(h: Any) -> list[tuple[str, list[str], list[str]]]:
    """(style, marks of its end, marks of its words) of every paragraph outside of tables."""

    def nama(e: etree._Element, jalur: str) -> list[str]:
        return [etree.QName(x).localname for x in e.iterfind(jalur, NS)]

    return [
        (g[0], [*nama(p, "w:pPr/w:rPr/w:ins"), *nama(p, "w:pPr/w:rPr/w:del")], [*nama(p, "w:ins"), *nama(p, "w:del")])
        for p in h.akar[0].iterfind("w:p", NS)
        if (g := [x.get(f"{{{W}}}val", "") for x in p.iterfind("w:pPr/w:pStyle", NS)])
    ]


def test_paragraphs_of_one_version(tulis: Tulis) -> None:
    h = tulis(Paragraph(t("a"), revision="baru"), Paragraph(t("b"), revision="hapus"), Paragraph(t("c")))
    assert tanda(h) == [("BodyText", ["ins"], ["ins"]), ("BodyText", ["del"], ["del"]), ("BodyText", [], [])]
    assert h.cari("//w:delText/text()") == ["b"]


def test_words_within_a_style(tulis: Tulis) -> None:
    h = tulis(Paragraph((Text("a "), Deleted((Strong(t("b")),)), Inserted(t("c")))))
    assert tanda(h) == [("BodyText", [], ["ins", "del"])]
    assert h.cari("//w:del/w:r/w:rPr/w:rStyle/@w:val") == ["Strong"]


def test_a_document_does_not_end_with_a_paragraph_that_may_go(tulis: Tulis) -> None:
    h = tulis(Paragraph(t("a"), revision="baru"))
    assert h.paragraf()[-1] == ("BatasBagian", "")
    h = tulis(Section((Paragraph(t("a"), revision="hapus"),)), Section((Paragraph(t("b")),)))
    assert [g for g, _ in h.paragraf()] == ["BodyText", "BatasBagian", "BodyText"]
    assert len(h.cari("//w:p[w:pPr/w:pStyle/@w:val='BatasBagian']/w:pPr/w:sectPr/w:pgSz/@w:w")) == 1


def test_a_heading_that_is_gone_is_no_target_and_counts_for_nothing(tulis: Tulis) -> None:
    lalu = Heading(1, t("LAMA"), number="I", word="BAB", revision="hapus")
    h = tulis(Section((lalu, Heading(1, t("BARU"), "bab:1"))))
    lama, baru = h.akar[0].findall("w:p", NS)[:2]
    assert "".join(x.text or "" for x in lama.iter(f"{{{W}}}delText")).endswith("LAMA")
    assert not list(lama.iter(f"{{{W}}}fldChar", f"{{{W}}}bookmarkStart"))
    assert len(h.cari("//w:instrText[contains(., 'SEQ Bab')]/text()")) == 1
    assert list(baru.iter(f"{{{W}}}bookmarkStart"))


def test_the_number_of_an_item_stands_in_each_version(tulis: Tulis) -> None:
    """The first paragraph that a version has carries it."""
    item = ListItem(
        (Paragraph(t("lama"), revision="hapus"), Paragraph(t("baru"), revision="baru"), Paragraph(t("tetap")))
    )
    h = tulis(List("angka", (item,)))
    assert [g for g, _ in h.paragraf()][:3] == ["ListParagraph", "ListParagraph", "DaftarLanjut1"]
    assert len(h.cari("//w:pPr/w:numPr/w:numId/@w:val")) == 2


def test_a_table_of_one_version(tulis: Tulis) -> None:
    baris = Row("1", (Cell(t("a")), Cell(())), revision="hapus")
    t1 = Table(Caption("tabel", "t", t("Judul"), revision="hapus"), (1.0, 1.0), (), (baris,))
    h = tulis(Heading(1, t("A"), "bab:1"), t1)
    assert tanda(h)[1:3] == [("Caption", ["del"], ["del"]), ("SetelahTabel", ["del"], [])]
    assert len(h.cari("//w:trPr/w:del/@w:id")) == 1
    assert h.cari("//w:tc//w:pPr/w:rPr/*/@w:id") == []
    assert h.cari("//w:tbl//w:del/w:r/w:delText/text()") == ["a"]
    assert h.cari("//w:instrText[contains(., 'SEQ Tabel')]/text()") == []


def test_a_signature_of_one_version(tulis: Tulis) -> None:
    ttd = SignatureBlock(t("Contoh"), t("Camat,"), t("AMIR"), (t("NIP 1"),), revision="baru")
    h = tulis(ttd)
    assert [(x, y) for _, x, y in tanda(h)[:4]] == [(["ins"], ["ins"])] * 4


def test_every_mark_has_an_id_of_its_own(tulis: Tulis) -> None:
    h = tulis(
        *(Paragraph((Deleted(t("a")), Inserted(t("b"))), revision="") for _ in range(3)), Heading(1, t("A"), "bab:1")
    )
    semua = h.cari("//w:ins/@w:id | //w:del/@w:id | //w:bookmarkStart/@w:id")
    assert len(semua) == len(set(semua)) >= 7
    assert set(h.cari("//w:ins/@w:author | //w:del/@w:author")) == {"Pembanding"}


# ---------------------------------------------------------------- for LibreOffice


def tata_letak(h: Any) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(h.naskah.untuk_tata_letak({}))) as z:
        return etree.fromstring(z.read("word/document.xml"))


def test_libreoffice_gets_no_marked_ends_and_no_numbers_of_what_is_gone(tulis: Tulis) -> None:
    """It would print the numbers of a list in which the next item had become part of the one that is gone."""
    isi = [ListItem((Paragraph(t(x), revision=r),)) for x, r in (("a", ""), ("b", "hapus"), ("c", "baru"))]  # type: ignore[arg-type]
    h = tulis(List("angka", (*isi, ListItem((Paragraph(t("d")),)))), Paragraph(t("e"), revision="hapus"))
    akar = tata_letak(h)
    assert not akar.findall(".//w:pPr/w:rPr", NS)
    assert [len(akar.findall(f".//w:p/w:{n}", NS)) for n in ("ins", "del")] == [1, 2]
    gaya = {
        "".join(x.text or "" for x in p.iter(f"{{{W}}}t", f"{{{W}}}delText")): (
            p.findtext("w:pPr/w:numPr", None, NS) is not None,
            p.find("w:pPr/w:pStyle", NS).get(f"{{{W}}}val"),  # type: ignore[union-attr]
        )
        for p in akar.iterfind(".//w:p", NS)
    }
    assert [gaya[x] for x in "abcde"] == [
        *((True, "ListParagraph"), (False, "DaftarLanjut1"), (True, "ListParagraph"), (True, "ListParagraph")),
        (False, "BodyText"),
    ]
    assert len(h.cari("//w:pPr/w:rPr/*/@w:id")) == 3  # Word gets them


def test_a_marked_end_that_closes_a_section(tulis: Tulis, revisi: PenandaRevisi) -> None:
    isi = f"<w:pPr>{revisi.paragraf('baru')}<w:sectPr><w:x/></w:sectPr></w:pPr>"
    assert untuk_tata_letak(isi) == "<w:pPr><w:sectPr><w:x/></w:sectPr></w:pPr>"


def test_a_body_without_marks_is_laid_out_as_it_is() -> None:
    isi = "<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>"
    assert untuk_tata_letak(isi) is isi


@pytest.mark.parametrize(("tingkat", "gaya"), [(0, "DaftarLanjut1"), (2, "DaftarLanjut3"), (7, "DaftarLanjut3")])
def test_the_style_of_further_paragraphs(tingkat: int, gaya: str) -> None:
    assert gaya_lanjut(tingkat) == gaya
