"""The step for what follows: conditions and actions, who meets whom, and the decision that was taken."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessments.asked_conditions import weak_without_condition
from assessments.conditions import Condition
from assessments.sheets import Sheet
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import turn_into_condition
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.decision_form import DecisionForm
from ui.widgets.labels import ElidedLabel, heading, label
from ui.widgets.section_progress import DECISION
from ui.widgets.sheet_card import sheet_title
from ui.widgets.sheet_step import SheetStep

_LISTED = 12


class ConditionsStep(SheetStep):
    """Both tables, the weak answers that could become conditions, and the decision."""

    def __init__(self, document: AssessmentDocument) -> None:
        purpose = self.tr("Write what has to be done before or while the partnership runs, and how one can tell.")
        super().__init__(document, sheet_title(Sheet.CONDITIONS), purpose)
        self.table = self.add_table(Sheet.CONDITIONS)
        self.go_to = button(self.tr("Go to question"))
        self.table.buttons.addWidget(self.go_to)
        self.weak = Card(self.tr("Weak answers without a condition"))
        self._offers = QVBoxLayout()
        self.weak.column.addLayout(self._offers)
        self.column.addWidget(self.weak)
        self.column.addWidget(heading(self.tr("Communication rhythm")))
        words = self.tr("Who meets whom, how often and by which channel.")
        self.column.addWidget(label(words, "secondary", wraps=True))
        self.add_table(Sheet.MEETINGS).view.setAccessibleName(self.tr("Communication rhythm"))
        self.decision = DecisionForm(document)
        self.column.addWidget(self.decision)
        self.column.addStretch(1)
        self.go_to.clicked.connect(lambda: self.question_requested.emit(self._named()))
        self.table.view.selectionModel().currentChanged.connect(lambda *_: self._follow_row())
        document.sheets_changed.connect(self._follow_row)
        document.answer_changed.connect(lambda _id: self.refresh())
        document.details_changed.connect(self.refresh)
        self._follow_row()
        self.refresh()

    def take_focus(self, key: str) -> None:
        """Give the keyboard to the decision, or to the first table."""
        if key != DECISION:
            super().take_focus(key)
            return
        self.decision.what.setFocus()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.decision))  # its place is known by then

    def refresh(self) -> None:
        """Offer each weak answer that has no condition yet."""
        while (item := self._offers.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        assessment = self.document.assessment
        weak = weak_without_condition(assessment, self.document.result)
        before: QWidget = self.go_to
        for key in weak[:_LISTED]:
            row, turn = self._offer(key)
            self._offers.addWidget(row)
            QWidget.setTabOrder(before, turn)
            before = turn
        QWidget.setTabOrder(before, self.tables[-1].view)
        self.weak.setVisible(bool(weak))

    def _named(self) -> str:
        """Return the question that the current row came from; empty when it is none of this questionnaire."""
        row = self.table.model.row_at(self.table.view.currentIndex().row())
        key = row.question_id if isinstance(row, Condition) else ""
        return key if key in self.document.questionnaire.questions else ""

    def _follow_row(self) -> None:
        key = self._named()
        self.go_to.setEnabled(bool(key))
        self.go_to.setText(self.tr("Go to {id}").format(id=key) if key else self.tr("Go to question"))

    def _offer(self, question_id: str) -> tuple[QWidget, QWidget]:
        """Return a line and its button."""
        question = self.document.questionnaire.questions[question_id]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(ElidedLabel(f"{question.id} {question.title}", fonts.sans(13.5)), 1)
        turn = button(self.tr("Turn into a condition"))
        turn.setAccessibleName(self.tr("Turn {id} into a condition").format(id=question_id))
        turn.clicked.connect(lambda: turn_into_condition(self.document, question_id))
        line.addWidget(turn)
        return row, turn
