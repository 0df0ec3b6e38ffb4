"""The partner list as a table: columns, header and keys, without what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import fonts
from ui.widgets.partner_delegate import ROW_HEIGHT, PartnerDelegate
from ui.widgets.partner_rows import COLUMNS, PartnerRows

_WIDTHS = {"type": 164, "supported": 150, "dimensions": 114, "recommendation": 212, "coverage": 104}


def partner_table(rows: PartnerRows, type_names: dict[str, str], parent: QWidget | None = None) -> QTableView:
    """Return a table of partners.

    Args:
        rows: What it shows.
        type_names: Partner type code -> words.
        parent: The usual one.
    """
    table = QTableView(parent)
    delegate = PartnerDelegate(table)
    delegate.name_types(type_names)
    table.setModel(rows)
    table.setItemDelegate(delegate)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(fonts.scaled(ROW_HEIGHT))
    _set_up_header(table.horizontalHeader())
    return table


def _set_up_header(header: QHeaderView) -> None:
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(fonts.scaled(80))
    for column, width in _WIDTHS.items():
        header.resizeSection(COLUMNS.index(column), fonts.scaled(width))
