"""First half of a tree diagram: a tree of `Simpul` -> which rank and which x every box gets, within a given width.

*Ranks* are rows that all boxes share. A subtree owns an interval of each rank, for its boxes and for the lines that
pass beside them; no two intervals of a rank overlap, so boxes and lines never do. `diagram` gives ranks a height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from generator.tree.drawing.simpul import Lettering, Simpul, nodes_of

_GAP = 10.0  # between neighbours of a rank
_TRUNK_GAP = 12.0  # between a trunk and a box beside it
_INDENT = 16.0  # of a stacked child
_NARROWEST = 24.0


@dataclass(frozen=True, slots=True)
class Rule:
    """How to lay out. Subtrees of at most `stack` levels below their root are stacked: indented, one box a rank."""

    box: float
    stack: int
    indent: float = _INDENT


Spans = dict[int, tuple[float, float]]


@dataclass(slots=True)
class Branch:
    """A laid-out subtree. Its root's centre is x = 0; `spans` is the interval that it owns in each rank."""

    node: Simpul
    rank: int
    spans: Spans
    main: list[tuple[float, Branch]] = field(default_factory=list)
    sides: list[tuple[float, Branch]] = field(default_factory=list)
    stacked: bool = False

    def own(self, rank: int, left: float, right: float) -> None:
        low, high = self.spans.get(rank, (left, right))
        self.spans[rank] = min(low, left), max(high, right)

    def take(self, dx: float, child: Branch) -> None:
        for rank, (left, right) in child.spans.items():
            self.own(rank, left + dx, right + dx)


def _height(node: Simpul) -> int:
    return max((1 + _height(child) for child in node.children), default=0)


def _lay(node: Simpul, rank: int, rule: Rule) -> Branch:
    branch = Branch(node, rank, {rank: (-rule.box / 2, rule.box / 2)})
    if not node.children:
        return branch
    return _stack(branch, rule) if _height(node) <= rule.stack else _spread(branch, rule)


def _stack(branch: Branch, rule: Rule) -> Branch:
    """Children below each other, indented, joined by a spine at the left."""
    branch.stacked = True
    for child in branch.node.children:
        rank = max(branch.spans) + 1
        below = _lay(child, rank, rule)
        branch.main.append((rule.indent, below))
        branch.take(rule.indent, below)
    spine = (rule.indent - rule.box) / 2
    for rank in range(branch.rank + 1, max(branch.spans) + 1):
        branch.own(rank, spine, spine)
    return branch


def _spread(branch: Branch, rule: Rule) -> Branch:
    """Staff units right and left of the trunk, two to a rank, and below them the other children in a row."""
    rank = branch.rank + 1
    for number, child in enumerate(child for child in branch.node.children if child.beside):
        rank = max(branch.spans) + 1 if number % 2 == 0 else rank
        side = _lay(child, rank, rule)
        if number % 2 == 0:
            dx = _TRUNK_GAP - min(left for left, _ in side.spans.values())
        else:
            dx = -_TRUNK_GAP - max(right for _, right in side.spans.values())
        branch.sides.append((dx, side))
        branch.take(dx, side)
    last = max(branch.spans)
    for passed in range(branch.rank + 1, last + 1):
        branch.own(passed, 0, 0)
    row = [_lay(child, last + 1, rule) for child in branch.node.children if not child.beside]
    branch.main.extend(zip(_centres(row), row, strict=True))
    for dx, below in branch.main:
        branch.take(dx, below)
    return branch


def _centres(row: list[Branch]) -> list[float]:
    """Where the roots of neighbours stand, the middle of the first and the last at 0, as close as their spans allow.

    What has room to move stands half-way between its leftmost and its rightmost place. Each is a solution of the same
    conditions "b stands at least so far right of a", hence so is their mean.
    """
    apart = [[_apart(a, b) for b in row[n + 1 :]] for n, a in enumerate(row)]
    leftmost: list[float] = []
    for b in range(len(row)):
        leftmost.append(max((leftmost[a] + apart[a][b - a - 1] for a in range(b)), default=0.0))
    rightmost = leftmost[:]
    for a in range(len(row) - 2, -1, -1):
        rightmost[a] = min(rightmost[b] - apart[a][b - a - 1] for b in range(a + 1, len(row)))
    places = [(low + high) / 2 for low, high in zip(leftmost, rightmost, strict=True)]
    return [place - (places[0] + places[-1]) / 2 for place in places]


def _apart(a: Branch, b: Branch) -> float:
    return _GAP + max(a.spans[rank][1] - left for rank, (left, _) in b.spans.items() if rank in a.spans)


def extent(branch: Branch) -> tuple[float, float]:
    return min(left for left, _ in branch.spans.values()), max(right for _, right in branch.spans.values())


def fit(root: Simpul, width: float, box_width: float, letters: Lettering) -> tuple[Branch, Rule]:
    """The layout that is at most `width` wide: first narrower boxes, then more and more levels stacked."""

    def attempt(rule: Rule) -> tuple[bool, Branch]:
        branch = _lay(root, 0, rule)
        left, right = extent(branch)
        return right - left <= width, branch

    widest = math.floor(min(box_width, width))
    whole_words = max(letters.narrowest(node) for node in nodes_of(root))
    narrowest = min(widest, math.ceil(max(whole_words, 4 * letters.size + 2 * letters.pad_x)))
    levels = _height(root)
    for stack in range(levels + 1):
        rule = Rule(narrowest, stack)
        fits, best = attempt(rule)
        if not fits:
            continue
        low, high = narrowest, widest
        while low < high:
            middle = (low + high + 1) // 2
            fits, branch = attempt(Rule(middle, stack))
            if fits:
                low, best, rule = middle, branch, Rule(middle, stack)
            else:
                high = middle - 1
        return best, rule
    # Even as one stack too wide: cut words, at last flatten the indent.
    indent = min(_INDENT, max(0.0, width - _NARROWEST) / levels) if levels else 0.0
    rule = Rule(max(_NARROWEST, width - levels * indent), levels, indent)
    return attempt(rule)[1], rule
