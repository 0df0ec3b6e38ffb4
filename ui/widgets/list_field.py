"""A field to type into above the list of what is found, which is chosen from without leaving the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from ui.theme import fonts

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ListField(QLineEdit):
    """The arrow keys move the choice in the list while the field has the keyboard."""

    def __init__(self, chosen_from: QListWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = chosen_from
        self.setFont(fonts.sans(15))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that choose to the list; the rest is typed."""
        if event.key() in _KEYS:
            self._list.event(event)
        else:
            super().keyPressEvent(event)
