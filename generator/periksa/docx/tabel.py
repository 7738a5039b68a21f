"""Tables: grid, spans, merges, widths, header rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, dropwhile, takewhile

from lxml import etree

from generator.periksa.docx.halaman import lebar_teks
from generator.periksa.docx.paket import DOKUMEN, Paket, bilangan, w, xpath

_TR, _TC, _TC_W, _SPAN, _MERGE = (w(n) for n in ("tr", "tc", "tcW", "gridSpan", "vMerge"))
_VAL, _LEBAR, _SATUAN = w("val"), w("w"), w("type")
_DALAM_TABEL = xpath("//w:tbl//w:tbl")
_TANPA_PARAGRAF = xpath(".//w:tc[not(*)] | .//w:tc/*[last()][not(self::w:p)]")
_LEBAR_SEL = xpath("w:tc/w:tcPr/w:tcW[@w:type='dxa']/@w:w")
_GABUNGAN = xpath("boolean(w:tc/w:tcPr[w:gridSpan or w:vMerge] or w:tc[not(w:tcPr/w:tcW)])")
_LEPAS = xpath("boolean(.//w:p[not(w:pPr/w:keepNext)])")
GAYA_PASANGAN = "TabelPihak"
"""The style of a table that only lays out two signatures side by side."""
_HURUF_JUDUL = 30  # of a table's title in a message


@dataclass(slots=True)
class _Sel:
    """A cell: how many grid columns, its width (-1: none in twentieths of a point), its part in a merge."""

    rentang: int = 1
    lebar: int = -1
    gabung: str = ""


def tabel(p: Paket) -> Iterator[str]:
    """Every table of the body, with the width between the margins that it stands in."""
    akar = p.akar[DOKUMEN]
    if _DALAM_TABEL(akar):
        yield f"{DOKUMEN}: ada tabel di dalam tabel"
        return
    lebar = lebar_teks(akar)
    for nomor, t in enumerate(akar.iter(w("tbl")), 1):
        judul = _nilai(t, "tblPr/tblCaption")
        sebutan = f'tabel ke-{nomor} ("{judul[:_HURUF_JUDUL]}")' if judul else f"tabel ke-{nomor}"
        if not judul:
            yield f"{DOKUMEN}: {sebutan} tanpa keterangan (w:tblCaption)"
        yield from (f"{DOKUMEN}: {sebutan}: {s}" for s in _satu(t, lebar.get(t)))


def _nilai(e: etree._Element, jalur: str, atribut: str = _VAL) -> str:
    cari = e.find("/".join(w(n) for n in jalur.split("/")))
    return cari.get(atribut, "") if cari is not None else ""


def _satu(t: etree._Element, lebar_teks: int | None) -> Iterator[str]:
    kolom = [bilangan(k.get(_LEBAR)) for k in t.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    if not kolom or min(kolom) <= 0:
        yield "kolom tidak lengkap (w:tblGrid)"
        return
    lebar = bilangan(_nilai(t, "tblPr/tblW", _LEBAR))
    if _nilai(t, "tblPr/tblW", _SATUAN) != "dxa" or lebar != sum(kolom):
        yield f"lebar tabel {lebar} tidak sama dengan jumlah lebar kolom {sum(kolom)}"
    elif lebar_teks is not None and lebar > lebar_teks:
        yield f"lebar {lebar} melebihi lebar teks {lebar_teks}"
    if _nilai(t, "tblPr/tblLayout", _SATUAN) != "fixed":
        yield "lebar kolom tidak tetap (w:tblLayout)"
    yield from _pasangan(t) if _nilai(t, "tblPr/tblStyle") == GAYA_PASANGAN else _kepala(t)
    if tanpa := len(_TANPA_PARAGRAF(t)):
        yield f"{tanpa} sel tidak berakhir dengan paragraf"
    batas = list(accumulate(kolom, initial=0))
    terbuka: dict[int, int] = {}
    biasa = list(map(str, kolom))
    for nomor, tr in enumerate(t.iterchildren(_TR), 1):
        if _LEBAR_SEL(tr) == biasa and not _GABUNGAN(tr):  # nearly all rows; a walk over their cells takes much longer
            terbuka = {}
            continue
        sel = _baca(tr)
        letak = list(accumulate((s.rentang for s in sel), initial=0))
        yield from (f"baris {nomor}: {s}" for s in _periksa(sel, letak, batas, terbuka))
        terbuka = {k: s.rentang for k, s in zip(letak, sel, strict=False) if s.gabung}


def _kepala(t: etree._Element) -> Iterator[str]:
    """The header rows are marked, and stand at the top."""
    kepala = [tr.find(f"{w('trPr')}/{w('tblHeader')}") is not None for tr in t.iterchildren(_TR)]
    if not any(kepala):
        yield "tanpa baris kepala yang ditandai"
    elif any(dropwhile(bool, kepala)):
        depan = sum(1 for _ in takewhile(bool, kepala))
        yield f"baris kepala (baris {kepala.index(True, depan) + 1}) tidak di puncak tabel"
    if _nilai(t, "tblPr/tblLook", w("firstRow")) != "1":
        yield "baris kepala tidak dinyatakan (w:tblLook w:firstRow)"


def _pasangan(t: etree._Element) -> Iterator[str]:
    """Signatures side by side: no header, and no page may end among them."""
    baris = list(t.iterchildren(_TR))
    if any(tr.find(f"{w('trPr')}/{w('tblHeader')}") is not None for tr in baris):
        yield "tanda tangan dengan baris kepala"
    for nomor, tr in enumerate(baris, 1):
        if tr.find(f"{w('trPr')}/{w('cantSplit')}") is None:
            yield f"tanda tangan dapat terpotong halaman di dalam baris {nomor}"
        if tr is not baris[-1] and _LEPAS(tr):
            yield f"tanda tangan dapat terpisah halaman setelah baris {nomor}"


def _baca(tr: etree._Element) -> list[_Sel]:
    """The cells of a row."""
    hasil: list[_Sel] = []
    for e in tr.iter(_TC, _TC_W, _SPAN, _MERGE):
        if e.tag == _TC:
            hasil.append(_Sel())
        elif e.tag == _TC_W:
            hasil[-1].lebar = bilangan(e.get(_LEBAR)) if e.get(_SATUAN) == "dxa" else -1
        elif e.tag == _SPAN:
            hasil[-1].rentang = bilangan(e.get(_VAL))
        else:
            hasil[-1].gabung = e.get(_VAL, "continue")
    return hasil


def _periksa(sel: list[_Sel], letak: list[int], batas: list[int], terbuka: dict[int, int]) -> Iterator[str]:
    """A row; its cells begin at the columns `letak`.

    `batas[k]` is where column k begins; `terbuka`: merges of the row above, by column, and how many columns they have.
    """
    if letak[-1] != len(batas) - 1 or any(s.rentang < 1 for s in sel):
        yield f"mencakup {letak[-1]} dari {len(batas) - 1} kolom"
        return
    for kolom, s in zip(letak, sel, strict=False):
        if s.gabung == "continue" and terbuka.get(kolom) != s.rentang:
            yield f"kolom {kolom + 1} melanjutkan gabungan yang tidak dimulai"
        perlu = batas[kolom + s.rentang] - batas[kolom]
        if s.lebar != perlu:
            yield f"lebar sel kolom {kolom + 1} adalah {s.lebar}, seharusnya {perlu}"
