"""Inlines of a compared document -> HTML, as either version reads: the older one rejects, the newer one accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from generator.model.angka import Lokasi
from generator.tree.nodes import (
    Captioned,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Reference,
    Strong,
    plain,
)
from generator.tree.walk import blocks, values
from generator.writers.html import sebaris as html

Sisi = Literal["lama", "baru"]
Sebaris = Callable[[Inlines], str]
BATAS_ASAL = 3
"""Cells that are named; further ones are counted."""


def bertanda(isi: Iterable[Inline]) -> bool:
    """Words of these inlines differ between the versions."""
    return any(isinstance(n, (Inserted, Deleted)) for n in isi)


def sebaris(sisi: Sisi, rujukan: Mapping[str, str]) -> Sebaris:
    """A writer of one side. `rujukan`: how the older version calls what a reference points at."""
    tulis = html.Sebaris()
    tiada = Inserted if sisi == "lama" else Deleted

    def satu(n: Inline) -> Inline:
        if isinstance(n, (Strong, Emphasis, Inserted, Deleted)):
            return type(n)(sesisi(n.children))
        if sisi == "lama" and isinstance(n, Reference):
            return Reference(n.target, rujukan.get(n.target, n.text))
        return n

    def sesisi(isi: Inlines) -> Inlines:
        return tuple(satu(n) for n in isi if not isinstance(n, tiada))

    return lambda isi: tulis(sesisi(isi))


def sebutan_rujukan(dokumen: Document) -> dict[str, str]:
    """What references of a document read, by what they point at."""
    hasil: dict[str, str] = {}
    for b in blocks(dokumen):
        if isinstance(b, Heading) and b.label:
            hasil[b.label] = f"{b.word.title()} {b.number}" if b.word else b.number.rstrip(".") or plain(b.content)
        elif isinstance(b, Captioned) and b.caption.prefix:
            hasil[b.caption.label] = b.caption.prefix
    return hasil


def asal_nilai(isi: Inlines, jenis: type[Inserted] | type[Deleted]) -> str:
    """The cells of the values that one version has here."""
    asal: dict[Lokasi, None] = {}
    for n in isi:
        if isinstance(n, jenis):
            asal.update(dict.fromkeys(a for v in values(n.children) for a in v.asal))
    sebut: list[str] = []
    semula: Lokasi | None = None
    for a in list(asal)[:BATAS_ASAL]:
        selembar = semula is not None and a.sel and (a.berkas, a.lembar) == (semula.berkas, semula.lembar)
        sebut.append(a.sel if selembar else str(a))
        semula = a
    lain = len(asal) - len(sebut)
    return ", ".join(sebut) + (f" dan {lain} sel lain" if lain else "")
