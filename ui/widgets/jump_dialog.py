"""Jump to a question by number, id or any words in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assessments.questionnaire import Question
from ui.theme import fonts
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import label, plain_tooltip
from ui.widgets.screen_room import within_screen

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class JumpDialog(QDialog):
    """Type, choose with the arrow keys, Enter."""

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Jump to"))
        self.resize(within_screen(560, 420))
        self._questions = questions
        self.field = QLineEdit()
        self.field.setFont(fonts.sans(15))
        self.field.setPlaceholderText(self.tr("Number, id or words"))
        self.field.setAccessibleName(self.tr("Number, id or words of a question"))
        self.field.textEdited.connect(self._fill)
        self.field.returnPressed.connect(self.accept)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFont(fonts.sans(13.5))
        self.list.setAccessibleName(self.tr("Matching questions"))
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.nothing = label(
            self.tr("No question fits. The sheets are in the list on the left."), "secondary", wraps=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        self._fill("")
        self.field.setFocus()
        self._ring = FocusRing(self)

    def chosen(self) -> str | None:
        """Return the chosen question's id."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move the choice while the field has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Close with a choice; with none there is nothing to jump to."""
        if self.list.currentItem() is not None:
            super().accept()

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for number, question in enumerate(self._questions, start=1):
            if _matches(typed, number, question):
                item = QListWidgetItem(f"{number}. {question.id}  {question.title}")
                item.setData(Qt.ItemDataRole.UserRole, question.id)
                item.setToolTip(plain_tooltip(question.text))
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)


def _matches(typed: str, number: int, question: Question) -> bool:
    words = typed.casefold().split()
    if len(words) == 1 and words[0].isdecimal():
        return str(number).startswith(words[0])
    text = f"{question.id} {question.title} {question.text}".casefold()
    return all(word in text for word in words)
