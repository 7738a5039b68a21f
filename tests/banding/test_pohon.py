"""Two trees: which block is which, what cannot be marked, which numbers only moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from dua_versi import META
from kantor import blok

from generator.banding.perubahan import Beda
from generator.banding.pohon import AKHIRAN_HAPUS, SAMPUL, banding_dokumen
from generator.model.angka import Angka, Lokasi
from generator.temuan import Kumpulan
from generator.tree.bagian import bagikan
from generator.tree.nodes import (
    Block,
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Deleted,
    Diagram,
    Document,
    Heading,
    Inlines,
    Inserted,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Series,
    SignatureBlock,
    Table,
    Text,
    plain,
)
from generator.tree.penomoran import nomori


def t(teks: str) -> Inlines:
    return (Text(teks),)


def p(teks: str, gaya: str = "badan") -> Paragraph:
    return Paragraph(t(teks), gaya)


def tabel(nama: str, *baris: str, judul: str = "", mendatar: bool = False, kolom: int = 1, sumber: str = "") -> Table:
    kepala = Row("kepala-1", tuple(Cell(t(f"Kolom {n + 1}")) for n in range(kolom)))
    rows = tuple(Row(b, tuple(Cell(t(b)) for _ in range(kolom))) for b in baris or ("satu",))
    takarir = Caption("tabel", nama, t(judul or f"Judul {nama}"))
    return Table(takarir, (1.0,) * kolom, (kepala,), rows, t(sumber) if sumber else (), mendatar)


GRAFIK = Chart(Caption("grafik", "g", t("Pegawai")), ("a",), (Series("n", (Angka(1),)),), "alt")
GAMBAR = Diagram(Caption("gambar", "s", t("Struktur")), (Box("k", ("satu",), 0, 0, 9, 9),), (), 90, 90, "alt")
TTD = SignatureBlock(t("Contoh, 2025"), t("Camat,"), t("AMIR"), (t("NIP 1"),))
BAB = Heading(1, t("PENDAHULUAN"), "bab:1")


def dokumen(isi: Sequence[Block], **meta: str) -> Document:
    return Document("J", tuple(bagikan(nomori([BAB, *isi], Kumpulan()))), {**META, **meta})


def banding(lama: Sequence[Block], baru: Sequence[Block]) -> Beda:
    return banding_dokumen(dokumen(lama), dokumen(baru))


def ringkas(beda: Beda) -> list[tuple[str, str, str]]:
    return [(x.jenis, x.apa, x.tempat) for x in beda.perubahan]


def hasil(beda: Beda) -> list[Block]:
    return list(blok(beda.dokumen))[1:]


A, B, C = p("rencana disusun setiap tahun"), p("pagu dibahas bersama warga"), p("laporan dibuat pada akhir triwulan")
SEMUA: tuple[Block, ...] = (
    *(A, Heading(2, t("Latar"), "bagian:latar"), List("angka", (ListItem((A,)),)), tabel("satu"), GRAFIK, GAMBAR),
    *(TTD, Contents("isi"), PageBreak()),
)


def test_nothing_changed() -> None:
    beda = banding(SEMUA, SEMUA)
    assert beda.sama
    assert beda.nomor_bergeser == []
    assert beda.dokumen == dokumen(SEMUA)


def test_paragraphs() -> None:
    beda = banding([A, B], [A, C, p("pagu dibahas bersama lurah")])
    assert ringkas(beda) == [("ditambah", "paragraf", "BAB I"), ("berubah", "paragraf", "BAB I")]
    assert hasil(beda) == [
        *(A, replace(C, revision="baru")),
        Paragraph((Text("pagu dibahas bersama "), Deleted(t("warga")), Inserted(t("lurah")))),
    ]
    assert sorted(p.jenis for p in beda.perubahan) == ["berubah", "ditambah"]


def test_a_paragraph_moved() -> None:
    beda = banding([A, B, C], [B, C, A])
    assert ringkas(beda) == [("pindah", "paragraf", "BAB I")] * 2
    assert [getattr(b, "revision", None) for b in hasil(beda)] == ["hapus", "", "", "baru"]


def test_a_paragraph_of_another_style_is_another_paragraph() -> None:
    assert ringkas(banding([A], [replace(A, style="kutipan")])) == [
        ("dihapus", "paragraf", "BAB I"),
        ("ditambah", "paragraf", "BAB I"),
    ]


def test_a_paragraph_unlike_any_is_not_marked_by_word() -> None:
    assert [x.jenis for x in banding([A], [C]).perubahan] == ["dihapus", "ditambah"]


def test_headings() -> None:
    lama, baru = (Heading(2, t(w), "bagian:latar") for w in ("Latar Belakang", "Dasar Pemikiran"))
    beda = banding([lama, A], [baru, A])
    assert ringkas(beda) == [("berubah", "judul", "BAB I, 1.1. Dasar Pemikiran")]
    beda = banding([lama, A], [replace(lama, level=3), A])
    assert [x.jenis for x in beda.perubahan] == ["dihapus", "ditambah"]
    lalu, kini = (b for b in hasil(beda) if isinstance(b, Heading))
    assert (lalu.revision, lalu.label, lalu.anchor, lalu.number) == ("hapus", "", "", "1.1.")
    assert (kini.revision, kini.label) == ("baru", "bagian:latar")


def test_a_chapter_deleted() -> None:
    """The one after it has its number, and nothing of it is marked but what it says."""
    dua = [Heading(1, t("GAMBARAN"), "bab:2"), B]
    tiga = [Heading(1, t("PENUTUP"), "bab:3"), C]
    beda = banding([A, *dua, *tiga], [A, replace(tiga[0], label="bab:2"), C])  # type: ignore[type-var, list-item]
    assert ringkas(beda) == [("dihapus", "judul", "BAB II"), ("dihapus", "paragraf", "BAB II")]
    assert beda.nomor_bergeser == [("BAB III", "BAB II")]


def test_references_in_what_is_gone_are_words() -> None:
    beda = banding([tabel("satu"), Paragraph((Reference("tabel:satu"),))], [A])
    lalu = next(b for b in hasil(beda) if isinstance(b, Paragraph) and b.revision == "hapus")
    assert plain(lalu.content) == "Tabel 1.1"


# ---------------------------------------------------------------- tables and pictures


def test_numbers_that_moved_are_told_once() -> None:
    rujuk = Paragraph((Reference("tabel:dua"),))
    beda = banding([tabel("dua"), rujuk, rujuk], [tabel("satu"), tabel("dua"), rujuk, rujuk])
    assert beda.nomor_bergeser == [("Tabel 1.1", "Tabel 1.2")]
    assert {x.jenis for x in beda.perubahan} == {"ditambah"}
    assert {x.tempat.partition(",")[0] for x in beda.perubahan} == {"BAB I", "Tabel 1.1"}


def test_a_table_is_known_by_its_name() -> None:
    beda = banding([tabel("satu", "a"), tabel("dua", "b")], [tabel("satu", "a", judul="Lain"), tabel("dua", "b")])
    assert ringkas(beda) == [("berubah", "takarir", "BAB I, Tabel 1.1")]


def test_a_table_deleted_and_one_of_its_name_new() -> None:
    """Columns that cannot be compared: both are printed whole, the old one under another name."""
    beda = banding([tabel("satu", "a")], [tabel("satu", "a", kolom=2)])
    assert beda.tak_tertandai == ['Tabel 1.1: kolom "Kolom 2" ditambah; tabel lama dan baru dicetak utuh']
    lalu, kini = (b.caption for b in hasil(beda) if isinstance(b, Table))
    assert (lalu.name, lalu.anchor, lalu.revision) == (f"satu{AKHIRAN_HAPUS}", "", "hapus")
    assert (kini.name, kini.revision) == ("satu", "baru")
    assert [x.jenis for x in beda.perubahan] == ["dihapus"] * 3 + ["ditambah"] * 3


def test_a_source_that_comes_or_goes() -> None:
    beda = banding([tabel("satu"), GRAFIK], [tabel("satu", sumber="Dinas"), replace(GRAFIK, source=t("Dinas"))])
    assert ringkas(beda) == [("berubah", "sumber", "BAB I, Tabel 1.1"), ("berubah", "sumber", "BAB I, Grafik 1.1")]


@pytest.mark.parametrize("sumber", ["", "Dinas"])
def test_the_paragraph_that_closes_a_table_counts(sumber: str) -> None:
    beda = banding([A], [A, tabel("satu", "a", sumber=sumber)])
    assert beda.tanda == 4  # caption, header, row, closing paragraph or source
    assert len(beda.perubahan) == (4 if sumber else 3)


def test_a_box_has_no_caption_to_mark() -> None:
    kotak = replace(tabel("k"), caption=Caption("kotak", "k", t("Kotak")))
    assert [x.apa for x in banding([A], [A, kotak]).perubahan] == ["baris", "baris"]
    beda = banding([kotak], [replace(kotak, caption=replace(kotak.caption, title=t("Lain")))])
    assert beda.perubahan == []


def test_what_a_picture_shows_cannot_be_marked() -> None:
    lain = replace(GAMBAR, boxes=(replace(GAMBAR.boxes[0], lines=("dua",)),))
    angka = replace(GRAFIK, series=(Series("n", (Angka(2),)),))
    beda = banding([GAMBAR, GRAFIK], [lain, angka])
    assert beda.perubahan == []
    assert beda.tak_tertandai == [f"{n} 1.1: isi gambar atau data grafik berubah" for n in ("Gambar", "Grafik")]
    assert not beda.sama


def test_a_picture_of_more_pages_is_another_picture() -> None:
    banyak = replace(GAMBAR, more=(GAMBAR,))
    beda = banding([GAMBAR], [banyak])
    assert [(x.jenis, x.apa, x.tanda) for x in beda.perubahan] == [
        *(("dihapus", "takarir", 1), ("dihapus", "gambar", 1)),
        *(("ditambah", "takarir", 1), ("ditambah", "gambar", 2)),
    ]


def test_pages_that_are_turned() -> None:
    beda = banding([tabel("satu")], [tabel("satu", mendatar=True)])
    assert beda.tak_tertandai == ["Tabel 1.1: halaman kini mendatar"]
    beda = banding([A], [A, tabel("satu", mendatar=True)])
    assert beda.tak_tertandai == ["Tabel 1.1: halaman mendatarnya tetap ada setelah perubahan ditolak"]
    beda = banding([A, tabel("satu", mendatar=True)], [A])
    assert beda.tak_tertandai == ["Tabel 1.1: halaman mendatarnya tetap ada setelah perubahan diterima"]


# ---------------------------------------------------------------- what has no marks, and where things come from


@pytest.mark.parametrize("nama", SAMPUL)
def test_the_cover_is_told(nama: str) -> None:
    beda = banding_dokumen(dokumen([A]), dokumen([A], **{nama: "LAIN"}))
    assert beda.tak_tertandai == [f'Sampul dan kepala halaman: {SAMPUL[nama]} "{META[nama]}" menjadi "LAIN"']
    assert beda.perubahan == []


@pytest.mark.parametrize(("b", "apa"), [(Contents("tabel"), "daftar tabel"), (PageBreak(), "pergantian halaman")])
def test_lists_of_contents_and_page_breaks(b: Block, apa: str) -> None:
    beda = banding([A], [A, b])
    assert (beda.perubahan, beda.tak_tertandai) == ([], [f"BAB I: {apa} ditambah"])
    assert [type(x) for x in hasil(beda)] == [Paragraph, type(b)]
    beda = banding([A, b], [A])
    assert (beda.perubahan, beda.tak_tertandai) == ([], [f"BAB I: {apa} dihapus"])
    assert hasil(beda) == [A]


def test_where_a_change_comes_from() -> None:
    lama, baru = (Lokasi("bab.md", baris=n) for n in (7, 9))
    beda = banding(
        [replace(A, asal=lama), replace(B, asal=lama)], [Paragraph(t("rencana disusun setiap bulan"), asal=baru)]
    )
    assert [(x.asal_lama, x.asal_baru) for x in beda.perubahan] == [(str(lama), str(baru)), (str(lama), "")]


def test_lists_of_another_kind() -> None:
    lama, baru = (List(j, (ListItem((A,)),)) for j in ("angka", "butir"))  # type: ignore[arg-type]
    assert [x.jenis for x in banding([lama], [baru]).perubahan] == ["dihapus", "ditambah"]


def test_a_signature() -> None:
    beda = banding([TTD], [replace(TTD, name=t("BUDI"))])
    assert ringkas(beda) == [("berubah", "tanda tangan", "BAB I")]
    beda = banding([TTD], [replace(TTD, details=())])
    assert [x.jenis for x in beda.perubahan] == ["dihapus"] * 4 + ["ditambah"] * 3
