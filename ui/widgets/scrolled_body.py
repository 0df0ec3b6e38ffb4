"""What scrolls, and the area that it scrolls in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget


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


def scroll_area(body: QWidget) -> QScrollArea:
    """Return an area for a body that is as wide as the area; the Tab key goes past it, to what is in the body."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def fill_dialog(dialog: QDialog, body: QWidget, foot: QLayout) -> QScrollArea:
    """Lay out a dialog: its body, which scrolls on a small screen, over the row at its foot, which is always seen."""
    area = scroll_area(body)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(area, 1)
    foot.setContentsMargins(24, 8, 24, 18)
    whole.addLayout(foot)
    return area
