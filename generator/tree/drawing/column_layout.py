"""First half of a column diagram: trees of `Simpul` -> the size of the letters, the columns' widths, and the pages.

A level is a column. Every subtree owns a band of the page, as high as its root's box and as its children's bands below
each other; no two bands meet, so boxes and lines never do. `column_diagram` gives boxes and lines their place.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise, permutations

from generator.tree.drawing.simpul import Lettering, Simpul, levels

_GUTTER = 2.2  # em, between columns
_ROOMY, _TIGHT = (1.2, 1.6), (0.5, 0.9)  # em, between neighbours that both end here, and between others
_PAD_X, _PAD_Y = 0.5, 0.4  # em, between the text and its box
_STEPS = (64, 32, 16, 8, 4)  # points, by which columns are tried wider

Forest = Sequence[Simpul]


@dataclass(frozen=True, slots=True)
class Spacing:
    """Letters, and the room between boxes of a column: (both without children, others), in em."""

    letters: Lettering
    gaps: tuple[float, float]

    def between(self, above: Simpul, below: Simpul) -> float:
        return self.letters.size * self.gaps[bool(above.children or below.children)]

    def within(self, nodes: Forest) -> float:
        """All gaps between nodes below each other."""
        return sum(self.between(above, below) for above, below in pairwise(nodes))


@dataclass(frozen=True)
class Columns:
    """Columns of given widths, in points. `heads` name them."""

    spacing: Spacing
    widths: tuple[int, ...]
    heads: Forest
    _heights: dict[tuple[int, str, str], float] = field(default_factory=dict)

    @property
    def letters(self) -> Lettering:
        return self.spacing.letters

    @property
    def gutter(self) -> float:
        return _GUTTER * self.letters.size

    @property
    def width(self) -> float:
        return sum(self.widths) + (len(self.widths) - 1) * self.gutter

    @property
    def head_height(self) -> float:
        """Of the boxes that name the columns."""
        return max((self.box(head, rank) for rank, head in enumerate(self.heads)), default=0.0)

    @property
    def top(self) -> float:
        """Where the trees begin."""
        return self.head_height + _TIGHT[1] * self.letters.size if self.heads else 0.0

    def box(self, node: Simpul, rank: int) -> float:
        """The height of a node's own box."""
        key = (rank, node.head, node.label)
        if key not in self._heights:
            self._heights[key] = self.letters.height(self.letters.count(node, self.widths[rank]))
        return self._heights[key]

    def block(self, nodes: Forest, rank: int) -> float:
        """The height of bands below each other."""
        return sum(self.band(node, rank) for node in nodes) + self.spacing.within(nodes)

    def band(self, node: Simpul, rank: int) -> float:
        """The height of the band that a subtree owns."""
        return max(self.box(node, rank), self.block(node.children, rank + 1) if node.children else 0.0)


Pages = list[list[Simpul]]


@lru_cache(maxsize=64)
def fit(
    roots: tuple[Simpul, ...],
    heads: tuple[Simpul, ...],
    width: float,
    height: float,
    box_width: float,
    sizes: tuple[float, ...],
) -> tuple[Columns, Pages]:
    """The columns, and the trees on as few pages of `width` × `height` as can be, in the largest letters that do it.

    Of `sizes`, the largest first, only the last may cut words. The same trees, of another version, are laid out once.
    """
    heads = heads[: len(levels(roots))]

    @cache
    def attempt(size: float) -> tuple[Columns, Pages]:
        columns = _columns(roots, heads, width, height, box_width, size, cut=size == sizes[-1])
        return columns, _pages(columns, roots, height - columns.top)

    def enough(size: float, pages: int) -> bool:
        found = attempt(size)
        return len(found[1]) <= pages and (found[0].width <= width or size == sizes[-1])

    if enough(sizes[0], 1):
        best = sizes[0]
    else:
        fewest = len(attempt(sizes[-1])[1])
        best = sizes[bisect_left(sizes, True, key=lambda size: enough(size, fewest))]
    columns, pages = attempt(best)
    return _narrowed(columns, pages), pages


def _narrowed(columns: Columns, pages: Pages) -> Columns:
    """The columns without the room that no line of text needs."""
    rows = levels(root for page in pages for root in page)
    widths = []
    for rank, (width, row) in enumerate(zip(columns.widths, rows, strict=True)):
        named = [*row, *columns.heads[rank : rank + 1]]
        widths.append(min(width, math.ceil(max(columns.letters.taken(node, width) for node in named))))
    return replace(columns, widths=tuple(widths))


# ---------------------------------------------------------------- widths


