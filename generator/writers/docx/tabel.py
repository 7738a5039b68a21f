"""Tables as strings of WordprocessingML: fixed widths, repeated header rows, merges, no row broken over a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from generator.tree.grid import BLANK, grid
from generator.tree.nodes import Cell, Formula, Row, Table, plain
from generator.writers.docx.jejak import Tandai
from generator.writers.docx.revisi import PenandaRevisi
from generator.writers.docx.sebaris import Penanda as Penomor
from generator.writers.docx.sebaris import bersih, inlines, rumus, tanpa_tanda
from generator.writers.xml_text import escape

GAYA_TABEL = {"biasa": "TabelRenstra", "kecil": "TabelRenstra", "renik": "TabelRenstraRenik"}
WARNA_KEPALA = "DCE4EC"
WARNA_KELOMPOK = "F2F5F8"
Penanda = Callable[[Row, str], str]
"""Wraps the content of a row's first cell in the bookmark that tells on which page the row fell."""
PenandaAngka = Callable[[Row], Tandai]
"""What bookmarks the numbers of each row."""
BARIS_PENDEK = 6
"""A table of at most so many rows is kept on one page, unless a signature below would go with it."""
_TEPI_SEL = 57  # twentieths of a point between a cell's border and its text, about
_AKHIRAN = {"biasa": "", "kecil": "Kecil", "renik": "Renik"}
_GAYA_SEL = {"kiri": "TabelTeks", "tengah": "TabelTengah", "kanan": "TabelAngka"}


def lebar_kolom(relatif: Sequence[float], lebar: int) -> list[int]:
    """Column widths in twentieths of a point that add up to `lebar` exactly."""
    jumlah = sum(relatif)
    batas = [round(lebar * sum(relatif[:i]) / jumlah) for i in range(len(relatif) + 1)]
    return [b - a for a, b in pairwise(batas)]


def _tanpa_tanda(_: Row) -> Tandai:
    return tanpa_tanda


def tabel(
    t: Table,
    lebar: int,
    penanda: Penanda = lambda _, isi: isi,
    penanda_angka: PenandaAngka = _tanpa_tanda,
    revisi: PenandaRevisi | None = None,
    *,
    ikat: bool = False,
) -> str:
    """The `w:tbl` of a table `lebar` twentieths of a point wide; `ikat` keeps its end with the signature that follows.

    Raises ValueError when rows do not fit.
    """
    revisi = revisi or PenandaRevisi(Penomor(), "")
    kolom = lebar_kolom(t.widths, lebar)
    akhiran = _AKHIRAN[t.size]
    judul = escape(bersih(plain(t.caption.title)))
    kepala = _baris_baris(t.header, kolom, akhiran, penanda_angka, revisi, kepala=True)
    sambung = 0 if len(t.rows) <= BARIS_PENDEK and not ikat else len(t.rows)
    ikat = ikat or bool(t.source)
    isi = _baris_baris(
        t.rows, kolom, akhiran, penanda_angka, revisi, kepala=False, sambung=sambung, ikat_akhir=ikat, penanda=penanda
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GAYA_TABEL[t.size]}"/><w:tblW w:w="{lebar}" w:type="dxa"/>'
        '<w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{judul}"/>'
        f'<w:tblDescription w:val="{judul}"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{k}"/>' for k in kolom)
        + f"</w:tblGrid>{kepala}{isi}</w:tbl>"
    )


def _baris_baris(
    baris: Sequence[Row],
    kolom: Sequence[int],
    akhiran: str,
    penanda_angka: PenandaAngka,
    revisi: PenandaRevisi,
    *,
    kepala: bool,
    sambung: int = 0,
    ikat_akhir: bool = False,
    penanda: Penanda = lambda _, isi: isi,
) -> str:
    """Rows in order, from row `sambung` (from 0) on each with the next."""
    tepi = list(accumulate(kolom, initial=0))
    letak = grid(baris, len(kolom))
    for nomor, sel in letak.misfits:
        raise ValueError(f'baris {baris[nomor].key}: sel "{plain(sel.content)}" tidak muat di {len(kolom)} kolom tabel')
    hasil: list[str] = []
    for nomor, (r, petak) in enumerate(letak.across()):
        terakhir = nomor == len(baris) - 1
        ikat = ikat_akhir if terakhir else r.keep or nomor >= sambung
        bagian: list[str] = []
        belum_ditandai = True
        tandai = penanda_angka(r)
        if r.revision == "hapus":
            tandai = tanpa_tanda
        for p in petak:
            lebar = tepi[p.column + p.width] - tepi[p.column]
            if p.row < nomor:
                bagian.append(_sel(BLANK, p.width, lebar, akhiran, r, kepala, "<w:vMerge/>", ikat))
                continue
            isi = revisi.lari(r.revision, _isi_sel(p.cell, lebar, kepala, tandai, revisi))
            if belum_ditandai:
                isi, belum_ditandai = penanda(r, isi), False
            gabung = '<w:vMerge w:val="restart"/>' if p.height > 1 else ""
            bagian.append(_sel(p.cell, p.width, lebar, akhiran, r, kepala, gabung, ikat, isi))
        sifat = "<w:cantSplit/>" + ("<w:tblHeader/>" if kepala else "") + revisi.baris(r.revision)
        hasil.append(f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(bagian)}</w:tr>")
    return "".join(hasil)


def _isi_sel(c: Cell, lebar: int, kepala: bool, tandai: Tandai, revisi: PenandaRevisi) -> str:
    match c.content:
        case (Formula() as f,):
            return rumus(f, c.align, lebar - 2 * _TEPI_SEL)
    return inlines(c.content, "Strong" if c.strong and not kepala else "", tandai, revisi.lari)


def _sel(
    c: Cell, kolom: int, lebar: int, akhiran: str, r: Row, kepala: bool, gabung: str, ikat: bool, isi: str = ""
) -> str:
    sifat = f'<w:tcW w:w="{lebar}" w:type="dxa"/>'
    if kolom > 1:
        sifat += f'<w:gridSpan w:val="{kolom}"/>'
    sifat += gabung
    if kepala:
        sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{WARNA_KEPALA}"/><w:vAlign w:val="center"/>'
        gaya = ("TabelNomorKolom" if r.key == "kolom" else "TabelKepala") + akhiran
    else:
        gaya = _GAYA_SEL[c.align] + akhiran
    ikatan = "<w:keepNext/>" if ikat else ""
    return f'<w:tc><w:tcPr>{sifat}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{gaya}"/>{ikatan}</w:pPr>{isi}</w:p></w:tc>'
