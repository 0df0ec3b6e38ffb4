"""The head of a page: serif title, one line below it, buttons on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.labels import ElidedLabel

_SIDE, _GAP = 28, 14
_NARROW_SIDE = 16
_HIGH = 78
_LEAST_WORDS = 190
"""Pixels that the title keeps beside the controls; with less they move below it."""


class PageHeader(QFrame):
    """Title and subtitle elide; buttons are never cut."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setMinimumHeight(fonts.scaled(_HIGH))
        self.title = ElidedLabel(title, fonts.serif(20.5))
        self.subtitle = ElidedLabel(subtitle, fonts.sans(13), "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(_GAP)
        self._fits = True
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDE, 10, _SIDE, 10)
        self._row.setSpacing(_GAP)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._controls)

    def show_words(self, title: str, subtitle: str) -> None:
        """Show another title and subtitle."""
        self.title.show_text(title)
        self.subtitle.show_text(subtitle)

    def add(self, widget: QWidget) -> None:
        """Add a control on the right."""
        self._controls.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the controls: with no more than that they stand below the title."""
        width = self._controls.minimumSize().width() + 2 * _NARROW_SIDE
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the controls beside or below the title."""
        super().resizeEvent(event)
        beside = self._controls.sizeHint().width() + fonts.scaled(_LEAST_WORDS) + 2 * _SIDE + _GAP
        fits = event.size().width() >= beside
        if fits is not self._fits:
            self._fits = fits
            side, above = (_SIDE, 10) if fits else (_NARROW_SIDE, 6)
            self._row.setContentsMargins(side, above, side, above)
            self._row.setSpacing(_GAP if fits else 6)
            self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        # A fixed least height would count more than what the two lines need.
        self.setMinimumHeight(fonts.scaled(_HIGH) if fits else self._row.minimumSize().height())
