"""Columns that share what the others leave of a table's width, and never get less than their words need."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.theme import fonts


def stretch(table: QTableView, least: Mapping[int, int]) -> QHeaderView:
    """Give a table a heading line whose columns stretch, and return it. Call it before that line is set up.

    Args:
        table: Its width is followed.
        least: Column -> pixels at 100 % that it keeps.
    """
    header = _StretchingHeader(least, table)
    table.setHorizontalHeader(header)
    return header


class _StretchingHeader(QHeaderView):
    """Where the columns do not fit, the table scrolls instead of squeezing the names.

    Its own event is all it looks at: for a filter of events, PySide6 first makes every kind of event there is.
    """

    def __init__(self, least: Mapping[int, int], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._least = least
        self._hint, self._high = QSize(), 0
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        """Return the size of one heading: all are a line in one font. Qt would ask the model for all of them, twice."""
        high = self.fontMetrics().height()
        if self._high != high:
            self._hint, self._high = self.sectionSizeFromContents(0), high
        return self._hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        present = [place for place in self._least if place < self.count()]
        others = sum(self.sectionSize(place) for place in range(self.count()) if place not in self._least)
        wanted = sum(fonts.scaled(self._least[place]) for place in present)
        narrow = self.width() - others < wanted
        mode = QHeaderView.ResizeMode.Interactive if narrow else QHeaderView.ResizeMode.Stretch
        for place in present:
            self.setSectionResizeMode(place, mode)
            if narrow:
                self.resizeSection(place, fonts.scaled(self._least[place]))
