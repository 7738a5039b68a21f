"""angka-tanpa-asal: a numeral is printed of which nobody can tell where it comes from.

Looked at: cells and headings of tables, values of charts, signature blocks, and what expressions give in chapters;
numerals typed in a chapter are another rule's. Numbers that count rows (1, 2, 3 …) and columns have no origin, nor has
the name of a form in a law (T-C.24) and how one of its columns is calculated from others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.angka import Lokasi
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, sebutan, tempat
from generator.temuan import Temuan
from generator.tree.grid import grid
from generator.tree.nodes import (
    Cell,
    Chart,
    Inlines,
    Row,
    Table,
    Text,
    Value,
)
from generator.tree.walk import blocks, flat, parts

KODE = "angka-tanpa-asal"
_ANGKA = re.compile(r"\d")
_URUT = re.compile(r"(\d+)[.)]?\s*")
_FORMULIR = re.compile(r"T-[A-Z]\.\d+")
_RUMUS_KOLOM = re.compile(r"\(\d+(?:[+/]\d+)+\)")  # of a form's column: (5+7+9)


def periksa(b: Bahan) -> Iterator[Temuan]:
    for blok in blocks(b.dokumen):
        for bagian in parts(blok):
            if bagian.role == "signature":
                yield from _tanda_tangan(bagian.content)
            elif bagian.role not in ("header", "cell"):
                yield from _naskah(bagian.content, bagian.asal)
        if isinstance(blok, Table):
            yield from _tabel(blok)
        elif isinstance(blok, Chart):
            yield from _grafik(blok)


def _grafik(g: Chart) -> Iterator[Temuan]:
    for deret in g.series:
        for kategori, angka in zip(g.categories, deret.values, strict=True):
            if angka.nilai is not None and not angka.asal:
                pesan = f"{g.caption.prefix}: {deret.name}, {kategori}: {angka.nilai} tidak diketahui asalnya"
                yield Temuan(KODE, tempat(g.caption.asal), pesan, pokok=g.caption.label)


def _tanda_tangan(isi: Inlines) -> Iterator[Temuan]:
    for teks in (*_tanpa_asal(isi), *_ketikan(isi)):
        yield Temuan(KODE, "blok tanda tangan", f'"{teks}" tidak diketahui asalnya', pokok=teks)


def _naskah(isi: Inlines, asal: Lokasi | None) -> Iterator[Temuan]:
    """What an expression of a chapter gave without origin."""
    for teks in _tanpa_asal(isi):
        yield Temuan(KODE, tempat(asal), f'ungkapan menghasilkan "{teks}", yang tidak diketahui asalnya', pokok=teks)


def _tanpa_asal(isi: Inlines) -> Iterator[str]:
    for n in flat(isi):
        if isinstance(n, Value) and not n.asal and _ANGKA.search(n.text) and not _FORMULIR.fullmatch(n.text):
            yield n.text


def _ketikan(isi: Inlines) -> Iterator[str]:
    teks = (n.text for n in flat(isi) if isinstance(n, Text))
    return (t for t in teks if _ANGKA.search(_FORMULIR.sub("", _RUMUS_KOLOM.sub("", t))))


def _tabel(t: Table) -> Iterator[Temuan]:
    kepala = [r for r in t.header if r.key != BARIS_NOMOR_KOLOM]
    for teks in _sel(s.content for r in kepala for s in r.cells):
        yield _temuan(t, f'kepala kolom "{teks}"', teks)
    for kolom in _kolom(t):
        urut = 0
        for r, c in kolom:
            for teks in _sel([c.content]):
                m = _URUT.fullmatch(teks)
                if m and int(m[1]) in (1, urut + 1):
                    urut = int(m[1])
                else:
                    yield _temuan(t, f'baris {r.key}: "{teks}"', teks)


def _kolom(t: Table) -> list[list[tuple[Row, Cell]]]:
    """The cells that begin in each column, with the row in which they do."""
    kolom: list[list[tuple[Row, Cell]]] = [[] for _ in t.widths]
    for r, petak in grid(t.rows, len(t.widths)).own():
        for p in petak:
            kolom[p.column].append((r, p.cell))
    return kolom


def _sel(isi: Iterable[Inlines]) -> Iterator[str]:
    for c in isi:
        yield from _tanpa_asal(c)
        yield from _ketikan(c)


def _temuan(t: Table, apa: str, pokok: str) -> Temuan:
    pesan = f"{sebutan(t.caption)}, {apa} tidak diketahui asalnya"
    return Temuan(KODE, tempat(t.caption.asal), pesan, pokok=f"{t.caption.name}: {pokok.strip()}")
