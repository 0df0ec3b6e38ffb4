"""Finding words in the preview: the field, how many there are, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from ui.jobs.newest import Newest
from ui.theme import fonts
from ui.widgets.buttons import sign_button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from reports.page_search import Hit

_REST = 150
"""Milliseconds without a key before it looks."""


class FindBar(QFrame):
    """Looks in a worker for the newest words. Hidden until it is opened."""

    found = Signal(object, object)
    """All hits, and the one that the reader is at or None."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self._pdf = b""
        self._hits: Sequence[Hit] = ()
        self._at = 0
        self._from_page: Callable[[], int] = lambda: 0
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self.field = QLineEdit()
        self.field.setFont(fonts.sans(13.5))
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(self.tr("Find in this document"))
        self.field.setAccessibleName(self.tr("Find in this document"))
        self.field.textEdited.connect(lambda _text: self._rest.start())
        self.count = label("", "secondary")
        self.previous = sign_button("‹", self.tr("Previous hit"), "Shift+Enter", lambda: self.step(-1))
        self.next = sign_button("›", self.tr("Next hit"), "Enter", lambda: self.step(1))
        self.close_button = sign_button("×", self.tr("Close the search"), "Esc", self.leave)
        self._looking = Newest(self)
        self._looking.arrived.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for one in (self.previous, self.next, self.close_button):
            row.addWidget(one)
        self._show_count()
        self.hide()

    def start_from(self, current_page: Callable[[], int]) -> None:
        """Let the first hit be the first one from this page on."""
        self._from_page = current_page

    def show_pdf(self, pdf: bytes) -> None:
        """Look in another PDF from now on."""
        self._pdf = pdf
        if self.isVisible() and self.field.text():
            self._look()

    def open(self) -> None:
        """Show it and take the keyboard; what was looked for is still there."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._look()

    def leave(self) -> None:
        """Hide it; nothing is marked any more."""
        self.hide()
        self._rest.stop()
        self._looking.drop()
        self._hits = ()
        self._show_count()
        self.found.emit((), None)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), around the ends."""
        if self._rest.isActive():
            self._rest.stop()
            self._look()
        elif self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self._looking.ask(partial(_find, self._pdf, self.field.text()))

    def _take(self, found: tuple[bytes, tuple[Hit, ...]]) -> None:
        pdf, hits = found
        if pdf is not self._pdf or not self.isVisible():
            return
        self._hits = hits
        page = self._from_page()
        self._at = next((number for number, hit in enumerate(hits) if hit.page >= page), 0)
        self._tell()

    def _tell(self) -> None:
        self._show_count()
        self.found.emit(self._hits, self._hits[self._at] if self._hits else None)

    def _show_count(self) -> None:
        typed = bool(self.field.text().strip())
        words = self.tr("Not found") if typed else ""
        if self._hits:
            words = self.tr("{at} of {count}").format(at=self._at + 1, count=len(self._hits))
        self.count.setText(words)
        self.count.setAccessibleName(words)
        for one in (self.previous, self.next):
            one.setEnabled(bool(self._hits))


def _find(pdf: bytes, words: str) -> tuple[bytes, tuple[Hit, ...]]:
    from reports.page_search import find_words

    return pdf, find_words(pdf, words) if pdf else ()
