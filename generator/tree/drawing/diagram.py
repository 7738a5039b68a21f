"""Tree -> Diagram: boxes and connectors laid out from the top down, as an organisation chart.

In: a tree of `Simpul`. Out: a Diagram in points. `tree_layout` says in which rank and at which x each box stands; here
the ranks get their height, and boxes and lines their place on the canvas.
"""

from __future__ import annotations

import math

from generator.tree.drawing.simpul import Lettering, Simpul, nodes_of
from generator.tree.drawing.tree_layout import Branch, Rule, extent, fit
from generator.tree.nodes import Box, Caption, Diagram, Inlines, Line

__all__ = ["Simpul", "tree_alt", "tree_diagram"]

_PAD = 5.0  # between the text and its box
_BUS_GAP, _BESIDE_GAP, _STACK_GAP = 24.0, 14.0, 7.0  # above a rank, by the way its boxes are joined
_MARGIN = 1.0  # around the picture, for the pens


class _Canvas:
    """Turns a fitted branch into boxes and lines: ranks get their height and place, x moves to the canvas."""

    def __init__(self, root: Branch, rule: Rule, letters: Lettering) -> None:
        self.rule, self.letters = rule, letters
        self.boxes: list[Box] = []
        self.lines: list[Line] = []
        ranks = max(root.spans) + 1
        self.heights, self.gaps = [0.0] * ranks, [0.0] * ranks
        self.texts: dict[int, tuple[tuple[str, ...], int]] = {}
        self._measure(root)
        self.tops: list[float] = []
        y = _MARGIN
        for height, gap in zip(self.heights, self.gaps, strict=True):
            self.tops.append(y + gap)
            y = round(y + gap + height, 3)
        left, right = extent(root)
        self.width, self.height = right - left + 2 * _MARGIN, y + _MARGIN
        self._draw(root, _MARGIN - left)

    def _measure(self, branch: Branch, gap: float = 0.0) -> None:
        lines, _ = self.texts[id(branch)] = self.letters.lines(branch.node, self.rule.box)
        self.heights[branch.rank] = max(self.heights[branch.rank], self.letters.height(len(lines)))
        self.gaps[branch.rank] = max(self.gaps[branch.rank], gap)
        for _, below in branch.main:
            self._measure(below, _STACK_GAP if branch.stacked else _BUS_GAP)
        for _, side in branch.sides:
            self._measure(side, _BESIDE_GAP)

    def _line(self, *points: tuple[float, float]) -> None:
        self.lines.append(Line(points))

    def _middle(self, rank: int) -> float:
        return self.tops[rank] + self.heights[rank] / 2

    def _draw(self, branch: Branch, x: float) -> None:
        node, rank, half = branch.node, branch.rank, self.rule.box / 2
        top, height = self.tops[rank], self.heights[rank]
        lines, strong = self.texts[id(branch)]
        self.boxes.append(Box(node.key, lines, x - half, top, 2 * half, height, node.role, strong, node.values))
        if branch.stacked:
            self._spine(branch, x - half + self.rule.indent / 2, x + self.rule.indent - half)
        else:
            self._trunk(branch, x)
        for dx, below in branch.sides + branch.main:
            self._draw(below, x + dx)

    def _spine(self, branch: Branch, x: float, edge: float) -> None:
        middles = [self._middle(below.rank) for _, below in branch.main]
        for y in middles[:-1]:
            self._line((x, y), (edge, y))
        bottom = self.tops[branch.rank] + self.heights[branch.rank]
        self._line((x, bottom), (x, middles[-1]), (edge, middles[-1]))

    def _trunk(self, branch: Branch, x: float) -> None:
        bottom = self.tops[branch.rank] + self.heights[branch.rank]
        for number, (dx, side) in enumerate(branch.sides, 1):
            y = self._middle(side.rank)
            edge = x + dx + math.copysign(self.rule.box / 2, -dx)
            if number == len(branch.sides) and not branch.main:
                self._line((x, bottom), (x, y), (edge, y))
            else:
                self._line((x, y), (edge, y))
        if not branch.main:
            return
        top = self.tops[branch.main[0][1].rank]
        bus = top - _BUS_GAP / 2
        first, *inner = [x + dx for dx, _ in branch.main]
        if not inner:
            self._line((x, bottom), (x, top))
            return
        last = inner.pop()
        self._line((x, bottom), (x, bus))
        self._line((first, top), (first, bus), (last, bus), (last, top))
        for place in inner:
            self._line((place, bus), (place, top))


def tree_diagram(
    caption: Caption,
    root: Simpul,
    *,
    width: float,
    box_width: float = 112.0,
    font_size: float = 9.0,
    alt: str = "",
    source: Inlines = (),
    landscape: bool = False,
) -> Diagram:
    """The tree as an organisation chart at most `width` points wide; `alt` is `tree_alt(root)` unless given.

    Boxes are all `box_width` wide or, where that does not fit, narrower, down to the longest word; then leaves are
    stacked below their parents, then whole subtrees. The picture is as wide and high as it needs: its height is the
    caller's to check. Words are cut, and `width` exceeded, only by trees too deep for one stack of it.
    """
    letters = Lettering(font_size, _PAD, _PAD)
    branch, rule = fit(root, width - 2 * _MARGIN, box_width, letters)
    canvas = _Canvas(branch, rule, letters)
    return Diagram(
        caption,
        tuple(canvas.boxes),
        tuple(canvas.lines),
        canvas.width,
        canvas.height,
        alt or tree_alt(root),
        font_size,
        source,
        landscape,
    )


def tree_alt(root: Simpul) -> str:
    """The tree in words, in Indonesian: who stands at the top, and of each box who is under it."""

    sentences = [f"Bagan dengan puncak {root.words}."]
    for node in nodes_of(root):
        if node.children:
            sentences.append(f"{node.name} membawahi: {'; '.join(child.words for child in node.children)}.")
    return " ".join(sentences)
