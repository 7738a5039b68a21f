"""Gambar 2.1: the organisation chart, drawn from the posts."""

from __future__ import annotations

from typing import Literal

from generator.compute.konteks import Jabatan, Konteks
from generator.document.nilai import sebagai_nilai
from generator.tree.drawing.diagram import Simpul, tree_alt, tree_diagram
from generator.tree.nodes import Caption, Diagram, Inlines, plain

LEBAR = 438.0  # points: the text width of an A4 page with the default margins


def _simpul(j: Jabatan, *, puncak: bool = False) -> Simpul:
    anak = tuple(_simpul(b) for b in j.bawahan)
    peran: Literal["utama", "biasa"] = "utama" if puncak else "biasa"
    return Simpul(str(j.kode), str(j.nama), anak, peran, j.kedudukan == "staf", values=(sebagai_nilai(j.nama),))


def struktur(k: Konteks, caption: Caption, source: Inlines) -> Diagram:
    """The head on top, staff units beside the trunk, line units below."""
    puncak = _simpul(next(j for j in k.jabatan if not j.atasan), puncak=True)
    alt = f"{plain(caption.title)}. {tree_alt(puncak)}"
    return tree_diagram(caption, puncak, width=LEBAR, alt=alt, source=source)
