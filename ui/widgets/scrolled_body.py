"""What scrolls inside a scroll area."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledBody(QWidget):
    """As high as its content at the width it has.

    A plain widget asks for the height of its wrapped labels at their narrowest, and scrolls where nothing is hidden.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled")

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height is asked for with the width."""
        return QSize(super().minimumSizeHint().width(), 0)
