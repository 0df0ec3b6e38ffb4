"""A finished document on screen: its pages, small pictures of them, the bar above, and the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.find_bar import FindBar
from ui.widgets.labels import label
from ui.widgets.page_thumbnails import PageThumbnails
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.preview_bar import PreviewBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.documents.printed import Made


class DocumentViewer(QWidget):
    """Shows one PDF at a time. Its keys work wherever the keyboard is inside `keys_of`."""

    page_drawn = Signal(int)

    def __init__(self, keys_of: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = PdfPreview()
        self.preview.page_drawn.connect(self.page_drawn)
        self.bar = PreviewBar(self.preview)
        self.find_bar = FindBar()
        self.find_bar.start_from(lambda: self.preview.current)
        self.thumbnails = PageThumbnails()
        self.thumbnails.setFixedWidth(fonts.scaled(146))
        self.thumbnails.hide()
        self._waiting = label(self.tr("Making the pages…"), "secondary", fonts.sans(14))
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.preview)
        self._beside = QHBoxLayout()
        self._lay_out()
        self.bar.pages.toggled.connect(self.thumbnails.setVisible)
        self.bar.find_requested.connect(self.find_bar.open)
        self.find_bar.found.connect(self.preview.show_hits)
        self.find_bar.closed.connect(self.preview.setFocus)
        self.preview.page_changed.connect(self.thumbnails.show_page)
        self.thumbnails.page_requested.connect(self.preview.go_to_page)
        self._add_keys(keys_of)

    def show_document(self, made: Made) -> None:
        """Show a document, keeping the place in it; or why there is none."""
        self._stack.setCurrentWidget(self._waiting if made.problem else self.preview)
        self._waiting.setText(made.problem)
        self.preview.show_pdf(made.pdf, made.sizes)
        self.thumbnails.show_pdf(made.pdf, made.sizes)
        self.thumbnails.show_page(self.preview.current)
        self.bar.show_document(len(made.sizes), made.outline)
        self.find_bar.show_pdf(made.pdf)

    def add_beside(self, widget: QWidget) -> None:
        """Put something at the right of the pages."""
        self._beside.addWidget(widget)

    def _add_keys(self, owner: QWidget) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl++", lambda: self.preview.zoom_by(1)),
            ("Ctrl+=", lambda: self.preview.zoom_by(1)),
            ("Ctrl+-", lambda: self.preview.zoom_by(-1)),
            ("Ctrl+0", lambda: self.preview.set_zoom("width")),
            ("Ctrl+G", self.bar.focus_page),
            ("F3", lambda: self.find_bar.step(1)),
            ("Shift+F3", lambda: self.find_bar.step(-1)),
        ]
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.thumbnails)
        self._beside.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addLayout(self._beside, 1)
