"""Tables of page one: as many rows as there is room for, each cell cut after two lines, all in one strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.lines import fit_lines, measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import HEADING, QUIET, SMALL
from reports.table import Cell, Column, hairline

_PAD = 3.2
_MOST_LINES = 2
_MORE = 13.0


@dataclass(frozen=True, slots=True)
class ShortTable:
    """What one table of page one shows."""

    title: str
    beside: str
    """What stands behind the title, quieter."""
    columns: Sequence[Column]
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    """Those that are shown."""
    more: str
    """The closing line where rows are left out; empty where all are shown."""
    rest: str
    """The closing line where all rows are shown, but not all of their words."""


def short_table(shown: ShortTable) -> Strip:
    """Return heading, titles, rows and the closing line as one strip."""
    left, right = shown.columns[0].x, shown.columns[-1].x + shown.columns[-1].width
    items: list[Item] = [Words(left, baseline_of(HEADING), shown.title, HEADING)]
    if shown.beside:
        x = left + measure(shown.title, HEADING) + 6
        beside = fit_lines(shown.beside, QUIET, right - x, 1)[0][0]
        items.append(Words(x, baseline_of(HEADING), beside, QUIET))
    at = HEADING.leading + 1
    cut = False
    if shown.rows:
        at, _ = _add_row(items, shown.columns, [Cell(head, SMALL) for head in shown.heads], at)
    for row in shown.rows:
        at, lost = _add_row(items, shown.columns, row, at)
        cut = cut or lost
    closing = shown.more or (shown.rest if cut else "")
    if closing:
        items.append(Words(right, at + 1.5 + baseline_of(SMALL), closing, SMALL, "end"))
        at += _MORE
    return Strip(at, tuple(items))


def _add_row(items: list[Item], columns: Sequence[Column], cells: Sequence[Cell], at: float) -> tuple[float, bool]:
    """Add one row below `at`. Return where the next one begins and whether a cell was cut."""
    fitted = [
        fit_lines(cell.text.replace("\n", " "), cell.style, column.width, _MOST_LINES)
        for column, cell in zip(columns, cells, strict=True)
    ]
    baseline = max(baseline_of(cell.style) for cell in cells)
    leading = max(cell.style.leading for cell in cells)
    for column, cell, (lines, _) in zip(columns, cells, fitted, strict=True):
        x = column.x + (column.width if column.anchor == "end" else 0)
        for number, line in enumerate(lines):
            if line:
                items.append(Words(x, at + _PAD + number * leading + baseline, line, cell.style, column.anchor))
    below = at + max(len(lines) for lines, _ in fitted) * leading + 2 * _PAD
    items.append(hairline(below, columns[0].x, columns[-1].x + columns[-1].width))
    return below, any(cut for _, cut in fitted)
