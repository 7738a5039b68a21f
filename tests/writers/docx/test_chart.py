"""The chart part, its drawing and its embedded workbook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from generator.model.angka import Angka, Bilangan
from generator.tree.nodes import Caption, Chart, Series, Text
from generator.writers.docx.chart import chart_drawing, chart_height, chart_xml
from generator.writers.docx.chart_workbook import chart_workbook, column_letters

CAPTION = Caption("grafik", "contoh", (Text("Contoh"),))
MAIN = "http://schemas.openxmlformats.org/"
SPACES = {
    "c": MAIN + "drawingml/2006/chart",
    "a": MAIN + "drawingml/2006/main",
    "r": MAIN + "officeDocument/2006/relationships",
    "w": MAIN + "wordprocessingml/2006/main",
    "wp": MAIN + "drawingml/2006/wordprocessingDrawing",
}
HOSTILE = ("<b> & \"kutip\" 'satu'", "😀", "=1+1", "+62", "-3", "@nama", " tepi ")


def chart(categories: tuple[str, ...], *series: tuple[str, tuple[Bilangan | None, ...]], title: str = "") -> Chart:
    columns = tuple(Series(name, tuple(Angka(value) for value in values)) for name, values in series)
    return Chart(CAPTION, categories, columns, "uraian", title)


STAFF = chart(("Golongan IV", "Golongan III", "Golongan II", "Golongan I"), ("Jumlah", (1, 12, 5, None)))
TRAINING = chart(("Diklatpim III", "Diklatpim IV"), ("Pernah", (None, 8)), ("Seharusnya", (2, 8)), title="orang")
MONEY = chart(
    ("2021", "2022", "2023", "2024", "2025"),
    ("Anggaran", (2485296504, 2685296504, 1985296504, 3485296504, 2885296504)),
    ("Realisasi", (2385296504, 2285296504, 1885296504, 3185296504, 2785296504)),
)
ODD = chart(HOSTILE, ("=SUM(A1)", tuple(range(7))), ("<&>", tuple(range(7))))


def found(data: bytes, path: str) -> list[str]:
    """The strings that an XPath finds in a chart part."""
    result = etree.fromstring(data).xpath(path, namespaces=SPACES)
    assert isinstance(result, list)
    return [str(one) for one in result]


def sheet(data: Chart) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(BytesIO(chart_workbook(data)))
    assert book.sheetnames == ["Sheet1"]
    return list(book["Sheet1"].iter_rows(values_only=True))


# ---------------------------------------------------------------- the part


def test_parts_of_the_chart_space_stand_in_the_order_of_the_schema() -> None:
    root = etree.fromstring(chart_xml(TRAINING, "rId1"))
    names = [etree.QName(child).localname for child in root]
    assert names == ["date1904", "lang", "roundedCorners", "chart", "spPr", "txPr", "externalData"]
    (series, *_) = root.iter(f"{{{SPACES['c']}}}ser")
    names = [etree.QName(child).localname for child in series]
    assert names == ["idx", "order", "tx", "spPr", "invertIfNegative", "dLbls", "cat", "val"]


def test_it_is_a_clustered_column_chart_in_indonesian() -> None:
    part = chart_xml(STAFF, "rId1")
    assert found(part, "//c:barChart/c:barDir/@val") == ["col"]
    assert found(part, "//c:barChart/c:grouping/@val") == ["clustered"]
    assert found(part, "/c:chartSpace/c:lang/@val") == ["id-ID"]
    assert found(part, "/c:chartSpace/c:roundedCorners/@val") == ["0"]
    assert found(part, "/c:chartSpace/c:date1904/@val") == ["0"]
    assert found(part, "//c:dLbls/c:showVal/@val") == ["1"]
    assert found(part, "//c:dLbls/c:dLblPos/@val") == ["outEnd"]
    assert found(part, "/c:chartSpace/c:txPr//a:latin/@typeface") == ["Arial"]
    assert found(part, "//c:chart/c:title") == []
    assert found(part, "//c:chart/c:autoTitleDeleted/@val") == ["1"]


def test_axes_are_positive_and_cross_each_other() -> None:
    part = chart_xml(STAFF, "rId1")
    ids = found(part, "//c:barChart/c:axId/@val")
    assert all(int(number) > 0 for number in ids)
    assert found(part, "//c:catAx/c:axId/@val") + found(part, "//c:valAx/c:axId/@val") == ids
    assert found(part, "//c:valAx/c:crossAx/@val") + found(part, "//c:catAx/c:crossAx/@val") == ids


def test_the_workbook_is_referred_to_and_its_values_are_cached() -> None:
    part = chart_xml(TRAINING, "rId9")
    assert found(part, "/c:chartSpace/c:externalData/@r:id") == ["rId9"]
    assert found(part, "//c:externalData/c:autoUpdate/@val") == ["0"]
    assert found(part, "//c:tx/c:strRef/c:f/text()") == ["Sheet1!$B$1", "Sheet1!$C$1"]
    assert found(part, "//c:cat/c:strRef/c:f/text()") == ["Sheet1!$A$2:$A$3"] * 2
    assert found(part, "//c:val/c:numRef/c:f/text()") == ["Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3"]
    assert found(part, "//c:ser[1]/c:cat//c:v/text()") == ["Diklatpim III", "Diklatpim IV"]
    assert found(part, "//c:tx//c:v/text()") == ["Pernah", "Seharusnya"]


def test_a_blank_has_no_point_and_a_zero_has_one() -> None:
    part = chart_xml(TRAINING, "rId1")
    assert found(part, "//c:ser[1]/c:val//c:ptCount/@val") == ["2"]
    assert found(part, "//c:ser[1]/c:val//c:pt/@idx") == ["1"]
    assert found(part, "//c:ser[2]/c:val//c:v/text()") == ["2", "8"]
    assert found(chart_xml(chart(("a",), ("X", (0,))), "rId1"), "//c:val//c:v/text()") == ["0"]


def test_only_several_series_get_a_legend_and_differ_in_colour() -> None:
    assert found(chart_xml(STAFF, "rId1"), "//c:legend/c:legendPos/@val") == []
    assert found(chart_xml(TRAINING, "rId1"), "//c:legend/c:legendPos/@val") == ["b"]
    colours = found(chart_xml(TRAINING, "rId1"), "//c:ser/c:spPr/a:solidFill/a:srgbClr/@val")
    assert len(set(colours)) == 2


def test_the_value_axis_has_a_title_only_when_the_chart_gives_one() -> None:
    assert found(chart_xml(TRAINING, "rId1"), "//c:valAx/c:title//a:t/text()") == ["orang"]
    assert found(chart_xml(STAFF, "rId1"), "//c:valAx/c:title") == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2000), "[$-421]#,##0"),
        ((Decimal("2.00"), Decimal("1E+3")), "[$-421]#,##0"),
        ((1, Decimal("0.5")), "[$-421]#,##0.0"),
        ((Decimal("0.3333333333"), 1), "[$-421]#,##0.00"),
    ],
)
def test_numbers_are_printed_with_the_places_they_need(values: tuple[Bilangan, ...], expected: str) -> None:
    part = chart_xml(chart(("a", "b"), ("X", values)), "rId1")
    formats = found(part, "//c:valAx/c:numFmt/@formatCode | //c:dLbls/c:numFmt/@formatCode | //c:formatCode/text()")
    assert set(formats) == {expected}


def test_decimals_are_stored_without_exponent() -> None:
    part = chart_xml(chart(("a", "b"), ("X", (Decimal("1E+3"), Decimal("0.00000001")))), "rId1")
    assert found(part, "//c:val//c:v/text()") == ["1000", "0.00000001"]


def test_small_counts_step_by_whole_numbers_from_zero() -> None:
    part = chart_xml(chart(("a", "b"), ("X", (1, 3))), "rId1")
    assert found(part, "//c:valAx/c:majorUnit/@val") == ["1"]
    assert found(part, "//c:valAx/c:scaling/c:min/@val") == ["0"]


def test_a_negative_value_frees_the_axis() -> None:
    part = chart_xml(chart(("a", "b"), ("X", (Decimal("-0.23"), Decimal("0.4")))), "rId1")
    assert found(part, "//c:valAx/c:scaling/c:min/@val") == []


def test_long_amounts_are_turned_and_get_room_above() -> None:
    part = chart_xml(MONEY, "rId1")
    assert set(found(part, "//c:dLbls/c:txPr/a:bodyPr/@rot")) == {"-5400000"}
    (top,) = found(part, "//c:valAx/c:scaling/c:max/@val")
    assert int(top) > 1.3 * 3485296504
    assert int(top) % int(found(part, "//c:valAx/c:majorUnit/@val")[0]) == 0
    assert found(chart_xml(STAFF, "rId1"), "//c:dLbls/c:txPr/a:bodyPr/@rot") == []


def test_categories_lie_level_in_letters_small_enough_for_their_words() -> None:
    long = tuple(f"Penatausahaan {n}" for n in range(7))
    assert found(chart_xml(STAFF, "rId1"), "//c:catAx/c:txPr/a:bodyPr/@rot") == ["0"]
    assert found(chart_xml(STAFF, "rId1"), "//c:catAx/c:txPr//a:defRPr/@sz") == ["900"]
    (size,) = found(chart_xml(chart(long, ("X", (1,) * 7)), "rId1"), "//c:catAx/c:txPr//a:defRPr/@sz")
    assert int(size) < 900
    crowded = chart(long * 4, ("X", (1,) * 28))
    assert found(chart_xml(crowded, "rId1"), "//c:catAx/c:txPr/a:bodyPr/@rot") == []


def test_hostile_text_arrives_as_it_is() -> None:
    part = chart_xml(ODD, "rId1")
    assert found(part, "//c:ser[1]/c:cat//c:v/text()") == list(HOSTILE)
    assert found(part, "//c:tx//c:v/text()") == ["=SUM(A1)", "<&>"]
    assert found(chart_xml(chart(("a\x00\ud800b",), ("X", (1,))), "rId1"), "//c:cat//c:v/text()") == ["ab"]


def test_a_series_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 nilai untuk 1 kategori"):
        chart_xml(chart(("a",), ("X", (1, 2))), "rId1")


@pytest.mark.parametrize("data", [chart(()), chart((), ("X", ())), chart(("a",), ("X", (None,)))])
def test_an_empty_chart_is_still_a_chart(data: Chart) -> None:
    assert found(chart_xml(data, "rId1"), "//c:valAx/c:scaling/c:max/@val") == ["1"]
    assert openpyxl.load_workbook(BytesIO(chart_workbook(data))).sheetnames == ["Sheet1"]


# ---------------------------------------------------------------- the workbook


def test_the_workbook_holds_what_the_chart_caches() -> None:
    assert sheet(TRAINING) == [
        (None, "Pernah", "Seharusnya"),
        ("Diklatpim III", None, 2),
        ("Diklatpim IV", 8, 8),
    ]
    assert sheet(chart(("a",), ("X", (Decimal("81.25"),))))[1] == ("a", 81.25)


def test_no_text_becomes_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(chart_workbook(ODD)))
    column = [book["Sheet1"].cell(row, 1) for row in range(2, 9)]
    assert [cell.value for cell in column] == list(HOSTILE)
    assert {cell.data_type for cell in column} == {"s"}
    assert all(cell.quotePrefix for cell in column)
    assert b"<f>" not in chart_workbook(ODD)


def test_bytes_are_stable_and_dates_fixed() -> None:
    assert chart_workbook(TRAINING) == chart_workbook(TRAINING)
    assert chart_xml(TRAINING, "rId1") == chart_xml(TRAINING, "rId1")
    with ZipFile(BytesIO(chart_workbook(TRAINING))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_the_names_of_a_spreadsheet(column: int, letters: str) -> None:
    assert column_letters(column) == letters


# ---------------------------------------------------------------- the drawing


def test_chart_drawing_names_the_part_and_says_what_it_shows() -> None:
    declared = " ".join(f'xmlns:{prefix}="{SPACES[prefix]}"' for prefix in ("w", "wp", "r"))
    run = etree.fromstring(f"<w:r {declared}>{chart_drawing('rId4', 2, 'Grafik 2', HOSTILE[0], 100, 50)}</w:r>")
    properties = run.find("w:drawing/wp:inline/wp:docPr", SPACES)
    assert properties is not None
    assert [properties.get(key) for key in ("id", "name", "descr")] == ["2", "Grafik 2", HOSTILE[0]]
    assert run.xpath("string(//a:graphicData/@uri)", namespaces=SPACES) == SPACES["c"]
    assert run.xpath("string(//a:graphicData/c:chart/@r:id)", namespaces=SPACES) == "rId4"


# ---------------------------------------------------------------- bars


def test_bars_have_their_first_category_on_top_and_no_numbers_beside() -> None:
    bars = replace(MONEY, horizontal=True, value_title="Rupiah")
    part = chart_xml(bars, "rId1")
    assert found(part, "//c:barChart/c:barDir/@val") == ["bar"]
    assert found(part, "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert found(part, "//c:catAx/c:axPos/@val") + found(part, "//c:valAx/c:axPos/@val") == ["l", "b"]
    assert found(part, "//c:valAx/c:tickLblPos/@val") + found(part, "//c:valAx/c:crosses/@val") == ["none", "max"]
    assert found(part, "//c:valAx/c:title//a:bodyPr/@rot") == ["0"]
    assert found(part, "//c:majorGridlines") == []
    assert found(part, "//c:dLbls//a:bodyPr/@wrap") == ["none", "none"]  # a number is not broken
    assert int(found(part, "//c:valAx/c:scaling/c:max/@val")[0]) > 3485296504  # room for the label


def test_a_chart_of_bars_is_as_high_as_they_need() -> None:
    assert chart_height(MONEY) == 210
    assert chart_height(replace(MONEY, horizontal=True)) == 40 + 5 * 29
    assert chart_height(replace(STAFF, horizontal=True)) == 40 + 4 * 17


def test_lines_across_may_be_left_out() -> None:
    assert len(etree.fromstring(chart_xml(MONEY, "rId1")).xpath("//c:majorGridlines", namespaces=SPACES)) == 1
    assert found(chart_xml(replace(MONEY, grid=False), "rId1"), "//c:majorGridlines") == []
