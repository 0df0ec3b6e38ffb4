"""The comparison question by question: what each partner was rated, and on what evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from assessments.answer import Answer
from assessments.comparison import Comparison
from assessments.comparison_table import QuestionRow
from assessments.wording import answer_words, grade_word
from assessments.wording_comparison import partner_names
from ui.theme import fonts, palette
from ui.widgets.figure_table import make_figure_table, share_width
from ui.widgets.labels import plain_tooltip
from ui.widgets.pill import say

_NAMES, _LEAST, _ROW = 280, 150, 34
Index = QModelIndex | QPersistentModelIndex


class ComparedAnswers(QAbstractTableModel):
    """A row a question, a column a partner."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._names: tuple[str, ...] = ()
        self.rows: list[QuestionRow] = []

    def show_rows(self, comparison: Comparison, rows: Sequence[QuestionRow]) -> None:
        """Show questions of a comparison."""
        self.beginResetModel()
        self._comparison, self._names, self.rows = comparison, partner_names(comparison), list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of questions."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of partners."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a partner's name, or a question by its id and title."""
        if orientation is Qt.Orientation.Horizontal:
            return self._names[section] if role == Qt.ItemDataRole.DisplayRole else None
        question = self.rows[section].question
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{question.id}  {question.title}"
        return plain_tooltip(question.text) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an answer in words."""
        row = self.rows[index.row()]
        answer = row.answers[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._words(answer)
            spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return f"{self._names[index.column()]}, {row.question.id}: {words}" if spoken else words
        if role == Qt.ItemDataRole.FontRole:
            return fonts.semibold(13) if row.differs and answer and answer.rating is not None else fonts.sans(13)
        if role == Qt.ItemDataRole.ForegroundRole:
            return palette.color("ink" if answer and answer.rating is not None else "faint")
        return None

    def _words(self, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("Not asked")
        assert self._comparison is not None
        questionnaire = self._comparison.partners[0].assessment.questionnaire
        words = answer_words(questionnaire, answer, say)
        graded = answer.rating is not None and answer.grade is not None
        return f"{words} · {grade_word(answer.grade, say)}" if graded and answer.grade is not None else words


class ComparedQuestions(QTableView):
    """As tall as its rows, inside a page that scrolls. Enter or a double click opens the question."""

    open_requested = Signal(str, int)
    """Question id and the partner's column."""
    current_moved = Signal(QRect)
    """Where the current cell is now, in this widget's coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = ComparedAnswers()
        self.setModel(self.answers)
        make_figure_table(self, self.tr("Answers compared question by question"))
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.setFixedWidth(fonts.scaled(_NAMES))
        side.setDefaultSectionSize(fonts.scaled(_ROW))
        for header in (side, head):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setHighlightSections(False)
            header.setFont(fonts.sans(13))
        self.doubleClicked.connect(lambda _index: self._open())
        self.answers.modelReset.connect(self._share_width)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.current_moved.emit(self.visualRect(now)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the question; the rest is the grid's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the partners."""
        super().resizeEvent(event)
        self._share_width()

    def _open(self) -> None:
        index = self.currentIndex()
        self.open_requested.emit(self.answers.rows[index.row()].question.id, index.column())

    def _share_width(self) -> None:
        share_width(self, fonts.scaled(_LEAST))
