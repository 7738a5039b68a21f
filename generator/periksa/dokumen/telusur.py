"""The tree as the rules read it: parts under headings, and how findings call what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.angka import Lokasi
from generator.tree.nodes import Block, Caption, Document, Heading, plain
from generator.tree.walk import blocks

BARIS_NOMOR_KOLOM = "kolom"
"""The key of the header row (01) (02) …"""


def tempat(asal: Lokasi | None) -> str:
    return str(asal) if asal else "dokumen"


def sebutan(c: Caption) -> str:
    """'Tabel 2.7', of a box its title."""
    return c.prefix or f"kotak {plain(c.title)}"


@dataclass(frozen=True, slots=True)
class Bagian:
    """A heading and the blocks below it, down to the next heading of its level or higher."""

    judul: Heading
    isi: tuple[Block, ...]


def bagian_bagian(d: Document) -> list[Bagian]:
    """Every heading with its part, in order."""
    blok = list(blocks(d))
    letak = [i for i, b in enumerate(blok) if isinstance(b, Heading)]
    hasil: list[Bagian] = []
    for urut, i in enumerate(letak):
        judul = blok[i]
        assert isinstance(judul, Heading)
        akhir = next((j for j in letak[urut + 1 :] if blok[j].level <= judul.level), len(blok))  # type: ignore[union-attr]
        hasil.append(Bagian(judul, tuple(blok[i + 1 : akhir])))
    return hasil


def bab_bab(d: Document) -> list[Bagian]:
    """The numbered chapters; annexes and front matter are none."""
    return [b for b in bagian_bagian(d) if b.judul.label.startswith("bab:")]
