"""What makes two blocks the same, which block of the other version one may be, and its words.

Numbers that move because something before them moved (of headings, captions, references, pages) are no part of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import chain

from generator.banding.kata import sidik
from generator.tree.nodes import (
    Block,
    Chart,
    Contents,
    Diagram,
    Heading,
    Inlines,
    List,
    Paragraph,
    Particulars,
    Row,
    SignatureBlock,
    SignaturePair,
    Table,
)
from generator.tree.walk import texts

_KATA = re.compile(r"\w+")


def bentuk(b: Heading) -> Hashable:
    """What decides how a heading is printed, its words apart."""
    return (b.level, bool(b.number), b.word)


def rupa_baris(r: Row) -> Hashable:
    """Equal for rows that look the same. The key is no part of it: nobody sees it."""
    return (_bentuk_baris(r), tuple(sidik(c.content) for c in r.cells))


def _bentuk_baris(r: Row) -> Hashable:
    return tuple((c.col_span, c.row_span, c.align, c.strong) for c in r.cells)


def rupa(b: Block) -> Hashable:
    """Equal for blocks in which nothing changed."""
    return (type(b), _susunan(b), tuple(map(sidik, texts(b))))


def _susunan(b: Block) -> Hashable:
    """What decides how a block is printed, its words apart."""
    match b:
        case Heading():
            return bentuk(b)
        case Paragraph():
            return b.style
        case List():
            return (b.kind, *(tuple((type(x), _susunan(x)) for x in item.blocks) for item in b.items))
        case Table():
            baris = (tuple(map(_bentuk_baris, b.header)), tuple(map(_bentuk_baris, b.rows)))
            return (b.caption.label, b.widths, b.size, b.landscape, baris)
        case Chart() | Diagram():
            return (b.caption.label, isi_gambar(b))
        case Contents():
            return b.kind
    return None


def isi_gambar(b: Chart | Diagram) -> Hashable:
    """What a picture shows, its caption apart."""
    if isinstance(b, Chart):
        return (b.categories, b.value_title, tuple((s.name, tuple(a.nilai for a in s.values)) for s in b.series))
    kotak = tuple((k.key, k.lines, k.x, k.y, k.width, k.height, k.role) for k in b.boxes)
    return (kotak, b.lines, b.width, b.height, b.landscape, tuple(map(isi_gambar, b.more)))


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
            return ("tanda-tangan", sidik(b.title))
        case SignaturePair():
            return ("tanda-tangan", sidik(b.left.title), sidik(b.right.title))
    return None


def kata_blok(b: Block) -> Counter[tuple[Hashable, str]]:
    """The words of a block with its sort: only blocks of one sort are alike."""
    match b:
        case Heading():
            return _hitung(("judul", bentuk(b)), b.content)
        case Paragraph():
            return _hitung(b.style, b.content)
        case Particulars():
            return _hitung("identitas", tuple(chain.from_iterable(chain.from_iterable(b.lines))))
        case List():
            return kata_semua(b.kind, [x for item in b.items for x in item.blocks])
        case Table():
            return _hitung(("tabel", len(b.widths)), b.caption.title)
        case Chart() | Diagram():
            return _hitung(b.caption.kind, b.caption.title)
    return Counter()


def kata_semua(jenis: str, isi: Sequence[Paragraph | List]) -> Counter[tuple[Hashable, str]]:
    """The words of what stands in a list of this kind."""
    hasil: Counter[tuple[Hashable, str]] = Counter()
    for x in isi:
        hasil.update(kata_blok(x) if isinstance(x, List) else _hitung(("daftar", jenis), x.content))
    return hasil


def kata_baris(r: Row) -> Counter[tuple[Hashable, str]]:
    """The words of a row with the place of their cell."""
    hasil: Counter[tuple[Hashable, str]] = Counter()
    for n, c in enumerate(r.cells):
        hasil.update(_hitung(n, c.content))
    return hasil


def _hitung(sorti: Hashable, isi: Inlines) -> Counter[tuple[Hashable, str]]:
    return Counter((sorti, k) for k in _KATA.findall(sidik(isi)))
