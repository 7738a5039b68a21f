"""The walk through the numbered tree: every value with the place where it is printed.

In: the document and the pages of bookmarks. Out: (value, place, bookmark) in the order in which the DOCX prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from generator.model.angka import Lokasi, Teks
from generator.tree import format as cetak
from generator.tree.grid import Grid, Place, grid
from generator.tree.nodes import (
    Block,
    Caption,
    Chart,
    Diagram,
    Document,
    Formula,
    Heading,
    Inlines,
    List,
    Paragraph,
    Particulars,
    SignatureBlock,
    SignaturePair,
    Table,
    Value,
    plain,
)
from generator.tree.tercetak import (
    AWAL_BARIS,
    bernomor,
    penanda_baris,
    penanda_naskah,
    penanda_tabel,
)
from generator.tree.walk import blocks, values

Unsur = Literal[
    "sampul", "judul", "paragraf", "daftar", "tabel", "kepala tabel", "judul tabel", "judul gambar", "sumber",
    "grafik", "gambar", "tanda tangan",
]  # fmt: skip
Jejak = tuple[Value, "Tempat", str]
TINGKAT_BAGIAN = 4  # headings below are points within a section
BATAS_BARIS = 120  # letters of a row's label
BATAS_KUTIPAN = 70  # letters of the text on each side of a value
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_HURUF = re.compile(r"[^\W\d]")


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a value is printed.

    `bab`, `bagian`: chapter and section as printed. `label`: what references call the table or picture, `sebutan`:
    'Tabel 4.3', `judul`: its title. In tables `kunci` and `baris` are the row's key and words, `kolom` its heading (all
    header rows), `nomor_kolom` from 1, `tahun` the column's year or 0. `kutipan`: the text around it, with '…' for the
    value. `sumber`: the line of the chapter. `halaman`: as printed, '' when unknown.
    """

    unsur: Unsur
    bab: str = ""
    bagian: str = ""
    label: str = ""
    sebutan: str = ""
    judul: str = ""
    kunci: str = ""
    baris: str = ""
    kolom: str = ""
    nomor_kolom: int = 0
    tahun: int = 0
    kutipan: tuple[str, str] = ("", "")
    sumber: Lokasi | None = None
    halaman: str = ""


