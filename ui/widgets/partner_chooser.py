"""Choose one partner by typing part of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assessments.band import Band
from assessments.wording_figures import pill_words, points
from ui.documents.names import isolated
from ui.documents.workspace_document import PartnerRow
from ui.theme import fonts
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import label, plain_tooltip
from ui.widgets.list_field import ListField
from ui.widgets.pill import pill_text, say
from ui.widgets.screen_room import within_screen

_SHOWN = 200
"""More are found by typing on."""
_SEARCH_REST = 150
"""Milliseconds without a key before the list is searched."""

Offer = Callable[[str, int], tuple[Sequence[PartnerRow], bool]]
"""Text and how many at most -> the partners that match, and whether there are more."""


class PartnerChooser(QDialog):
    """Offers partners. Type, arrow keys, Enter."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add partner"))
        self.resize(within_screen(560, 440))
        self._offer = offer
        self.list = QListWidget()
        self.field = ListField(self.list)
        self.field.setPlaceholderText(self.tr("Name, tag or note"))
        self.field.setAccessibleName(self.tr("Part of a partner's name, tag or note"))
        self.field.returnPressed.connect(self.accept)
        self.list.setFont(fonts.sans(13.5))
        self.list.setAccessibleName(self.tr("Partners with an assessment"))
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.words = label(kind="secondary", font=fonts.sans(12.5), wraps=True)
        self._rest = QTimer(self, singleShot=True, interval=_SEARCH_REST)
        self._rest.timeout.connect(self.search)
        self.field.textEdited.connect(lambda _text: self._rest.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        for widget in (self.field, self.list, self.words):
            column.addWidget(widget)
        self.search()
        self.field.setFocus()
        self._ring = FocusRing(self)

    def chosen(self) -> UUID | None:
        """Return the chosen partner's id."""
        item = self.list.currentItem()
        return UUID(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def search(self) -> None:
        """List what matches the field."""
        self._rest.stop()
        rows, more = self._offer(self.field.text(), _SHOWN)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(_words(row))
            item.setData(Qt.ItemDataRole.UserRole, row.partner_id)
            item.setToolTip(plain_tooltip(row.name))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not rows:
            self.words.setText(self.tr("No other partner with an assessment matches."))
        elif more:
            self.words.setText(self.tr("The first {n}. Type part of a name to find others.").format(n=_SHOWN))
        else:
            self.words.setText("")

    def accept(self) -> None:
        """Close with a choice among what was typed; with none there is nothing to add."""
        if self._rest.isActive():
            self.search()
        if self.list.currentItem() is not None:
            super().accept()


def _words(row: PartnerRow) -> str:
    name = isolated(" ".join(row.name.split("\n")))
    if row.band is None:
        return name
    band = Band(row.band)
    words = pill_text(band, pill_words(band, row.open_gate_count, row.too_little, say))
    return f"{name}  ·  {points(row.supported)}  ·  {words}"
