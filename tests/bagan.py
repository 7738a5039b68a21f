"""What tests of diagrams share: any tree, and how boxes and lines lie to each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import strategies as st

from generator.tree.drawing.simpul import Simpul
from generator.tree.nodes import Box, Caption, Diagram, Text

CAPTION = Caption("gambar", "struktur", (Text("Struktur Organisasi"),))
NEAR = 0.01
WORDS = ("Camat", "Seksi", "dan", "Ketenteraman", "Sub Bagian", "&", "<i>", "Pemberdayaan Masyarakat\n", "W" * 40, "😀")

Shape = tuple[str, str, bool, list["Shape"]]
Segment = tuple[float, float, float, float]

labels = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=20)
heads = st.just("") | labels
shapes: st.SearchStrategy[Shape] = st.recursive(
    st.tuples(heads, labels, st.booleans(), st.just([])),
    lambda inner: st.tuples(heads, labels, st.booleans(), st.lists(inner, max_size=5)),
    max_leaves=25,
)


def build(shape: Shape, count: Iterator[int]) -> Simpul:
    head, label, beside, inner = shape
    return Simpul(str(next(count)), label, tuple(build(one, count) for one in inner), beside=beside, head=head)


trees = shapes.map(lambda shape: build(shape, itertools.count()))


def boxes_of(diagram: Diagram) -> dict[str, Box]:
    return {box.key: box for box in diagram.boxes}


def families(root: Simpul) -> Iterator[set[str]]:
    if root.children:
        yield {root.key, *(child.key for child in root.children)}
    for child in root.children:
        yield from families(child)


def segments(diagram: Diagram) -> list[Segment]:
    return [
        (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for line in diagram.lines
        for (x0, y0), (x1, y1) in itertools.pairwise(line.points)
    ]


def meet(a: Segment, b: Segment, room: float = NEAR) -> bool:
    """Whether two upright rectangles (a segment is a flat one) come closer than `room`."""
    return a[0] <= b[2] + room and b[0] <= a[2] + room and a[1] <= b[3] + room and b[1] <= a[3] + room


def area(box: Box) -> Segment:
    return box.x, box.y, box.x + box.width, box.y + box.height


def joined(diagram: Diagram) -> list[set[str]]:
    """The keys of the boxes that each connected set of lines touches."""
    groups: list[list[Segment]] = []
    for part in segments(diagram):
        near = [group for group in groups if any(meet(part, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([part, *itertools.chain(*near)])
    return [{b.key for b in diagram.boxes if any(meet(area(b), part) for part in group)} for group in groups]


def check_canvas(diagram: Diagram, room: float) -> None:
    """Every box lies within the picture, none nearer to another than `room`."""
    for box in diagram.boxes:
        left, top, right, bottom = area(box)
        assert left >= 0.5
        assert top >= 0.5
        assert right <= diagram.width - 0.5
        assert bottom <= diagram.height - 0.5
    for a, b in itertools.combinations(diagram.boxes, 2):
        assert not meet(area(a), area(b), room), (a, b)


def check_lines(diagram: Diagram, room: float) -> None:
    """Every line is upright or level, crosses no box, and touches a box or stays `room` away from it."""
    for part in segments(diagram):
        assert part[0] == part[2] or part[1] == part[3], "not orthogonal"
        for box in diagram.boxes:
            assert not meet(part, area(box), -NEAR), "a line crosses a box"
            if not meet(part, area(box)):
                assert not meet(part, area(box), room), "a line passes too near"
