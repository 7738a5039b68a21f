"""The workbook embedded in a chart: what Word opens for "Edit Data".

In: a Chart. Out: the bytes of a minimal XLSX whose `Sheet1` holds the categories in column A from row 2 and one series
per column from B, its name in row 1. The functions at the top name the cells, so that the chart part points at them.
"""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from generator.model.angka import Bilangan
from generator.tree.nodes import Chart
from generator.writers.docx.drawing import R
from generator.writers.xml_text import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TEXT, _NUMBER = 1, 2  # cell formats of styles.xml


def column_letters(column: int) -> str:
    """The name of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def name_cell(series: int) -> str:
    """The formula of the name of a series, counted from 0."""
    return f"Sheet1!${column_letters(series + 2)}$1"


def value_range(series: int, count: int) -> str:
    """The formula of the `count` values of a series, counted from 0; the categories are series -1."""
    letters = column_letters(series + 2)
    return f"Sheet1!${letters}$2:${letters}${count + 1}"


def number_text(value: Bilangan) -> str:
    """A number as OOXML stores it: a full stop, no exponent, no separators."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def decimal_places(chart: Chart) -> int:
    """The places that the values need: 0 when all are whole, never more than 2."""
    places = 0
    for series in chart.series:
        for angka in series.values:
            if isinstance(angka.nilai, Decimal):
                exponent = angka.nilai.normalize().as_tuple().exponent
                places = max(places, -exponent if isinstance(exponent, int) else 0)
    return min(places, 2)


def number_format(chart: Chart) -> str:
    """The number format of the values. Its language, 0x421 Indonesian, gives LibreOffice '.' between thousands."""
    return "[$-421]#,##0" + (".00"[: decimal_places(chart) + 1] if decimal_places(chart) else "")


_FIXED_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{R}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{R}/styles" Target="styles.xml"/></Relationships>',
}


def _styles(chart: Chart) -> str:
    """Text carries `quotePrefix`, the apostrophe of a spreadsheet: '=1+1' stays text even after the cell is edited."""
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{number_format(chart)}"/>'
        '</numFmts><fonts count="1"><font><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _text_cell(column: int, row: int, text: str) -> str:
    place = f"{column_letters(column)}{row}"
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f'<c r="{place}" s="{_TEXT}" t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'


def _sheet(chart: Chart) -> str:
    names = "".join(_text_cell(column, 1, series.name) for column, series in enumerate(chart.series, 2))
    rows = [f'<row r="1">{names}</row>']
    for row, category in enumerate(chart.categories, 2):
        cells = [_text_cell(1, row, category)]
        for column, series in enumerate(chart.series, 2):
            value = series.values[row - 2].nilai
            if value is not None:
                place = f"{column_letters(column)}{row}"
                cells.append(f'<c r="{place}" s="{_NUMBER}"><v>{number_text(value)}</v></c>')
        rows.append(f'<row r="{row}">{"".join(cells)}</row>')
    last = f"{column_letters(len(chart.series) + 1)}{len(chart.categories) + 1}"
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        '<cols><col min="1" max="1" width="32" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def chart_workbook(chart: Chart) -> bytes:
    """The embedded workbook of `chart`. Stored, not deflated: its bytes do not depend on a zlib, and it is tiny."""
    parts = {**_FIXED_PARTS, "xl/styles.xml": _styles(chart), "xl/worksheets/sheet1.xml": _sheet(chart)}
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as package:
        for name, xml in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, (_HEAD + xml).encode())
    return target.getvalue()
