"""Frames: the card that groups, the notice that warns."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.documents.names import breakable
from ui.widgets.labels import heading, label


class Card(QFrame):
    """A surface with a hairline around it and a column inside."""

    def __init__(self, title: str = "", parent: QWidget | None = None, kind: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 16)
        self.column.setSpacing(8)
        if title:
            self.column.addWidget(heading(title))


class Notice(QFrame):
    """One sentence that the reader must not miss, hidden while there is none."""

    def __init__(self, kind: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 8, 12, 8)
        self._text = ""
        self._words = label(wraps=True)
        self.row.addWidget(self._words, 1)
        self.hide()

    def show_text(self, text: str, kind: str = "") -> None:
        """Show a sentence, or hide the notice when it is empty. `kind` is notice, alarm or calm."""
        if text and kind and kind != self.property("kind"):
            self.setProperty("kind", kind)
            for widget in (self, *self.findChildren(QLabel)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._text = text
        self._words.setText(breakable(text))  # one endless name would make the window as wide
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text


def rule() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
