"""Chart -> DrawingML chart part: clustered columns or bars that Word draws and lets its user edit.

In: a Chart and the relationship of its embedded workbook. Out: the part's XML, elements in the order of dml-chart.xsd.
Every text is a cached copy of a cell of the workbook, so the chart shows without the workbook being opened.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from generator.model.angka import Bilangan
from generator.tree.drawing.arial import longest_word, text_width
from generator.tree.nodes import Chart, Series
from generator.writers.docx.chart_workbook import (
    decimal_places,
    name_cell,
    number_format,
    number_text,
    value_range,
)
from generator.writers.docx.drawing import A, C, R, inline_drawing
from generator.writers.xml_text import escape

# Dark, light, middle …: neighbours differ in lightness too, so they stay apart on a grey print.
_FILLS = ("1F4E79", "A9BCD0", "5F7F9E", "D9DEE4", "3B3B3B", "8C8C8C")
_OUTLINE = "1F3B57"
_TEXT = "262626"
_AXIS = "7F7F7F"
_GRID = "D9D9D9"
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222

_SIZE, _TURNED_SIZE = 9, 8
_WIDTH, _HEIGHT, _PLOT_HEIGHT = 425.0, 210, 150.0  # points: a chart as wide as a portrait page, without its margins
_NO_FILL = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_BAR_ROOM, _BELOW = 220.0, 40.0  # points of a chart of bars: what long names leave for them; for title and legend
_BAR_GAP = 45  # percent of a bar between two groups of bars
_SMALL_COUNT = 10  # up to here an automatic axis would step by fractions


def _text_properties(size: float = _SIZE, rotation: int | None = None, *, wrap: bool = True) -> str:
    """`rotation` in degrees, clockwise; None leaves it to the program. Without `wrap` no number is broken."""
    turned = "" if rotation is None else f' rot="{rotation * 60000}" vert="horz"'
    turned += "" if wrap else ' wrap="none"'
    return (
        f"<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>{_run_properties('defRPr', size)}</a:pPr>"
        '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )


def _run_properties(tag: str, size: float = _SIZE) -> str:
    return (
        f'<a:{tag} sz="{round(size * 100)}" b="0"><a:solidFill><a:srgbClr val="{_TEXT}"/></a:solidFill>'
        f'<a:latin typeface="Arial"/><a:ea typeface="Arial"/><a:cs typeface="Arial"/></a:{tag}>'
    )


def _stroke(colour: str, points: float) -> str:
    return f'<a:ln w="{round(points * 12700)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the whole chart decides. `turned` is the length in points of labels written upwards, 0 for level ones.

    `category_size` is the letter size at which no word of a category needs breaking, 0 when that would be too small.
    `beside` is the room in points that labels of bars take, 0 where there are columns.
    """

    number_format: str
    gap_width: int
    lowest: Bilangan
    highest: Bilangan
    turned: float
    category_size: int
    beside: float = 0.0


def _scale(chart: Chart) -> _Scale:
    """Labels and categories stand level where they fit into a chart as wide as a portrait page; of bars always."""
    numbers = [a.nilai for series in chart.series for a in series.values if a.nilai is not None]
    places = decimal_places(chart)
    widest = max((text_width(f"{number:,.{places}f}", _SIZE) for number in numbers), default=0.0)
    columns = len(chart.categories) * len(chart.series)
    gap = 160 if columns <= 5 else 110 if columns <= 8 else 70  # few columns must not become slabs
    lowest, highest = min(numbers, default=0), max(numbers, default=0)
    if chart.horizontal:
        beside = widest * _TURNED_SIZE / _SIZE + 8
        return _Scale(number_format(chart), _BAR_GAP, lowest, highest, 0.0, _TURNED_SIZE, beside)
    group = (_WIDTH - widest - (20 if chart.value_title else 0)) / max(1, len(chart.categories))
    slot = group / (len(chart.series) + gap / 100) if len(chart.series) > 1 else group
    word = max((longest_word(category, 1) for category in chart.categories), default=0.0)
    return _Scale(
        number_format(chart),
        gap,
        lowest,
        highest,
        0.0 if widest + 2 <= slot else widest * _TURNED_SIZE / _SIZE,
        next((size for size in (_SIZE, 8, 7) if word * size + 2 <= group), 0),
    )


def _labels(scale: _Scale) -> str:
    """Values above the columns or behind the bars."""
    properties = _text_properties(_TURNED_SIZE, -90) if scale.turned else _text_properties()
    if scale.beside:
        properties = _text_properties(_TURNED_SIZE, wrap=False)
    return (
        f'<c:dLbls><c:numFmt formatCode="{scale.number_format}" sourceLinked="0"/>'
        f'{_NO_FILL}{properties}<c:dLblPos val="outEnd"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _text_cache(formula: str, texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    return f'<c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _values(chart: Chart, index: int, series: Series) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{number_text(angka.nilai)}</c:v></c:pt>'
        for n, angka in enumerate(series.values)
        if angka.nilai is not None
    )
    return (
        f"<c:val><c:numRef><c:f>{value_range(index, len(series.values))}</c:f><c:numCache>"
        f"<c:formatCode>{number_format(chart)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _series(chart: Chart, index: int, series: Series, labels: str) -> str:
    if len(series.values) != len(chart.categories):
        raise ValueError(
            f"seri {series.name!r} berisi {len(series.values)} nilai untuk {len(chart.categories)} kategori"
        )
    data = ""
    if chart.categories:
        categories = _text_cache(value_range(-1, len(chart.categories)), chart.categories)
        data = f"<c:cat>{categories}</c:cat>{_values(chart, index, series)}"
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx>{_text_cache(name_cell(index), (series.name,))}</c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{_FILLS[index % len(_FILLS)]}"/></a:solidFill>'
        f'{_stroke(_OUTLINE, 0.5)}</c:spPr><c:invertIfNegative val="0"/>{labels}{data}</c:ser>'
    )


