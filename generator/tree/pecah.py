"""Merged cells that cross a page: the merge is cut where a page begins, and its words stand there again.

Neither Word nor LibreOffice repeats the label of a merge on the next page. Where pages begin is known after a layout
only; `tata_letak` asks `baris_terhubung` which rows matter and lays out again with the cut table.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.tree.nodes import Cell, Document, Table

Pecahan = Mapping[str, tuple[str, ...]]
"""Keys of the rows at which the merges of a table are cut, by the table's name."""


def _letak(t: Table) -> list[list[tuple[int, Cell]]]:
    """Every body row's own cells with their column."""
    hasil: list[list[tuple[int, Cell]]] = []
    sisa: dict[int, int] = {}  # column -> rows that a merge above still covers
    for r in t.rows:
        baris: list[tuple[int, Cell]] = []
        kolom = 0
        for c in r.cells:
            while sisa.get(kolom, 0):
                kolom += 1
            baris.append((kolom, c))
            kolom += c.col_span
        sisa = {k: n - 1 for k, n in sisa.items() if n > 1}
        for k, c in baris:
            if c.row_span > 1:
                sisa |= dict.fromkeys(range(k, k + c.col_span), c.row_span - 1)
        hasil.append(baris)
    return hasil


def baris_terhubung(t: Table) -> frozenset[str]:
    """The keys of the rows that share a merged cell with the row above."""
    return frozenset(
        t.rows[i].key
        for awal, r in enumerate(t.rows)
        for tinggi in [max((c.row_span for c in r.cells), default=1)]
        for i in range(awal + 1, min(awal + tinggi, len(t.rows)))
    )


def pecah_tabel(t: Table, di: Collection[str]) -> Table:
    """The table with every merge cut above the rows with the keys `di`, its content repeated there."""
    potong = [i for i, r in enumerate(t.rows) if i and r.key in di]
    if not potong:
        return t
    baru: list[list[tuple[int, Cell]]] = [[] for _ in t.rows]
    for i, baris in enumerate(_letak(t)):
        for kolom, c in baris:
            batas = [i, *(p for p in potong if i < p < i + c.row_span), i + c.row_span]
            for awal, akhir in pairwise(batas):
                baru[awal].append((kolom, replace(c, row_span=akhir - awal)))
    rows = tuple(
        replace(r, cells=tuple(c for _, c in sorted(isi, key=lambda k: k[0])))
        for r, isi in zip(t.rows, baru, strict=True)
    )
    return replace(t, rows=rows)


def pecah(dokumen: Document, pecahan: Pecahan) -> Document:
    """The document with the merges of its tables cut."""
    if not pecahan:
        return dokumen
    return replace(
        dokumen,
        sections=tuple(
            replace(
                s,
                blocks=tuple(
                    pecah_tabel(b, pecahan.get(b.caption.name, ())) if isinstance(b, Table) else b for b in s.blocks
                ),
            )
            for s in dokumen.sections
        ),
    )


def tabel_bergabung(dokumen: Document) -> dict[str, frozenset[str]]:
    """The rows that a page break would part from the label of their group, by table; tables without any left out."""
    semua = {b.caption.name: baris_terhubung(b) for s in dokumen.sections for b in s.blocks if isinstance(b, Table)}
    return {nama: baris for nama, baris in semua.items() if baris}
