"""Rows of two tables: matched by key, moved and renamed rows shown as such, merges kept where nothing moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from dua_versi import Acak
from hypothesis import given
from hypothesis import strategies as st
from kantor import kisi

from generator.banding.baris import banding_baris, beda_kolom, sekolom, tandai_baris, uraikan
from generator.banding.perubahan import Beda
from generator.model.angka import Lokasi
from generator.tree.nodes import (
    Caption,
    Cell,
    Deleted,
    Document,
    Inlines,
    Inserted,
    Reference,
    Row,
    Table,
    Text,
    Value,
    plain,
)


def t(teks: str) -> Inlines:
    return (Text(teks),)


def b(kunci: str, *sel: str) -> Row:
    return Row(kunci, tuple(Cell(t(s) if s else ()) for s in sel))


def tabel(*baris: Row, kepala: Sequence[Row] = (), kolom: int = 2) -> Table:
    return Table(Caption("tabel", "pagu", t("Pagu"), "3.4"), (1.0,) * kolom, tuple(kepala), baris)


def banding(lama: Table, baru: Table) -> tuple[Table, Beda]:
    beda = Beda(Document("J", ()))
    return banding_baris(beda, lama, baru), beda


def ringkas(beda: Beda) -> list[tuple[str, str, str]]:
    return [(p.jenis, p.apa, p.tempat) for p in beda.perubahan]


GAJI, LISTRIK, AIR = b("1.01", "Gaji", "500"), b("1.02", "Listrik", "20"), b("1.03", "Air", "30")


def test_a_figure() -> None:
    hasil, beda = banding(tabel(GAJI, LISTRIK), tabel(GAJI, b("1.02", "Listrik", "25")))
    assert ringkas(beda) == [("berubah", "sel", "Tabel 3.4, 1.02, kolom 2")]
    assert hasil.rows == (GAJI, Row("1.02", (LISTRIK.cells[0], Cell((Deleted(t("20")), Inserted(t("25")))))))
    assert beda.tanda == 1


def test_rows_added_and_deleted() -> None:
    hasil, beda = banding(tabel(GAJI, LISTRIK), tabel(GAJI, AIR, LISTRIK))
    assert ringkas(beda) == [("ditambah", "baris", "Tabel 3.4, 1.03")]
    assert [(r.key, r.revision) for r in hasil.rows] == [("1.01", ""), ("1.03", "baru"), ("1.02", "")]
    assert (beda.perubahan[0].lama, beda.perubahan[0].baru) == ("", "Air | 30")
    hasil, beda = banding(tabel(GAJI, AIR, LISTRIK), tabel(GAJI, LISTRIK))
    assert ringkas(beda) == [("dihapus", "baris", "Tabel 3.4, 1.03")]
    assert [(r.key, r.revision) for r in hasil.rows] == [("1.01", ""), ("1.03", "hapus"), ("1.02", "")]


def test_a_renamed_row_keeps_its_place() -> None:
    """By its key, though no word of it stayed and another row reads alike."""
    hasil, beda = banding(
        tabel(b("1.01", "Gaji", "500"), b("1.02", "Listrik kantor", "20")),
        tabel(b("1.01", "Penghasilan", "510"), b("1.02", "Gaji", "500")),
    )
    assert ringkas(beda) == [("berubah", "sel", f"Tabel 3.4, {k}, kolom {n}") for k in ("1.01", "1.02") for n in (1, 2)]
    assert all(r.revision == "" for r in hasil.rows)


def test_a_row_before_others_of_its_key() -> None:
    lama, baru = tabel(b("k", "satu", "1"), b("k", "dua", "2")), tabel(*(b("k", x, "1") for x in ("nol sama", "satu")))
    _, beda = banding(lama, replace(baru, rows=(*baru.rows, lama.rows[1])))
    assert ringkas(beda) == [("ditambah", "baris", "Tabel 3.4, k")]


def test_a_moved_row() -> None:
    _, beda = banding(tabel(GAJI, LISTRIK, AIR), tabel(LISTRIK, AIR, GAJI))
    assert ringkas(beda) == [("pindah", "baris", "Tabel 3.4, 1.01")] * 2
    assert [(p.lama, p.baru) for p in beda.perubahan] == [("Gaji | 500", ""), ("", "Gaji | 500")]


def test_a_row_moved_and_changed_is_moved() -> None:
    _, beda = banding(tabel(GAJI, LISTRIK, AIR), tabel(LISTRIK, AIR, b("1.01", "Upah", "600")))
    assert ringkas(beda) == [("pindah", "baris", "Tabel 3.4, 1.01")] * 2


def test_a_row_under_another_code_is_moved() -> None:
    """To another kegiatan: its name is the same, its code and its figures are not."""
    lama = tabel(b("1.01", "1.01 Rapat kerja", "500"), LISTRIK, AIR)
    baru = tabel(LISTRIK, AIR, b("2.05", "2.05 Rapat kerja", "700"))
    _, beda = banding(lama, baru)
    assert ringkas(beda) == [("pindah", "baris", "Tabel 3.4, 1.01"), ("pindah", "baris", "Tabel 3.4, 2.05")]


def test_a_name_that_is_not_unique_tells_no_move() -> None:
    lama = tabel(b("1.01", "Jumlah", "1"), LISTRIK, AIR, b("1.09", "Jumlah", "9"))
    baru = tabel(LISTRIK, AIR, b("2.01", "Jumlah", "4"))
    _, beda = banding(lama, baru)
    assert {p.jenis for p in beda.perubahan} <= {"ditambah", "dihapus", "berubah"}


def test_rows_numbered_by_their_place_are_matched_by_words() -> None:
    lama = tabel(*(b(f"baris-{n}", w, "x") for n, w in enumerate(("satu dua", "tiga empat"), 1)))
    baru = tabel(*(b(f"baris-{n}", w, "x") for n, w in enumerate(("nol", "satu dua", "tiga empat"), 1)))
    _, beda = banding(lama, baru)
    assert ringkas(beda) == [("ditambah", "baris", "Tabel 3.4, baris-1")]


def test_a_key_used_twice() -> None:
    lama, baru = (tabel(b("k", "satu", "1"), b("k", "dua", n)) for n in ("2", "3"))
    assert ringkas(banding(lama, baru)[1]) == [("berubah", "sel", "Tabel 3.4, k, kolom 2")]


def test_where_a_cell_comes_from() -> None:
    def sel(n: str, *asal: str) -> Row:
        return Row("1", (Cell((Value(n, asal=tuple(Lokasi("a.xlsx", "L", a) for a in asal)),)), Cell(())))

    _, beda = banding(tabel(sel("1", "B2")), tabel(sel("2", "B2", "B3", "B4")))
    assert [p.asal_lama for p in beda.perubahan] == [str(Lokasi("a.xlsx", "L", "B2"))]
    assert [p.asal_baru for p in beda.perubahan] == [f"{Lokasi('a.xlsx', 'L', 'B2')} dan 2 sel lain"]


def test_the_look_of_cells_is_told() -> None:
    tebal = replace(GAJI, cells=(replace(GAJI.cells[0], strong=True), GAJI.cells[1]))
    _, beda = banding(tabel(GAJI), tabel(tebal))
    assert beda.perubahan == []
    assert beda.tak_tertandai == ["Tabel 3.4: lebar kolom, ukuran huruf, perataan, atau huruf tebal berubah"]
    _, beda = banding(tabel(GAJI), replace(tabel(GAJI), widths=(1.0, 3.0)))
    assert len(beda.tak_tertandai) == 1
    assert banding(tabel(GAJI), tabel(GAJI))[1].tak_tertandai == []


# ---------------------------------------------------------------- columns


def test_columns_added_are_named() -> None:
    a = tabel(kepala=(b("kepala-1", "Kode", "2025"), b("kolom", "(1)", "(2)")))
    c = tabel(kepala=(b("kepala-1", "Kode", "2025", "2026"), b("kolom", "(1)", "(2)", "(3)")), kolom=3)
    assert not sekolom(a, c)
    assert beda_kolom(a, c) == 'kolom "2026" ditambah'
    assert beda_kolom(c, a) == 'kolom "2026" dihapus'


def test_columns_merged_otherwise() -> None:
    a = tabel(kepala=(b("kepala-1", "Kode", "Nama"),))
    c = tabel(kepala=(Row("kepala-1", (Cell(t("Kode Nama"), col_span=2),)),))
    assert not sekolom(a, c)
    d = replace(a, header=(Row("kepala-1", (Cell(t("Kode")), Cell(t("Nama"), row_span=2))), b("kepala-2", "x")))
    assert not sekolom(a, d)
    assert beda_kolom(a, a) == "susunan kolom berubah"


def test_a_header_is_compared_cell_by_cell() -> None:
    a, c = (tabel(GAJI, kepala=(b("kepala-1", "Kode", w),)) for w in ("Pagu", "Anggaran"))
    hasil, beda = banding(a, c)
    assert ringkas(beda) == [("berubah", "sel", "Tabel 3.4, kepala-1, kolom 2")]
    assert hasil.header[0].cells[1].content == (Deleted(t("Pagu")), Inserted(t("Anggaran")))


# ---------------------------------------------------------------- merges

BIDANG = Row("1", (Cell(t("Bidang"), row_span=2), Cell(t("satu"))))
LANJUT = b("2", "dua")


def test_a_merge_stays_where_nothing_moved() -> None:
    hasil, beda = banding(tabel(BIDANG, LANJUT), tabel(BIDANG, b("2", "lain"), AIR))
    assert [c.row_span for c in hasil.rows[0].cells] == [2, 1]
    assert ringkas(beda) == [("berubah", "sel", "Tabel 3.4, 2, kolom 2"), ("ditambah", "baris", "Tabel 3.4, 1.03")]
    assert beda.tak_tertandai == []


@pytest.mark.parametrize("tukar", [False, True])
def test_a_merge_with_another_row_is_taken_apart(tukar: bool) -> None:
    tiga = Row("1", (Cell(t("Bidang"), row_span=3), Cell(t("satu"))))
    lama, baru = tabel(BIDANG, LANJUT), tabel(tiga, LANJUT, b("3", "tiga"))
    hasil, beda = banding(baru, lama) if tukar else banding(lama, baru)
    assert all(c.row_span == 1 for r in hasil.rows for c in r.cells)
    assert [[plain(c.content) for c in r.cells] for r in hasil.rows] == [["Bidang", "satu"], ["", "dua"], ["", "tiga"]]
    assert ringkas(beda) == [("dihapus" if tukar else "ditambah", "baris", "Tabel 3.4, 3")]
    assert beda.tak_tertandai == ["Tabel 3.4: gabungan sel pada baris yang berubah diuraikan"]


def test_merged_words_that_change_take_the_merge_apart() -> None:
    """A page that the merge reaches says its words again, and would say them without marks."""
    hasil, beda = banding(
        tabel(BIDANG, LANJUT), tabel(Row("1", (Cell(t("Bagian"), row_span=2), Cell(t("satu")))), LANJUT)
    )
    assert hasil.rows[0].cells[0].content == (Deleted(t("Bidang")), Inserted(t("Bagian")))
    assert ringkas(beda) == [("berubah", "sel", "Tabel 3.4, 1, kolom 1")]
    assert [[c.row_span for c in r.cells] for r in hasil.rows] == [[1, 1], [1, 1]]
    assert len(beda.tak_tertandai) == 1


@given(st.randoms(use_true_random=False), st.integers(2, 5))
def test_taking_merges_apart_leaves_every_word_in_its_place(rng: object, kolom: int) -> None:
    acak = Acak(rng)  # type: ignore[arg-type]
    baris = [r for _ in range(3) for r in acak.kelompok(kolom)]
    urai = uraikan(baris, kolom)
    assert all(c.row_span == 1 for r in urai for c in r.cells)
    dahulu: set[int] = set()
    for lama, kini in zip(kisi(baris), kisi(urai), strict=True):
        for c, d in zip(lama, kini, strict=True):
            assert plain(d.content) == ("" if id(c) in dahulu else plain(c.content))
        dahulu |= {id(c) for c in lama if c.row_span > 1}


# ---------------------------------------------------------------- a table of one version


def test_all_rows_of_a_table_that_is_gone() -> None:
    beda = Beda(Document("J", ()))
    rujuk = Row("2", (Cell((Reference("tabel:x", "Tabel 1.1"),)),))
    hasil = tandai_baris(beda, [GAJI, rujuk], "hapus", "Tabel 3.4", pindah=False, tanda=2)
    assert [r.revision for r in hasil] == ["hapus", "hapus"]
    assert hasil[1].cells[0].content == t("Tabel 1.1")
    assert [p.tanda for p in beda.perubahan] == [2, 1]
