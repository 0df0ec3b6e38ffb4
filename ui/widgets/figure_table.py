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