class _Telusur:
    """What the walk has come to: `tempat` holds chapter and section; counters for the bookmarks."""

    def __init__(self, halaman: Mapping[str, str]) -> None:
        self.halaman = halaman
        self.per_baris = any(nama.startswith(AWAL_BARIS) for nama in halaman)
        self.tempat = Tempat("paragraf")
        self.bagian = ""
        self.naskah = self.tabel = self.baris = 0

    def _teks(self, isi: Inlines, tempat: Tempat, *, jangkar: str = "") -> Iterator[Jejak]:
        """The values of a text outside of tables."""
        kutipan = _kutipan(isi)
        for i, v in enumerate(values(isi)):
            penanda = ""
            if bernomor(v):
                self.naskah += 1
                penanda = penanda_naskah(self.naskah)
            halaman = self.halaman.get(jangkar) or self.halaman.get(penanda) or tempat.halaman
            yield v, replace(tempat, kutipan=kutipan[i], halaman=halaman), penanda
        yield from _rumus(isi, tempat)

    def _halaman(self, tempat: Tempat, jangkar: str) -> Jejak:
        """No value, but a place whose page is known."""
        return Value(""), replace(tempat, halaman=self.halaman.get(jangkar, "")), ""

    def blok(self, b: Block) -> Iterator[Jejak]:
        match b:
            case Heading():
                yield from self._judul(b)
            case Paragraph():
                yield from self._teks(b.content, replace(self.tempat, unsur="paragraf", sumber=b.asal))
            case List():
                yield from self._daftar(b)
            case Table():
                yield from self._tabel(b)
            case Chart():
                yield from self._grafik(b)
            case Diagram():
                yield from self._gambar(b)
            case SignatureBlock():
                yield from self._tanda_tangan(b.lines)
            case SignaturePair():
                yield from self._tanda_tangan(chain.from_iterable(b.rows))
            case Particulars():
                for isi in chain.from_iterable(b.lines):
                    yield from self._teks(isi, replace(self.tempat, unsur="paragraf", sumber=b.asal))

    def _tanda_tangan(self, baris: Iterable[Inlines]) -> Iterator[Jejak]:
        for isi in baris:
            yield from self._teks(isi, replace(self.tempat, unsur="tanda tangan", sumber=None))

    def _judul(self, h: Heading) -> Iterator[Jejak]:
        nama = f"{h.prefix} {plain(h.content)}".strip()
        if h.level == 1:
            self.tempat = Tempat("judul", bab=nama)
            self.bagian = ""
        else:
            self.bagian = self.bagian if h.level > TINGKAT_BAGIAN else nama
            bagian = f"{self.bagian} › {nama}".removeprefix(" › ") if h.level > TINGKAT_BAGIAN else nama
            self.tempat = replace(self.tempat, bagian=bagian)
        letak = replace(self.tempat, unsur="judul", sumber=h.asal)
        yield self._halaman(letak, h.anchor)
        yield from self._teks(h.content, letak, jangkar=h.anchor)

    def _daftar(self, d: List) -> Iterator[Jejak]:
        for item in d.items:
            for b in item.blocks:
                if isinstance(b, List):
                    yield from self._daftar(b)
                else:
                    yield from self._teks(b.content, replace(self.tempat, unsur="daftar", sumber=b.asal))

    def _dengan_judul(self, c: Caption) -> Tempat:
        return replace(
            self.tempat,
            label=c.label,
            sebutan=c.prefix or "Kotak",
            judul=plain(c.title),
            sumber=c.asal,
            halaman=self.halaman.get(c.anchor, ""),
        )

    def _pembuka(self, c: Caption, tempat: Tempat, unsur: Unsur = "judul gambar") -> Iterator[Jejak]:
        """The caption; a box prints none."""
        if c.prefix:
            yield self._halaman(tempat, c.anchor)
            yield from self._teks(c.title, replace(tempat, unsur=unsur), jangkar=c.anchor)

    # ------------------------------------------------------------ tables

    def _tabel(self, t: Table) -> Iterator[Jejak]:
        self.tabel += 1
        tempat = self._dengan_judul(t.caption)
        yield from self._pembuka(t.caption, tempat, "judul tabel")
        kepala = grid(t.header, len(t.widths))
        kolom = _kolom(kepala, len(t.widths))
        for nomor, (r, petak) in enumerate(kepala.across()):
            sendiri = [p for p in petak if p.row == nomor]
            di_kepala = replace(tempat, unsur="kepala tabel", kunci=r.key)
            yield from self._baris_tabel(sendiri, petak, nomor + 1, di_kepala, kolom)
        seluruh = f"{tempat.halaman} dst." if tempat.halaman and not self.per_baris else ""
        for nomor, (r, petak) in enumerate(grid(t.rows, len(t.widths)).across()):
            sendiri = [p for p in petak if p.row == nomor]
            penanda = ""
            if sendiri:
                penanda = penanda_baris(self.tabel, self.baris)
                self.baris += 1
            halaman = self.halaman.get(penanda, seluruh)
            di_baris = replace(tempat, unsur="tabel", kunci=r.key, halaman=halaman)
            yield from self._baris_tabel(sendiri, petak, len(t.header) + nomor + 1, di_baris, kolom)
        yield from self._teks(t.source, replace(tempat, unsur="sumber"))

    def _baris_tabel(
        self, sendiri: list[Place], petak: tuple[Place, ...], ke: int, tempat: Tempat, kolom: list[tuple[str, int]]
    ) -> Iterator[Jejak]:
        """The values of a row's own cells; `petak`: with those that reach down from above, `ke`: its number, from 1."""
        urut = 0
        for p in sendiri:
            isi = p.cell.content
            if not isi:
                continue
            label = label_baris((*sendiri, *petak), p) if tempat.unsur == "tabel" else ""
            judul, tahun = kolom[p.column]
            di_sel = replace(tempat, baris=label, kolom=judul, nomor_kolom=p.column + 1, tahun=tahun)
            for v in values(isi):
                penanda = ""
                if bernomor(v):
                    urut += 1
                    penanda = penanda_tabel(self.tabel, ke, urut)
                yield v, di_sel, penanda
            yield from _rumus(isi, di_sel)

    # ------------------------------------------------------------ pictures

    def _grafik(self, g: Chart) -> Iterator[Jejak]:
        tempat = self._dengan_judul(g.caption)
        yield from self._pembuka(g.caption, tempat)
        for s in g.series:
            for kategori, a in zip(g.categories, s.values, strict=True):
                letak = replace(tempat, unsur="grafik", kunci=s.name, baris=s.name, kolom=kategori)
                yield Value(cetak.angka(a), a, a.asal), letak, ""
        yield from self._teks(g.source, replace(tempat, unsur="sumber"))

    def _gambar(self, d: Diagram) -> Iterator[Jejak]:
        tempat = self._dengan_judul(d.caption)
        yield from self._pembuka(d.caption, tempat)
        for kotak in (k for bagan in (d, *d.more) for k in bagan.boxes):
            letak = replace(tempat, unsur="gambar", kunci=kotak.key, baris=_pendek(" ".join(kotak.lines)))
            for v in kotak.values:
                yield v, letak, ""
        yield from self._teks(d.source, replace(tempat, unsur="sumber"))


