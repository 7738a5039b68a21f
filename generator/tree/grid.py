"""Rows of cells -> the grid they make: which cell stands on every place, its own or one that it covers.

In: the rows of a header or of a body (no merge reaches from one into the other) and the number of columns. Out: one
`Place` per cell, that stands on every place of the grid that the cell takes.

A cell takes the first place of its row that nothing from above covers. Whatever the spans say, every row of the grid is
full, and every place has one cell:

- a cell that is wider than what is free there gets what is free;
- a cell for which no place is left has none; both are told in `misfits`, and a writer may refuse them;
- a row that is too short goes on with blank cells;
- a merge that reaches below the last row ends there; a span below 1 counts as 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.tree.nodes import Cell, Row

BLANK = Cell(())
"""What stands where a row has no cell."""


class Place(NamedTuple):
    """A cell and what it takes of the grid: from `row` and `column` (from 0), `height` rows and `width` columns."""

    cell: Cell
    row: int
    column: int
    width: int = 1
    height: int = 1

    @property
    def columns(self) -> range:
        """The columns that it stands in."""
        return range(self.column, self.column + self.width)


@dataclass(frozen=True, slots=True)
class Grid:
    """`places[r][c]`: what stands on row r, column c; the same `Place` wherever one cell stands. `misfits`: row and
    cell of what is narrower than it says or nowhere."""

    rows: tuple[Row, ...]
    places: tuple[tuple[Place, ...], ...]
    misfits: tuple[tuple[int, Cell], ...] = ()

    @property
    def cells(self) -> list[list[Cell]]:
        """The cell on every place."""
        return [[p.cell for p in line] for line in self.places]

    def across(self) -> Iterator[tuple[Row, list[Place]]]:
        """Every row with what stands in it from left to right, each once; merged cells from above too (`row` of a
        place says where it began)."""
        for row, line in zip(self.rows, self.places, strict=True):
            yield row, [p for column, p in enumerate(line) if p.column == column]

    def own(self) -> Iterator[tuple[Row, list[Place]]]:
        """Every row with the places of its own cells, from left to right; blanks that fill it are no cells of its."""
        for number, (row, line) in enumerate(self.across()):
            yield row, [p for p in line if p.row == number and p.cell is not BLANK]


def grid(rows: Sequence[Row], width: int) -> Grid:
    """The grid of `rows` with `width` columns. Work grows with the places, whatever the spans say."""
    lines: list[tuple[Place, ...]] = []
    misfits: list[tuple[int, Cell]] = []
    above: Sequence[Place | None] = ()
    open_until = 0  # the row from which on nothing so far reaches
    for number, row in enumerate(rows):
        line: list[Place | None] = [None] * width
        if open_until > number:
            line = [p if p and p.row + p.height > number else None for p in above]
        column = 0
        for cell in row.cells:
            while column < width and line[column]:
                column += 1
            if column == width:
                misfits.append((number, cell))
                continue
            end = column + 1
            while end < width and end - column < cell.col_span and not line[end]:
                end += 1
            if end - column < cell.col_span:
                misfits.append((number, cell))
            height = min(max(cell.row_span, 1), len(rows) - number)
            open_until = max(open_until, number + height if height > 1 else 0)
            line[column:end] = [Place(cell, number, column, end - column, height)] * (end - column)
            column = end
        full = tuple(p or Place(BLANK, number, k) for k, p in enumerate(line))
        lines.append(full)
        above = full
    return Grid(tuple(rows), tuple(lines), tuple(misfits))
