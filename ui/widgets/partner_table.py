"""The partner list as a table: columns, header and keys, without what it does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import fonts
from ui.widgets.partner_delegate import ROW_HEIGHT, PartnerDelegate
from ui.widgets.partner_rows import COLUMNS, PartnerRows
from ui.widgets.stretching import stretch

_WIDTHS = {"type": 164, "supported": 150, "dimensions": 114, "recommendation": 212, "coverage": 104}
_NAME = 190
_WIDEST = 900
"""Pixels: a wider column would push all others out of the window."""


def partner_table(rows: PartnerRows, type_names: dict[str, str], parent: QWidget | None = None) -> QTableView:
    """Return a table of partners.

    Args:
        rows: What it shows.
        type_names: Partner type code -> words.
        parent: The usual one.
    """
    table = QTableView(parent)
    header = stretch(table, {0: _NAME})
    table.setModel(rows)
    table.setItemDelegate(PartnerDelegate(rows, type_names, table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(fonts.scaled(ROW_HEIGHT))
    # An empty selection of its own: at each painting Qt would look at every selected row, 0.1 s for 10,000 of them.
    header.setSelectionModel(QItemSelectionModel(rows, header))
    _set_up_header(header)
    return table


def column_widths(table: QTableView) -> dict[str, float]:
    """Return the columns that the user made wider or narrower: name -> width in pixels at 100 %."""
    header = table.horizontalHeader()
    found = {name: header.sectionSize(COLUMNS.index(name)) for name in _WIDTHS}
    return {name: width * 100 / fonts.scaled(100) for name, width in found.items() if width != _usual(name)}


def set_column_widths(table: QTableView, widths: Mapping[str, float]) -> None:
    """Give columns the widths that `column_widths` returned; names that the list does not have are passed over."""
    header = table.horizontalHeader()
    for name in _WIDTHS:
        if name in widths:
            width = round(widths[name] * fonts.scaled(100) / 100)
            header.resizeSection(COLUMNS.index(name), min(max(width, header.minimumSectionSize()), _WIDEST))


def _usual(name: str) -> int:
    return fonts.scaled(_WIDTHS[name])


def _set_up_header(header: QHeaderView) -> None:
    header.setHighlightSections(False)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    header.setMinimumSectionSize(fonts.scaled(80))
    for column in _WIDTHS:
        header.resizeSection(COLUMNS.index(column), _usual(column))


def selected_places(table: QTableView) -> list[int]:
    """Return the rows that are selected, from the top; an index for each of thousands would take 0.1 s."""
    parts = table.selectionModel().selection().toList()
    return sorted({place for part in parts for place in range(part.top(), part.bottom() + 1)})
