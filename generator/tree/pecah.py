"""Merged cells that cross a page: the merge is cut where a page begins, and its words stand there again.

Neither Word nor LibreOffice repeats the label of a merge on the next page. Where pages begin is known after a layout
only; `tata_letak` asks `baris_terhubung` which rows matter and lays out again with the cut table.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.tree.grid import grid
from generator.tree.nodes import Cell, Document, Table
from generator.tree.walk import blocks

Pecahan = Mapping[str, tuple[str, ...]]
"""Keys of the rows at which the merges of a table are cut, by the table's name."""


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
    for i, (_, baris) in enumerate(grid(t.rows, len(t.widths)).own()):
        for letak in baris:
            akhir_sel = i + letak.height
            batas = [i, *(b for b in potong if i < b < akhir_sel), akhir_sel]
            for awal, akhir in pairwise(batas):
                baru[awal].append((letak.column, replace(letak.cell, row_span=akhir - awal)))
    rows = tuple(
        replace(r, cells=tuple(c for _, c in sorted(isi, key=lambda kolom_sel: kolom_sel[0])))
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
    semua = {b.caption.name: baris_terhubung(b) for b in blocks(dokumen) if isinstance(b, Table)}
    return {nama: baris for nama, baris in semua.items() if baris}
