"""Charts as SVG: lengths by value, every value labelled, axes round, nothing outside of the picture."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laman_ketat import Unsur, baca

from generator.model.angka import Angka, Bilangan
from generator.tree.nodes import Caption, Chart, Series, Text
from generator.writers.svg_chart import scale, svg_chart

TAKARIR = Caption("grafik", "x", (Text("Judul"),), "1.1")


def chart(*series: tuple[Bilangan | None, ...], horizontal: bool = False, **more: object) -> Chart:
    names = tuple(f"Kategori {n}" for n in range(len(series[0])))
    rows = tuple(Series(f"Seri {n}", tuple(map(Angka, values))) for n, values in enumerate(series))
    return Chart(TAKARIR, names, rows, "uraian", horizontal=horizontal, **more)  # type: ignore[arg-type]


def draw(c: Chart) -> Unsur:
    return baca(svg_chart(c, "judul", "a")).satu("svg")


def bars(svg: Unsur, side: str) -> list[float]:
    """Lengths of the columns or bars, without the squares of the legend."""
    return [float(r.sifat[side]) for r in svg.semua("rect") if (r.sifat["width"], r.sifat["height"]) != ("9", "9")]


@pytest.mark.parametrize(("horizontal", "side"), [(False, "height"), (True, "width")])
def test_lengths_are_as_the_values(horizontal: bool, side: str) -> None:
    one, two, none, four = bars(draw(chart((1, 2, 0, 4), horizontal=horizontal)), side)
    assert none == 0
    assert two == pytest.approx(2 * one, abs=0.02)
    assert four == pytest.approx(4 * one, abs=0.04)


@pytest.mark.parametrize("horizontal", [False, True])
def test_every_value_has_its_label_and_blanks_have_none(horizontal: bool) -> None:
    svg = draw(chart((1, None, Decimal("2.5")), (1234567, 0, -3), horizontal=horizontal))
    values = [t.teks for t in svg.semua("text") if t.sifat.get("class") == "nilai"]
    assert sorted(values) == sorted(["1,0", "2,5", "1.234.567,0", "0,0", "-3,0"])
    assert [t.teks for t in svg.semua("text") if t.teks.startswith("Seri")] == ["Seri 0", "Seri 1"]
    assert svg.satu("title").teks == "judul"
    assert svg.satu("desc").teks == "uraian"


def test_one_series_has_no_legend() -> None:
    assert not [t for t in draw(chart((1, 2))).semua("text") if t.teks.startswith("Seri")]


def test_labels_that_do_not_fit_stand_upright() -> None:
    wide = draw(chart(tuple(1_000_000_000 + n for n in range(12))))
    assert all("rotate" in t.sifat["transform"] for t in wide.semua("text") if t.sifat.get("class") == "nilai")


numbers = st.integers(-(10**13), 10**13) | st.decimals(-1000, 1000, places=2)


@given(st.lists(st.lists(numbers | st.none(), min_size=3, max_size=3), min_size=1, max_size=7), st.booleans())
def test_nothing_stands_outside_of_the_picture(values: list[list[Bilangan | None]], horizontal: bool) -> None:
    svg = draw(chart(*map(tuple, values), horizontal=horizontal, value_title="Rupiah"))
    _, _, width, height = map(float, svg.sifat["viewbox"].split())
    for r in svg.semua("rect"):
        x, y, w, h = (float(r.sifat[n]) for n in ("x", "y", "width", "height"))
        assert -0.01 <= x <= x + w <= width + 0.02
        assert -0.01 <= y <= y + h <= height + 0.02
    for t in svg.semua("text"):
        assert 0 <= float(t.sifat["y"]) <= height


@given(st.lists(numbers, max_size=5))
def test_the_axis_holds_all_values_and_zero_in_few_round_steps(values: list[Bilangan]) -> None:
    s = scale(values)
    lines = list(s.lines)
    assert s.low <= min([0, *values]) <= max([0, *values]) <= s.high
    assert s.low < s.high
    assert 0 in lines
    assert 2 <= len(lines) <= 9
    assert s.step.normalize().as_tuple().digits in ((1,), (2,), (5,))
    if all(v == int(v) for v in values):
        assert s.step == int(s.step)
