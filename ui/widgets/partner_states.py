"""The list of partners, or what stands in its place while it is empty."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QTableView, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.centred import centred
from ui.widgets.labels import label

_ALL = 1000
"""Share of the height that goes to the table before anything is left over."""
_LEAST_ROWS = 1
_WITH_HINT = 480
"""Pixels of the window's height."""
_HIGHEST = 16_777_215
"""Pixels: no widget is higher."""


class PartnerStates(QStackedWidget):
    """Shows one of three; the two without a list are made when they are first needed."""

    clear_requested = Signal()
    """Search and filters should go."""
    new_requested = Signal()
    """A first assessment is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.listed = QWidget(self)
        """Where the table is made: see `show_table`."""
        self.addWidget(self.listed)

    def show_table(self, table: QTableView) -> None:
        """Lay out the table, with what its keys do below it."""
        column = QVBoxLayout(self.listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._table = table
        table.horizontalScrollBar().rangeChanged.connect(lambda: self.fit_rows(self._count))
        column.addWidget(table, _ALL)
        hint = self.tr("Enter opens · F2 edits · Ctrl+P prints the brief · Del archives (Ctrl+Z brings it back)")
        self._hint = label(hint, "secondary", wraps=True)
        column.addWidget(self._hint)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what room there is to the rows where there are few: the help has the keys too."""
        super().resizeEvent(event)
        # The window's height, since with the hint the page asks for more than its own.
        self._hint.setVisible(self.window().height() >= fonts.scaled(_WITH_HINT))

    def fit_rows(self, count: int) -> None:
        """Make the table no higher than its rows: the hint stands below the last one."""
        header, row = self._table.horizontalHeader(), self._table.verticalHeader().defaultSectionSize()
        around = header.sizeHint().height() + 2 * self._table.frameWidth()
        across = self._table.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() else 0  # under columns that do not fit
        self._count = count
        self._table.setMinimumHeight(around + min(count, _LEAST_ROWS) * row)
        self._table.setMaximumHeight(min(around + bar + count * row, _HIGHEST))

    def show_listed(self) -> None:
        """Show the list."""
        self.setCurrentIndex(0)

    def show_none(self, problem: str) -> None:
        """Say that no partner matches, or what keeps the list from being read."""
        self._no_match.setText(problem or self.tr("No partner matches."))
        self.setCurrentWidget(self._nothing_found)

    def show_empty(self) -> None:
        """Say that there is no partner yet."""
        self.setCurrentWidget(self._nothing_yet)

    @cached_property
    def _no_match(self) -> QLabel:
        return label(font=fonts.serif(17))

    @cached_property
    def _nothing_found(self) -> QWidget:
        clear = button(self.tr("Clear search and filters"))
        clear.clicked.connect(self.clear_requested)
        return self._add(centred(self._no_match, clear))

    @cached_property
    def _nothing_yet(self) -> QWidget:
        first = button(self.tr("New assessment"), "Ctrl+N", "primary")
        first.clicked.connect(self.new_requested)
        words = label(self.tr("Assess a first partner: it takes about 12 minutes."), font=fonts.serif(17))
        return self._add(centred(words, first))

    def _add(self, state: QWidget) -> QWidget:
        self.addWidget(state)
        return state