def _category_axis(scale: _Scale) -> str:
    """Below the columns, or beside the bars with the first category on top."""
    orientation, position = ("maxMin", "l") if scale.beside else ("minMax", "b")
    text = _text_properties(scale.category_size, 0) if scale.category_size else _text_properties()
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{orientation}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_stroke(_AXIS, 0.75)}</c:spPr>{text}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _axis_title(text: str, rotation: int) -> str:
    """`rotation` in degrees, clockwise."""
    if not text:
        return ""
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="{rotation * 60000}" vert="horz"/><a:lstStyle/><a:p>'
        f"<a:pPr>{_run_properties('defRPr')}</a:pPr><a:r>{_run_properties('rPr')}<a:t>{escape(text)}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _steps(scale: _Scale) -> tuple[str, str]:
    """The highest value and the step of the value axis, '' for automatic ones.

    Counts up to 10 would get steps of a fraction. Labels written upwards need room above the highest column, labels of
    bars behind the longest.
    """
    span = max(scale.highest, 0) - min(scale.lowest, 0)
    if scale.beside and scale.highest > 0:
        return number_text(math.ceil(float(scale.highest) / max(0.3, 1 - scale.beside / _BAR_ROOM))), ""
    if scale.turned and scale.highest > 0:
        room = Decimal(scale.highest) / Decimal(str(max(0.3, 1 - (scale.turned + 8) / _PLOT_HEIGHT)))
        power = Decimal(10) ** (room.adjusted() - 1)
        step = next(power * times for times in (1, 2, 5, 10, 20) if power * times * 8 >= room)
        return number_text(step * math.ceil(room / step)), number_text(step)
    if not span:
        return "1", "1"
    if "." not in scale.number_format and span <= _SMALL_COUNT:
        return "", "1" if span <= _SMALL_COUNT // 2 else "2"
    return "", ""


def _value_axis(chart: Chart, scale: _Scale) -> str:
    """Columns are read by their length, so the axis begins at 0 unless a value is negative.

    Beside bars it has no numbers: their labels say more.
    """
    grid = f"<c:majorGridlines><c:spPr>{_stroke(_GRID, 0.5)}</c:spPr></c:majorGridlines>"
    grid = grid if chart.grid and not chart.horizontal else ""
    position, labels, crosses = ("b", "none", "max") if chart.horizontal else ("l", "nextTo", "autoZero")
    top, step = _steps(scale)
    highest = f'<c:max val="{top}"/>' if top else ""
    lowest = '<c:min val="0"/>' if scale.lowest >= 0 else ""
    unit = f'<c:majorUnit val="{step}"/>' if step else ""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{highest}{lowest}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/>'
        f"{grid}{_axis_title(chart.value_title, 0 if chart.horizontal else -90)}"
        f'<c:numFmt formatCode="{scale.number_format}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text_properties()}<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def chart_height(chart: Chart) -> int:
    """Points; of bars as many as they need."""
    return _HEIGHT if not chart.horizontal else round(_BELOW + len(chart.categories) * (12 * len(chart.series) + 5))


def chart_xml(chart: Chart, workbook_rid: str) -> bytes:
    """The chart part of `chart`; `workbook_rid` is the relationship of this part to its embedded workbook.

    A blank value has no column. The caption and the source line stand in the document, not here.
    Raises ValueError when a series has not exactly one value per category.
    """
    scale = _scale(chart)
    labels = _labels(scale)
    series = "".join(_series(chart, index, one, labels) for index, one in enumerate(chart.series))
    legend = ""
    if len(chart.series) > 1:
        legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text_properties()}</c:legend>'
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">'
        '<c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        "<c:plotArea><c:layout/><c:barChart>"
        f'<c:barDir val="{"bar" if chart.horizontal else "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{scale.gap_width}"/><c:overlap val="0"/>'
        f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis(scale)}{_value_axis(chart, scale)}{_NO_FILL}</c:plotArea>"
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_NO_FILL}{_text_properties()}"
        f'<c:externalData r:id="{escape(workbook_rid)}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode()


def chart_drawing(rid: str, drawing_id: int, name: str, alt: str, width_emu: int, height_emu: int) -> str:
    """The drawing of the chart part behind relationship `rid`, for a run; prefixes `w`, `wp`, `r` must be declared."""
    graphic = f'<a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{escape(rid)}"/></a:graphicData>'
    return inline_drawing(graphic, drawing_id, name, alt, width_emu, height_emu)
