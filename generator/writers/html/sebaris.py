"""Inlines -> HTML: values with their number and origin, references as links, formulas as MathML.

Out: phrasing content. Text of the tree is escaped everywhere, in elements and in attributes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.model.alamat import ringkas
from generator.model.angka import gabung_asal
from generator.tree.nodes import (
    Deleted,
    Emphasis,
    Formula,
    Inline,
    Inlines,
    Inserted,
    LineBreak,
    Reference,
    Revision,
    Strong,
    Text,
    Value,
)
from generator.writers.html.mathml import mathml
from generator.writers.xml_text import escape

UNSUR: dict[type[Inline], str] = {Strong: "strong", Emphasis: "em", Inserted: "ins", Deleted: "del"}
"""The element of each inline that holds others."""
_TANDA: dict[Revision, str] = {"baru": "ins", "hapus": "del"}


def sifat(**isi: str) -> str:
    """Attributes with a space before each; `_` in a name is `-`, a name that ends with `_` is a word of Python, and an
    empty value is no attribute."""
    return "".join(f' {nama.rstrip("_").replace("_", "-")}="{escape(nilai)}"' for nama, nilai in isi.items() if nilai)


class Sebaris:
    """Writes inlines. `tujuan`: the id that references to a label lead to; others are no links.

    `asal`: values say their origin, see `sifat_nilai`.
    """

    def __init__(self, tujuan: Mapping[str, str] | None = None, *, asal: bool = False) -> None:
        self.tujuan = tujuan or {}
        self.asal = asal

    def __call__(self, isi: Inlines) -> str:
        f = sendirian(isi)
        return mathml(f, display=True) if f else "".join(map(self._satu, isi))

    def _satu(self, n: Inline) -> str:
        match n:
            case Text(teks):
                return escape(teks)
            case Value():
                return self._nilai(n)
            case Reference(label, teks):
                ke = self.tujuan.get(label)
                return f'<a href="#{escape(ke)}">{escape(teks)}</a>' if ke else escape(teks)
            case Formula():
                return mathml(n)
            case LineBreak():
                return "<br>"
            case Strong(anak) | Emphasis(anak) | Inserted(anak) | Deleted(anak):
                unsur = UNSUR[type(n)]
                return f"<{unsur}>{self(anak)}</{unsur}>"
        raise AssertionError(n)

    def _nilai(self, v: Value) -> str:
        data = sifat_nilai((v,)) if self.asal else ""
        return f"<span{data}>{escape(v.text)}</span>" if data else escape(v.text)


def sifat_nilai(nilai: Sequence[Value]) -> str:
    """Attributes that say what printed values are and where they come from: `data-angka` (the exact numbers),
    `data-rumus` (how they were computed, in words), `data-asal` (their cells and lines, joined by sheet)."""
    ada = [v.angka for v in nilai if v.angka is not None and v.angka.nilai is not None]
    return sifat(
        data_angka=";".join(format(Decimal(a.nilai), "f") for a in ada if a.nilai is not None),
        data_rumus="; ".join(a.rumus for a in ada if a.rumus),
        data_asal=";".join(ringkas(gabung_asal(*nilai))),
    )


def sendirian(isi: Inlines) -> Formula | None:
    """The formula that is all of a text: it is displayed."""
    match isi:
        case (Formula() as f,):
            return f
    return None


def tanda_seluruh(revisi: Revision, isi: str) -> str:
    """What one version has, marked as a whole; it may hold blocks."""
    unsur = _TANDA.get(revisi)
    return f"<{unsur}>{isi}</{unsur}>" if unsur and isi else isi
