"""Trees -> Diagram: a column for every level, from left to right, as a cascade from aims to activities.

In: trees of `Simpul`. Out: a Diagram in points; what does not fit on a page goes on the next one (`Diagram.more`).
`column_layout` says how wide the columns are and what stands on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.tree.drawing.column_layout import Columns, Forest, fit
from generator.tree.drawing.simpul import SIZES, Simpul, nodes_of
from generator.tree.nodes import Box, Caption, Diagram, Inlines, Line, plain

_MARGIN = 1.0  # around the picture, for the pens


class _Page:
    """The boxes and lines of one page."""

    def __init__(self, columns: Columns, roots: Forest, arrows: bool) -> None:
        self.columns, self.arrows = columns, arrows
        self.boxes: list[Box] = []
        self.lines: list[Line] = []
        self.lefts = [_MARGIN]
        for width in columns.widths:
            self.lefts.append(self.lefts[-1] + width + columns.gutter)
        self._heads()
        top = _MARGIN + columns.top
        self._stack(roots, 0, top)
        self.width = columns.width + 2 * _MARGIN
        self.height = round(top + columns.block(roots, 0) + _MARGIN, 3)

    def _box(self, node: Simpul, rank: int, top: float, height: float) -> Box:
        width = self.columns.widths[rank]
        lines, strong = self.columns.letters.lines(node, width)
        return Box(node.key, lines, self.lefts[rank], top, width, height, node.role, strong, node.values)

    def _heads(self) -> None:
        for rank, head in enumerate(self.columns.heads):
            box = self._box(head, rank, _MARGIN, self.columns.head_height)
            self.boxes.append(replace(box, role="judul"))

    def _stack(self, nodes: Forest, rank: int, top: float) -> list[float]:
        """Draw subtrees below each other; the middles of their roots."""
        middles: list[float] = []
        for number, node in enumerate(nodes):
            if number:
                top += self.columns.spacing.between(nodes[number - 1], node)
            middles.append(self._draw(node, rank, top))
            top += self.columns.band(node, rank)
        return middles

    def _draw(self, node: Simpul, rank: int, top: float) -> float:
        """A subtree in its band; the middle of its root, which stands at the middle of its children if it can."""
        height, band = self.columns.box(node, rank), self.columns.band(node, rank)
        middle = top + band / 2
        at = len(self.boxes)
        if node.children:
            room = band - self.columns.block(node.children, rank + 1)
            children = self._stack(node.children, rank + 1, top + room / 2)
            middle = (children[0] + children[-1]) / 2
            middle = min(max(middle, top + height / 2), top + band - height / 2)
            self._join(rank, middle, children)
        self.boxes.insert(at, self._box(node, rank, round(middle - height / 2, 3), height))
        return middle

    def _join(self, rank: int, middle: float, children: Sequence[float]) -> None:
        """From the right of a box to the left of each child, over an upright line half-way."""
        right, left = self.lefts[rank] + self.columns.widths[rank], self.lefts[rank + 1]
        bus, first, last = (right + left) / 2, children[0], children[-1]
        if first == last and abs(middle - first) < 0.01:
            self._line((right, first), (left, first))
            return
        if first == last:
            self._line((right, middle), (bus, middle), (bus, first), (left, first))
            return
        nearest = min(max(middle, first), last)
        self.lines.append(Line(((right, middle), (bus, middle), *([(bus, nearest)] if nearest != middle else []))))
        self._line((bus, last), (bus, first), (left, first))
        self._line((bus, first), (bus, last), (left, last))
        for y in children[1:-1]:
            self._line((bus, y), (left, y))

    def _line(self, *points: tuple[float, float]) -> None:
        self.lines.append(Line(points, self.arrows))


def column_diagram(
    caption: Caption,
    roots: Forest,
    *,
    width: float,
    height: float,
    heads: Sequence[str] = (),
    box_width: float = 400.0,
    sizes: Sequence[float] = SIZES,
    arrows: bool = False,
    source: Inlines = (),
    landscape: bool = False,
) -> Diagram:
    """The trees from left to right on as few pages of `width` × `height` points as can be; `heads` name the columns.

    Letters have the largest of `sizes` that needs no further page. Columns are as wide as makes the picture lowest, at
    most `box_width`. A tree too high for a page is cut between its branches, and its root stands on both pages.
    `height` is exceeded only by a single box that is higher, and words are cut only where the columns are too many.
    """
    titles = [Simpul(f"kolom-{number}", "", head=head) for number, head in enumerate(heads, 1)]
    room = (width - 2 * _MARGIN, height - 2 * _MARGIN)
    columns, pages = fit(tuple(roots), tuple(titles), *room, box_width, tuple(sizes))
    drawn = [_Page(columns, page, arrows) for page in pages]
    title = plain(caption.title)
    diagrams = [
        Diagram(
            caption,
            tuple(page.boxes),
            tuple(page.lines),
            page.width,
            page.height,
            f"{title}{f' (bagian {number} dari {len(pages)})' if len(pages) > 1 else ''}. {column_alt(roots, heads)}",
            columns.letters.size,
            source,
            landscape,
        )
        for number, (page, roots) in enumerate(zip(drawn, pages, strict=True), 1)
    ]
    return replace(diagrams[0], more=tuple(diagrams[1:]))


def column_alt(roots: Forest, heads: Sequence[str] = ()) -> str:
    """The trees in words, in Indonesian: what the columns are, and of each box what follows from it."""
    columns = f" Kolomnya: {'; '.join(heads)}." if heads else ""
    sentences = [f"Bagan bertingkat dari kiri ke kanan.{columns}", f"Paling kiri: {_list(roots)}."]
    for node in nodes_of(*roots):
        if node.children:
            sentences.append(f"{node.name} dijabarkan menjadi: {_list(node.children)}.")
    return " ".join(sentences)


def _list(nodes: Forest) -> str:
    return "; ".join(node.words for node in nodes)
