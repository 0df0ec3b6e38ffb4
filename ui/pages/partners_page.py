"""The partners page: search, filter, sort, open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assessments.band import Band
from assessments.wording_figures import band_word
from ui.documents.workspace_document import ListFilter, ListSort, PartnerRow, WorkspaceDocument
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.filter_button import FilterButton
from ui.widgets.labels import label
from ui.widgets.page_header import PageHeader
from ui.widgets.partner_rows import COLUMNS, SORTABLE, PartnerRows
from ui.widgets.partner_table import partner_table
from ui.widgets.partner_types import partner_type_names
from ui.widgets.pill import say

if TYPE_CHECKING:
    from collections.abc import Callable

_SEARCH_REST = 150
"""Milliseconds without a key before the list is searched."""


class PartnersPage(QWidget):
    """One row a partner, with its newest assessment."""

    open_requested = Signal(UUID)
    """Assessment id."""
    partner_requested = Signal(UUID)
    """Partner id: edit its details."""
    new_requested = Signal()
    new_for_requested = Signal(UUID)
    brief_requested = Signal(UUID)
    sample_left = Signal()

    def __init__(self, document: WorkspaceDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._document = document
        self._reader = document.partner_list()
        self._sort = ListSort("name", False)
        names = partner_type_names()
        self._rows = PartnerRows(names)
        self.header = PageHeader(self.tr("Partners"))
        self._search = self._search_field()
        self._types = FilterButton(self.tr("Type: {choice}"), list(names.items()), self)
        self._bands = FilterButton(
            self.tr("Recommendation: {choice}"), [(band.value, band_word(band, say)) for band in Band], self
        )
        self._tags = FilterButton(self.tr("Tag: {choice}"), [], self)
        self._shown = FilterButton(self.tr("Show: {choice}"), [("archived", self.tr("archived"))], self)
        self._shown.name_none(self.tr("active"))
        self.table = self._table(names)
        self._rest = QTimer(self, singleShot=True, interval=_SEARCH_REST)
        self._rest.timeout.connect(self.refresh)
        self._lay_out()
        for chooser in (self._types, self._bands, self._tags, self._shown):
            chooser.chosen.connect(self.refresh)
        document.partners_changed.connect(self._on_change)
        self.refresh()

    # --- what it shows

    def refresh(self) -> None:
        """Read the list again, keeping the partner that is selected."""
        kept = self.selected()
        wanted = ListFilter(
            text=self._search.text().strip(),
            types=self._types.as_set(),
            bands=self._bands.as_set(),
            tag=self._tags.choice or "",
            archived=self._shown.choice == "archived",
        )
        ids = self._reader.ids(wanted, self._sort)
        self._rows.show_ids(ids, self._reader)
        totals = self._reader.totals()
        partners = self.tr("1 partner") if totals.partners == 1 else self.tr("{n} partners").format(n=totals.partners)
        finals = (
            self.tr("1 final assessment")
            if totals.final_assessments == 1
            else self.tr("{n} final assessments").format(n=totals.final_assessments)
        )
        self.header.show_words(self.tr("Partners"), f"{partners} · {finals}")
        self._stack.setCurrentIndex(0 if ids else (1 if wanted != ListFilter() else 2))
        place = self._rows.row_of(kept.partner_id) if kept else None
        if ids:
            self._select(place or 0)

    def selected(self) -> PartnerRow | None:
        """Return the selected line."""
        index = self.table.currentIndex()
        return self._rows.partner_row(index.row()) if index.isValid() else None

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def close_reader(self) -> None:
        """Let go of the file."""
        self._reader.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the list."""
        super().showEvent(event)
        self.table.setFocus()

    # --- what it does

    def open_selected(self) -> None:
        """Open the newest assessment of the selected partner, or start its first."""
        row = self.selected()
        if row is not None and row.assessment_id:
            self.open_requested.emit(UUID(row.assessment_id))
        elif row is not None:
            self.new_for_requested.emit(UUID(row.partner_id))

    def edit_selected(self) -> None:
        """Edit the selected partner's details."""
        row = self.selected()
        if row is not None:
            self.partner_requested.emit(UUID(row.partner_id))

    def archive_selected(self) -> None:
        """Archive the selected partner, or bring it back; undo does the opposite."""
        row = self.selected()
        if row is not None:
            act = self._document.restore_partner if row.archived else self._document.archive_partner
            act(UUID(row.partner_id))

    def brief_selected(self) -> None:
        """Ask for the brief of the selected partner's newest assessment."""
        row = self.selected()
        if row is not None and row.assessment_id:
            self.brief_requested.emit(UUID(row.assessment_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 edits, Del archives."""
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.open_selected,
            Qt.Key.Key_Enter: self.open_selected,
            Qt.Key.Key_F2: self.edit_selected,
            Qt.Key.Key_Delete: self.archive_selected,
        }
        act = acts.get(event.key()) if self.table.hasFocus() else None
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape and self._search.text():
            self._clear_filters()
        else:
            super().keyPressEvent(event)

    # --- parts

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Search name, tag, note…"))
        field.setAccessibleName(self.tr("Search partners by name, tag or note"))
        field.setToolTip(self.tr("Search partners (Ctrl+F)"))
        field.setClearButtonEnabled(True)
        field.setFont(fonts.sans(13.5))
        field.setFixedWidth(fonts.scaled(270))
        field.textEdited.connect(self._on_typed)
        field.returnPressed.connect(self.table_focus)
        return field

    def _on_typed(self, _text: str) -> None:
        self._rest.start()

    def table_focus(self) -> None:
        """Search at once and give the keyboard to the list."""
        self._rest.stop()
        self.refresh()
        self.table.setFocus()

    def _table(self, names: dict[str, str]) -> QTableView:
        table = partner_table(self._rows, names)
        table.setAccessibleName(self.tr("Partners"))
        table.customContextMenuRequested.connect(self._show_menu)
        table.doubleClicked.connect(lambda _index: self.open_selected())
        table.horizontalHeader().sectionClicked.connect(self._sort_by)
        return table

    def _lay_out(self) -> None:
        self.header.add(self._search)
        new = button(self.tr("New assessment"), "Ctrl+N", "primary")
        new.clicked.connect(self.new_requested)
        self.header.add(new)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for chooser in (self._types, self._bands, self._tags, self._shown):
            filters.addWidget(chooser)
        filters.addStretch(1)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.table, 1)
        hint = self.tr("Enter opens · F2 edits · Ctrl+P prints the brief · Del archives (Ctrl+Z brings it back)")
        column.addWidget(label(hint, "secondary", wraps=True))
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(self._nothing_found())
        self._stack.addWidget(self._nothing_yet())
        body = QVBoxLayout()
        body.setContentsMargins(24, 14, 24, 18)
        body.setSpacing(14)
        body.addLayout(filters)
        body.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _nothing_found(self) -> QWidget:
        clear = button(self.tr("Clear search and filters"))
        clear.clicked.connect(self._clear_filters)
        return _centred(label(self.tr("No partner matches."), font=fonts.serif(17)), clear)

    def _nothing_yet(self) -> QWidget:
        first = button(self.tr("New assessment"), "Ctrl+N", "primary")
        first.clicked.connect(self.new_requested)
        words = label(self.tr("Assess a first partner: it takes about 12 minutes."), font=fonts.serif(17))
        return _centred(words, first)

    # --- inside

    def _select(self, place: int) -> None:
        index = self._rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)

    def _on_change(self) -> None:
        tags = [(tag, tag) for tag in self._reader.tags()]
        self._tags.offer(tags)
        self.refresh()

    def _sort_by(self, section: int) -> None:
        column = COLUMNS[section]
        header = self.table.horizontalHeader()
        if column in SORTABLE:
            # Figures are read from the best down, words from A.
            first = column in ("supported", "coverage")
            same = self._sort.column == column
            self._sort = ListSort(column, not self._sort.descending if same else first)
            self.refresh()
        order = Qt.SortOrder.DescendingOrder if self._sort.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(COLUMNS.index(self._sort.column), order)

    def _clear_filters(self) -> None:
        self._search.clear()
        for chooser in (self._types, self._bands, self._tags, self._shown):
            chooser.choose(None)
        self.refresh()
        self.table.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        row = self.selected()
        if row is None:
            return
        menu = QMenu(self)
        menu.addAction(
            self.tr("Open assessment") if row.assessment_id else self.tr("Start assessment"), self.open_selected
        )
        partner = UUID(row.partner_id)
        menu.addAction(self.tr("New assessment of this partner"), lambda: self.new_for_requested.emit(partner))
        menu.addAction(self.tr("Edit partner…"), self.edit_selected)
        menu.addAction(self.tr("Brief…"), self.brief_selected).setEnabled(bool(row.assessment_id))
        menu.addSeparator()
        menu.addAction(self.tr("Bring back") if row.archived else self.tr("Archive"), self.archive_selected)
        menu.exec(self.table.viewport().mapToGlobal(at))


def _centred(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addStretch(2)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
    column.addStretch(3)
    return made
