"""Chart -> SVG within a page: columns or bars with their values, as the chart of the DOCX shows them. Units are points.

Colours are the page's: series have the classes `seri0` to `seri5`, lines `sumbu` and `kisi`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.model.angka import Angka, Bilangan
from generator.tree import format as cetak
from generator.tree.drawing.arial import longest_word, text_width, wrap
from generator.tree.nodes import Chart
from generator.writers.svg import number, picture
from generator.writers.xml_text import escape

SERIES = 6
"""Classes of series; further ones begin anew."""
Label = Callable[[Angka, str], str]
"""Attributes of a value's label, with a space before each: of the number and how it is printed."""

_WIDTH, _PLOT = 460.0, 150.0  # of the picture; height of the room for columns
_SIZE, _LINE, _EDGE = 9.0, 11.0, 6.0  # letters, lines of them, what stays free
_BAR, _GAP = 11.0, 8.0  # thickness of a bar, room between two groups of them
_NAMES = 170.0  # the most that names beside bars take
_MOST_DECIMALS = 2


def svg_chart(chart: Chart, title: str, name: str, label: Label = lambda angka, text: "") -> str:
    """The picture; a blank has no column. `title` and the alternative text describe it, with ids that begin with
    `name`."""
    drawn = (_Bars if chart.horizontal else _Columns)(chart, label)
    content = "".join(drawn.parts())
    legend, height = _legend(chart, drawn.height)
    return picture((_WIDTH, height), _SIZE, name, (title, chart.alt), content + legend)


def _text(x: float, y: float, text: str, more: str = "") -> str:
    return f'<text x="{number(x)}" y="{number(y)}"{more}>{escape(text)}</text>'


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    ends = zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
    return f'<line class="{kind}"{"".join(f" {n}={chr(34)}{number(v)}{chr(34)}" for n, v in ends)}/>'


def _rectangle(series: int, x: float, y: float, width: float, height: float) -> str:
    return (
        f'<rect class="seri{series % SERIES}" x="{number(x)}" y="{number(y)}" '
        f'width="{number(width)}" height="{number(height)}"/>'
    )


def _legend(chart: Chart, top: float) -> tuple[str, float]:
    """What each series is called, where there is more than one; and where the picture ends."""
    if len(chart.series) < 2:
        return "", top
    parts: list[str] = []
    x, y = _EDGE, top + _LINE
    for n, s in enumerate(chart.series):
        width = 16 + text_width(s.name, _SIZE)
        if x > _EDGE and x + width > _WIDTH - _EDGE:
            x, y = _EDGE, y + _LINE + 3
        parts.append(_rectangle(n, x, y - 8, 9, 9) + _text(x + 13, y, s.name, ' text-anchor="start"'))
        x += width + 14
    return "".join(parts), y + _EDGE


# ---------------------------------------------------------------- scale


@dataclass(frozen=True, slots=True)
class Scale:
    """What the axis shows, from `low` to `high`, with a line at every `step`. 0 is always among it."""

    low: Decimal
    high: Decimal
    step: Decimal

    def part(self, value: Bilangan) -> float:
        """Where a value stands, from 0 (`low`) to 1 (`high`)."""
        return float((value - self.low) / (self.high - self.low))

    @property
    def lines(self) -> Iterator[Decimal]:
        """The values at which lines stand."""
        return (self.low + n * self.step for n in range(int((self.high - self.low) / self.step) + 1))


def scale(numbers: Iterable[Bilangan]) -> Scale:
    """About five round steps; whole ones where all numbers are."""
    exact = [Decimal(n) for n in numbers]
    low, high = min([Decimal(0), *exact]), max([Decimal(0), *exact])
    rough = (high - low or Decimal(1)) / 5
    if all(n == n.to_integral_value() for n in exact):
        rough = max(Decimal(1), rough)
    step = next(s for n in (1, 2, 5, 10) if (s := n * Decimal(10) ** rough.adjusted()) >= rough)
    top = (high / step).to_integral_value(ROUND_CEILING) or Decimal(low == 0)
    return Scale((low / step).to_integral_value(ROUND_FLOOR) * step, top * step, step)


# ---------------------------------------------------------------- both kinds


class _Drawn:
    """A chart that is being drawn. `height`: where it ends, above the legend."""

    height: float

    def __init__(self, chart: Chart, label: Label) -> None:
        self.chart, self.label = chart, label
        numbers = [a.nilai for s in chart.series for a in s.values if a.nilai is not None]
        self.scale = scale(numbers)
        self.places = min(_MOST_DECIMALS, max(map(cetak.desimal_sendiri, numbers), default=0))
        self.widest = max((text_width(self.printed(n), _SIZE) for n in numbers), default=0.0)

    def printed(self, value: Angka | Bilangan) -> str:
        return cetak.angka(value, self.places)

    def value(self, x: float, y: float, angka: Angka, more: str = "") -> str:
        """The label of a value."""
        text = self.printed(angka)
        return _text(x, y, text, f' class="nilai"{more}{self.label(angka, text)}')

    def each(self, category: int) -> Iterator[tuple[int, Angka, Bilangan]]:
        """The values of a category that are there, each with the number of its series."""
        for n, s in enumerate(self.chart.series):
            if (number := s.values[category].nilai) is not None:
                yield n, s.values[category], number

    def names(self, x: float, top: float, lines: Sequence[str], more: str = "", size: float = _SIZE) -> str:
        """The lines of a category's name below `top`."""
        sized = more if size == _SIZE else f'{more} font-size="{number(size)}"'
        return "".join(_text(x, top + (n + 0.8) * _LINE, line, sized) for n, line in enumerate(lines))


