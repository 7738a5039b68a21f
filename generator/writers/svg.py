"""Diagram -> SVG, for HTML and Markdown: the same picture as the EMF of the DOCX. Units are points."""

from __future__ import annotations

from collections.abc import Iterable

from generator.document.nodes import Diagram
from generator.writers.geometry import (
    CONNECTOR,
    CONNECTOR_WIDTH,
    DASH,
    LOOKS,
    TEXT,
    Point,
    arrow_head,
    corners,
    text_lines,
)
from generator.writers.xml_text import escape


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def svg(diagram: Diagram) -> str:
    """The picture with its alternative text as title."""
    parts: list[str] = []
    for line in diagram.lines:
        parts.append(
            f'<polyline points="{_points(line.points)}" fill="none" stroke="#{CONNECTOR}" '
            f'stroke-width="{CONNECTOR_WIDTH}"/>'
        )
        if line.arrow:
            parts.append(f'<polygon points="{_points(arrow_head(line))}" fill="#{CONNECTOR}"/>')
    for box in diagram.boxes:
        look = LOOKS[box.role]
        dash = f' stroke-dasharray="{_number(DASH[0])} {_number(DASH[1])}"' if look.dashed else ""
        parts.append(
            f'<polygon points="{_points(corners(box))}" fill="#{look.fill}" stroke="#{look.stroke}" '
            f'stroke-width="{look.width}"{dash}/>'
        )
        for x, y, text in text_lines(box, diagram.font_size):
            parts.append(f'<text x="{_number(x)}" y="{_number(y)}">{escape(text)}</text>')
    width, height = _number(diagram.width), _number(diagram.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="Arial, Helvetica, sans-serif" font-size="{_number(diagram.font_size)}" '
        f'text-anchor="middle" fill="#{TEXT}"><title>{escape(diagram.alt)}</title>{"".join(parts)}</svg>\n'
    )
