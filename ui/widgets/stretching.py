"""Columns that share what the others leave of a table's width, and never get less than their words need."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.theme import fonts


class Stretching(QObject):
    """Follows a table's width. Where its columns do not fit, the table scrolls instead of squeezing the names."""

    def __init__(self, table: QTableView, least: Mapping[int, int]) -> None:
        """Stretch columns.

        Args:
            table: Has its model already.
            least: Column -> pixels at 100 % that it keeps.
        """
        super().__init__(table)
        self._table, self._least = table, least
        self._fit()
        # The header, as wide as the rows, and not the viewport: asked for that, PySide6 first makes all kinds of
        # widgets, in case it is one of them, which takes 10 ms of the start.
        table.horizontalHeader().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Share the width anew."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        header = self._table.horizontalHeader()
        others = sum(header.sectionSize(place) for place in range(header.count()) if place not in self._least)
        wanted = sum(map(fonts.scaled, self._least.values()))
        narrow = header.width() - others < wanted
        mode = QHeaderView.ResizeMode.Interactive if narrow else QHeaderView.ResizeMode.Stretch
        for place, least in self._least.items():
            header.setSectionResizeMode(place, mode)
            if narrow:
                header.resizeSection(place, fonts.scaled(least))