def telusuri(dokumen: Document, halaman: Mapping[str, str]) -> Iterator[Jejak]:
    """Every value of the document, the cover first. `halaman`: printed page by bookmark, as far as known."""
    for nama, isi in dokumen.meta.items():
        if isinstance(isi, Teks) and isi.asal:
            judul = f"Sampul, kepala dan kaki halaman: {nama.replace('_', ' ')}"
            yield Value(str(isi), None, isi.asal), Tempat("sampul", bab="Sampul", judul=judul), ""
    langkah = _Telusur(halaman)
    for b in blocks(dokumen):
        yield from langkah.blok(b)


# ---------------------------------------------------------------- parts


def _rumus(isi: Inlines, tempat: Tempat) -> Iterator[Jejak]:
    """Formulas that were written in a cell."""
    for n in isi:
        if isinstance(n, Formula) and n.asal is not None and n.asal.lembar:
            yield Value(n.text, None, (n.asal,)), tempat, ""


def _kutipan(isi: Inlines) -> list[tuple[str, str]]:
    """The words before and after each value."""
    bagian: list[str] = []
    letak: list[int] = []

    def ambil(isi: Inlines) -> None:
        for n in isi:
            if isinstance(n, Value):
                letak.append(len(bagian))
            anak = getattr(n, "children", None)
            if anak is None:
                bagian.append(plain((n,)))
            else:
                ambil(anak)

    ambil(isi)
    hasil: list[tuple[str, str]] = []
    for i in letak:
        sebelum, sesudah = "".join(bagian[:i]), "".join(bagian[i + 1 :])
        if len(sebelum) > BATAS_KUTIPAN:
            sebelum = "…" + sebelum[-BATAS_KUTIPAN:].partition(" ")[2]
        if len(sesudah) > BATAS_KUTIPAN:
            sesudah = sesudah[:BATAS_KUTIPAN].rpartition(" ")[0] + " …"
        hasil.append((sebelum, sesudah))
    return hasil


def _kolom(kepala: Grid, banyak: int) -> list[tuple[str, int]]:
    """Of every column its heading, all header rows but that of the numbers joined, and its year.

    The year is that of the lowest heading that has just one; 0 where none has.
    """
    baris = [petak for r, petak in zip(kepala.rows, kepala.cells, strict=True) if r.key != "kolom"]
    hasil: list[tuple[str, int]] = []
    for k in range(banyak):
        bagian = [plain(sel[k].content) for sel in baris]
        tahun = [temu[0] for temu in map(_TAHUN.findall, reversed(bagian)) if len(temu) == 1]
        hasil.append((" › ".join(filter(None, dict.fromkeys(bagian))), int(tahun[0]) if tahun else 0))
    return hasil


def label_baris(calon: Iterable[Place], kecuali: Place) -> str:
    """What a row is called: the first words of these cells, one excepted: its own, then those that reach down."""
    for p in calon:
        teks = plain(p.cell.content)
        if p.cell is not kecuali.cell and _HURUF.search(teks):
            return _pendek(teks)
    return ""


def _pendek(teks: str) -> str:
    return teks if len(teks) <= BATAS_BARIS else teks[: BATAS_BARIS - 1].rpartition(" ")[0] + " …"
