"""Keeps the order and the columns of the list of partners between starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.widgets.partner_table import column_widths, set_column_widths
from ui.window import memory

if TYPE_CHECKING:
    from ui.pages.partners_page import PartnersPage
    from ui.window.main_window import MainWindow

_REST = 300
"""Milliseconds after the last change: a column that is being dragged is kept once."""


def remember_list(window: MainWindow, page: PartnersPage) -> None:
    """Give a list the columns of the last time, and keep its order and columns from now on."""
    set_column_widths(page.table, memory.read_widths())
    rest = QTimer(page, singleShot=True, interval=_REST)
    rest.timeout.connect(lambda: memory.keep_widths(column_widths(page.table)))
    page.table.horizontalHeader().sectionResized.connect(lambda *_: rest.start())
    if window.document is not None:
        choice = window.document.choice
        choice.listed_changed.connect(lambda: memory.keep_sort(choice.sort))