def _columns(
    roots: Forest, heads: Forest, width: float, height: float, box_width: float, size: float, *, cut: bool
) -> Columns:
    """Columns equally wide where all fits on a page so, or else as makes the lowest picture; at most `box_width`.

    They are too narrow for a word only where it may be `cut`.
    """
    letters = Lettering(size, _PAD_X * size, _PAD_Y * size)
    rows = levels(roots)
    room = math.floor(width - (len(rows) - 1) * _GUTTER * size)

    def bounds(named: Sequence[Forest]) -> tuple[list[int], list[int]]:
        lows = [math.ceil(max(letters.narrowest(node) for node in row)) for row in named]
        if sum(lows) > room and cut:
            lows = [max(math.ceil(size + 2 * letters.pad_x), low * room // sum(lows)) for low in lows]
        natural = [math.ceil(min(box_width, max(letters.widest(node) for node in row))) for row in named]
        return lows, [max(low, high) for low, high in zip(lows, natural, strict=True)]

    named = [[*row, *heads[rank : rank + 1]] for rank, row in enumerate(rows)]
    lows, highs = bounds(named)
    widths = _equal(lows, highs, room)
    heights: dict[tuple[int, str, str], float] = {}
    for gaps in (_ROOMY, _TIGHT):
        columns = Columns(Spacing(letters, gaps), widths, heads, heights)
        if columns.top + columns.block(roots, 0) <= height:
            return columns
    lows, highs = bounds([[*row, *(_again(node) for node in row if node.children)] for row in named])
    lowest = _lowest(_Grid(roots, columns.spacing), _equal(lows, highs, room), lows, highs)
    return replace(columns, widths=lowest, _heights={})


def _equal(lows: Sequence[int], highs: Sequence[int], room: int) -> tuple[int, ...]:
    """Widths as equal as their bounds allow, as wide as `room` allows."""

    def at(level: int) -> tuple[int, ...]:
        return tuple(min(max(level, low), high) for low, high in zip(lows, highs, strict=True))

    low, high = min(lows), max(highs)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(at(middle)) <= room else (low, middle - 1)
    return at(low)


class _Grid:
    """The height of the trees at any widths, quickly: the nodes by level, with the places of their children."""

    def __init__(self, roots: Forest, spacing: Spacing) -> None:
        self.letters, self.rows = spacing.letters, levels(roots)
        self.known: dict[tuple[int, int], list[float]] = {}
        self.gaps = spacing.within(roots)
        self.below = []
        for row in self.rows:
            ends = list(accumulate((len(node.children) for node in row), initial=0))
            gaps = (spacing.within(node.children) for node in row)
            self.below.append(list(zip(ends[:-1], ends[1:], gaps, strict=True)))

    def _heights(self, rank: int, width: int) -> list[float]:
        if (rank, width) not in self.known:
            counts = (self.letters.count(node, width) for node in self.rows[rank])
            self.known[rank, width] = [self.letters.height(count) for count in counts]
        return self.known[rank, width]

    def cost(self, widths: Sequence[int]) -> tuple[float, float]:
        """The height, and where that is equal the height of all boxes together."""
        bands: list[float] = []
        every = 0.0
        for rank in range(len(widths) - 1, -1, -1):
            heights = self._heights(rank, widths[rank])
            every += sum(heights)
            bands = [
                max(own, sum(bands[a:b]) + gaps) for own, (a, b, gaps) in zip(heights, self.below[rank], strict=True)
            ]
        return sum(bands) + self.gaps, every


def _lowest(grid: _Grid, start: Sequence[int], lows: Sequence[int], highs: Sequence[int]) -> tuple[int, ...]:
    """Shift room between the columns as long as the picture gets lower."""
    widths = list(start)
    best = grid.cost(widths)
    for step in _STEPS:
        moved = True
        while moved:
            moved = False
            for giver, taker in permutations(range(len(widths)), 2):
                trial = widths.copy()
                amount = min(step, trial[giver] - lows[giver], highs[taker] - trial[taker])
                trial[giver] -= amount
                trial[taker] += amount
                if amount and (cost := grid.cost(trial)) < best:
                    widths, best, moved = trial, cost, True
    return tuple(widths)


# ---------------------------------------------------------------- pages


def _pages(columns: Columns, roots: Forest, room: float) -> Pages:
    """The trees on the fewest pages, the pages about equally full."""
    best = _cut(columns, roots, 0, room)
    low, high = columns.block(roots, 0) / len(best), room
    while len(best) > 1 and high - low > columns.letters.size:
        middle = (low + high) / 2
        trial = _cut(columns, roots, 0, middle)
        if len(trial) == len(best):
            best, high = trial, middle
        else:
            low = middle
    return best


def _cut(columns: Columns, nodes: Forest, rank: int, room: float) -> Pages:
    """`nodes` in order on pages of `room`. One too high for a page is cut between its children, and stands on each."""
    pages: Pages = []
    for node in nodes:
        pieces = [node]
        if columns.band(node, rank) > room and node.children:
            parts = _cut(columns, node.children, rank + 1, room)
            pieces = [replace(_again(node) if n else node, children=tuple(part)) for n, part in enumerate(parts)]
        for number, piece in enumerate(pieces):
            if pages and not number and columns.block([*pages[-1], piece], rank) <= room:
                pages[-1].append(piece)
            else:
                pages.append([piece])
    return pages


def _again(node: Simpul) -> Simpul:
    """The node on a page that continues it."""
    if node.head:
        return replace(node, head=f"{node.head} (lanjutan)")
    return replace(node, label=f"{node.label} (lanjutan)")
