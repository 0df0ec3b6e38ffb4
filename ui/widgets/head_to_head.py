"""How often each compared partner beats each other one, as a table that can be read cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from assessments.wording_figures import NOT_SCORED
from assessments.wording_robustness import share_words
from ui.theme import fonts
from ui.widgets.figure_table import make_figure_table, share_width
from ui.widgets.labels import plain_tooltip
from ui.widgets.pill import say

_NAME, _LEAST = 150, 106


class HeadToHead(QTableWidget):
    """A row beats a column in so many draws; a tie counts half."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_figure_table(self, self.tr("Share of draws in which the row's partner beats the column's"))
        self.setFont(fonts.sans(12.5))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(fonts.sans(12.5))
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setFixedWidth(fonts.scaled(_NAME))
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(28))

    def show_wins(self, names: Sequence[str], wins: Sequence[Sequence[float]]) -> None:
        """Show a pairwise winning index.

        Args:
            names: Of the partners, as on the rest of the page.
            wins: Row beats column, share of draws from 0 to 1; the diagonal means nothing.
        """
        self.setRowCount(len(names))
        self.setColumnCount(len(names))
        for place, name in enumerate(names):
            head, side = QTableWidgetItem(name), QTableWidgetItem(name)
            head.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("beats {name}").format(name=name))
            for item in (head, side):
                item.setToolTip(plain_tooltip(name))
            self.setHorizontalHeaderItem(place, head)
            self.setVerticalHeaderItem(place, side)
            for other, share in enumerate(wins[place]):
                self.setItem(place, other, self._cell(NOT_SCORED if other == place else share_words(share, say)))
        share_width(self, fonts.scaled(_LEAST))

    def _cell(self, words: str) -> QTableWidgetItem:
        item = QTableWidgetItem(words)
        item.setToolTip(plain_tooltip(words))
        return item

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        share_width(self, fonts.scaled(_LEAST))
