"""Tables of page one: as many rows as there is room for, each cell cut after a few lines, all in one strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reports.lines import break_lines, fit_lines, measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element, header_row, table_cells
from reports.style import BODY, HEADING, QUIET, SMALL
from reports.table import Cell, Column, hairline

_PAD = 3.2
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
    closing: Callable[[bool], str]
    """Gives the closing line: where the rest of the rows is and, if True is given, the rest of those shown."""
    lines: int = 2
    """So many of a cell's lines are shown."""
    cut: bool = False
    """Whether a cell's words were cut before it came here."""
    heading: int | None = 0
    """The column that says what a row is about; None where each cell stands for itself."""


def short_table(shown: ShortTable) -> Strip:
    """Return heading, titles, rows and the closing line as one strip."""
    left, right = shown.columns[0].x, shown.columns[-1].x + shown.columns[-1].width
    items: list[Item] = [Words(left, baseline_of(HEADING), shown.title, HEADING)]
    if shown.beside:
        x = left + measure(shown.title, HEADING) + 6
        beside = fit_lines(shown.beside, QUIET, right - x, 1)[0][0]
        items.append(Words(x, baseline_of(HEADING), beside, QUIET))
    at = HEADING.leading + 1
    cut = shown.cut
    if shown.rows:
        whole, count = Element("Table"), len(shown.columns)
        heads = [Cell(head, SMALL) for head in shown.heads]
        at, _ = _add_row(items, shown.columns, heads, at, 1, header_row(whole, shown.heads))
    for row in shown.rows:
        at, lost = _add_row(items, shown.columns, row, at, shown.lines, table_cells(whole, count, shown.heading))
        cut = cut or lost
    closing = shown.closing(cut)
    if closing:
        items.append(Words(right, at + 1.5 + baseline_of(SMALL), closing, SMALL, "end"))
        at += _MORE
    return Strip(at, tuple(items))


def fit_keeping(head: str, tail: str, width: float, most: int) -> tuple[str, bool]:
    """Return the head cut so far that it and the whole tail fit in `most` lines of a cell, and whether it was cut.

    A tail that has no room itself is left to be cut with the cell.
    """
    if len(break_lines(head + tail, BODY, width, most + 1)) <= most:
        return head + tail, False
    words = " ".join(fit_lines(head, BODY, width, most)[0]).removesuffix("…").split(" ")
    while len(words) > 1:
        words.pop()
        shorter = " ".join(words).rstrip(",;:") + "…" + tail
        if len(break_lines(shorter, BODY, width, most + 1)) <= most:
            return shorter, True
    return head + tail, True


def _add_row(
    items: list[Item],
    columns: Sequence[Column],
    cells: Sequence[Cell],
    at: float,
    most: int,
    elements: Sequence[Element],
) -> tuple[float, bool]:
    """Add one row below `at`. Return where the next one begins and whether a cell was cut."""
    fitted = [
        fit_lines(cell.text.replace("\n", " "), cell.style, column.width, most)
        for column, cell in zip(columns, cells, strict=True)
    ]
    baseline = max(baseline_of(cell.style) for cell in cells)
    leading = max(cell.style.leading for cell in cells)
    for column, cell, (lines, _), element in zip(columns, cells, fitted, elements, strict=True):
        x = column.x + (column.width if column.anchor == "end" else 0)
        for number, line in enumerate(lines):
            if line:
                y = at + _PAD + number * leading + baseline
                items.append(Words(x, y, line, cell.style, column.anchor, element))
    below = at + max(len(lines) for lines, _ in fitted) * leading + 2 * _PAD
    items.append(hairline(below, columns[0].x, columns[-1].x + columns[-1].width))
    return below, any(cut for _, cut in fitted)
