"""Tables of plain-line cells: each cell is broken into lines once, each row is ruled off with a hairline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessments.drawing import Anchor, Line
from reports.lines import break_lines
from reports.strips import Strip, Words, baseline_of, with_header
from reports.structure import Element, header_row, list_item, table_cells
from reports.style import QUIET, Style

_PAD = 3.6
_WHOLE_LINES = 14
"""A row up to so many lines stays on one page."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands; with anchor "end" its text ends at x + width."""

    x: float
    width: float
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its prepared text."""

    text: str
    style: Style


def table(
    columns: Sequence[Column],
    titles: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    heading: int = 0,
    title_style: Style = QUIET,
) -> list[Strip]:
    """Return a table whose titles are repeated on every page it reaches.

    Args:
        columns: At least one.
        titles: One for each column, of which some may be empty; none at all for a table without.
        rows: One cell for each column.
        heading: The column that says what a row is about: its cell heads the row for a screen reader.
        title_style: Of the titles.
    """
    if not titles:
        return _held_together([table_row(columns, row, cells) for row, cells in _untitled(columns, rows, heading)])
    whole = Element("Table")
    head = table_row(columns, [Cell(title, title_style) for title in titles], header_row(whole, titles))
    heads = [Strip(strip.height, strip.items, keep=True) for strip in head]
    body = _held_together([table_row(columns, row, cells) for row, cells in _with_elements(whole, rows, heading)])
    return heads + with_header(body, heads)


def _untitled(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], heading: int
) -> list[tuple[Sequence[Cell], list[Element]]]:
    """Return each row with its cells' elements: rows of a table with header cells, or items of a list."""
    if len(columns) == 1:
        listed = Element("L")
        return [(row, [list_item(listed)]) for row in rows]
    return _with_elements(Element("Table"), rows, heading)


def _with_elements(
    whole: Element, rows: Sequence[Sequence[Cell]], heading: int
) -> list[tuple[Sequence[Cell], list[Element]]]:
    """Return each row with its cells' elements at the end of a table; a cell without words heads no row."""
    return [(row, table_cells(whole, len(row), heading if row[heading].text else None)) for row in rows]


def _held_together(rows: Sequence[Sequence[Strip]]) -> list[Strip]:
    """Return the rows one after another; no page begins or ends with a single row of a longer table."""
    strips = []
    for number, row in enumerate(rows):
        held = len(rows) > 1 and number in {0, len(rows) - 2} and len(row) == 1
        strips += [replace(strip, keep=strip.keep or held) for strip in row]
    return strips


def table_row(columns: Sequence[Column], cells: Sequence[Cell], elements: Sequence[Element]) -> list[Strip]:
    """Return one row: one strip, or one a line where a cell is very long. `elements` are those of its cells."""
    broken = [break_lines(cell.text, cell.style, column.width) for column, cell in zip(columns, cells, strict=True)]
    count = max(len(lines) for lines in broken)
    leading = max(cell.style.leading for cell in cells)
    baseline = max(baseline_of(cell.style) for cell in cells)
    placed = [
        (column.x + (column.width if column.anchor == "end" else 0), cell.style, column.anchor, element, lines)
        for column, cell, element, lines in zip(columns, cells, elements, broken, strict=True)
    ]
    if count <= _WHOLE_LINES:
        height = count * leading + 2 * _PAD
        items = [
            Words(x, _PAD + number * leading + baseline, line, style, anchor, element)
            for x, style, anchor, element, lines in placed
            for number, line in enumerate(lines)
            if line
        ]
        return [Strip(height, (*items, _below(columns, height)))]
    strips = [
        Strip(
            leading,
            tuple(
                Words(x, baseline, lines[number], style, anchor, element)
                for x, style, anchor, element, lines in placed
                if number < len(lines) and lines[number]
            ),
            keep=number in {0, count - 2, count - 1},
        )
        for number in range(count)
    ]
    return [Strip(_PAD, keep=True), *strips, Strip(_PAD, (_below(columns, _PAD),))]


def hairline(y: float, left: float, right: float) -> Line:
    """Return the hairline below a row."""
    return Line(((left, y), (right, y)), "line", 0.6)


def _below(columns: Sequence[Column], y: float) -> Line:
    return hairline(y, columns[0].x, columns[-1].x + columns[-1].width)
