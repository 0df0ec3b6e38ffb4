"""Tables of plain-line cells: each cell is broken into lines once, each row is ruled off with a hairline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessments.drawing import Anchor, Line
from reports.lines import break_lines
from reports.strips import Strip, Words, baseline_of, with_header
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


def table(columns: Sequence[Column], titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[Strip]:
    """Return a table whose titles are repeated on every page it reaches. Give no titles for a table without."""
    body = _held_together([table_row(columns, row) for row in rows])
    if not titles:
        return body
    head = table_row(columns, [Cell(title, QUIET) for title in titles])
    heads = [Strip(strip.height, strip.items, keep=True) for strip in head]
    return heads + with_header(body, heads)


def _held_together(rows: Sequence[Sequence[Strip]]) -> list[Strip]:
    """Return the rows one after another; no page begins or ends with a single row of a longer table."""
    strips = []
    for number, row in enumerate(rows):
        held = len(rows) > 1 and number in {0, len(rows) - 2} and len(row) == 1
        strips += [replace(strip, keep=strip.keep or held) for strip in row]
    return strips


def table_row(columns: Sequence[Column], cells: Sequence[Cell]) -> list[Strip]:
    """Return one row: one strip, or one a line where a cell is very long."""
    broken = [break_lines(cell.text, cell.style, column.width) for column, cell in zip(columns, cells, strict=True)]
    count = max(len(lines) for lines in broken)
    leading = max(cell.style.leading for cell in cells)
    if count <= _WHOLE_LINES:
        height = count * leading + 2 * _PAD
        items = [
            word
            for number in range(count)
            for word in _line_of(columns, cells, broken, number, _PAD + number * leading)
        ]
        return [Strip(height, (*items, _below(columns, height)))]
    strips = [
        Strip(leading, tuple(_line_of(columns, cells, broken, number, 0)), keep=number in {0, count - 2, count - 1})
        for number in range(count)
    ]
    return [Strip(_PAD, keep=True), *strips, Strip(_PAD, (_below(columns, _PAD),))]


def _line_of(
    columns: Sequence[Column], cells: Sequence[Cell], broken: Sequence[Sequence[str]], number: int, top: float
) -> list[Words]:
    """Return the words of one line across all columns."""
    words = []
    baseline = max(baseline_of(cell.style) for cell in cells)
    for column, cell, lines in zip(columns, cells, broken, strict=True):
        if number < len(lines) and lines[number]:
            x = column.x + (column.width if column.anchor == "end" else 0)
            words.append(Words(x, top + baseline, lines[number], cell.style, column.anchor))
    return words


def hairline(y: float, left: float, right: float) -> Line:
    """Return the hairline below a row."""
    return Line(((left, y), (right, y)), "line", 0.6)


def _below(columns: Sequence[Column], y: float) -> Line:
    return hairline(y, columns[0].x, columns[-1].x + columns[-1].width)
