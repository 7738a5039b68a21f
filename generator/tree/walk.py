"""The walk through the tree: the blocks of a document, and of any block its texts, its words line by line, its place.

Whoever treats all blocks alike asks here; a `match` over blocks is for those who treat every kind in its own way. A new
kind of block is told here once.

Texts are runs of inlines (`Inlines`). Labels of charts and boxes of diagrams are no texts: they are words of a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from operator import is_
from typing import Literal, NamedTuple

from generator.model.angka import Lokasi
from generator.tree.lists import items
from generator.tree.nodes import (
    Block,
    Captioned,
    Cell,
    Chart,
    Contents,
    Deleted,
    Diagram,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Inserted,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Particulars,
    Revision,
    Row,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    Value,
    plain,
)

Role = Literal["heading", "paragraph", "item", "caption", "header", "cell", "source", "signature", "particular"]
"""Where a text stands: 'item' is a paragraph of a list, 'header' a cell of a table's header."""


class Part(NamedTuple):
    """A text of a block. `asal`: the line of the chapter that the block comes from."""

    role: Role
    content: Inlines
    asal: Lokasi | None = None


# ---------------------------------------------------------------- blocks


def blocks(document: Document) -> Iterator[Block]:
    """All blocks in order; what stands within another block is left to `within`."""
    return chain.from_iterable(section.blocks for section in document.sections)


def within(block: Block) -> Iterator[Block]:
    """The block itself and those in it: lists and paragraphs of a list, both signatures of a pair."""
    yield block
    match block:
        case List():
            for inner in chain.from_iterable(item.blocks for item in block.items):
                yield from within(inner)
        case SignaturePair():
            yield from (block.left, block.right)


def asal_of(block: Block) -> Lokasi | None:
    """The line of the chapter that a block comes from, of a list that of its first paragraph; None if unknown."""
    for inner in within(block):
        match inner:
            case Heading(asal=asal) | Paragraph(asal=asal) | Particulars(asal=asal):
                return asal
            case Table() | Chart() | Diagram():
                return inner.caption.asal
    return None


def revision_of(block: Block) -> Revision:
    """Which version has a block of a compared tree: '' for one that both have, or a list of which both have a part."""
    match block:
        case Table() | Chart() | Diagram():
            return block.caption.revision
        case List():
            inside = {revision_of(inner) for item in block.items for inner in item.blocks}
            return inside.pop() if len(inside) == 1 else ""
        case Contents() | PageBreak():
            return ""
    return block.revision


# ---------------------------------------------------------------- texts


def parts(block: Block) -> Iterator[Part]:
    """The texts of a block in the order of print, each with its role; empty ones too."""
    match block:
        case Heading():
            yield Part("heading", block.content, block.asal)
        case Paragraph():
            yield Part("paragraph", block.content, block.asal)
        case List():
            for item in items(block):
                yield Part("item", item.paragraph.content, item.paragraph.asal)
        case Table() | Chart() | Diagram():
            asal = block.caption.asal
            yield Part("caption", block.caption.title, asal)
            if isinstance(block, Table):
                yield from (Part("header", cell.content, asal) for row in block.header for cell in row.cells)
                yield from (Part("cell", cell.content, asal) for row in block.rows for cell in row.cells)
            yield Part("source", block.source, asal)
        case SignatureBlock():
            yield from (Part("signature", line) for line in block.lines)
        case SignaturePair():
            yield from (Part("signature", line) for line in chain.from_iterable(block.rows))
        case Particulars():
            yield from (Part("particular", text, block.asal) for text in chain.from_iterable(block.lines))


def texts(block: Block) -> Iterator[Inlines]:
    """The texts of a block in the order of print."""
    return (part.content for part in parts(block))


