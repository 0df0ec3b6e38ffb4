"""What all tables of figures have in common: they stand on a card without a frame, are read by keyboard, not edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def make_figure_table(table: QTableView, name: str) -> None:
    """Set a table up for figures: no frame and no grid, one cell selected, Tab leaves it, as high as its lines.

    Args:
        table: Its columns and rows are its own matter.
        name: What a screen reader calls it.
    """
    table.setAccessibleName(name)
    table.setProperty("kind", "bare")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)


def share_width(table: QTableView, least: int) -> None:
    """Give all columns the same width and the table the height of its lines; without a column it stays as it is.

    Args:
        table: Its header's sections are fixed.
        least: A column is at least so many pixels wide; where that is more than there is, the table scrolls.
    """
    columns = table.horizontalHeader().count()
    if columns:
        for column in range(columns):
            table.setColumnWidth(column, max(table.viewport().width() // columns, least))
        fit_height(table)


def fit_height(table: QTableView) -> None:
    """Make a table as tall as its lines below its head, and as the bar that it scrolls with when it is too narrow."""
    head, bar = table.horizontalHeader(), table.horizontalScrollBar()
    scrolls = head.length() > table.viewport().width()
    height = table.verticalHeader().length() + head.sizeHint().height() + 2 * table.frameWidth()
    table.setFixedHeight(height + (bar.sizeHint().height() if scrolls else 0))
