"""Merged cells cut at page starts: the grid stays whole, and every row keeps its words and its label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor import isi_tabel, kisi

from generator.tree.nodes import Caption, Cell, Document, Paragraph, Row, Section, Table, Text, plain
from generator.tree.pecah import baris_terhubung, pecah, pecah_tabel, tabel_bergabung


def sel(teks: str, baris: int = 1, kolom: int = 1) -> Cell:
    return Cell((Text(teks),), "tengah", kolom, baris, strong=True)


def tabel(*baris: tuple[Cell, ...], nama: str = "t") -> Table:
    """A table whose rows have the keys r0, r1, …"""
    banyak = sum(c.col_span for c in baris[0])
    judul = Caption("tabel", nama, (Text("Judul"),))
    isi = tuple(Row(f"r{i}", b, keep=i == 1) for i, b in enumerate(baris))
    return Table(judul, (1.0,) * banyak, (Row("kepala-1", (sel("K", kolom=banyak),)),), isi, (Text("Sumber"),))


BERTINGKAT = tabel(
    (sel("T1", 5), sel("S1", 3), sel("a")),
    (sel("b"),),
    (sel("c"),),
    (sel("S2", 2), sel("d")),
    (sel("e"),),
    (sel("T2", 2), sel("S3"), sel("f")),
    (sel("S4"), sel("g")),
)


def tertulis(t: Table) -> list[list[str]]:
    return [[plain(c.content) for c in b] for b in kisi(t.rows)]


def rentang(t: Table) -> list[list[tuple[str, int]]]:
    return [[(plain(c.content), c.row_span) for c in r.cells] for r in t.rows]


# ---------------------------------------------------------------- one table


def test_label_diulang_di_awal_halaman() -> None:
    """Cut within two merges at once, where one of them begins, and where neither goes on."""
    t = pecah_tabel(BERTINGKAT, ["r1", "r3", "r5"])
    assert rentang(t) == [
        [("T1", 1), ("S1", 1), ("a", 1)],
        [("T1", 2), ("S1", 2), ("b", 1)],
        [("c", 1)],
        [("T1", 2), ("S2", 2), ("d", 1)],
        [("e", 1)],
        [("T2", 2), ("S3", 1), ("f", 1)],
        [("S4", 1), ("g", 1)],
    ]


def test_yang_lain_tidak_berubah() -> None:
    """Cells keep their alignment and strength, rows their keys and bonds, the table everything else."""
    t = pecah_tabel(BERTINGKAT, ["r2"])
    assert {(c.align, c.strong) for r in t.rows for c in r.cells} == {("tengah", True)}
    assert [(r.key, r.keep) for r in t.rows] == [(r.key, r.keep) for r in BERTINGKAT.rows]
    assert (t.header, t.caption, t.widths, t.source) == (
        *(BERTINGKAT.header, BERTINGKAT.caption, BERTINGKAT.widths, BERTINGKAT.source),
    )


def test_gabungan_selebar_beberapa_kolom() -> None:
    """A block of two by three is cut whole, and the cells beside it stay on their side."""
    t = tabel((sel("a"), sel("blok", 3, 2), sel("b")), (sel("c"), sel("d")), (sel("e"), sel("f")))
    potong = pecah_tabel(t, ["r2"])
    assert [[(plain(c.content), c.col_span, c.row_span) for c in r.cells] for r in potong.rows] == [
        [("a", 1, 1), ("blok", 2, 2), ("b", 1, 1)],
        [("c", 1, 1), ("d", 1, 1)],
        [("e", 1, 1), ("blok", 2, 1), ("f", 1, 1)],
    ]


@pytest.mark.parametrize("di", [(), ("r0",), ("r5",), ("tidak ada",), ("kepala-1",)])
def test_tanpa_yang_dipotong(di: tuple[str, ...]) -> None:
    """The first row, a row that no merge reaches, an unknown key: the table as it was."""
    assert pecah_tabel(BERTINGKAT, di) == BERTINGKAT


def test_baris_terhubung() -> None:
    assert baris_terhubung(BERTINGKAT) == {"r1", "r2", "r3", "r4", "r6"}
    assert baris_terhubung(tabel((sel("a"),), (sel("b"),))) == frozenset()
    assert baris_terhubung(tabel((sel("a", 9),), ())) == {"r1"}  # a merge that reaches below the table


# ---------------------------------------------------------------- the document


def dokumen(*tabel: Table) -> Document:
    return Document("D", (Section((Paragraph((Text("p"),)), *tabel[:1])), Section(tabel[1:], landscape=True)))


def test_tabel_menurut_nama() -> None:
    satu, dua = tabel((sel("a", 2), sel("b")), (sel("c"),), nama="satu"), tabel((sel("x"),), (sel("y"),), nama="dua")
    d = dokumen(satu, dua)
    assert tabel_bergabung(d) == {"satu": frozenset({"r1"})}
    potong = pecah(d, {"satu": ("r1",), "dua": ("r1",), "hilang": ("r1",)})
    (p, a), (b,) = (s.blocks for s in potong.sections)
    assert (p, a, b) == (d.sections[0].blocks[0], pecah_tabel(satu, ["r1"]), dua)
    assert isi_tabel(a) == {"r0": ["a", "b"], "r1": ["a", "c"]}  # type: ignore[arg-type]
    assert potong.sections[1].landscape
    assert pecah(d, {}) is d


# ---------------------------------------------------------------- any table


@st.composite
def sembarang(draw: st.DrawFn) -> tuple[Table, list[str]]:
    """Rows covered by cells of any spans that do not overlap, every cell with a word of its own; keys to cut at."""
    banyak, tinggi = draw(st.integers(1, 5)), draw(st.integers(1, 8))
    terisi: set[tuple[int, int]] = set()
    baris = []
    for r in range(tinggi):
        isi = []
        for k in range(banyak):
            if (r, k) in terisi:
                continue
            lebar = draw(st.integers(1, banyak - k))
            while any((r, k + i) in terisi for i in range(lebar)):
                lebar -= 1
            bawah = draw(st.integers(1, tinggi - r))
            terisi |= {(r + i, k + j) for i in range(bawah) for j in range(lebar)}
            isi.append(Cell((Text(f"{r}.{k}"),), col_span=lebar, row_span=bawah))
        baris.append(Row(f"r{r}", tuple(isi)))
    t = Table(Caption("tabel", "t", ()), (1.0,) * banyak, (), tuple(baris))
    return t, draw(st.lists(st.sampled_from([f"r{r}" for r in range(tinggi)]), unique=True))


@given(sembarang())
def test_setiap_baris_tetap_berkata_sama(kasus: tuple[Table, list[str]]) -> None:
    """The grid stays proper, and every place says what it said."""
    t, di = kasus
    assert tertulis(pecah_tabel(t, di)) == tertulis(t)


@given(sembarang())
def test_tidak_ada_gabungan_melewati_potongan(kasus: tuple[Table, list[str]]) -> None:
    """At a cut every place begins a cell of its own; elsewhere a merge is cut no more than it was."""
    t, di = kasus
    hasil = pecah_tabel(t, di)
    assert baris_terhubung(hasil) == baris_terhubung(t) - set(di)
    for r in hasil.rows:
        if r.key in di:
            assert sum(c.col_span for c in r.cells) == len(t.widths)


@given(sembarang())
def test_terhubung_bila_gabungan_dari_atas_sampai_ke_situ(kasus: tuple[Table, list[str]]) -> None:
    t, _ = kasus
    letak = kisi(t.rows)
    bersama = {
        r.key for i, r in enumerate(t.rows) if i and any(a is b for a, b in zip(letak[i - 1], letak[i], strict=True))
    }
    assert baris_terhubung(t) == bersama


@given(sembarang())
def test_memotong_dua_kali_sama_dengan_sekali(kasus: tuple[Table, list[str]]) -> None:
    """Again at the same rows, and one row after the other in any order, comes to the same."""
    t, di = kasus
    sekali = pecah_tabel(t, di)
    assert pecah_tabel(sekali, di) == sekali
    satu_satu = t
    for k in reversed(di):
        satu_satu = pecah_tabel(satu_satu, [k])
    assert satu_satu == sekali


@given(sembarang())
def test_tanpa_potongan_sama(kasus: tuple[Table, list[str]]) -> None:
    t, di = kasus
    assert pecah_tabel(t, []) is t
    bebas = [k for k in di if k not in baris_terhubung(t)]
    assert pecah_tabel(t, bebas) == t
