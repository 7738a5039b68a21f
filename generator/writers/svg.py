"""Diagram -> SVG within a page: the same picture as the EMF of the DOCX. Units are points.

Colours stand in it; the page's style may set others by class: a box has that of its role, lines have `garis`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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

Mark = Callable[[Box], str]
"""Further attributes of a box, with a space before each."""


def number(value: float) -> str:
    """As short as two decimals allow."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def picture(size: tuple[float, float], letters: float, name: str, texts: tuple[str, str], content: str) -> str:
    """The `svg` element: `size` in points, `letters` the size of most of them; `texts`: title and description, whose
    ids begin with `name`."""
    width, height = map(number, size)
    title, description = map(escape, texts)
    name = escape(name)
    return (
        f'<svg width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}-judul {name}-uraian" font-family="Arial, Helvetica, sans-serif" '
        f'font-size="{number(letters)}" text-anchor="middle" fill="#{TEXT}"><title id="{name}-judul">{title}</title>'
        f'<desc id="{name}-uraian">{description}</desc>{content}</svg>'
    )


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def _box(box: Box, size: float, mark: Mark) -> Iterator[str]:
    look = LOOKS[box.role]
    dash = f' stroke-dasharray="{number(DASH[0])} {number(DASH[1])}"' if look.dashed else ""
    yield (
        f'<g class="{box.role}"{mark(box)}><polygon points="{_points(corners(box))}" fill="#{look.fill}" '
        f'stroke="#{look.stroke}" stroke-width="{look.width}"{dash}/>'
    )
    for x, y, text, bold in text_lines(box, size):
        weight = ' font-weight="bold"' if bold else ""
        yield f'<text x="{number(x)}" y="{number(y)}"{weight}>{escape(text)}</text>'
    yield "</g>"


def _line(line: Line) -> Iterator[str]:
    yield (
        f'<polyline class="garis" points="{_points(line.points)}" fill="none" stroke="#{CONNECTOR}" '
        f'stroke-width="{CONNECTOR_WIDTH}"/>'
    )
    if line.arrow:
        yield f'<polygon class="panah" points="{_points(arrow_head(line))}" fill="#{CONNECTOR}"/>'


def svg(diagram: Diagram, title: str, name: str, mark: Mark = lambda box: "") -> str:
    """The picture. `title` and its alternative text describe it, with ids that begin with `name`."""
    size = diagram.font_size
    parts = [part for box in behind(diagram) for part in _box(box, size, mark)]
    parts += [part for line in diagram.lines for part in _line(line)]
    parts += [part for box in before(diagram) for part in _box(box, size, mark)]
    return picture((diagram.width, diagram.height), size, name, (title, diagram.alt), "".join(parts))
