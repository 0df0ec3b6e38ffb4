"""The partners page: search, filter, sort, open."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from ui.documents.listed import Listed, ListReading, tags_in_use
from ui.documents.workspace_document import ListFilter, PartnerRow, WorkspaceDocument
from ui.jobs.newest import Newest
from ui.widgets.buttons import button
from ui.widgets.page_body import PageBody
from ui.widgets.page_header import PageHeader
from ui.widgets.partner_filters import PartnerFilters
from ui.widgets.partner_rows import COLUMNS, SORTABLE, PartnerRows, totals_words
from ui.widgets.partner_states import PartnerStates
from ui.widgets.partner_table import partner_table, selected_places
from ui.widgets.partner_types import partner_type_names

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from ui.widgets.sample_notice import SampleNotice

FEWEST, MOST = 2, 12
"""Partners that can be compared at once; `assessments.comparison` has the same, and is loaded later."""
_TAGS_REST = 300
"""Milliseconds until the tags are read: after the first paint, and once for many changes."""


class PartnersPage(QWidget):
    """One row a partner, with its newest assessment."""

    open_requested = Signal(object)
    """Assessment id, a UUID."""
    partner_requested = Signal(object)
    """Partner id, a UUID: edit its details."""
    new_requested = Signal()
    new_for_requested = Signal(object)
    """Partner id, a UUID."""
    compare_requested = Signal(object)
    """Partner ids, two to twelve."""
    menu_requested = Signal(QPoint)
    """Show what can be done with the selected partners, at a place of the screen."""
    told = Signal(str)
    """Something was done that the list may not show."""
    shown = Signal()
    """The list shows what the file holds, or its first part."""

    def __init__(self, document: WorkspaceDocument, parent: QWidget | None = None) -> None:
        """Read the list and show it. Every part is made where it stays: to move a table costs as much as to make it.

        Raises:
            StoreError: The workspace cannot be read.
        """
        reader = document.partner_list()
        super().__init__(parent)
        self.setObjectName("page")
        self.sample_notice: SampleNotice | None = None
        self._document = document
        self._reader = reader
        self._reading = ListReading(document.path, self._reader, self)
        self._choice = document.choice
        names = partner_type_names()
        self._rows = PartnerRows(names)
        self._behind = False
        self.header = PageHeader(self.tr("Partners"), parent=self)
        self.filters = PartnerFilters(names)
        self._stack = PartnerStates(self)
        self._lay_out()
        self.table = self._table(names)
        self._tags = Newest(self)
        self._tags.arrived.connect(self.filters.offer_tags)
        self._tags_rest = QTimer(self, singleShot=True, interval=_TAGS_REST)
        self._tags_rest.timeout.connect(lambda: self._tags.ask(partial(tags_in_use, document.path)))
        self._connect()
        self._show_sort()
        try:
            self.refresh()
        except Exception:
            self.close_reader()
            self.setParent(None)  # which would keep what is half made in the window
            raise

    # --- what it shows

    def refresh(self) -> None:
        """Read the list again; the partner that is selected stays so."""
        self._reading.ask(self._choice.filter, self._choice.sort)

    def _show(self, found: Listed) -> None:
        if not self._rows.add_ids(found.ids):
            self._rows.show_ids(found.ids, self._reader, found.count)
            self._stack.fit_rows(found.count)
        if found.totals is not None:
            self.header.show_words(self.tr("Partners"), totals_words(found.totals))
        if found.count:
            self._stack.show_listed()
            self._show_selected()
        elif found.problem or self._choice.filter != ListFilter():
            self._stack.show_none(found.problem)
        else:
            self._stack.show_empty()
        self.shown.emit()

    def selected(self) -> PartnerRow | None:
        """Return the selected line."""
        index = self.table.currentIndex()
        return self._rows.partner_row(index.row()) if index.isValid() else None

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.filters.focus_search()

    @property
    def is_sample(self) -> bool:
        """Whether the partners are the invented ones of the sample."""
        return self._reader.is_sample

    def close_reader(self) -> None:
        """Let go of the file."""
        self._reading.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what other pages changed, and give the keyboard to the list."""
        super().showEvent(event)
        if self._behind:
            self._on_change()
        self._tags_rest.start()
        self._show_selected()
        self.table.setFocus()

    # --- what it does

    def open_selected(self) -> None:
        """Open the newest assessment of the selected partner, or start its first."""
        row = self.selected()
        if row is not None and row.assessment_id:
            self.open_requested.emit(_uuid(row.assessment_id))
        elif row is not None:
            self.new_for_requested.emit(_uuid(row.partner_id))

    def edit_selected(self) -> None:
        """Edit the selected partner's details."""
        row = self.selected()
        if row is not None:
            self.partner_requested.emit(_uuid(row.partner_id))

    def archive_selected(self) -> None:
        """Archive the selected partners, or bring them back; undo does the opposite, one by one."""
        from ui.documents.archiving import archive

        archive(self._document, [_uuid(key) for key in self.selected_ids()], self.told.emit)

    def to_compare(self) -> list[UUID]:
        """Return the selected partners that have an assessment, as far as they can be compared; else none."""
        rows = map(self._rows.partner_row, selected_places(self.table))
        found = list(islice((_uuid(row.partner_id) for row in rows if row and row.assessment_id), MOST + 1))
        return found if FEWEST <= len(found) <= MOST else []

    def compare_selected(self) -> None:
        """Ask for the comparison of the selected partners."""
        if found := self.to_compare():
            self.compare_requested.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 edits, Del archives; Up from the first row leads to the search, Esc back from it."""
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.open_selected,
            Qt.Key.Key_Enter: self.open_selected,
            Qt.Key.Key_F2: self.edit_selected,
            Qt.Key.Key_Delete: self.archive_selected,
        }
        act = acts.get(event.key()) if self.table.hasFocus() else None
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape and self.filters.search.text():
            self._clear_filters()
        elif event.key() == Qt.Key.Key_Escape and self.filters.search.hasFocus():
            self.table.setFocus()
        elif event.key() == Qt.Key.Key_Up and self.table.hasFocus():  # it comes here from the first row only
            self.focus_search()
        else:
            super().keyPressEvent(event)

    # --- parts

    def _connect(self) -> None:
        self._reading.arrived.connect(self._show)
        self.filters.changed.connect(lambda: self._choice.set_filter(self.filters.wanted()))
        self.filters.list_wanted.connect(self.table.setFocus)
        self._stack.clear_requested.connect(self._clear_filters)
        self._stack.new_requested.connect(self.new_requested)
        self._choice.listed_changed.connect(self._on_listed)
        self._choice.partner_changed.connect(self._show_selected)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self._document.partners_changed.connect(self._on_change)

    def _table(self, names: dict[str, str]) -> QTableView:
        table = partner_table(self._rows, names, self._stack.listed)
        self._stack.show_table(table)
        table.setAccessibleName(self.tr("Partners"))
        table.customContextMenuRequested.connect(self._ask_menu)
        table.doubleClicked.connect(lambda _index: self.open_selected())
        table.horizontalHeader().sectionClicked.connect(self._sort_by)
        return table

    def _lay_out(self) -> None:
        self.header.add(self.filters.search)
        new = button(self.tr("New assessment"), "Ctrl+N", "primary")
        new.clicked.connect(self.new_requested)
        self.header.add(new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        holder = PageBody(self)
        whole.addWidget(holder, 1)
        body = holder.column
        if self._reader.is_sample:
            from ui.widgets.sample_notice import SampleNotice

            self.sample_notice = SampleNotice(self)
            body.addWidget(self.sample_notice)
        body.addWidget(self.filters)
        body.addWidget(self._stack, 1)

    # --- inside

    def selected_rows(self) -> list[PartnerRow]:
        """Return the lines that are selected, from the top."""
        return [row for row in map(self._rows.partner_row, selected_places(self.table)) if row is not None]

    def selected_ids(self) -> tuple[str, ...]:
        """Return whose lines are selected, from the top; to read the lines of thousands would take too long."""
        return tuple(filter(None, map(self._rows.partner_id, selected_places(self.table))))

    def _show_selected(self) -> None:
        """Select the partner that is chosen, the first where it is not listed."""
        place = self._rows.row_of(self._choice.partner_id) if self._choice.partner_id else None
        if place is None and self._choice.partner_id and self._rows.is_partial:
            return  # it may be among those still to come
        here = self.table.currentIndex()  # a list that was empty has one that is not selected when it fills
        if place is not None and place == here.row() and self.table.selectionModel().isSelected(here):
            return
        index = self._rows.index(place or 0, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)

    def _on_current(self, now: QModelIndex) -> None:
        row = self._rows.partner_row(now.row()) if now.isValid() else None
        if row is not None:
            self._choice.select(row.partner_id)

    def _on_listed(self) -> None:
        self.filters.show_filter(self._choice.filter)
        self._show_sort()
        self.refresh()

    def _on_change(self) -> None:
        self._behind = True
        if self.isVisible():  # the key that answers does not wait for a list that is not seen
            self._tags_rest.start()
            self.refresh()
            self._behind = False  # a reading that failed is tried again when the list is next shown

    def _sort_by(self, section: int) -> None:
        if COLUMNS[section] in SORTABLE:
            self._choice.sort_by(COLUMNS[section])
        self._show_sort()

    def _show_sort(self) -> None:
        sort = self._choice.sort
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(COLUMNS.index(sort.column), order)

    def _clear_filters(self) -> None:
        self.filters.clear()
        self.table.setFocus()

    def _ask_menu(self, at: QPoint) -> None:
        if self.selected() is not None:
            self.menu_requested.emit(self.table.viewport().mapToGlobal(at))


def _uuid(text: str) -> UUID:
    from uuid import UUID  # with what it loads itself it takes 1.5 ms, and nothing needs it before the first paint

    return UUID(text)
