"""Diagram -> SVG, for HTML and Markdown: the same picture as the EMF of the DOCX. Units are points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.tree.nodes import Box, Diagram, Line
from generator.writers.geometry import (
    CONNECTOR,
    CONNECTOR_WIDTH,
    DASH,
    LOOKS,
    TEXT,
    Point,
    arrow_head,
    before,
    behind,
    corners,
    text_lines,
)
from generator.writers.xml_text import escape


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _box(box: Box, size: float) -> Iterator[str]:
    look = LOOKS[box.role]
    dash = f' stroke-dasharray="{_number(DASH[0])} {_number(DASH[1])}"' if look.dashed else ""
    yield (
        f'<polygon points="{_points(corners(box))}" fill="#{look.fill}" stroke="#{look.stroke}" '
        f'stroke-width="{look.width}"{dash}/>'
    )
    for x, y, text, bold in text_lines(box, size):
        weight = ' font-weight="bold"' if bold else ""
        yield f'<text x="{_number(x)}" y="{_number(y)}"{weight}>{escape(text)}</text>'


def _line(line: Line) -> Iterator[str]:
    yield (
        f'<polyline points="{_points(line.points)}" fill="none" stroke="#{CONNECTOR}" '
        f'stroke-width="{CONNECTOR_WIDTH}"/>'
    )
    if line.arrow:
        yield f'<polygon points="{_points(arrow_head(line))}" fill="#{CONNECTOR}"/>'


def svg(diagram: Diagram) -> str:
    """The picture with its alternative text as title."""
    size = diagram.font_size
    parts = [part for box in behind(diagram) for part in _box(box, size)]
    parts += [part for line in diagram.lines for part in _line(line)]
    parts += [part for box in before(diagram) for part in _box(box, size)]
    width, height = _number(diagram.width), _number(diagram.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="Arial, Helvetica, sans-serif" font-size="{_number(size)}" '
        f'text-anchor="middle" fill="#{TEXT}"><title>{escape(diagram.alt)}</title>{"".join(parts)}</svg>\n'
    )
