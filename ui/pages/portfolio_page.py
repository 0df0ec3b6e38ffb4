"""The portfolio: all partners on a map of value exchange against risk control, and the same as a table."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from assessments.charts_portfolio import ACROSS, MOST_POINTS, SIZED_BY, UPWARDS, map_point
from assessments.wording_figures import count_words
from ui.documents.listed import Listed, read_listed, tags_in_use
from ui.documents.workspace_document import ListFilter, WorkspaceDocument
from ui.jobs.newest import Newest
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.centred import centred
from ui.widgets.columns import Columns
from ui.widgets.figure_table import make_figure_table
from ui.widgets.labels import label
from ui.widgets.page_body import PageBody
from ui.widgets.page_header import PageHeader
from ui.widgets.partner_filters import PartnerFilters
from ui.widgets.partner_rows import PartnerRows
from ui.widgets.partner_types import partner_type_names
from ui.widgets.portfolio_map import PortfolioMap
from ui.widgets.stretching import stretch

_COLUMNS = ("partner", ACROSS, UPWARDS, SIZED_BY, "recommendation")
_WIDTHS = {ACROSS: 58, UPWARDS: 52, SIZED_BY: 58, "recommendation": 178}
_BESIDE = 900
_MAP, _LOW, _LOW_STACKED = 250, 470, 660
"""Pixels of height: of the map at the least, and of a page that has room for the table beside or below it."""


class PortfolioPage(QWidget):
    """Filter and selection are those of the partners page. It reads the file when it is seen, in a worker."""

    open_requested = Signal(UUID)
    """Assessment id."""
    new_requested = Signal()
    """A first assessment is wanted."""
    print_requested = Signal()
    shown = Signal()
    """The page shows what the file holds."""

    def __init__(self, document: WorkspaceDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._document = document
        self._choice = document.choice
        self._stale = True
        self._reader = document.partner_list()
        self.destroyed.connect(self._reader.close)
        self._newest = Newest(self)
        self._newest.arrived.connect(self._show)
        self._tags = Newest(self)
        names = partner_type_names()
        self.header = PageHeader(self.tr("Portfolio"))
        self.filters = PartnerFilters(names)
        self.map = PortfolioMap()
        self.rows = PartnerRows(names, _COLUMNS)
        self.table = self._table()
        self.off_map = label(kind="secondary", font=fonts.sans(12.5), wraps=True)
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, and give the keyboard to the map."""
        super().showEvent(event)
        self.filters.show_filter(self._choice.filter)
        if self._stale:
            self.refresh()
        self._mark()
        self.map.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the map in a low window, in which the table would scroll inside what scrolls itself."""
        super().resizeEvent(event)
        room = event.size()
        needed = _LOW if room.width() >= fonts.scaled(_BESIDE) else _LOW_STACKED
        self._table_card.setVisible(room.height() >= fonts.scaled(needed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the table opens the result; Up from its first row leads to the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._open(self._choice.partner_id or "")
        elif event.key() == Qt.Key.Key_Up and self.table.hasFocus():
            self.focus_search()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the listed partners again."""
        self._stale = False
        path, choice = self._document.path, self._choice
        self._newest.ask(partial(read_listed, path, choice.filter, choice.sort, MOST_POINTS))
        self._tags.ask(partial(tags_in_use, path))

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.filters.focus_search()

    # --- what it shows

    def _show(self, found: Listed) -> None:
        self.rows.show_ids(found.ids, self._reader)
        points = [map_point(row.partner_id, row.name, row.band, row.dimensions) for row in found.rows]
        placed = [one for one in points if one is not None and one.is_placed]
        self.map.show_points(placed, self._choice.partner_id)
        count = (
            self.tr("1 partner")
            if len(found.ids) == 1
            else self.tr("{n} partners").format(n=count_words(len(found.ids), own_figures))
        )
        on_map = self.tr("{n} on the map").format(n=count_words(len(placed), own_figures))
        self.header.show_words(self.tr("Portfolio"), f"{count} · {on_map}")
        self.off_map.setText(self._off_map(found, len(placed)))
        self.off_map.setVisible(bool(self.off_map.text()))
        self._no_match.setText(found.problem or self.tr("No partner matches."))
        empty = 1 if found.problem or self._choice.filter != ListFilter() else 2
        self._stack.setCurrentIndex(0 if found.ids else empty)
        self._mark()
        self.shown.emit()

    def _off_map(self, found: Listed, placed: int) -> str:
        missing = len(found.rows) - placed
        sentences = []
        if missing:
            sentences.append(
                self.tr("Not on the map, because value exchange or risk is not scored: {n}.").format(
                    n=count_words(missing, own_figures)
                )
            )
        if len(found.ids) > len(found.rows):
            sentences.append(
                self.tr("The map shows the first {n} in the order of the list. Filter to see others.").format(
                    n=count_words(len(found.rows), own_figures)
                )
            )
        return " ".join(sentences)

    def _mark(self) -> None:
        key = self._choice.partner_id
        self.map.mark(key)
        place = self.rows.row_of(key) if key else None
        row = self.rows.partner_row(place) if place is not None else None
        self.setProperty("assessmentId", row.assessment_id if row else None)  # what the window's commands act on
        if place is None:
            self.table.selectionModel().clear()
        elif place != self.table.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.rows.index(place, 0), flags)

    # --- what it does

    def _on_current(self, now: QModelIndex) -> None:
        row = self.rows.partner_row(now.row()) if now.isValid() else None
        if row is not None:
            self._choice.select(row.partner_id)

    def _on_change(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_listed(self) -> None:
        self.filters.show_filter(self._choice.filter)
        self._on_change()

    def _open(self, key: str) -> None:
        place = self.rows.row_of(key)
        row = self.rows.partner_row(place) if place is not None else None
        if row is not None and row.assessment_id:
            self.open_requested.emit(UUID(row.assessment_id))

    # --- parts

    def _connect(self) -> None:
        self._document.partners_changed.connect(self._on_change)
        self._choice.listed_changed.connect(self._on_listed)
        self._choice.partner_changed.connect(self._mark)
        self._tags.arrived.connect(self.filters.offer_tags)
        self.filters.changed.connect(lambda: self._choice.set_filter(self.filters.wanted()))
        self.filters.list_wanted.connect(self.table.setFocus)
        self.map.selected.connect(self._choice.select)
        self.map.opened.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.table.doubleClicked.connect(lambda _index: self._open(self._choice.partner_id or ""))

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.rows)
        make_figure_table(table, self.tr("Partners on the map, in figures"))
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setFont(fonts.sans(13))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(fonts.scaled(34))
        header = stretch(table, {0: 120})
        header.setFont(fonts.sans(12.5))
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(_COLUMNS.index(column), fonts.scaled(width))
        table.setMinimumHeight(fonts.scaled(34 * 4))
        return table

    def _lay_out(self) -> None:
        self.header.add(self.filters.search)
        summary = button(self.tr("Summary (PDF)"))
        summary.clicked.connect(self.print_requested)
        self.header.add(summary)
        map_card, table_card = Card(), Card()
        map_card.column.addWidget(self.map, 1)
        map_card.column.addWidget(self.off_map)
        table_card.column.addWidget(self.table, 1)
        both = Columns(fonts.scaled(_BESIDE))
        both.setMinimumHeight(fonts.scaled(_MAP))
        both.add(map_card, 46)
        both.add(table_card, 54)
        self._table_card = table_card
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self._nothing_found())
        self._stack.addWidget(self._nothing_yet())
        body = PageBody(self)
        body.column.addWidget(self.filters)
        body.column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(body, 1)

    def _nothing_found(self) -> QWidget:
        clear = button(self.tr("Clear search and filters"))
        clear.clicked.connect(self.filters.clear)
        self._no_match = label(font=fonts.serif(17))
        return centred(self._no_match, clear)

    def _nothing_yet(self) -> QWidget:
        first = button(self.tr("New assessment"), "Ctrl+N", "primary")
        first.clicked.connect(self.new_requested)
        return centred(label(self.tr("Assess a first partner to see it on the map."), font=fonts.serif(17)), first)
