"""Blocks of the body: headings, captions, lists, drawings, signatures. Contents and sections: `test_dokumen`."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.model.angka import Angka
from generator.periksa.struktur import periksa_docx
from generator.tree.nodes import (
    Box,
    Caption,
    Cell,
    Chart,
    Diagram,
    Heading,
    Inline,
    Kind,
    List,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Series,
    SignatureBlock,
    Table,
    Text,
)

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
TEMPLAT = Path(__file__).parents[3] / "templates" / "renstra.docx"
Tulis = Callable[..., Any]
Golden = Callable[[str, str], None]


def p(*isi: str | Inline, style: str = "badan") -> Paragraph:
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in isi), style)


def judul(tingkat: int, teks: str, label: str = "") -> Heading:
    return Heading(tingkat, (Text(teks),), label)


def takarir(kind: Kind, nama: str) -> Caption:
    return Caption(kind, nama, (Text(f"Judul {nama}"),))


def tabel(nama: str, *, sumber: str = "") -> Table:
    sel = (Cell((Text("x"),)),)
    return Table(
        takarir("tabel", nama), (1,), (Row("kepala-1", sel),), (Row("a", sel),), (Text(sumber),) if sumber else ()
    )


def grafik(nama: str, **sifat: Any) -> Chart:
    return Chart(takarir("grafik", nama), ("A",), (Series("X", (Angka(1),)),), **{"alt": f"Uraian {nama}", **sifat})


def bagan(nama: str, lebar: float = 80, **sifat: Any) -> Diagram:
    kotak = (Box("a", ("Kepala",), 0, 0, lebar, 20),)
    return Diagram(takarir("gambar", nama), kotak, (), lebar, 20, **{"alt": f"Uraian {nama}", **sifat})


def daftar(jenis: Any, *item: str | tuple[Any, ...]) -> List:
    """Items are texts or tuples of texts and lists."""
    isi = (i if isinstance(i, tuple) else (i,) for i in item)
    return List(jenis, tuple(ListItem(tuple(p(b) if isinstance(b, str) else b for b in i)) for i in isi))


BAB_1, BAB_2 = judul(1, "PENDAHULUAN", "bab:1"), judul(1, "PENUTUP", "bab:2")
TANDA_TANGAN = SignatureBlock(
    (Text("Contoh, 2025"),), (Text("Kepala,"),), (Text("Nama"),), ((Text("Pembina"),), (Text("NIP 1"),))
)


def seq(hasil: Any) -> list[tuple[str, str]]:
    """(code, cached text) of the SEQ fields."""
    kode = hasil.cari("//w:instrText/text()[contains(., 'SEQ')]")
    teks = hasil.cari("//w:r[w:instrText[contains(., 'SEQ')]]/following-sibling::w:r[2]/w:t/text()")
    return list(zip((k.strip() for k in kode), teks, strict=True))


# ---------------------------------------------------------------- headings and captions


def test_golden_headings_captions_references(tulis: Tulis, golden: Golden) -> None:
    isi = (
        judul(1, "KATA PENGANTAR"),
        BAB_1,
        judul(2, "Latar", "bagian:latar"),
        p("Lihat ", Reference("tabel:a"), ", ", Reference("bab:1"), " dan ", Reference("bagian:latar"), "."),
        tabel("a"),
    )
    golden("docx_judul", tulis(*isi).badan)


def test_chapters_print_their_number_as_a_field(tulis: Tulis) -> None:
    hasil = tulis(judul(1, "KATA PENGANTAR"), BAB_1, BAB_2)
    assert hasil.paragraf() == [
        ("JudulDepan", "KATA PENGANTAR"),
        ("Heading1", "BAB I/PENDAHULUAN"),
        ("Heading1", "BAB II/PENUTUP"),
    ]
    assert seq(hasil) == [("SEQ Bab \\* ROMAN", "I"), ("SEQ Bab \\* ROMAN", "II")]


def test_annexes_print_their_number_without_the_style_of_a_chapter(tulis: Tulis) -> None:
    """Their captions count with 'L' before the number; a reference says 'Lampiran' itself and points at the number."""
    satu, dua = judul(1, "RINCIAN", "lampiran:1"), judul(1, "PETA", "lampiran:2")
    hasil = tulis(BAB_1, satu, tabel("a"), dua, tabel("b"), p("Lihat ", Reference("lampiran:2"), "."))
    kepala = [x for x in hasil.paragraf() if x[0] in ("JudulDepan", "Heading1", "Caption")]
    assert kepala == [
        ("Heading1", "BAB I/PENDAHULUAN"),
        ("JudulDepan", "LAMPIRAN I/RINCIAN"),
        ("Caption", "Tabel L.1/Judul a"),
        ("JudulDepan", "LAMPIRAN II/PETA"),
        ("Caption", "Tabel L.2/Judul b"),
    ]
    assert seq(hasil) == [
        ("SEQ Bab \\* ROMAN", "I"),
        ("SEQ Lampiran \\* ROMAN", "I"),
        ("SEQ Tabel \\* ARABIC \\r 1", "1"),
        ("SEQ Lampiran \\* ROMAN", "II"),
        ("SEQ Tabel \\* ARABIC", "2"),
    ]
    assert hasil.paragraf()[-1] == ("BodyText", "Lihat Lampiran II.")


def test_sections_are_numbered_by_their_style(tulis: Tulis) -> None:
    hasil = tulis(BAB_1, *(judul(n, f"Tingkat {n}") for n in range(2, 7)))
    assert hasil.paragraf()[1:] == [(f"Heading{n}", f"Tingkat {n}") for n in range(2, 7)]
    assert hasil.cari("//w:numPr") == []


def test_headings_stand_in_the_bookmarks_of_contents_and_references(tulis: Tulis) -> None:
    hasil = tulis(judul(1, "DEPAN"), BAB_1, judul(2, "Latar", "bagian:latar"), judul(2, "Lain"))
    nama = hasil.cari("//w:bookmarkStart/@w:name")
    assert [n for n in nama if n.startswith("_Ref")] == ["_Ref_bab_1", "_Ref_bagian_latar"]
    assert len([n for n in nama if n.startswith("_Toc")]) == 4


def test_captions_count_anew_in_every_chapter_and_kind(tulis: Tulis) -> None:
    isi = (BAB_1, tabel("a"), grafik("b"), tabel("c"), bagan("d"), BAB_2, tabel("e"), grafik("f"), tabel("g"))
    bab = {"SEQ Bab \\* ROMAN", "SEQ Bab \\c \\* ARABIC"}
    hasil = tulis(*isi)
    assert [s for s in seq(hasil) if s[0] not in bab] == [
        ("SEQ Tabel \\* ARABIC \\r 1", "1"),
        ("SEQ Grafik \\* ARABIC \\r 1", "1"),
        ("SEQ Tabel \\* ARABIC", "2"),
        ("SEQ Gambar \\* ARABIC \\r 1", "1"),
        ("SEQ Tabel \\* ARABIC \\r 1", "1"),
        ("SEQ Grafik \\* ARABIC \\r 1", "1"),
        ("SEQ Tabel \\* ARABIC", "2"),
    ]
    assert [t for k, t in seq(hasil) if k == "SEQ Bab \\c \\* ARABIC"] == ["1"] * 4 + ["2"] * 3
    teks = [t for g, t in hasil.paragraf() if g == "Caption"]
    assert teks[:3] == ["Tabel 1.1/Judul a", "Grafik 1.1/Judul b", "Tabel 1.2/Judul c"]


def test_a_caption_stands_above_and_what_it_names_keeps_its_source(tulis: Tulis) -> None:
    sumber = (Text("Sumber: data"),)
    gambar = (grafik("c", source=sumber), bagan("d", source=sumber), bagan("e"))
    hasil = tulis(BAB_1, tabel("a", sumber="Sumber: data"), tabel("b"), *gambar)
    gaya = " ".join(g for g, _ in hasil.paragraf()[1:] if not g.startswith("Tabel"))
    assert gaya == "Caption Sumber Caption SetelahTabel" + " Caption Gambar Sumber" * 2 + " Caption Gambar"
    assert len(hasil.cari("//w:p[w:pPr/w:pStyle/@w:val='Gambar'][w:pPr/w:keepNext]")) == 2


def test_paragraphs_choose_their_style_by_role(tulis: Tulis) -> None:
    hasil = tulis(*(p(r, style=r) for r in ("badan", "kutipan", "sumber")))
    assert hasil.paragraf() == [("BodyText", "badan"), ("Quote", "kutipan"), ("Sumber", "sumber")]


def test_a_box_stands_without_caption_and_counts_for_nothing(tulis: Tulis) -> None:
    kotak = replace(tabel("k"), caption=takarir("kotak", "k"))
    hasil = tulis(BAB_1, kotak, tabel("a"))
    assert [g for g, _ in hasil.paragraf()[1:]] == [
        *("TabelKepala", "TabelTeks", "SetelahTabel", "Caption", "TabelKepala", "TabelTeks", "SetelahTabel"),
    ]
    assert [t for k, t in seq(hasil) if k.startswith("SEQ Tabel")] == ["1"]
    assert hasil.cari("//w:tblCaption/@w:val") == ["Judul k", "Judul a"]
    assert periksa_docx(hasil.bagian) == []


def test_every_row_of_every_table_has_a_bookmark(tulis: Tulis) -> None:
    """By them the layout finds where pages begin: `baris` tells the table and the key of each, in order."""
    x, y = Cell((Text("x"),)), Cell((Text("y"),))
    dua = replace(tabel("dua"), widths=(1, 1), header=(), rows=(Row("b", (replace(x, row_span=2), y)), Row("c", (y,))))
    hasil = tulis(BAB_1, tabel("satu"), dua)
    assert list(hasil.naskah.baris.values()) == [("satu", "a"), ("dua", "b"), ("dua", "c")]
    ditandai = [n for n in hasil.cari("//w:tbl//w:bookmarkStart/@w:name") if n in hasil.naskah.baris]
    assert ditandai == list(hasil.naskah.baris)
    assert all(re.fullmatch("_[A-Za-z0-9_]{1,39}", n) for n in ditandai)  # hidden in Word, which allows 40 characters


# ---------------------------------------------------------------- lists


def nomor(hasil: Any) -> list[tuple[str, str, str]]:
    """(text, level, list) of the paragraphs of lists; '-' where a paragraph has no mark."""
    daftar = []
    gaya = "starts-with(@w:val,'DaftarLanjut') or @w:val='ListParagraph'"
    for q in hasil.cari(f"//w:p[w:pPr/w:pStyle[{gaya}]]//w:t/text()"):
        di = f"//w:p[w:pPr/w:pStyle[{gaya}]][.//w:t='{q}']/w:pPr/w:numPr"
        tingkat, num = hasil.cari(f"{di}/w:ilvl/@w:val"), hasil.cari(f"{di}/w:numId/@w:val")
        daftar.append((q, *(tingkat or "-"), *(num or "-")))
    return daftar


def definisi(hasil: Any) -> list[tuple[str, str, str]]:
    """(abstract numbering's name, level that restarts, start) of each list of the body."""
    akar = etree.fromstring(hasil.bagian["word/numbering.xml"])
    w = f"{{{akar.nsmap['w']}}}"
    nama = {a.get(f"{w}abstractNumId"): a.find(f"{w}name").get(f"{w}val") for a in akar.iter(f"{w}abstractNum")}
    hasil_akhir = []
    for num in akar.findall(f"{w}num")[1:]:
        (ulang,) = num.findall(f"{w}lvlOverride")
        acuan = num.find(f"{w}abstractNumId").get(f"{w}val")
        hasil_akhir.append((nama[acuan], ulang.get(f"{w}ilvl"), ulang[0].get(f"{w}val")))
    return hasil_akhir


def test_golden_lists(tulis: Tulis, golden: Golden) -> None:
    dalam = daftar("angka", "satu-a", ("satu-b", daftar("angka", "satu-b-1")))
    golden("docx_daftar", tulis(daftar("angka", ("satu", dalam), ("dua", "lanjutan dua")), daftar("butir", "x")).badan)


def test_every_list_is_a_numbering_of_its_own_that_restarts(tulis: Tulis) -> None:
    hasil = tulis(
        daftar("angka", "a", "b"), p("antara"), daftar("angka", "c"), daftar("huruf", "d"), daftar("butir", "e")
    )
    assert nomor(hasil) == [("a", "0", "2"), ("b", "0", "2"), ("c", "0", "3"), ("d", "0", "4"), ("e", "0", "5")]
    assert definisi(hasil) == [(f"Daftar{d}", "0", "1") for d in ("Angka", "Angka", "Huruf", "Butir")]


def test_lists_within_lists_go_on_in_the_kind_of_their_parent(tulis: Tulis) -> None:
    """1. then a. then 1): levels of one definition; each restarts at its own level."""
    hasil = tulis(daftar("angka", ("a", daftar("angka", ("b", daftar("huruf", "c")))), ("d", daftar("angka", "e"))))
    assert nomor(hasil) == [("a", "0", "2"), ("b", "1", "3"), ("c", "2", "4"), ("d", "0", "2"), ("e", "1", "5")]
    assert definisi(hasil) == [("DaftarAngka", n, "1") for n in ("0", "1", "2", "1")]


def test_bullets_and_numbers_change_kind_within_each_other(tulis: Tulis) -> None:
    hasil = tulis(daftar("huruf", ("a", daftar("butir", ("b", daftar("angka", "c"))))))
    assert [d[:2] for d in definisi(hasil)] == [("DaftarHuruf", "0"), ("DaftarButir", "1"), ("DaftarAngka", "2")]


def test_a_jenjang_goes_on_in_its_kind_at_every_level(tulis: Tulis) -> None:
    """1. then 1.1. then 1.1.1., whatever the kinds of the lists within; two of them do not count on."""
    dalam = daftar("angka", ("b", "lanjutan", daftar("huruf", "c")), "d")
    hasil = tulis(daftar("jenjang", ("a", dalam), ("e", daftar("angka", "f"))), daftar("jenjang", "g"))
    assert nomor(hasil) == [
        *(("a", "0", "2"), ("b", "1", "3"), ("lanjutan", "-", "-"), ("c", "2", "4"), ("d", "1", "3")),
        *(("e", "0", "2"), ("f", "1", "5"), ("g", "0", "6")),
    ]
    assert definisi(hasil) == [("DaftarJenjang", n, "1") for n in ("0", "1", "2", "1", "0")]
    assert hasil.cari("//w:p[.//w:t='lanjutan']/w:pPr/w:pStyle/@w:val") == ["DaftarLanjut2"]


def test_bullets_within_a_jenjang_do_not_take_its_marks(tulis: Tulis) -> None:
    hasil = tulis(daftar("jenjang", ("a", daftar("butir", ("b", daftar("angka", "c"))))))
    assert [d[:2] for d in definisi(hasil)] == [("DaftarJenjang", "0"), ("DaftarButir", "1"), ("DaftarAngka", "2")]


def test_the_template_numbers_a_jenjang_by_all_levels() -> None:
    """The office's own template: the mark of a level holds those above it."""
    with zipfile.ZipFile(TEMPLAT) as z:
        akar = etree.fromstring(z.read("word/numbering.xml"))
    (jenjang,) = akar.xpath("//w:abstractNum[w:name/@w:val='DaftarJenjang']", namespaces=NS)  # type: ignore[misc,union-attr]
    teks = jenjang.xpath("w:lvl/w:lvlText/@w:val", namespaces=NS)  # type: ignore[union-attr]
    assert teks == ["".join(f"%{i}." for i in range(1, n + 1)) for n in range(1, 10)]  # type: ignore[comparison-overlap]
    assert set(jenjang.xpath("w:lvl/w:numFmt/@w:val", namespaces=NS)) == {"decimal"}  # type: ignore[arg-type,union-attr]


def test_only_the_first_paragraph_of_an_item_has_a_mark(tulis: Tulis) -> None:
    hasil = tulis(daftar("angka", ("a", "lanjutan"), (daftar("angka", "dalam"), "sesudah")))
    assert nomor(hasil) == [("a", "0", "2"), ("lanjutan", "-", "-"), ("dalam", "1", "3"), ("sesudah", "0", "2")]


def test_a_further_paragraph_of_an_item_is_indented_by_its_level(tulis: Tulis) -> None:
    hasil = tulis(daftar("angka", ("a", "lanjutan", daftar("angka", ("b", "dalam")))))
    gaya = [hasil.cari(f"//w:p[.//w:t='{t}']/w:pPr/w:pStyle/@w:val") for t in ("a", "lanjutan", "b", "dalam")]
    assert gaya == [["ListParagraph"], ["DaftarLanjut1"], ["ListParagraph"], ["DaftarLanjut2"]]


def test_the_end_of_a_list_stays_with_the_signature_below_it(tulis: Tulis) -> None:
    hasil = tulis(daftar("angka", "a", ("b", daftar("angka", "c", "d"))), TANDA_TANGAN)
    assert hasil.cari("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["b", "d"]


def test_a_sentence_before_a_list_stays_with_it(tulis: Tulis) -> None:
    """Likewise one within an item before the list below it, and no other."""
    hasil = tulis(p("a"), p("terdiri atas:"), daftar("angka", "b", ("c", "yaitu:", daftar("angka", "d")), "e"))
    assert hasil.cari("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["terdiri atas:", "yaitu:"]


def test_a_sentence_before_a_table_stays_with_it_where_the_table_says_so(tulis: Tulis) -> None:
    for ikut in (True, False):
        hasil = tulis(BAB_1, p("a"), p("dinyatakan nihil."), replace(tabel("x"), keep_before=ikut))
        ada = hasil.cari("//w:body/w:p[w:pPr/w:keepNext]//w:t/text()")
        assert ("dinyatakan nihil." in ada) is ikut and "a" not in ada


# ---------------------------------------------------------------- drawings


def test_drawings_bring_their_parts(tulis: Tulis) -> None:
    hasil = tulis(BAB_1, grafik("a"), bagan("b"), grafik("c"))
    baru = {n for n in hasil.bagian if n.startswith(("word/charts/", "word/media/", "word/embeddings/"))}
    assert baru == {
        *(f"word/charts/chart{n}.xml" for n in (1, 3)),
        *(f"word/charts/_rels/chart{n}.xml.rels" for n in (1, 3)),
        *(f"word/embeddings/Microsoft_Excel_Sheet{n}.xlsx" for n in (1, 3)),
        "word/media/gambar2.emf",
    }
    assert hasil.cari("//wp:docPr/@id") == ["1", "2", "3"]
    assert hasil.cari("//wp:docPr/@name") == ["Grafik 1.1", "Gambar 1.1", "Grafik 1.2"]
    assert hasil.cari("//wp:docPr/@descr") == ["Uraian a", "Uraian b", "Uraian c"]
    assert periksa_docx(hasil.bagian) == []


def test_a_wide_diagram_shrinks_to_the_text_and_a_small_one_stays(tulis: Tulis) -> None:
    """The text is 9.000 twentieths, 450 points, wide; a point is 12.700 EMU."""
    hasil = tulis(BAB_1, bagan("a", 900), bagan("b", 100), grafik("c"))
    assert hasil.cari("//wp:extent/@cx") == [str(450 * 12700), str(100 * 12700), str(450 * 12700)]
    assert hasil.cari("//wp:extent/@cy")[:2] == [str(10 * 12700), str(20 * 12700)]


# ---------------------------------------------------------------- signatures


def test_a_signature_stays_whole_with_the_paragraph_before_it(tulis: Tulis) -> None:
    """The chain is made of styles that keep with the next paragraph; only the paragraph before has to be told."""
    hasil = tulis(p("a"), p("Demikian."), TANDA_TANGAN, p("b"))
    assert hasil.paragraf()[1:] == [
        ("BodyText", "Demikian."),
        ("TandaTanganTempat", "Contoh, 2025"),
        ("TandaTanganJabatan", "Kepala,"),
        ("TandaTanganNama", "Nama"),
        ("TandaTangan", "Pembina"),
        ("TandaTanganAkhir", "NIP 1"),
        ("BodyText", "b"),
    ]
    assert hasil.cari("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["Demikian."]


@pytest.mark.parametrize("banyak", [0, 1, 3])
def test_a_signature_may_have_any_number_of_lines(tulis: Tulis, banyak: int) -> None:
    baris = tuple((Text(f"baris {n}"),) for n in range(banyak))
    gaya = [g for g, _ in tulis(replace(TANDA_TANGAN, details=baris)).paragraf()]
    assert gaya[3:] == ["TandaTangan"] * (banyak - 1) + ["TandaTanganAkhir"] * bool(banyak)
