"""How wide the columns of a sheet are: as narrow as their heading in two lines and their usual content allow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetrics

from assessments.sheet_columns import Column, ColumnKind
from assessments.wording_figures import figure
from ui.theme import fonts
from ui.widgets.pill import say

_FIRST = 120
_TEXT = 60
_LEAST = 44
_HEADING_PADDING = 13
_CELL_PADDING = 21
_SAMPLES = {
    ColumnKind.DATE: "2026-12-28",
    ColumnKind.MONEY: "120,000.50",
    ColumnKind.CURRENCY: "MMM",
    ColumnKind.QUESTION: "W8",
}
"""The widest usual content of a column; points and levels are narrower than any heading."""


def column_widths(columns: Sequence[Column], room: int, heading_font: QFont, cell_font: QFont) -> list[int]:
    """Return a width per column, in pixels.

    What is left of the room goes to the columns for texts, twice to the first. Where the room is too small the widths
    add up to more: the grid then scrolls.
    """
    headings, cells = QFontMetrics(heading_font), QFontMetrics(cell_font)
    widths = []
    for place, column in enumerate(columns):
        least = _FIRST if place == 0 else _TEXT if column.kind is ColumnKind.TEXT else _LEAST
        content = max((cells.horizontalAdvance(text) for text in _contents(column)), default=-_CELL_PADDING)
        two_lines = _in_two_lines(say(column.title), headings) + fonts.scaled(_HEADING_PADDING)
        widths.append(max(fonts.scaled(least), content + fonts.scaled(_CELL_PADDING), two_lines))
    texts = [place for place, column in enumerate(columns) if column.kind is ColumnKind.TEXT]
    spare = max(0, room - sum(widths)) // (len(texts) + 1)
    for place in texts:
        widths[place] += spare * (2 if place == 0 else 1)
    return widths


def _contents(column: Column) -> list[str]:
    if column.kind is ColumnKind.CHOICE:
        return [say(word) for _value, word in column.choices]
    return [figure(_SAMPLES[column.kind], say)] if column.kind in _SAMPLES else []


def _in_two_lines(title: str, metrics: QFontMetrics) -> int:
    words = title.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min(max(metrics.horizontalAdvance(line) for line in lines) for lines in breaks)
