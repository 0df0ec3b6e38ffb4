"""Go to a question by its number."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from assessments.questionnaire import Question, Questionnaire
from ui.theme import fonts
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.labels import heading, label


class NumberDialog(QDialog):
    """One field; below it the question that has the number, or what a number must be."""

    def __init__(self, questionnaire: Questionnaire, here: str, parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            questionnaire: Its questions are numbered from 1, in its order.
            here: Id of the question in view, whose number is in the field at first.
            parent: The usual one.
        """
        super().__init__(parent)
        self._questions = list(questionnaire.questions.values())
        self.setWindowTitle(self.tr("Go to question"))
        self.setMinimumWidth(fonts.scaled(420))
        ids = [question.id for question in self._questions]
        self.field = QLineEdit(str(ids.index(here) + 1))
        self.field.setFont(fonts.sans(15))
        self.field.setMaxLength(20)
        hint = self.tr("From 1 to {n}, in the order of the questionnaire. An id such as {id} does too.")
        self._row = FormRow(self.tr("&Number"), self.field, hint.format(n=len(ids), id=ids[-1]))
        self.shown = label("", font=fonts.semibold(13.5), wraps=True)
        self.shown.setMinimumHeight(2 * self.shown.fontMetrics().lineSpacing())  # a longer title moves nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("Go to question")))
        column.addWidget(self._row)
        column.addWidget(self.shown)
        column.addStretch(1)
        column.addLayout(dialog_buttons(self, self.tr("&Go")))
        self.field.textEdited.connect(lambda _text: self._show_question())
        self._show_question()
        self.field.selectAll()
        self.field.setFocus()
        self._ring = FocusRing(self)

    @property
    def question(self) -> Question | None:
        """The question that is meant; None when there is no such number or id."""
        typed = self.field.text().strip()
        number = int(typed) if typed.isdecimal() else 0
        if 1 <= number <= len(self._questions):
            return self._questions[number - 1]
        return next((one for one in self._questions if one.id.casefold() == typed.casefold()), None)

    @property
    def problem(self) -> str:
        """What is wrong with what is typed; empty when it names a question."""
        typed, last = self.field.text().strip(), len(self._questions)
        if self.question is not None:
            return ""
        if not typed:
            return self.tr("Type a number from 1 to {n}.").format(n=last)
        if typed.isdecimal():
            return self.tr("There is no question {n}: they go from 1 to {last}.").format(n=typed, last=last)
        return self.tr("“{typed}” is no number. Type one from 1 to {n}.").format(typed=typed, n=last)

    def accept(self) -> None:
        """Close when there is such a question, else say what is wrong."""
        if self.problem:
            self._row.show_error(self.problem)
            self.field.setFocus()
            self.field.selectAll()
            return
        super().accept()

    def _show_question(self) -> None:
        """Show which question it is while it is typed; what is wrong is only taken back, and said on going there."""
        question = self.question
        self.shown.setText(f"{question.id} · {question.title}" if question else "")
        if question is not None:
            self._row.show_error("")