class _Columns(_Drawn):
    """Columns side by side on an axis with numbers, names below."""

    def __init__(self, chart: Chart, label: Label) -> None:
        super().__init__(chart, label)
        ticks = [cetak.angka(v, max(0, -int(self.scale.step.as_tuple().exponent))) for v in self.scale.lines]
        self.ticks = list(zip(self.scale.lines, ticks, strict=True))
        titled = _LINE + 3 if chart.value_title else 0.0
        self.left = _EDGE + titled + max(text_width(t, _SIZE) for t in ticks) + 4
        self.group = (_WIDTH - _EDGE - self.left) / max(1, len(chart.categories))
        room = 0.62 if len(chart.series) > 1 or len(chart.categories) > 5 else 0.4  # few columns must not become slabs
        self.column = self.group * room / max(1, len(chart.series))
        self.turned = self.widest + 2 > (self.group if len(chart.series) == 1 else self.column)
        self.top = _EDGE + (self.widest + 6 if self.turned else _LINE + 2)
        word = max((longest_word(c, 1) for c in chart.categories), default=0.0)
        self.letters = next((s for s in (_SIZE, 8.0) if word * s + 4 <= self.group), 7.0)
        self.wrapped = [wrap(c, self.group - 4, self.letters) for c in chart.categories]
        below = self.top - _EDGE if self.scale.low < 0 else 0.0  # for the labels of negative columns
        self.names_top = self.top + _PLOT + below + 4
        self.height = self.names_top + max(map(len, self.wrapped), default=0) * _LINE + 2

    def y(self, value: Bilangan) -> float:
        return self.top + _PLOT * (1 - self.scale.part(value))

    def parts(self) -> Iterator[str]:
        """Lines, columns, names."""
        right = _WIDTH - _EDGE
        for at, text in self.ticks:
            if self.chart.grid and at:
                yield _line("kisi", self.left, self.y(at), right, self.y(at))
            yield _text(self.left - 4, self.y(at) + 3, text, ' text-anchor="end"')
        if self.chart.value_title:
            x, y = _EDGE + 8, self.top + _PLOT / 2
            yield _text(x, y, self.chart.value_title, f' transform="rotate(-90 {number(x)} {number(y)})"')
        for n, lines in enumerate(self.wrapped):
            middle = self.left + (n + 0.5) * self.group
            yield from self.columns(n, middle)
            yield self.names(middle, self.names_top, lines, size=self.letters)
        yield _line("sumbu", self.left, self.y(0), right, self.y(0))

    def columns(self, category: int, middle: float) -> Iterator[str]:
        zero = self.y(0)
        start = middle - self.column * len(self.chart.series) / 2
        for n, angka, value in self.each(category):
            x, y = start + n * self.column, self.y(value)
            yield _rectangle(n, x, min(y, zero), self.column, abs(zero - y))
            x += self.column / 2
            if not self.turned:
                yield self.value(x, y - 4 if value >= 0 else y + _LINE, angka)
                continue
            x, y, anchor = x + 3, (y - 4 if value >= 0 else y + 4), "start" if value >= 0 else "end"
            turn = f' text-anchor="{anchor}" transform="rotate(-90 {number(x)} {number(y)})"'
            yield self.value(x, y, angka, turn)


class _Bars(_Drawn):
    """Bars below each other, names at their left; they are read by their labels alone."""

    def __init__(self, chart: Chart, label: Label) -> None:
        super().__init__(chart, label)
        names = min(_NAMES, max((text_width(c, _SIZE) for c in chart.categories), default=0.0) + 1)
        self.wrapped = [wrap(c, names, _SIZE) for c in chart.categories]
        bars = _BAR * max(1, len(chart.series))
        self.groups = [max(bars, len(lines) * _LINE) + _GAP for lines in self.wrapped]
        self.names_end = _EDGE + names
        self.left = self.names_end + 6 + (self.widest + 4 if self.scale.low < 0 else 0)
        self.plot = max(40.0, _WIDTH - _EDGE - self.widest - 4 - self.left)
        self.bottom = _EDGE + sum(self.groups)
        self.height = self.bottom + (_LINE + 2 if chart.value_title else 0)

    def x(self, value: Bilangan) -> float:
        return self.left + self.plot * self.scale.part(value)

    def parts(self) -> Iterator[str]:
        """Names, bars, the line at 0."""
        y = _EDGE
        for n, (lines, room) in enumerate(zip(self.wrapped, self.groups, strict=True)):
            middle = y + room / 2
            yield self.names(self.names_end, middle - len(lines) * _LINE / 2, lines, ' text-anchor="end"')
            yield from self.bars(n, middle - _BAR * len(self.chart.series) / 2)
            y += room
        yield _line("sumbu", self.x(0), _EDGE, self.x(0), self.bottom)
        if self.chart.value_title:
            yield _text(self.left + self.plot / 2, self.bottom + _LINE, self.chart.value_title)

    def bars(self, category: int, top: float) -> Iterator[str]:
        zero = self.x(0)
        for n, angka, value in self.each(category):
            x, y = self.x(value), top + n * _BAR
            yield _rectangle(n, min(x, zero), y, abs(x - zero), _BAR)
            at, anchor = (x + 4, "start") if value >= 0 else (x - 4, "end")
            yield self.value(at, y + _BAR / 2 + 3, angka, f' text-anchor="{anchor}"')
