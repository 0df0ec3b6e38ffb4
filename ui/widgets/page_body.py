"""What lies below a page's head: one column, with less around it in a small window."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import fonts

_SMALL_WIDTH, _SMALL_HEIGHT = 560, 480
"""Pixels: of the body, and of the window, since the body itself may be higher than what is seen of it."""


class PageBody(QWidget):
    """Add to `column`, once the body is where it stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self._is_small: bool | None = None
        self._make_room(small=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the window."""
        super().resizeEvent(event)
        narrow = event.size().width() < fonts.scaled(_SMALL_WIDTH)
        self._make_room(narrow or self.window().height() < fonts.scaled(_SMALL_HEIGHT))

    def _make_room(self, small: bool) -> None:
        if small is self._is_small:
            return
        self._is_small = small
        self.column.setContentsMargins(*((14, 10, 14, 10) if small else (24, 14, 24, 18)))
        self.column.setSpacing(8 if small else 14)
