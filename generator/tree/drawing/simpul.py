"""What diagrams are laid out from: `Simpul`, a box and what hangs below it, and the measuring of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.tree.drawing.arial import LINE_HEIGHT, line_count, longest_word, text_width, wrap
from generator.tree.nodes import Value

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of letters, in points, the preferred one first. Below the last a printed page is hard to read."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """A box of a tree. `head` is a bold line above the label, `values` what the words of both were made of.

    `beside` draws the box to the side of its parent's trunk: a staff unit (only in a tree from the top down).
    """

    key: str
    label: str
    children: tuple[Simpul, ...] = ()
    role: Literal["utama", "biasa", "lemah"] = "biasa"
    beside: bool = False
    head: str = ""
    values: tuple[Value, ...] = ()

    @property
    def words(self) -> str:
        """All its text on one line."""
        head, label = (", ".join(_lines(text)) for text in (self.head, self.label))
        return f"{head}: {label}" if head and label else head or label

    @property
    def name(self) -> str:
        """What to call it when its text has been said: its head, if it has one."""
        return ", ".join(_lines(self.head or self.label))


def _lines(text: str) -> Iterator[str]:
    """The lines that have words, spaces and breaks made single spaces."""
    return (" ".join(line.split()) for line in text.splitlines() if line.strip())


def nodes_of(*roots: Simpul) -> Iterator[Simpul]:
    """Every node, parents before children."""
    for node in roots:
        yield node
        yield from nodes_of(*node.children)


def levels(roots: Iterable[Simpul]) -> list[list[Simpul]]:
    """The nodes by their depth."""
    found, row = [], list(roots)
    while row:
        found.append(row)
        row = [child for node in row for child in node.children]
    return found


@dataclass(frozen=True, slots=True)
class Lettering:
    """A size of letters and the room around them, in points."""

    size: float
    pad_x: float
    pad_y: float

    def narrowest(self, node: Simpul) -> float:
        """The width of a box in which no word has to be cut."""
        word = max(longest_word(node.head, self.size, bold=True), longest_word(node.label, self.size))
        return word + 2 * self.pad_x

    def widest(self, node: Simpul) -> float:
        """The width of a box in which no line has to be broken."""
        return self._width(node.head.splitlines(), node.label.splitlines()) + 2 * self.pad_x

    def _width(self, head: Iterable[str], label: Iterable[str]) -> float:
        widths = [text_width(line, self.size, bold=True) for line in head]
        return max([*widths, *(text_width(line, self.size) for line in label)], default=0)

    def count(self, node: Simpul, width: float) -> int:
        """The lines of a box of `width`."""
        room = width - 2 * self.pad_x
        head = line_count(node.head, room, self.size, bold=True) if node.head else 0
        return head + (line_count(node.label, room, self.size) if node.label or not head else 0)

    def lines(self, node: Simpul, width: float) -> tuple[tuple[str, ...], int]:
        """The lines of a box of `width`, and how many of them are the head's."""
        room = width - 2 * self.pad_x
        head = wrap(node.head, room, self.size, bold=True) if node.head else ()
        return head + (wrap(node.label, room, self.size) if node.label or not head else ()), len(head)

    def taken(self, node: Simpul, width: float) -> float:
        """How much of `width` the lines of a box take."""
        lines, heads = self.lines(node, width)
        return self._width(lines[:heads], lines[heads:]) + 2 * self.pad_x

    def height(self, lines: int) -> float:
        """The height of a box of so many lines."""
        return round(lines * LINE_HEIGHT * self.size + 2 * self.pad_y, 3)
