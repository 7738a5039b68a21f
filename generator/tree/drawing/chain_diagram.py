"""Lanes of boxes -> Diagram: one chain from the top down, its lanes framed and named at the left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.tree.drawing.simpul import SIZES, Lettering, Simpul
from generator.tree.nodes import Box, Caption, Diagram, Inlines, Line, Value, plain

_PAD = 5.0  # between the text and its box
_GAP = 15.0  # between boxes, for the arrow
_LANE_PAD, _LANE_GAP = 8.0, 9.0  # between a lane's frame and its boxes, and between lanes
_TITLE = 0.2  # of the width, at least, for the names of the lanes
_MARGIN = 1.0  # around the picture, for the pens


@dataclass(frozen=True, slots=True)
class Lane:
    """A part of the chain with its name; `values` are what the name was made of."""

    key: str
    title: str
    boxes: tuple[Simpul, ...]
    values: tuple[Value, ...] = ()


def chain_diagram(
    caption: Caption,
    lanes: Sequence[Lane],
    *,
    width: float,
    height: float,
    sizes: Sequence[float] = SIZES,
    source: Inlines = (),
    landscape: bool = False,
) -> Diagram:
    """Each box of the lanes with an arrow to the next, `width` points wide.

    Letters have the largest of `sizes` in which the picture is at most `height` high, or else the smallest.
    """
    for size in sizes:
        boxes, lines, bottom = _draw(lanes, width, Lettering(size, _PAD, _PAD))
        if bottom <= height:
            break
    alt = f"{plain(caption.title)}. {chain_alt(lanes)}"
    return Diagram(caption, tuple(boxes), tuple(lines), width, bottom, alt, size, source, landscape)


def _draw(lanes: Sequence[Lane], width: float, letters: Lettering) -> tuple[list[Box], list[Line], float]:
    boxes: list[Box] = []
    lines: list[Line] = []
    names = [Simpul(f"{lane.key}-nama", "", head=lane.title, values=lane.values) for lane in lanes]
    title = math.ceil(max(_TITLE * width, *(letters.narrowest(name) for name in names)))
    left, right = _MARGIN + title + _LANE_PAD, width - _MARGIN - _LANE_PAD
    middle = (left + right) / 2
    y, end = _MARGIN, 0.0  # end: where the last box ends
    for lane, name in zip(lanes, names, strict=True):
        words, strong = letters.lines(name, title)
        inner: list[Box] = []
        top, y = y, y + _LANE_PAD
        for number, node in enumerate(lane.boxes):
            y += _GAP if number else 0.0
            text, bold = letters.lines(node, right - left)
            height = letters.height(len(text))
            box = Box(node.key, text, left, round(y, 3), right - left, height, node.role, bold, node.values)
            if end:
                lines.append(Line(((middle, end), (middle, box.y)), arrow=True))
            inner.append(box)
            y = end = round(box.y + box.height, 3)
        bottom = round(max(y + _LANE_PAD, top + letters.height(len(words))), 3)
        boxes.append(Box(lane.key, (), _MARGIN, top, width - 2 * _MARGIN, bottom - top, "kelompok"))
        boxes.append(Box(name.key, words, _MARGIN, top, title, bottom - top, "judul", strong, name.values))
        boxes += inner
        y = bottom + _LANE_GAP
    return boxes, lines, round(y - _LANE_GAP + _MARGIN, 3)


def chain_alt(lanes: Sequence[Lane]) -> str:
    """The chain in words, in Indonesian."""
    parts = [f"{lane.title}: {'; kemudian '.join(node.words for node in lane.boxes)}." for lane in lanes]
    return " ".join(["Bagan rangkaian dari atas ke bawah.", *parts])
