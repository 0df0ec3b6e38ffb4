"""Which partners are listed and which one is selected: the list and the map of an open workspace share it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.partner_list import ListFilter, ListSort


class PartnerChoice(QObject):
    """Kept while the workspace is open. Setting what is there already tells nobody."""

    listed_changed = Signal()
    """Another filter or order."""
    partner_changed = Signal()
    """Another partner is selected, or none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = ListFilter()
        self.sort = ListSort("name", False)
        self.partner_id: str | None = None

    def set_filter(self, wanted: ListFilter) -> None:
        """List other partners."""
        if wanted != self.filter:
            self.filter = wanted
            self.listed_changed.emit()

    def set_sort(self, wanted: ListSort) -> None:
        """List them in another order."""
        if wanted != self.sort:
            self.sort = wanted
            self.listed_changed.emit()

    def sort_by(self, column: str) -> None:
        """Order by a column: figures from the best down, words from A; by the same column again the other way."""
        first = column in ("supported", "coverage")
        self.set_sort(ListSort(column, not self.sort.descending if self.sort.column == column else first))

    def select(self, partner_id: str | None) -> None:
        """Select a partner; it need not be listed."""
        if partner_id != self.partner_id:
            self.partner_id = partner_id
            self.partner_changed.emit()
