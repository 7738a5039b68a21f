"""Tables: widths, header rows, merges, sizes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.periksa.docx.tabel import tabel as periksa_tabel
from generator.tree.nodes import Caption, Cell, Inline, Row, Strong, Table, Text
from generator.writers.docx.tabel import BARIS_PENDEK, lebar_kolom, tabel

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
JUDUL = Caption("tabel", "a", (Text("Pegawai & <lain>"),), "1.1")
Isi = str | tuple[str, int, int]


def baris(*sel: Isi, key: str = "r", **sifat: Any) -> Row:
    """A row; a cell is its text, or text, columns and rows."""

    def satu(isi: Isi) -> Cell:
        teks, kolom, tinggi = (isi, 1, 1) if isinstance(isi, str) else isi
        return Cell((Text(teks),) if teks else (), col_span=kolom, row_span=tinggi, **sifat)

    return Row(key, tuple(map(satu, sel)))


def buat(kepala: tuple[Row, ...], isi: tuple[Row, ...], lebar: tuple[float, ...], **sifat: Any) -> Table:
    return Table(JUDUL, lebar, kepala, isi, **sifat)


def urai(t: Table, lebar: int = 9000) -> etree._Element:
    return etree.fromstring(tabel(t, lebar).replace("<w:tbl>", f'<w:tbl xmlns:w="{W}">', 1))


def cari(t: Table, jalur: str) -> list[str]:
    hasil = urai(t).xpath(jalur, namespaces=NS)
    assert isinstance(hasil, list)
    return [str(h) for h in hasil]


DUA_TINGKAT = buat(
    (
        baris(("No.", 1, 2), ("Uraian", 1, 2), ("Tahun", 3, 1)),
        baris("2022", "2023", "2024"),
        baris("(01)", "(02)", "(03)", "(04)", "(05)", key="kolom"),
    ),
    (
        baris(("1", 1, 3), ("Pegawai", 1, 2), ("a", 2, 2), "x"),
        baris("y"),
        baris(("Jumlah", 3, 1), "z", align="kanan", strong=True),
    ),
    (1, 4, 2, 2, 2),
    source=(Text("Sumber: data"),),
)


def test_golden_table(golden: Callable[[str, str], None]) -> None:
    """Header of two rows with spans both ways, a label over three rows, a block of two by two, a total."""
    golden("docx_tabel", tabel(DUA_TINGKAT, 9001))


# ---------------------------------------------------------------- widths


@given(st.lists(st.floats(0.01, 1000), min_size=1, max_size=30), st.integers(1000, 20000))
def test_widths_add_up_exactly_and_keep_their_proportions(relatif: list[float], lebar: int) -> None:
    kolom = lebar_kolom(relatif, lebar)
    assert sum(kolom) == lebar
    assert all(abs(k - lebar * r / sum(relatif)) <= 1.001 for k, r in zip(kolom, relatif, strict=True))


def test_every_cell_is_as_wide_as_its_columns() -> None:
    t = DUA_TINGKAT
    kolom = list(map(int, cari(t, "w:tblGrid/w:gridCol/@w:w")))
    assert sum(kolom) == 9000 and cari(t, "w:tblPr/w:tblW/@w:w") == ["9000"]
    assert set(cari(t, ".//w:tcW/@w:type | w:tblPr/w:tblW/@w:type")) == {"dxa"}
    assert cari(t, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    pertama = list(map(int, cari(t, "w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w")))
    assert pertama == [kolom[0], kolom[1], sum(kolom[2:])]


# ---------------------------------------------------------------- rows


def test_header_rows_repeat_and_no_row_breaks() -> None:
    t = DUA_TINGKAT
    assert len(cari(t, "w:tr")) == len(cari(t, "w:tr/w:trPr/w:cantSplit")) == 6
    assert [len(r.findall("w:trPr/w:tblHeader", NS)) for r in urai(t).findall("w:tr", NS)] == [1, 1, 1, 0, 0, 0]
    assert cari(t, "w:tblPr/w:tblLook/@w:firstRow") == ["1"]


def test_header_cells_are_shaded_and_have_their_own_styles() -> None:
    t = DUA_TINGKAT
    assert set(cari(t, "w:tr[position() < 3]//w:pStyle/@w:val")) == {"TabelKepala"}
    assert set(cari(t, "w:tr[3]//w:pStyle/@w:val")) == {"TabelNomorKolom"}
    assert len(cari(t, "w:tr[position() < 4]/w:tc")) == len(cari(t, ".//w:tc[w:tcPr/w:shd][w:tcPr/w:vAlign]"))


def _rentang(tc: etree._Element) -> int:
    g = tc.find("w:tcPr/w:gridSpan", NS)
    return 1 if g is None else int(g.get(f"{{{W}}}val", ""))


def test_merges_begin_and_go_on_with_the_same_columns() -> None:
    t = DUA_TINGKAT
    rentang = [list(map(_rentang, tr.findall("w:tc", NS))) for tr in urai(t).findall("w:tr", NS)]
    assert rentang == [[1, 1, 3], [1, 1, 1, 1, 1], [1] * 5, [1, 1, 2, 1], [1, 1, 2, 1], [1, 3, 1]]
    assert cari(t, "w:tr[4]//w:vMerge/@w:val") == ["restart"] * 3
    assert len(cari(t, "w:tr[5]//w:vMerge[not(@w:val)]")) == 3
    assert len(cari(t, "w:tr[6]//w:vMerge")) == 1
    assert cari(t, "w:tr[5]//w:t/text()") == ["y"]


def test_a_merge_does_not_reach_from_the_header_into_the_rows() -> None:
    t = buat((baris(("a", 1, 5), "b"),), (baris("c", "d"),), (1, 1))
    assert cari(t, "w:tr[2]//w:vMerge") == []
    assert cari(t, "w:tr[2]//w:t/text()") == ["c", "d"]


def test_a_row_with_fewer_cells_is_filled_and_a_wider_one_refused() -> None:
    assert len(cari(buat((), (baris("a"),), (1, 1, 1)), "w:tr/w:tc/w:p")) == 3
    for lebih, sel in ((baris("a", "b", key="k"), "b"), (baris(("a", 2, 1), key="k"), "a")):
        with pytest.raises(ValueError, match=f'baris k: sel "{sel}" tidak muat di 1 kolom tabel'):
            tabel(buat((), (lebih,), (1,)), 9000)
    with pytest.raises(ValueError, match='baris bawah: sel "c" tidak muat di 2 kolom'):
        tabel(buat((), (baris("a", ("b", 1, 2)), baris(("c", 2, 1), key="bawah")), (1, 1)), 9000)
    with pytest.raises(ValueError, match='baris bawah: sel "d" tidak muat di 2 kolom'):
        tabel(buat((), (baris(("a", 1, 2), "b"), baris("c", "d", key="bawah")), (1, 1)), 9000)


# ---------------------------------------------------------------- cells


def test_alignment_and_size_choose_the_style() -> None:
    sel = tuple(Cell((), arah) for arah in ("kiri", "tengah", "kanan"))
    for ukuran, akhiran in (("biasa", ""), ("kecil", "Kecil"), ("renik", "Renik")):
        t = buat((baris("k", "k", "k"),), (Row("r", sel),), (1, 1, 1), size=ukuran)
        gaya = [f"Tabel{g}{akhiran}" for g in ("Teks", "Tengah", "Angka")]
        assert cari(t, "w:tr[2]//w:pStyle/@w:val") == gaya
        assert cari(t, "w:tr[1]//w:pStyle/@w:val") == [f"TabelKepala{akhiran}"] * 3
        assert cari(t, "w:tblPr/w:tblStyle/@w:val") == ["TabelRenstraRenik" if ukuran == "renik" else "TabelRenstra"]


def test_totals_are_strong_and_headers_by_their_style_alone() -> None:
    isi: tuple[Inline, ...] = (Text("x"), Strong((Text("y"),)))
    t = buat((Row("h", (Cell(isi, strong=True),)),), (Row("r", (Cell(isi, strong=True),)),), (1,))
    assert cari(t, "w:tr[1]//w:rStyle/@w:val") == ["Strong"]
    assert cari(t, "w:tr[2]//w:rStyle/@w:val") == ["Strong", "Strong"]


def terikat(t: Table) -> list[str]:
    """The texts of the rows all of whose cells are kept on the page of the next row; no row is kept in part."""
    for tr in urai(t).findall("w:tr", NS):
        assert len(tr.findall(".//w:keepNext", NS)) in (0, len(tr.findall("w:tc", NS)))
    return cari(t, "w:tr[.//w:keepNext]//w:t/text()")


def test_the_last_row_stays_with_the_source() -> None:
    isi = tuple(baris(f"{n}") for n in range(BARIS_PENDEK + 1))
    assert terikat(buat((), isi, (1,))) == []
    assert terikat(buat((), isi, (1,), source=(Text("Sumber"),))) == [str(BARIS_PENDEK)]


@pytest.mark.parametrize("banyak", [1, 2, BARIS_PENDEK])
def test_a_short_table_stays_whole(banyak: int) -> None:
    """Its last row is free, or stays with the source; the merges of a short table are kept, too."""
    isi = (baris(("0", 1, banyak), "a"), *(baris(f"{n}") for n in range(1, banyak)))
    assert terikat(buat((), isi, (1, 1))) == ["0", "a", *map(str, range(1, banyak))][: -1 if banyak > 1 else 0]
    assert len(terikat(buat((), isi, (1, 1), source=(Text("Sumber"),)))) == banyak + 1


def test_a_row_may_ask_to_stay_with_the_next() -> None:
    isi = [baris(f"{n}") for n in range(BARIS_PENDEK + 2)]
    isi[2], isi[-1] = replace(isi[2], keep=True), replace(isi[-1], keep=True)  # the last has no next
    assert terikat(buat((), tuple(isi), (1,))) == ["2"]


def test_every_row_is_marked_once_at_its_own_first_cell() -> None:
    """Not at a cell that goes on from above: a merge has one text, and a bookmark of its own."""
    isi = (baris(("a", 1, 2), "b", key="satu"), baris("c", key="dua"), baris("", "d", key="tiga"))
    xml = tabel(buat((baris("k", "l"),), isi, (1, 1)), 9000, lambda r, isi: f"[{r.key}:{isi}]")
    sel = re.sub(r"<[^>]*>", "", xml.replace("</w:tr>", "\n").replace("</w:tc>", "|"))
    assert sel.split() == ["k|l|", "[satu:a]|b|", "|[dua:c]|", "[tiga:]|d|"]


def test_the_title_describes_the_table() -> None:
    for nama in ("tblCaption", "tblDescription"):
        assert cari(DUA_TINGKAT, f"w:tblPr/w:{nama}/@w:val") == ["Pegawai & <lain>"]
    judul = Caption("tabel", "a", (Text("a\ue010\x0bb"),))
    assert cari(Table(judul, (1,), (), ()), "w:tblPr/w:tblCaption/@w:val") == ["ab"]


# ---------------------------------------------------------------- any table


@st.composite
def tabel_sembarang(draw: st.DrawFn) -> Table:
    """Rows covered by cells of any spans that do not overlap."""
    banyak, tinggi = draw(st.integers(1, 6)), draw(st.integers(1, 6))

    def baris_baris(jumlah: int) -> tuple[Row, ...]:
        terisi: set[tuple[int, int]] = set()
        hasil = []
        for r in range(jumlah):
            sel = []
            for k in range(banyak):
                if (r, k) in terisi:
                    continue
                lebar = draw(st.integers(1, banyak - k))
                while any((r, k + i) in terisi for i in range(lebar)):
                    lebar -= 1
                bawah = draw(st.integers(1, jumlah - r))
                terisi |= {(r + i, k + j) for i in range(bawah) for j in range(lebar)}
                sel.append(Cell((Text("x"),), col_span=lebar, row_span=bawah))
            hasil.append(Row(f"r{r}", tuple(sel)))
        return tuple(hasil)

    relatif = tuple(draw(st.lists(st.floats(1, 9), min_size=banyak, max_size=banyak)))
    return buat(baris_baris(draw(st.integers(1, 3))), baris_baris(tinggi), relatif)


class _Paket:
    """As much of a package as the rule for tables reads."""

    def __init__(self, xml: str) -> None:
        tepi = '<w:pgMar w:left="0" w:right="0" w:top="0" w:bottom="0"/>'
        sect = f'<w:sectPr><w:pgSz w:w="9000" w:h="9000"/>{tepi}</w:sectPr>'
        dokumen = f'<w:document xmlns:w="{W}"><w:body>{xml}{sect}</w:body></w:document>'
        self.akar = {"word/document.xml": etree.fromstring(dokumen)}


@given(tabel_sembarang())
def test_any_spans_make_a_sound_table(t: Table) -> None:
    assert list(periksa_tabel(_Paket(tabel(t, 9000)))) == []  # type: ignore[arg-type]
