"""Two signatures side by side and the particulars of a person: rows, styles, what keeps them on one page, revisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model.angka import Lokasi
from generator.periksa.struktur import periksa_docx
from generator.tree.nodes import (
    Caption,
    Cell,
    Heading,
    Inlines,
    LineBreak,
    Paragraph,
    Particulars,
    Revision,
    Row,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
    Value,
)
from generator.writers.docx.tanda_tangan import GAYA_IDENTITAS, GAYA_PASANGAN, GAYA_TABEL
from generator.writers.docx.templat import TemplatSalah

Tulis = Callable[..., Any]
DI = (Lokasi("a.xlsx", "S", "A1"),)
BAB = Heading(1, (Text("A"),))


def t(kata: str) -> Inlines:
    return (Text(kata),)


KIRI = SignatureBlock((), (Text("Pihak Kedua,"), LineBreak(), Text("Bupati,")), t("(....)"), (), by_hand=True)
KANAN = SignatureBlock(
    (Text("Contoh, "), Value("2027", None, DI)), t("Camat,"), t("NAMA"), (t("Pembina"), (Value("NIP 1", None, DI),))
)
PASANGAN = SignaturePair(KIRI, KANAN)
IDENTITAS = Particulars(((t("Nama"), t("NAMA")), (t("Jabatan"), (Value("Camat 1", None, DI),))))


@pytest.fixture
def templat(buat_templat: Callable[..., Path]) -> Path:
    """The small template with the styles of the parties."""
    gaya = "".join(
        f'<w:style w:type="{jenis}" w:styleId="{nama}"><w:name w:val="{nama}"/></w:style>'
        for nama, jenis in (
            *((g, "paragraph") for g in (*GAYA_PASANGAN, GAYA_IDENTITAS)),
            (GAYA_TABEL, "table"),
        )
    )
    return buat_templat(ganti={"word/styles.xml": ("</w:styles>", f"{gaya}</w:styles>")})


@pytest.fixture
def tulis_pihak(tulis: Tulis, templat: Path) -> Tulis:
    return lambda *isi: tulis(*isi, templat=templat)


def kotak(banyak: int, source: Inlines = ()) -> Table:
    baris = tuple(Row(str(i), (Cell(t(f"b{i}")),)) for i in range(banyak))
    return Table(Caption("kotak", "k", t("K")), (1,), (Row("kepala", (Cell(t("K")),)),), baris, source)


# ---------------------------------------------------------------- rows


def test_what_stands_side_by_side(tulis_pihak: Tulis) -> None:
    """Left before right in every row; a shorter one ends in blank cells; a name to be written is not underlined."""
    assert tulis_pihak(PASANGAN).paragraf() == [
        *(("PihakTempat", ""), ("PihakTempat", "Contoh, 2027")),
        *(("PihakJabatan", "Pihak Kedua,/Bupati,"), ("PihakJabatan", "Camat,")),
        *(("PihakRincian", "(....)"), ("PihakNama", "NAMA")),
        *(("PihakRincian", ""), ("PihakRincian", "Pembina")),
        *(("PihakRincian", ""), ("PihakRincian", "NIP 1")),
        ("SetelahTabel", ""),
    ]


def test_a_single_signature_may_be_written_by_hand_too(tulis: Tulis) -> None:
    gaya = [g for g, _ in tulis(replace(KANAN, by_hand=True)).paragraf()]
    assert gaya == ["TandaTanganTempat", "TandaTanganJabatan", "TandaTangan", "TandaTangan", "TandaTanganAkhir"]


def test_the_table_fills_the_text_and_says_what_it_is(tulis_pihak: Tulis) -> None:
    hasil = tulis_pihak(BAB, PASANGAN)
    assert hasil.cari("//w:tblStyle/@w:val") == ["TabelPihak"]
    assert hasil.cari("//w:gridCol/@w:w") == ["4500", "4500"]
    assert hasil.cari("//w:tblCaption/@w:val") == ["Tanda tangan Pihak Kedua, Bupati dan Camat"]
    assert hasil.cari("//w:tblHeader") == []
    assert periksa_docx(hasil.bagian) == []


def test_particulars_are_lines_at_tabs(tulis_pihak: Tulis) -> None:
    hasil = tulis_pihak(BAB, IDENTITAS)
    assert hasil.paragraf()[1:] == [("Identitas", "Nama>:>NAMA"), ("Identitas", "Jabatan>:>Camat 1")]
    assert periksa_docx(hasil.bagian) == []


# ---------------------------------------------------------------- one page


def test_a_page_never_ends_among_the_signatures(tulis_pihak: Tulis) -> None:
    """Every row but the last keeps with the next, and none breaks; the paragraph before stays with them."""
    hasil = tulis_pihak(Paragraph(t("a")), Paragraph(t("Demikian.")), PASANGAN)
    assert len(hasil.cari("//w:tr")) == len(hasil.cari("//w:tr[w:trPr/w:cantSplit]")) == 5
    assert len(hasil.cari("//w:tr[position()<last()]//w:p[w:pPr/w:keepNext]")) == 8
    assert hasil.cari("//w:tr[last()]//w:p[w:pPr/w:keepNext]") == []
    assert hasil.cari("//w:body/w:p[w:pPr/w:keepNext]//w:t/text()") == ["Demikian."]


@pytest.mark.parametrize(("sumber", "gaya"), [((), "SetelahTabel"), (t("Sumber: x"), "Sumber")])
def test_the_end_of_a_table_stays_with_the_signatures_below_it(tulis_pihak: Tulis, sumber: Inlines, gaya: str) -> None:
    hasil = tulis_pihak(kotak(9, sumber), PASANGAN)
    di_tabel = hasil.cari("//w:tbl[1]//w:p[w:pPr/w:keepNext]//w:t/text()")
    assert di_tabel == ["b8"]
    assert hasil.cari("//w:body/w:p[w:pPr/w:keepNext]/w:pPr/w:pStyle/@w:val") == [gaya]


def test_a_short_table_goes_not_as_a_whole_with_the_signatures(tulis_pihak: Tulis) -> None:
    """Half a page would be left empty; what is to stay with its last row says so itself."""
    t = kotak(4)
    t = replace(t, rows=tuple(replace(r, keep=r.key == "2") for r in t.rows))
    assert tulis_pihak(t, PASANGAN).cari("//w:tbl[1]//w:p[w:pPr/w:keepNext]//w:t/text()") == ["b2", "b3"]
    sendiri = tulis_pihak(t, Paragraph(()), PASANGAN).cari("//w:tbl[1]//w:p[w:pPr/w:keepNext]//w:t/text()")
    assert sendiri == ["b0", "b1", "b2"]


def test_the_end_of_a_table_is_free_otherwise(tulis_pihak: Tulis) -> None:
    hasil = tulis_pihak(kotak(9), Paragraph(t("a")), PASANGAN)
    assert "b8" not in hasil.cari("//w:p[w:pPr/w:keepNext]//w:t/text()")


def test_a_sentence_before_a_box_stays_with_it(tulis: Tulis) -> None:
    """A box has no caption that would."""
    hasil = tulis(Paragraph(t("a")), Paragraph(t("sebagai berikut:")), kotak(9))
    assert hasil.cari("//w:body/w:p[w:pPr/w:keepNext]//w:t/text()") == ["sebagai berikut:"]


# ---------------------------------------------------------------- templates


@pytest.mark.parametrize(("isi", "gaya"), [(PASANGAN, "TabelPihak, PihakTempat"), (IDENTITAS, "Identitas")])
def test_a_template_without_their_styles_is_named(tulis: Tulis, isi: Any, gaya: str) -> None:
    with pytest.raises(TemplatSalah, match=f"gaya tidak ada dalam templat: {gaya}"):
        tulis(isi)


# ---------------------------------------------------------------- revisions


@pytest.mark.parametrize(("revisi", "unsur"), [("baru", "ins"), ("hapus", "del")])
def test_one_version_only(tulis_pihak: Tulis, revisi: Revision, unsur: str) -> None:
    """Every row and paragraph is marked."""
    hasil = tulis_pihak(replace(PASANGAN, revision=revisi), replace(IDENTITAS, revision=revisi), Paragraph(t("a")))
    assert len(hasil.cari(f"//w:tr/w:trPr/w:{unsur}")) == 5
    assert len(hasil.cari(f"//w:body/w:p/w:pPr/w:rPr/w:{unsur}")) == 3  # below the table, and two lines
    teks = "//w:delText/text()" if revisi == "hapus" else "//w:ins//w:t/text()"
    assert "NAMA" in hasil.cari(teks) and "Camat," in hasil.cari(teks)


# ---------------------------------------------------------------- the check of the package

ISI = "word/document.xml"


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("<w:trPr><w:cantSplit/>", "<w:trPr><w:cantSplit/><w:tblHeader/>", "tanda tangan dengan baris kepala"),
        ("<w:trPr><w:cantSplit/>", "<w:trPr>", "tanda tangan dapat terpotong halaman di dalam baris 1"),
        ('"PihakNama"/><w:keepNext/>', '"PihakNama"/>', "tanda tangan dapat terpisah halaman setelah baris 3"),
    ],
)
def test_signatures_that_may_be_parted_are_a_fault(tulis_pihak: Tulis, lama: str, baru: str, pesan: str) -> None:
    bagian = dict(tulis_pihak(BAB, PASANGAN).bagian)
    isi = bagian[ISI].decode()
    assert lama in isi
    bagian[ISI] = isi.replace(lama, baru, 1).encode()
    (salah,) = periksa_docx(bagian)
    assert salah.endswith(pesan)