def map_texts(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """The block with every text changed; `change` gives back what it got where nothing is to change."""
    match block:
        case Heading() | Paragraph():
            return replace(block, content=change(block.content))
        case List():
            return _map_list(block, change)
        case Table() | Chart() | Diagram():
            caption = replace(block.caption, title=change(block.caption.title))
            if isinstance(block, Table):
                block = replace(block, header=_map_rows(block.header, change), rows=_map_rows(block.rows, change))
            return replace(block, caption=caption, source=change(block.source))
        case SignatureBlock():
            return _map_signature(block, change)
        case SignaturePair():
            left, right = _map_signature(block.left, change), _map_signature(block.right, change)
            return replace(block, left=left, right=right)
        case Particulars():
            return replace(block, lines=tuple((change(label), change(text)) for label, text in block.lines))
    return block


def _map_list(block: List, change: Callable[[Inlines], Inlines]) -> List:
    def inner(one: Paragraph | List) -> Paragraph | List:
        return _map_list(one, change) if isinstance(one, List) else replace(one, content=change(one.content))

    return replace(block, items=tuple(ListItem(tuple(map(inner, item.blocks))) for item in block.items))


def _map_rows(rows: Iterable[Row], change: Callable[[Inlines], Inlines]) -> tuple[Row, ...]:
    """Rows and cells in which nothing changes are kept as they are: tables are long."""

    def cell(old: Cell) -> Cell:
        content = change(old.content)
        return old if content is old.content else replace(old, content=content)

    def row(old: Row) -> Row:
        cells = tuple(map(cell, old.cells))
        return old if all(map(is_, cells, old.cells)) else replace(old, cells=cells)

    return tuple(map(row, rows))


def _map_signature(block: SignatureBlock, change: Callable[[Inlines], Inlines]) -> SignatureBlock:
    place_date, title, name, *details = map(change, block.lines)
    return replace(block, place_date=place_date, title=title, name=name, details=tuple(details))


# ---------------------------------------------------------------- inlines


def flat(content: Iterable[Inline]) -> Iterator[Inline]:
    """Inlines without marks: those within others in place of these; words that are gone left out, as in `plain`."""
    for node in content:
        match node:
            case Strong(children) | Emphasis(children) | Inserted(children):
                yield from flat(children)
            case Deleted():
                pass
            case _:
                yield node


def map_inlines(content: Inlines, change: Callable[[Inline], Inline]) -> Inlines:
    """The inlines with every one changed that holds no others; `content` itself where none does."""

    def one(node: Inline) -> Inline:
        if isinstance(node, (Strong, Emphasis, Inserted, Deleted)):
            children = map_inlines(node.children, change)
            return node if children is node.children else type(node)(children)
        return change(node)

    changed = tuple(map(one, content))
    return content if all(map(is_, changed, content)) else changed


def values(content: Iterable[Inline]) -> Iterator[Value]:
    """The values of a text in order."""
    return (node for node in flat(content) if isinstance(node, Value))


# ---------------------------------------------------------------- words


def lines(block: Block) -> Iterator[str]:
    """The words of a block, a line per paragraph, list item, table row or box; lists of contents repeat others."""
    match block:
        case Heading():
            yield f"{block.prefix} {plain(block.content)}".strip()
        case Paragraph():
            yield plain(block.content)
        case List():
            yield from (item.line for item in items(block))
        case Table() | Chart() | Diagram():
            yield f"{block.caption.prefix} {plain(block.caption.title)}".lstrip()
            yield from _picture_lines(block)
            yield plain(block.source)
        case SignatureBlock():
            yield from map(plain, block.lines)
        case SignaturePair():
            yield from (" ".join(filter(None, map(plain, row))) for row in block.rows)
        case Particulars():
            yield from (f"{plain(label)}: {plain(text)}" for label, text in block.lines)


def _picture_lines(block: Captioned) -> Iterator[str]:
    match block:
        case Table():
            yield from (row_line(row) for row in (*block.header, *block.rows))
        case Chart():
            yield block.alt
        case Diagram():
            yield from (" ".join(box.lines) for picture in (block, *block.more) for box in picture.boxes)


def row_line(row: Row) -> str:
    """The cells of a row one after the other."""
    return " ".join(filter(None, (plain(cell.content) for cell in row.cells)))
