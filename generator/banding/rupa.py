"""What makes two blocks the same, which block of the other version one may be, and its words.

Numbers that move because something before them moved (of headings, captions, references, pages) are no part of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from generator.banding.kata import kata
from generator.document.nodes import (
    Block,
    Chart,
    Contents,
    Diagram,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)

Teks = tuple[tuple[str, ...], ...]


def teks(isi: Inlines) -> Teks:
    return tuple(k.kunci for k in kata(isi))


def baris(r: Row) -> Hashable:
    return (r.key, *((teks(c.content), c.col_span, c.row_span, c.align, c.strong) for c in r.cells))


def rupa(b: Block) -> Hashable:
    """Equal for blocks in which nothing changed."""
    match b:
        case Heading():
            return ("judul", b.level, teks(b.content))
        case Paragraph():
            return ("paragraf", b.style, teks(b.content))
        case List():
            butir = (tuple(rupa(x) for x in item.blocks) for item in b.items)
            return ("daftar", b.kind, *butir)
        case Table():
            judul = (teks(b.caption.title), teks(b.source), b.widths, b.size, b.landscape)
            return ("tabel", b.caption.kind, b.caption.name, judul, tuple(map(baris, (*b.header, *b.rows))))
        case Chart():
            return ("grafik", b.caption.name, teks(b.caption.title), teks(b.source), isi_gambar(b))
        case Diagram():
            return ("gambar", b.caption.name, teks(b.caption.title), teks(b.source), isi_gambar(b))
        case SignatureBlock():
            return ("tanda-tangan", *map(teks, (b.place_date, b.title, b.name, *b.details)))
        case Contents():
            return ("isi", b.kind)
        case PageBreak():
            return ("halaman",)
    raise AssertionError(b)


def isi_gambar(b: Chart | Diagram) -> Hashable:
    """What a picture shows, its caption apart."""
    if isinstance(b, Chart):
        return (b.categories, b.value_title, tuple((s.name, tuple(a.nilai for a in s.values)) for s in b.series))
    kotak = tuple((k.key, k.lines, k.x, k.y, k.width, k.height, k.role) for k in b.boxes)
    return (kotak, b.lines, b.width, b.height)


def kunci(b: Block) -> Hashable | None:
    """The name by which a block is known in both versions, if it has one.

    A chapter has none: its number is that of another chapter when one before it is gone.
    """
    match b:
        case Heading() if b.level > 1 and b.label:
            return ("judul", b.label)
        case Table() | Chart() | Diagram():
            return (b.caption.kind, b.caption.name)
        case Contents():
            return ("isi", b.kind)
        case SignatureBlock():
            return ("tanda-tangan", teks(b.title))
    return None


def kata_blok(b: Block) -> Counter[str]:
    """The words of a block without a name, marked with its sort: only blocks of one sort are alike."""
    match b:
        case Heading():
            return _hitung(f"judul{b.level}", b.content)
        case Paragraph():
            return _hitung(b.style, b.content)
        case List():
            return kata_daftar(b)
    return Counter()


def kata_daftar(d: List) -> Counter[str]:
    hasil: Counter[str] = Counter()
    for item in d.items:
        for x in item.blocks:
            hasil += kata_daftar(x) if isinstance(x, List) else _hitung(f"daftar-{d.kind}", x.content)
    return hasil


def _hitung(sorti: str, isi: Inlines) -> Counter[str]:
    return Counter(f"{sorti} {k.kunci[1]}" for k in kata(isi) if len(k.kunci) > 1 and not k.kunci[1].isspace())
