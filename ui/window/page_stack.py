"""The pages of the window, one at a time, in a frame that scrolls where a page has no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Needs no more room than the page in view: Qt's own stack asks for the largest of all pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Return what the page in view needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def heightForWidth(self, width: int) -> int:
        """Return the least height of the page in view at a width; -1 where it does not depend on it.

        Qt's own stack asks for the largest of all pages here too, and for what they would like instead of what they
        need: the frame would scroll around pages that scroll inside.
        """
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        return layout.minimumHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1


def scrolled(stack: PageStack) -> QScrollArea:
    """Return a frame around the pages: with large text or in a small window it scrolls, and nothing is cut off."""
    area = QScrollArea()
    area.setObjectName("page")
    area.setViewport(QWidget())  # as Qt's own; yet when Python meets that one, PySide6 first makes all kinds of widgets
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(stack)
    return area
