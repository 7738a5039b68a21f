"""What every drawing of a Diagram shares: colours, pens, where the text of a box stands, the head of an arrow.

Units are points, origin top left, y downwards; colours are 'RRGGBB'.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.tree.drawing.arial import CAP_HEIGHT, LINE_HEIGHT
from generator.tree.nodes import Box, Diagram, Line

Point = tuple[float, float]

TEXT = "000000"
CONNECTOR = "404040"
CONNECTOR_WIDTH = 0.75


@dataclass(frozen=True, slots=True)
class Look:
    """How a box of a role is drawn. `width` is the pen's, in points."""

    fill: str
    stroke: str
    width: float
    dashed: bool = False


LOOKS: dict[Literal["utama", "biasa", "lemah", "judul", "kelompok"], Look] = {
    "utama": Look("D6E0EB", "1F3B57", 1.0),
    "biasa": Look("FFFFFF", "404040", 0.75),
    "lemah": Look("FFFFFF", "7F7F7F", 0.75, dashed=True),
    "judul": Look("E7E6E6", "BFBFBF", 0.5),
    "kelompok": Look("F7F7F7", "BFBFBF", 0.5),
}
DASH = (3.0, 2.0)  # points drawn, points left out


def corners(box: Box) -> tuple[Point, Point, Point, Point]:
    right, bottom = box.x + box.width, box.y + box.height
    return (box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom)


def behind(diagram: Diagram) -> list[Box]:
    """The boxes that are drawn before the lines."""
    return [box for box in diagram.boxes if box.role == "kelompok"]


def before(diagram: Diagram) -> list[Box]:
    """The boxes that are drawn over the lines."""
    return [box for box in diagram.boxes if box.role != "kelompok"]


def text_lines(box: Box, size: float) -> Iterator[tuple[float, float, str, bool]]:
    """Each line of a box, the middle of its baseline, and whether it is bold.

    The capitals of the block are centred in the box.
    """
    leading = LINE_HEIGHT * size
    y = box.y + (box.height - (len(box.lines) - 1) * leading + CAP_HEIGHT * size) / 2
    for number, line in enumerate(box.lines):
        yield box.x + box.width / 2, y + number * leading, line, number < box.strong


def arrow_head(line: Line, length: float = 6.0) -> tuple[Point, Point, Point]:
    """The triangle at the end of a line, its tip on the last point."""
    (x0, y0), (x, y) = line.points[-2:]
    span = math.hypot(x - x0, y - y0) or 1.0
    ux, uy = (x - x0) / span * length, (y - y0) / span * length
    half = 0.4
    return (x, y), (x - ux - half * uy, y - uy + half * ux), (x - ux + half * uy, y - uy - half * ux)
