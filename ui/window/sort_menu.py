"""The orders of the list as commands: its headings are for the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ui.widgets.partner_rows import COLUMNS, SORTABLE, PartnerRows

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def add_sort_menu(menu: QMenu, window: MainWindow) -> QMenu:
    """Add "Sort by" with a command for each column; the one in use is ticked, and chosen again it turns the order."""
    made = menu.addMenu(window.tr("Sort &by"))
    made.setToolTipsVisible(True)
    titles = PartnerRows({}).titles
    for column in (one for one in COLUMNS if one in SORTABLE):
        action = made.addAction(f"&{titles[column]}")
        action.setCheckable(True)
        action.setData(column)
        action.triggered.connect(partial(_sort, window, column))
    made.aboutToShow.connect(partial(_tick, made, window))
    return made


def _sort(window: MainWindow, column: str, _on: bool = False) -> None:
    if window.document is not None:
        window.document.choice.sort_by(column)


def _tick(menu: QMenu, window: MainWindow) -> None:
    document = window.document
    for action in menu.actions():
        action.setEnabled(document is not None)
        reason = "" if document is not None else window.tr("Open a workspace first.")
        action.setToolTip(reason)
        action.setStatusTip(reason)
        action.setChecked(document is not None and document.choice.sort.column == action.data())
