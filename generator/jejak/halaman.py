"""Printed page numbers of bookmarks, from the pages on which a layout put them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.tree.format import romawi
from generator.tree.nodes import Document, Heading


def halaman_cetak(dokumen: Document, letak: Mapping[str, int]) -> dict[str, str]:
    """Printed page by bookmark. `letak`: pages counted from 0.

    Each numbering counts from the page of its first heading: the front matter in Roman numbers, the chapters in Arabic.
    """
    awal: dict[str, int] = {}
    for s in dokumen.sections:
        for b in s.blocks:
            if isinstance(b, Heading) and b.anchor in letak:
                awal[s.numbering] = min(letak[b.anchor], awal.get(s.numbering, letak[b.anchor]))
    depan, bab = awal.get("romawi"), awal.get("angka")
    hasil: dict[str, str] = {}
    for nama, halaman in letak.items():
        if bab is not None and halaman >= bab:
            hasil[nama] = str(halaman - bab + 1)
        elif depan is not None and halaman >= depan:
            hasil[nama] = romawi(halaman - depan + 1).lower()
    return hasil
