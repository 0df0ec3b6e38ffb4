"""Columns by shares of the width, moved a little so that no word of a table is broken while another column has room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from reports.lines import measure
from reports.scripts import is_complex
from reports.style import QUIET
from reports.table import Cell, Column

_LONGEST = 4
"""So many of a column's longest words are measured: one of them is its widest."""
_SHORT = 14
"""Characters of a cell, such as a day, that is kept on one line."""
_KEPT = 0.6
"""Share of its room that a column keeps at least."""


def share_columns(
    shares: Sequence[float], titles: Sequence[str], rows: Sequence[Sequence[Cell]], width: float, gap: float
) -> list[Column]:
    """Return the columns of a table.

    Args:
        shares: Of the width, one for each column; together 1.
        titles: One for each column.
        rows: One cell for each column.
        width: Of the table, in points.
        gap: Between two columns, in points.
    """
    last = len(shares) - 1
    rooms = [width * share - (gap if place < last else 0.0) for place, share in enumerate(shares)]
    needs, kept = [], []
    for place, room in enumerate(rooms):
        cells = [Cell(titles[place], QUIET), *(row[place] for row in rows)]
        needs.append(_widest(cells, (word for cell in cells for word in cell.text.split())))
        short = _widest(cells, (cell.text for cell in cells if len(cell.text) <= _SHORT))
        kept.append(min(room, max(needs[-1], short, room * _KEPT)))
    lacking = [max(0.0, need - room) for need, room in zip(needs, rooms, strict=True)]
    spare = [room - keep for room, keep in zip(rooms, kept, strict=True)]
    moved = min(sum(lacking), sum(spare))
    if moved > 0:
        taken, given = moved / sum(spare), moved / sum(lacking)
        rooms = [room + lack * given - can * taken for room, lack, can in zip(rooms, lacking, spare, strict=True)]
    return [Column(sum(rooms[:place]) + gap * place, room) for place, room in enumerate(rooms)]


def _widest(cells: Sequence[Cell], texts: Iterable[str]) -> float:
    """Return the width of the widest text that is not broken anywhere by itself, as Chinese and Thai are."""
    style = cells[-1].style
    longest = sorted(set(texts), key=len)[-_LONGEST:]
    return max((measure(text, style) for text in longest if not _breaks_anywhere(text)), default=0.0)


def _breaks_anywhere(text: str) -> bool:
    return not text.isascii() and (is_complex(text) or any(east_asian_width(char) in {"W", "F"} for char in text))
