"""Formulas in a PDF by LibreOffice: each gets its words as alternative text, which LibreOffice 7.4 leaves out.

Formulas are the elements of the kind /Formula in the structure tree, written in reading order, one for every line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_FORMULA = re.compile(rb"(\d+) 0 obj\s*<<\s*/Type\s*/StructElem\s*/S\s*/Formula\b")


def beri_teks(pdf: Pdf, mentah: Path, teks: Sequence[str]) -> list[float]:
    """Write the alternative texts into `pdf`, which is `mentah` opened. Gives the width of every formula, in points.

    Where there are more or fewer formulas than texts, nothing is written.
    """
    import pikepdf

    unsur = list(_rumus(pdf, mentah))
    if len(unsur) == len(teks):
        for u, t in zip(unsur, teks, strict=True):
            u["/Alt"] = pikepdf.String(t)
    return [_lebar(u) for u in unsur]


def _rumus(pdf: Pdf, mentah: Path) -> Iterator[Object]:
    """The elements, found in the bytes as LibreOffice 7.4 writes them, which spares visiting all objects (0,2 s)."""
    import pikepdf

    nomor = [int(n) for n in _FORMULA.findall(mentah.read_bytes())]
    if nomor:
        yield from (pdf.get_object(n, 0) for n in nomor)
        return
    for objek in pdf.objects:
        if isinstance(objek, pikepdf.Dictionary) and objek.get("/S") == pikepdf.Name.Formula:
            yield objek


def _lebar(unsur: Object) -> float:
    """Width of its box; 0 when the file does not tell."""
    import pikepdf

    sifat = unsur.get("/A")
    for s in sifat if isinstance(sifat, pikepdf.Array) else (sifat,):
        if isinstance(s, pikepdf.Dictionary) and "/BBox" in s:
            kiri, _, kanan, _ = (float(x) for x in s.BBox)
            return kanan - kiri
    return 0
