"""The grid of a table: every place has one cell, whatever the spans say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.tree.grid import BLANK, Grid, Place, grid
from generator.tree.nodes import Cell, Row, Text, plain


def cell(text: str, width: int = 1, height: int = 1) -> Cell:
    return Cell((Text(text),), col_span=width, row_span=height)


def rows(*lines: tuple[Cell, ...]) -> tuple[Row, ...]:
    return tuple(Row(f"r{number}", line) for number, line in enumerate(lines))


def words(g: Grid) -> list[str]:
    """A line per row, the words of every place; '-' where the grid is blank."""
    return [" ".join("-" if c is BLANK else plain(c.content) for c in line) for line in g.cells]


# ---------------------------------------------------------------- tables as they should be


def test_merged_cells_stand_on_all_their_places() -> None:
    g = grid(
        rows(
            (cell("a", 1, 2), cell("b", 2), cell("c")),
            (cell("d"), cell("e", 1, 2), cell("f")),
            (cell("g", 2), cell("h")),
        ),
        4,
    )
    assert words(g) == ["a b b c", "a d e f", "g g e h"]
    assert g.misfits == ()
    assert g.places[0][0] is g.places[1][0]
    assert g.places[1][2] is g.places[2][2]
    assert g.places[0][1] == Place(g.rows[0].cells[1], 0, 1, 2, 1)
    assert list(g.places[0][1].columns) == [1, 2]


def test_rows_with_what_stands_in_them_and_with_what_is_their_own() -> None:
    g = grid(rows((cell("a", 2, 2), cell("b")), (cell("c"),)), 3)
    across = [[(plain(p.cell.content), p.row, p.column) for p in line] for _, line in g.across()]
    assert across == [[("a", 0, 0), ("b", 0, 2)], [("a", 0, 0), ("c", 1, 2)]]
    assert [(row.key, [p.column for p in line]) for row, line in g.own()] == [("r0", [0, 2]), ("r1", [2])]


def test_a_row_that_is_covered_whole() -> None:
    g = grid(rows((cell("a", 2, 2),), ()), 2)
    assert words(g) == ["a a", "a a"]
    assert [len(line) for _, line in g.own()] == [1, 0]


def test_no_rows_and_no_columns() -> None:
    assert grid((), 3) == Grid((), ())
    assert grid(rows(()), 0).places == [[]]
    assert grid(rows((cell("a"),)), 0).misfits == ((0, cell("a")),)


# ---------------------------------------------------------------- and as they should not


def test_a_short_row_goes_on_with_blanks() -> None:
    g = grid(rows((cell("a"),), (), (cell("b"), cell("c"))), 2)
    assert words(g) == ["a -", "- -", "b c"]
    assert g.misfits == ()
    assert [[plain(p.cell.content) for p in line] for _, line in g.own()] == [["a"], [], ["b", "c"]]
    assert [len(line) for _, line in g.across()] == [2, 2, 2]


def test_a_short_row_beside_a_merge() -> None:
    assert words(grid(rows((cell("a"), cell("b"), cell("c", 1, 2)), (cell("d"),)), 3)) == ["a b c", "d - c"]


def test_a_cell_too_wide_gets_what_is_free() -> None:
    """Up to the edge of the table, and up to what reaches down from above."""
    wide = cell("w", 9)
    g = grid(rows((cell("a"), wide), (cell("b"), cell("c"), cell("d", 1, 2)), (wide,)), 3)
    assert words(g) == ["a w w", "b c d", "w w d"]
    assert g.misfits == ((0, wide), (2, wide))


def test_a_cell_without_a_place_is_told() -> None:
    more = cell("x")
    g = grid(rows((cell("a"), cell("b"), more), (cell("c"),)), 2)
    assert words(g) == ["a b", "c -"]
    assert g.misfits == ((0, more),)


def test_a_merge_ends_with_the_rows() -> None:
    g = grid(rows((cell("a", 1, 99), cell("b")), (cell("c"),)), 2)
    assert words(g) == ["a b", "a c"]
    assert g.places[1][0].height == 2
    assert g.misfits == ()


def test_a_span_below_one_counts_as_one() -> None:
    g = grid(rows((cell("a", 0, 0), cell("b", -3, -3))), 2)
    assert words(g) == ["a b"]
    assert {(p.width, p.height) for p in g.places[0]} == {(1, 1)}


def test_spans_of_any_size_cost_no_more_than_the_table() -> None:
    """Work does not grow with what the spans say: this would not end."""
    huge = cell("a", 10**12, 10**12)
    assert words(grid(rows((huge,), (), (huge,)), 2)) == ["a a"] * 3


# ---------------------------------------------------------------- any rows

spans = st.integers(-1, 5)
any_rows = st.lists(st.lists(st.tuples(spans, spans), max_size=6), max_size=7)


def drawn(lines: list[list[tuple[int, int]]]) -> tuple[Row, ...]:
    return rows(*(tuple(cell(f"{r}.{k}", *s) for k, s in enumerate(line)) for r, line in enumerate(lines)))


@given(any_rows, st.integers(0, 6))
def test_every_place_has_one_cell_that_is_a_rectangle(lines: list[list[tuple[int, int]]], width: int) -> None:
    g = grid(drawn(lines), width)
    assert [len(line) for line in g.places] == [width] * len(lines)
    taken: dict[int, set[tuple[int, int]]] = {}
    for r, line in enumerate(g.places):
        for k, p in enumerate(line):
            taken.setdefault(id(p), set()).add((r, k))
    for line in g.places:
        for p in line:
            assert taken[id(p)] == {(r, k) for r in range(p.row, p.row + p.height) for k in p.columns}


@given(any_rows, st.integers(0, 6))
def test_every_cell_stands_once_or_is_told(lines: list[list[tuple[int, int]]], width: int) -> None:
    """In the order of the row, no wider or higher than it says, narrower only when told."""
    g = grid(drawn(lines), width)
    told = {(r, id(c)) for r, c in g.misfits}
    for number, (row, line) in enumerate(g.own()):
        standing = [id(p.cell) for p in line]
        assert standing == [id(c) for c in row.cells if id(c) in standing]
        assert all((number, id(c)) in told for c in row.cells if id(c) not in standing)
        for p in line:
            assert p.width == max(p.cell.col_span, 1) or ((number, id(p.cell)) in told and p.width < p.cell.col_span)
            assert p.height == min(max(p.cell.row_span, 1), len(lines) - number)


@st.composite
def tiled(draw: st.DrawFn) -> tuple[tuple[Row, ...], list[str]]:
    """Rows that cover a grid, made from the grid: with the words that must stand on it."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 7))
    names: dict[tuple[int, int], str] = {}
    lines: list[tuple[Cell, ...]] = []
    for r in range(height):
        line = []
        for k in range(width):
            if (r, k) in names:
                continue
            across, down = draw(st.integers(1, width - k)), draw(st.integers(1, height - r))
            while any((r, k + i) in names for i in range(across)):
                across -= 1
            names |= {(r + i, k + j): f"{r}.{k}" for i in range(down) for j in range(across)}
            line.append(cell(f"{r}.{k}", across, down))
        lines.append(tuple(line))
    return rows(*lines), [" ".join(names[r, k] for k in range(width)) for r in range(height)]


@given(tiled())
def test_a_table_that_covers_its_grid_stands_on_it_as_it_was_made(made: tuple[tuple[Row, ...], list[str]]) -> None:
    table, expected = made
    g = grid(table, len(expected[0].split()))
    assert words(g) == expected
    assert g.misfits == ()
    assert [tuple(p.cell for p in line) for _, line in g.own()] == [row.cells for row in table]
