"""Lists as they are printed: the paragraphs one after the other, each with its depth and its mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.tree.nodes import List, ListKind, Paragraph, plain


class Item(NamedTuple):
    """A paragraph of a list, `depth` lists within another; `mark` is '' when it goes on with the item before."""

    depth: int
    mark: str
    paragraph: Paragraph

    @property
    def line(self) -> str:
        """The words with the mark before them."""
        return f"{self.mark} {plain(self.paragraph.content)}".lstrip()

    def below(self, first: Item) -> bool:
        """Of a paragraph after `first`, all between them being so too: it belongs to the same item of the list."""
        return self.depth > first.depth or (self.depth == first.depth and not self.mark)


def items(block: List) -> Iterator[Item]:
    """The paragraphs of a list and of the lists within it, in order, with the marks of print."""
    return _items(block, 0, "", "")


def _items(block: List, depth: int, outer: ListKind | Literal[""], above: str) -> Iterator[Item]:
    kind = kind_within(block, outer)
    for number, item in enumerate(block.items, 1):
        own = item_mark(kind, depth, number, above)
        mark = own
        for inner in item.blocks:
            if isinstance(inner, List):
                yield from _items(inner, depth + 1, kind, own)
            else:
                yield Item(depth, mark, inner)
                mark = ""


def kind_within(block: List, outer: ListKind | Literal[""]) -> ListKind:
    """The marks of a list within another ('' for none): ordered ones go on with those of the list around them."""
    return block.kind if outer == "" or "butir" in (outer, block.kind) else outer


def item_mark(kind: ListKind, depth: int, number: int, above: str) -> str:
    """The mark of an item: 1. a. 1) a) by depth for 'angka', a. 1) a) 1. for 'huruf', 1. 1.1. 1.1.1. for 'jenjang', -
    for 'butir'; `above` is the mark of the item around it."""
    if kind == "jenjang":
        return f"{above}{number}."
    if kind == "butir":
        return "-"
    letter = chr(96 + number) if number < 27 else str(number)
    return (f"{number}.", f"{letter}.", f"{number})", f"{letter})")[(depth + (kind == "huruf")) % 4]
