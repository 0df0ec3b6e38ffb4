"""Asks before something that has to be meant."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import ElidedLabel, heading, label


class Asked(NamedTuple):
    """The words of a question."""

    title: str
    """The question itself."""
    about: str
    """A name, shown literally and on one line however long it is; empty for none."""
    words: str
    """What follows from it."""
    deed: str
    """The button that does it, its letter marked with "&"."""
    careful: bool = False
    """Nothing brings back what it takes away, or it should be thought over: Enter means Cancel."""


class ConfirmDialog(QDialog):
    """One question with a button named after the deed. `exec` returns Accepted when it is meant."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.setWindowTitle(asked.title)
        self.setAccessibleDescription(". ".join(filter(None, (asked.about, asked.words))))
        self.setMinimumWidth(fonts.scaled(440))  # the title bar has room for the question, too
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(asked.title))
        if asked.about:
            column.addWidget(ElidedLabel(asked.about, fonts.semibold(13.5)))
        column.addWidget(label(asked.words, wraps=True))
        column.addSpacing(8)
        column.addLayout(dialog_buttons(self, asked.deed, asked.careful))
        self._ring = FocusRing(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for all words: a small screen gives less width than Qt reckoned the height with."""
        super().resizeEvent(event)
        column = self.layout()
        assert column is not None
        self.setMinimumHeight(column.totalHeightForWidth(self.width()))

    def is_meant(self) -> bool:
        """Ask, and return whether it is to be done."""
        return self.exec() == QDialog.DialogCode.Accepted
