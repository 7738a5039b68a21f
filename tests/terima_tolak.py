"""Word's "accept all" and "reject all" over document.xml, written apart from the writer, and what then stands there.

`terima` and `tolak` give a body without tracked changes; `isi` reads one block by block and cell by cell; `tanda`
counts
the paragraphs, rows and cells that carry a mark.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
INS, DEL, P, R, TBL, TR, TC, SECT, PPR = (
    f"{W}{n}" for n in ("ins", "del", "p", "r", "tbl", "tr", "tc", "sectPr", "pPr")
)
RUJUKAN = re.compile("\x01(.*?)\x02")
"""A reference in a text that was read."""
_TURUNAN = ("TOC", "TableofFigures")
_BAGI = "\n"


@dataclass(frozen=True)
class Isi:
    """A paragraph ('' for its place in a table) or a row's cells. `butir`: level and number of a list item."""

    gaya: str
    teks: tuple[str, ...]
    rentang: tuple[int, ...] = ()
    butir: tuple[int, int] | None = None


# ---------------------------------------------------------------- accepting and rejecting


def terima(badan: etree._Element) -> etree._Element:
    return _terapkan(badan, DEL, INS)


def tolak(badan: etree._Element) -> etree._Element:
    return _terapkan(badan, INS, DEL)


def _terapkan(badan: etree._Element, buang: str, simpan: str) -> etree._Element:
    """A copy in which what is marked `buang` is gone and what is marked `simpan` is there to stay."""
    badan = copy.deepcopy(badan)
    for tr in list(badan.iter(TR)):
        sifat = tr.find(f"{W}trPr")
        ke = sifat.find(buang) if sifat is not None else None
        if ke is not None:
            tr.getparent().remove(tr)
        elif sifat is not None and sifat.find(simpan) is not None:
            sifat.remove(sifat.find(simpan))
    for tbl in list(badan.iter(TBL)):
        if tbl.find(TR) is None:
            tbl.getparent().remove(tbl)
    for e in list(badan.iter(buang)):
        if e.getparent().tag != f"{W}rPr":
            e.getparent().remove(e)
    for e in list(badan.iter(simpan)):
        if e.getparent().tag == f"{W}rPr":
            e.getparent().remove(e)
        else:
            _lepas(e)
    for e in badan.iter(f"{W}delText"):
        e.tag = f"{W}t"
    for e in badan.iter(f"{W}delInstrText"):
        e.tag = f"{W}instrText"
    for p in list(badan.iter(P)):
        if p.find(f"{PPR}/{W}rPr/{buang}") is not None:
            _gabungkan(p)
    return badan


def _lepas(e: etree._Element) -> None:
    induk = e.getparent()
    letak = induk.index(e)
    for n, anak in enumerate(list(e)):
        induk.insert(letak + n, anak)
    induk.remove(e)


def _gabungkan(p: etree._Element) -> None:
    """A paragraph without its end runs on into the next one, which keeps its own properties."""
    assert p.find(f"{PPR}/{SECT}") is None, "batas bagian hilang"
    berikut, isi = p.getnext(), [e for e in p if e.tag != PPR]
    assert berikut is not None and berikut.tag != SECT, "paragraf terakhir hilang"
    if berikut.tag == P:
        awal = 1 if berikut.find(PPR) is not None else 0
        for n, e in enumerate(isi):
            berikut.insert(awal + n, e)
    else:
        assert berikut.tag == TBL and not isi, "paragraf berisi tidak dapat bergabung dengan tabel"
    p.getparent().remove(p)


# ---------------------------------------------------------------- reading


def badan(dokumen: bytes, lewati: int = 1) -> etree._Element:
    """The body of document.xml without its first sections: the cover, and a redline's summary."""
    akar = etree.fromstring(dokumen).find(f"{W}body")
    assert akar is not None
    for _ in range(lewati):
        while akar[0].tag != P or akar[0].find(f"{PPR}/{SECT}") is None:
            akar.remove(akar[0])
        akar.remove(akar[0])
    return akar


def isi(badan: etree._Element, *, nomor: bool) -> list[Isi]:
    """Blocks in order. `nomor`: with the numbers of headings and captions. Lists of contents are left out, as is what
    only carries a section's end."""
    hasil: list[Isi] = []
    hitung: dict[str, int] = defaultdict(int)
    for e in badan:
        if e.tag == P:
            gaya = _gaya(e)
            if gaya.startswith(_TURUNAN):
                continue
            teks = _teks(e)
            if gaya == "BatasBagian" and not teks:
                continue
            hasil.append(
                Isi(gaya if teks else "", (teks if nomor else _tanpa_nomor(e, gaya, teks),), (), _butir(e, hitung))
            )
        elif e.tag == TBL:
            hasil += (_baris(tr) for tr in e.iterchildren(TR))
        else:
            assert e.tag == SECT
    return hasil


