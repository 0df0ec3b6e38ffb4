"""The head of a page: serif title, one line below it, buttons on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.labels import ElidedLabel


class PageHeader(QFrame):
    """Title and subtitle elide; buttons are never cut."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setMinimumHeight(fonts.scaled(78))
        self.title = ElidedLabel(title, fonts.serif(20.5))
        self.subtitle = ElidedLabel(subtitle, fonts.sans(13), "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 10, 28, 10)
        self._row.setSpacing(14)
        self._row.addLayout(words, 1)

    def show_words(self, title: str, subtitle: str) -> None:
        """Show another title and subtitle."""
        self.title.show_text(title)
        self.subtitle.show_text(subtitle)

    def add(self, widget: QWidget) -> None:
        """Add a control on the right."""
        self._row.addWidget(widget)
