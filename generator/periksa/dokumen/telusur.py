"""The tree as the rules read it: blocks in order, parts under headings, the words of a block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.angka import Lokasi
from generator.tree.nodes import (
    SEBUTAN,
    Block,
    Caption,
    Chart,
    Contents,
    Diagram,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Inserted,
    List,
    PageBreak,
    Paragraph,
    Particulars,
    Row,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    plain,
)

BARIS_NOMOR_KOLOM = "kolom"
"""The key of the header row (01) (02) …"""
_HURUF = "abcdefghijklmnopqrstuvwxyz"


def semua_blok(d: Document) -> list[Block]:
    return [b for s in d.sections for b in s.blocks]


def tempat(asal: Lokasi | None) -> str:
    return str(asal) if asal else "dokumen"


def sebutan(c: Caption) -> str:
    """'Tabel 2.7', of a box its title."""
    return f"{SEBUTAN[c.kind]} {c.number}" if c.kind in SEBUTAN else f"kotak {plain(c.title)}"


@dataclass(frozen=True, slots=True)
class Bagian:
    """A heading and the blocks below it, down to the next heading of its level or higher."""

    judul: Heading
    isi: tuple[Block, ...]


def bagian_bagian(d: Document) -> list[Bagian]:
    """Every heading with its part, in order."""
    blok = semua_blok(d)
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


# ---------------------------------------------------------------- words


def teks(b: Block) -> Iterator[str]:
    """What a block prints, a line per paragraph, list item, table row or box; lists of contents repeat others."""
    match b:
        case Heading():
            yield f"{b.prefix} {plain(b.content)}".strip()
        case Paragraph():
            yield plain(b.content)
        case List():
            for i, item in enumerate(b.items):
                for j, isi in enumerate(item.blocks):
                    tanda = f"{_tanda(b.kind, i)} " if j == 0 else ""
                    for k, baris in enumerate(teks(isi)):
                        yield (tanda if k == 0 else "") + baris
        case Table():
            yield _judul(b.caption)
            yield from (teks_baris(r) for r in (*b.header, *b.rows))
            yield plain(b.source)
        case Chart():
            yield _judul(b.caption)
            yield b.alt
            yield plain(b.source)
        case Diagram():
            yield _judul(b.caption)
            for gambar in (b, *b.more):
                yield from (" ".join(kotak.lines) for kotak in gambar.boxes)
            yield plain(b.source)
        case SignatureBlock():
            yield from map(plain, (b.place_date, b.title, b.name, *b.details))
        case SignaturePair():
            yield from (" ".join(filter(None, map(plain, baris))) for baris in b.rows)
        case Particulars():
            yield from (f"{plain(nama)}: {plain(isi)}" for nama, isi in b.lines)
        case Contents() | PageBreak():
            return


def teks_baris(r: Row) -> str:
    """The cells of a row one after the other."""
    return " ".join(filter(None, (plain(c.content) for c in r.cells)))


def _judul(c: Caption) -> str:
    return f"{sebutan(c)} {plain(c.title)}" if c.kind in SEBUTAN else plain(c.title)


def _tanda(jenis: str, urut: int) -> str:
    return "-" if jenis == "butir" else f"{_HURUF[urut % 26]}." if jenis == "huruf" else f"{urut + 1}."


def semua_inline(isi: Inlines) -> Iterator[Inline]:
    """Inlines with those inside others."""
    for n in isi:
        if isinstance(n, (Strong, Emphasis, Inserted)):
            yield from semua_inline(n.children)
        else:
            yield n
