"""A plain-text field whose text becomes an edit after a rest, or when it is left. No character is ever changed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from assessments.text_rules import TEXT_LIMIT, TextRefused, clean_text
from assessments.wording_figures import count_words
from ui.theme import fonts
from ui.theme.figures import own_figures

REST = 400
"""Milliseconds without a key before the text is stored."""
_PARAGRAPH = "\u2029"


class NoteField(QPlainTextEdit):
    """Tells what was typed, and what is wrong with it."""

    typed = Signal(str)
    """The whole text, fit to be stored."""
    pending = Signal(bool)
    """Whether there is typed text that was not told yet."""
    refused = Signal(str)
    """Why the text cannot be stored; empty when it can again. The text stays in the field."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._stored = self._before = ""
        self._waiting = False
        self.setFont(fonts.sans(13.5))
        self.setTabChangesFocus(True)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.store)
        self.document().contentsChange.connect(self._on_change)

    def text(self) -> str:
        """Return the text exactly as typed; Qt's own accessor would turn hard spaces into plain ones."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def show_text(self, text: str) -> None:
        """Show stored text; what is being typed is not overwritten by itself."""
        self._stored = text
        self._settle()
        if text != self.text():
            self.setPlainText(text)
            self._settle()
        self.refused.emit("")

    def follow(self, text: str) -> None:
        """Show the text of a new state of the file; what is typed stays while the stored text is as it was."""
        if not self._waiting or text != self._stored:
            self.show_text(text)

    def store(self) -> bool:
        """Tell the text now. Return whether nothing typed waits any more."""
        self._rest.stop()
        if not self._waiting:
            return True
        text = self.text()
        try:
            clean_text(text, say=own_figures)
        except TextRefused as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        self._settle()
        if text != self._stored:
            self._before, self._stored = self._stored, text
            self.typed.emit(text)
        return not self._waiting

    def keep_waiting(self) -> None:
        """Take the text that was told as still to be stored: the file refused it. It is told again on leaving."""
        self._stored = self._before
        self._waiting = True
        self.pending.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what was typed when the field is left."""
        super().focusOutEvent(event)
        self.store()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text; files are for whatever the field lies in."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text. What no note can hold is refused at once: laying it out alone would take minutes."""
        if not source.hasText():
            return
        text = source.text()
        kept = len(self.text()) - len(self.textCursor().selectedText())
        if kept + len(text) > TEXT_LIMIT:
            words = self.tr("Nothing was pasted: a note can have {most} characters, and this would make {count}.")
            self.refused.emit(
                words.format(
                    most=count_words(TEXT_LIMIT, own_figures), count=count_words(kept + len(text), own_figures)
                )
            )
            return
        self.insertPlainText(text)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy exactly what is selected."""
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n"))
        return copied

    def sizeHint(self) -> QSize:
        """Return room for the usual number of lines."""
        return QSize(300, self.fontMetrics().lineSpacing() * self._lines + 24)

    def minimumSizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(160, self.fontMetrics().lineSpacing() * 2 + 16)

    def put_cursor_at_end(self) -> None:
        """Go on writing where the text ends."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _on_change(self, _at: int, _removed: int, _added: int) -> None:
        if self.text() == self._stored:
            self._settle()
        else:
            self._waiting = True
            self.pending.emit(True)
            self._rest.start()

    def _settle(self) -> None:
        self._rest.stop()
        self._waiting = False
        self.pending.emit(False)
