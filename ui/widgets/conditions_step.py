"""The step for what follows: conditions and actions, who meets whom, and the decision that was taken."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assessments.asked_conditions import weak_without_condition
from assessments.cell_parsing import parse_value
from assessments.conditions import Decision
from assessments.sheet_columns import Column, ColumnKind
from assessments.sheets import Sheet
from assessments.wording_figures import band_word
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import set_decision, turn_into_condition
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.form import FormRow
from ui.widgets.labels import ElidedLabel, heading, label
from ui.widgets.pill import say
from ui.widgets.sheet_card import sheet_title
from ui.widgets.sheet_step import SheetStep

_LISTED = 12
_DAY = Column("on", "Day", ColumnKind.DATE, required=True)


class ConditionsStep(SheetStep):
    """Both tables, the weak answers that could become conditions, and the decision."""

    def __init__(self, document: AssessmentDocument) -> None:
        purpose = self.tr("Write what has to be done before or while the partnership runs, and how one can tell.")
        super().__init__(document, sheet_title(Sheet.CONDITIONS), purpose)
        self.add_table(Sheet.CONDITIONS)
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
        document.answer_changed.connect(lambda _id: self.refresh())
        document.details_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer each weak answer that has no condition yet."""
        while (item := self._offers.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        assessment = self.document.assessment
        weak = weak_without_condition(assessment, self.document.result)
        for key in weak[:_LISTED]:
            self._offers.addWidget(self._offer(key))
        self.weak.setVisible(bool(weak) and not assessment.is_final)

    def _offer(self, question_id: str) -> QWidget:
        question = self.document.questionnaire.questions[question_id]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(ElidedLabel(f"{question.id} {question.title}", fonts.sans(13.5)), 1)
        turn = button(self.tr("Turn into a condition"))
        turn.setAccessibleName(self.tr("Turn {id} into a condition").format(id=question_id))
        turn.clicked.connect(lambda: turn_into_condition(self.document, question_id))
        line.addWidget(turn)
        return row


class DecisionForm(Card):
    """What was decided, by whom, when, and why it differs from the recommendation. Stored by its button."""

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document = document
        self.column.addWidget(heading(self.tr("Decision taken")))
        self.recommended = label("", "secondary", wraps=True)
        self.column.addWidget(self.recommended)
        self.what, self.who, self.on, self.why = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.on.setPlaceholderText("2026-12-31")
        titles = (
            self.tr("What was decided"),
            self.tr("By whom"),
            self.tr("Day"),
            self.tr("Why it differs from the recommendation"),
        )
        for title, field in zip(titles, (self.what, self.who, self.on, self.why), strict=True):
            field.setAccessibleName(title)
            field.textEdited.connect(self._on_typed)
            field.returnPressed.connect(self.store)
            self.column.addWidget(FormRow(title, field))
        self.error = label("", "error", wraps=True)
        self.keep = button(self.tr("Record the decision"), kind="primary")
        self.take_back = button(self.tr("Take it back"))
        row = QHBoxLayout()
        for control in (self.keep, self.take_back):
            row.addWidget(control)
        row.addStretch(1)
        self.column.addWidget(self.error)
        self.column.addLayout(row)
        self.keep.clicked.connect(self.store)
        self.take_back.clicked.connect(lambda: set_decision(document, None))
        document.sheets_changed.connect(self.refresh)
        document.result_changed.connect(self._show_recommendation)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        stored = self._document.assessment.sheets.decision
        self.what.setText(stored.what if stored else "")
        self.who.setText(stored.who if stored else "")
        self.on.setText((stored.on if stored else self._document.workspace.today()).isoformat())
        self.why.setText(stored.why_different if stored else "")
        self.take_back.setVisible(stored is not None)
        self._pend(False)
        self._show_recommendation()

    def store(self) -> None:
        """Record the decision, or say what it still needs."""
        try:
            day = parse_value(_DAY, self.on.text())
            decision = Decision(self.what.text(), self.who.text(), day, self.why.text())  # type: ignore[arg-type]
        except ValueError as error:
            self.error.setText(str(error))
            self.error.show()
            return
        if set_decision(self._document, decision):
            self._pend(False)

    def _on_typed(self) -> None:
        self._pend(True)

    def _pend(self, typed: bool) -> None:
        self.error.hide()
        self.keep.setEnabled(typed and not self._document.assessment.is_final)
        self._document.workspace.set_pending(f"{self._document.assessment.id} decision", typed)

    def _show_recommendation(self) -> None:
        final = self._document.assessment.is_final
        band = band_word(self._document.result.recommendation.band, say)
        self.recommended.setText(self.tr("The recommendation is: {band}.").format(band=band))
        for field in (self.what, self.who, self.on, self.why):
            field.setReadOnly(final)
        self.take_back.setEnabled(not final)
