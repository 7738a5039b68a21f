"""What makes blocks the same: everything that is read, nothing that only moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.banding.rupa import kata_baris, kata_blok, kunci, rupa, rupa_baris
from generator.model.angka import Angka, Lokasi
from generator.tree.nodes import (
    Block,
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Entry,
    Heading,
    Inlines,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Series,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
)


def t(teks: str) -> Inlines:
    return (Text(teks),)


ASAL = Lokasi("bab.md", baris=7)
BARIS = Row("1.01", (Cell(t("Program")), Cell(t("5"), "kanan")))
TABEL = Table(Caption("tabel", "pagu", t("Pagu"), "3.4"), (1.0, 2.0), (), (BARIS,), t("Sumber: Dinas"))
GRAFIK = Chart(Caption("grafik", "g", t("Pegawai"), "2.1"), ("a",), (Series("n", (Angka(1),)),), "alt")
GAMBAR = Diagram(Caption("gambar", "s", t("Struktur"), "2.1"), (Box("k", ("satu",), 0, 0, 9, 9),), (), 90, 90, "alt")
TTD = SignatureBlock(t("Contoh, 2025"), t("Camat,"), t("AMIR"), (t("NIP 1"),))
JUDUL = Heading(2, t("Latar"), "bagian:latar", "1.1.", "_Toc_1")
DAFTAR = List("angka", (ListItem((Paragraph(t("satu")), List("butir", (ListItem((Paragraph(t("dua")),)),)))),))
IDENTITAS = Particulars(((t("Nama"), t("AMIR")),))

SAMA: list[tuple[Block, Block]] = [
    (JUDUL, replace(JUDUL, number="1.2.", anchor="_Toc_9", asal=ASAL)),
    (Paragraph(t("isi")), Paragraph((Text("i"), Text("si")), asal=ASAL)),
    (Paragraph((Reference("tabel:a", "Tabel 3.4"),)), Paragraph((Reference("tabel:a", "Tabel 3.5"),))),
    (TABEL, replace(TABEL, caption=replace(TABEL.caption, number="3.5", first=True, anchor="_Toc_3"))),
    (TABEL, replace(TABEL, rows=(replace(BARIS, key="1.02", keep=True),))),
    (GRAFIK, replace(GRAFIK, caption=replace(GRAFIK.caption, number="2.2"))),
    (Contents("isi"), Contents("isi", (Entry(1, "BAB I", "PENDAHULUAN", "_Toc_1"),))),
]
BEDA: list[tuple[Block, Block]] = [
    (JUDUL, replace(JUDUL, level=3)),
    (JUDUL, replace(JUDUL, number="")),
    (Heading(1, t("A"), "bab:1", "I", word="BAB"), Heading(1, t("A"), "lampiran:1", "I", word="LAMPIRAN")),
    (Paragraph(t("isi")), Paragraph(t("isi"), "kutipan")),
    (Paragraph(t("isi")), Paragraph(t("lain"))),
    (Paragraph((Reference("tabel:a", "Tabel 3.4"),)), Paragraph((Reference("tabel:b", "Tabel 3.4"),))),
    (DAFTAR, replace(DAFTAR, kind="huruf")),
    (DAFTAR, replace(DAFTAR, items=(*DAFTAR.items, *DAFTAR.items))),
    (
        List("angka", (ListItem((Paragraph(t("a")),)), ListItem((Paragraph(t("b")),)))),
        List("angka", (ListItem((Paragraph(t("a")), Paragraph(t("b")))),)),
    ),
    (TABEL, replace(TABEL, source=t("Sumber: lain"))),
    (TABEL, replace(TABEL, widths=(2.0, 2.0))),
    (TABEL, replace(TABEL, size="renik")),
    (TABEL, replace(TABEL, landscape=True)),
    (TABEL, replace(TABEL, header=(BARIS,))),
    (TABEL, replace(TABEL, rows=())),
    (TABEL, replace(TABEL, caption=replace(TABEL.caption, title=t("Belanja")))),
    (GRAFIK, replace(GRAFIK, series=(Series("n", (Angka(2),)),))),
    (GRAFIK, replace(GRAFIK, categories=("b",))),
    (GRAFIK, replace(GRAFIK, value_title="Orang")),
    (GAMBAR, replace(GAMBAR, boxes=(replace(GAMBAR.boxes[0], lines=("dua",)),))),
    (GAMBAR, replace(GAMBAR, more=(GAMBAR,))),
    (GAMBAR, replace(GAMBAR, landscape=True)),
    (TTD, replace(TTD, details=())),
    (TTD, replace(TTD, name=t("BUDI"))),
    (SignaturePair(TTD, TTD), SignaturePair(TTD, replace(TTD, title=t("Lurah,")))),
    (IDENTITAS, Particulars(((t("Nama"), t("BUDI")),))),
    (Contents("isi"), Contents("tabel")),
    (PageBreak(), Contents("isi")),
]


@pytest.mark.parametrize(("a", "b"), SAMA)
def test_the_same(a: Block, b: Block) -> None:
    assert rupa(a) == rupa(b)
    assert hash(rupa(a)) == hash(rupa(b))


@pytest.mark.parametrize(("a", "b"), BEDA)
def test_not_the_same(a: Block, b: Block) -> None:
    assert rupa(a) != rupa(b)


@pytest.mark.parametrize(
    "sel",
    [Cell(t("5"), "kiri"), Cell(t("5"), "kanan", strong=True), Cell(t("5"), "kanan", 2), Cell(t("5"), "kanan", 1, 2)],
)
def test_rows_that_look_different(sel: Cell) -> None:
    assert rupa_baris(BARIS) == rupa_baris(replace(BARIS, key="lain"))
    assert rupa_baris(BARIS) != rupa_baris(replace(BARIS, cells=(BARIS.cells[0], sel)))


def test_names_in_both_versions() -> None:
    """A chapter has none: when one is gone, the next one has its number."""
    assert kunci(JUDUL) == ("judul", "bagian:latar")
    assert kunci(replace(JUDUL, level=1)) is None
    assert kunci(replace(JUDUL, label="")) is None
    assert kunci(Paragraph(t("a"))) is None
    nama = [kunci(b) for b in (TABEL, GRAFIK, GAMBAR, Contents("isi"), TTD, SignaturePair(TTD, TTD), JUDUL)]
    assert None not in nama
    assert len(set(nama)) == len(nama)


def test_words_tell_blocks_of_one_sort() -> None:
    assert kata_blok(Paragraph(t("satu dua dua"))).total() == 3
    assert not kata_blok(Paragraph(t("satu"))) & kata_blok(Paragraph(t("satu"), "kutipan"))
    assert not kata_blok(JUDUL) & kata_blok(replace(JUDUL, level=3))
    assert kata_blok(DAFTAR).total() == 2
    assert kata_blok(TABEL).total() == kata_blok(GAMBAR).total() == 1
    assert not kata_blok(TABEL) & kata_blok(replace(TABEL, widths=(1.0,)))
    # a figure in another column is another word
    assert not kata_baris(Row("a", (Cell(t("5")), Cell(())))) & kata_baris(Row("a", (Cell(()), Cell(t("5")))))
