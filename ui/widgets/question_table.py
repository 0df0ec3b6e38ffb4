"""All questions as a list, for reviewers who read across."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from assessments.answer import UNANSWERED
from assessments.questionnaire import Question
from assessments.wording import answer_words, grade_word
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts, palette
from ui.widgets.day_reading import day_words
from ui.widgets.pill import say
from ui.widgets.stretching import stretch

Index = QModelIndex | QPersistentModelIndex
_NOTE = 160
_WIDTHS = {0: 52, 2: 140, 3: 96, 4: 112}


class QuestionRows(QAbstractTableModel):
    """One row a question: id, title, answer, grade, date, note."""

    def __init__(self, document: AssessmentDocument) -> None:
        super().__init__()
        self._document = document
        self._questions: list[Question] = list(document.questionnaire.questions.values())
        self._titles = [
            self.tr("Id"),
            self.tr("Question"),
            self.tr("Answer"),
            self.tr("Evidence"),
            self.tr("Dated"),
            self.tr("Note"),
        ]
        document.answer_changed.connect(self._on_answer)
        document.details_changed.connect(self._on_details)

    def question_at(self, place: int) -> Question:
        """Return the question of a row."""
        return self._questions[place]

    def row_of(self, question_id: str) -> int:
        """Return the row of a question."""
        return [question.id for question in self._questions].index(question_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of questions."""
        return 0 if parent.isValid() else len(self._questions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; questions out of scope are paler and say so."""
        question = self._questions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(question, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:  # a screen reader says nothing at all of an empty cell
            return self._words(question, index.column()) or self.tr("none")
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(question)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(question, index.column())
        return None

    def _words(self, question: Question, column: int) -> str:
        answer = self._document.assessment.answer(question.id)
        in_scope = question.id in self._document.result.in_scope
        state = answer_words(self._document.questionnaire, answer, say)
        if not in_scope:
            state = self.tr("Not asked") if answer == UNANSWERED else self.tr("{state}, not scored").format(state=state)
        flag = "⚑ " if answer.flagged else ""
        return [
            question.id,
            flag + question.title,
            state,
            grade_word(answer.grade, say) if answer.grade is not None else "",
            day_words(answer.evidence_date) if answer.evidence_date else "",
            " ".join((answer.reason or answer.note)[:_NOTE].split()),
        ][column]

    def _colour(self, question: Question) -> QColor:
        asked = question.id in self._document.result.in_scope
        return palette.color("ink" if asked else "faint")

    def _font(self, question: Question, column: int) -> QFont:
        rated = self._document.assessment.answer(question.id).rating is not None
        return fonts.semibold(13) if column == 2 and rated else fonts.sans(13)

    def _on_answer(self, question_id: str) -> None:
        row = self.row_of(question_id)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._titles) - 1))

    def _on_details(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._questions) - 1, len(self._titles) - 1))


class QuestionTable(QTableView):
    """The list. Enter or a double click opens the card."""

    open_requested = Signal(str)

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Questions"))
        self.rows = QuestionRows(document)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setProperty("kind", "sheet")
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(34))
        header = stretch(self, {1: 170, 5: 120})
        header.setFont(fonts.sans(12.5))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, fonts.scaled(width))
        self.doubleClicked.connect(lambda index: self.open_requested.emit(self.rows.question_at(index.row()).id))

    def current_id(self) -> str | None:
        """Return the question of the selected row."""
        index = self.currentIndex()
        return self.rows.question_at(index.row()).id if index.isValid() else None

    def select(self, question_id: str) -> None:
        """Select a question's row."""
        self.setCurrentIndex(self.rows.index(self.rows.row_of(question_id), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page: they answer. Qt would look for a row and keep them."""
        if event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)
