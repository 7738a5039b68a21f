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
    """`lines`: of every row what stands in it, from left to right. `misfits`: row and cell of what is narrower than it
    says or nowhere."""

    rows: tuple[Row, ...]
    lines: tuple[tuple[Place, ...], ...]
    misfits: tuple[tuple[int, Cell], ...] = ()

    @property
    def places(self) -> list[list[Place]]:
        """What stands on row r, column c: the same `Place` wherever one cell stands."""
        return [[p for p in line for _ in p.columns] for line in self.lines]

    @property
    def cells(self) -> list[list[Cell]]:
        """The cell on every place."""
        return [[p.cell for p in line for _ in p.columns] for line in self.lines]

    def across(self) -> Iterator[tuple[Row, tuple[Place, ...]]]:
        """Every row with what stands in it from left to right, each once; merged cells from above too (`row` of a
        place says where it began)."""
        return zip(self.rows, self.lines, strict=True)

    def own(self) -> Iterator[tuple[Row, list[Place]]]:
        """Every row with the places of its own cells, from left to right; blanks that fill it are no cells of its."""
        for number, (row, line) in enumerate(self.across()):
            yield row, [p for p in line if p.row == number and p.cell is not BLANK]


def grid(rows: Sequence[Row], width: int) -> Grid:
    """The grid of `rows` with `width` columns. Work grows with rows, columns and cells, whatever the spans say."""
    lines: list[tuple[Place, ...]] = []
    misfits: list[tuple[int, Cell]] = []
    above: list[Place] = []  # what reaches down into the row, from left to right
    for number, row in enumerate(rows):
        line: list[Place] = []
        column = 0
        left = len(rows) - number
        reaching = iter(above)
        covered = next(reaching, None)
        for cell in row.cells:
            while covered and covered.column == column:
                line.append(covered)
                column += covered.width
                covered = next(reaching, None)
            across = cell.col_span if cell.col_span > 1 else 1
            room = (covered.column if covered else width) - column
            if across > room:
                misfits.append((number, cell))
                if not room:
                    continue
                across = room
            height = min(cell.row_span, left) if cell.row_span > 1 else 1
            line.append(Place(cell, number, column, across, height))
            column += across
        while column < width:
            if covered and covered.column == column:
                line.append(covered)
                covered = next(reaching, None)
            else:
                line.append(Place(BLANK, number, column))
            column += line[-1].width
        lines.append(tuple(line))
        above = [p for p in line if p.height > number + 1 - p.row]
    return Grid(tuple(rows), tuple(lines), tuple(misfits))