def _baris(tr: etree._Element) -> Isi:
    sel = list(tr.iterchildren(TC))
    kepala = tr.find(f"{W}trPr/{W}tblHeader") is not None
    teks = tuple(_BAGI.join(_teks(p) for p in tc.iterchildren(P)) for tc in sel)
    rentang = tuple(int(_nilai(tc, "tcPr/gridSpan") or 1) for tc in sel)
    return Isi("kepala" if kepala else "baris", teks, rentang)


def _nilai(e: etree._Element, jalur: str) -> str:
    cari = e.find("/".join(f"{W}{n}" for n in jalur.split("/")))
    return str(cari.get(f"{W}val", "")) if cari is not None else ""


def _gaya(p: etree._Element) -> str:
    return _nilai(p, "pPr/pStyle")


def _butir(p: etree._Element, hitung: dict[str, int]) -> tuple[int, int] | None:
    daftar = _nilai(p, "pPr/numPr/numId")
    if daftar in ("", "0"):
        return None
    hitung[daftar] += 1
    return int(_nilai(p, "pPr/numPr/ilvl")), hitung[daftar]


def _teks(p: etree._Element) -> str:
    """The words; references between \\x01 and \\x02, a formula after '$', a picture's description in brackets."""
    bagian: list[str] = []
    medan: list[str] = []
    for e in p.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}fldChar", f"{W}instrText", f"{M}oMath", f"{M}t", f"{WP}docPr"):
        if e.tag == f"{W}t" or e.tag == f"{M}t":
            bagian.append(e.text or "")
        elif e.tag == f"{W}br":
            bagian.append(_BAGI)
        elif e.tag == f"{W}tab":
            bagian.append("\t")
        elif e.tag == f"{M}oMath":
            bagian.append("$")
        elif e.tag == f"{WP}docPr":
            bagian.append(f"[{e.get('descr')}]")
        elif e.tag == f"{W}instrText":
            medan[-1] += e.text or ""
        elif e.get(f"{W}fldCharType") == "begin":
            medan.append("")
        elif e.get(f"{W}fldCharType") == "separate":
            bagian.append("\x01" if medan[-1].split()[0] == "REF" else "")
        elif medan.pop().split()[0] == "REF":
            bagian.append("\x02")
    return "".join(bagian).replace("\u00a0", " ")


def _tanpa_nomor(p: etree._Element, gaya: str, teks: str) -> str:
    """Without the number that a heading or a caption prints, as a field or as words."""
    if gaya == "Caption" or re.match(r"(BAB|LAMPIRAN) [IVXLC]+\n", teks):
        return teks.partition(_BAGI)[2]
    if _nilai(p, "pPr/numPr/numId") == "0":
        return teks.partition(" ")[2]
    return teks


def sama(ini: list[Isi], itu: list[Isi], *, rujukan: bool) -> Iterator[tuple[Isi | None, Isi | None]]:
    """Where two readings differ. `rujukan`: the numbers of references too; else any number stands for any."""
    for n in range(max(len(ini), len(itu))):
        a, b = (x[n] if n < len(x) else None for x in (ini, itu))
        if a is None or b is None or not _satu(a, b, rujukan):
            yield a, b


def _satu(a: Isi, b: Isi, rujukan: bool) -> bool:
    if (a.gaya, a.rentang, a.butir, len(a.teks)) != (b.gaya, b.rentang, b.butir, len(b.teks)):
        return False
    for x, y in zip(a.teks, b.teks, strict=True):
        y = RUJUKAN.sub(r"\1", y)
        if x == y or RUJUKAN.sub(r"\1", x) == y:
            continue
        if rujukan:
            return False
        pola = r"[\w. ]+?".join(re.escape(bagian) for bagian in RUJUKAN.split(x)[::2])
        if not re.fullmatch(pola, y):
            return False
    return True


# ---------------------------------------------------------------- counting


def tanda(badan: etree._Element) -> int:
    """Paragraphs outside of tables, rows, and cells of rows that stay, that carry a mark."""

    def bertanda(e: etree._Element) -> bool:
        return next(e.iter(INS, DEL), None) is not None

    jumlah = 0
    for e in badan:
        if e.tag == P:
            jumlah += bertanda(e)
        for tr in e.iterchildren(TR):
            sifat = tr.find(f"{W}trPr")
            if sifat is not None and bertanda(sifat):
                jumlah += 1
            else:
                jumlah += sum(map(bertanda, tr.iterchildren(TC)))
    return jumlah
