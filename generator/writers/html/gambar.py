"""Charts and diagrams -> inline SVG, with their alternative texts and the origins of what they show."""

from __future__ import annotations

from generator.model.angka import Angka
from generator.tree.nodes import Box, Chart, Diagram, Value, plain
from generator.writers.html.sebaris import sifat_nilai
from generator.writers.svg import svg
from generator.writers.svg_chart import svg_chart


def lukisan(b: Chart | Diagram, nama: str, *, asal: bool = False) -> str:
    """The picture, of a diagram all its pages. `nama`: what ids in it begin with; `asal`: values say their origin."""
    judul = f"{b.caption.prefix} {plain(b.caption.title)}".strip()
    if isinstance(b, Chart):
        return svg_chart(b, judul, nama, _label if asal else lambda angka, teks: "")
    kotak = _kotak if asal else lambda box: ""
    return "".join(
        svg(d, judul if n == 1 else f"{judul} ({n})", nama if n == 1 else f"{nama}-{n}", kotak)
        for n, d in enumerate((b, *b.more), 1)
    )


def _label(angka: Angka, teks: str) -> str:
    return sifat_nilai((Value(teks, angka, angka.asal),))


def _kotak(box: Box) -> str:
    return sifat_nilai(box.values)
