"""One question at a time: ratings, evidence, note, and why it matters."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from assessments.answer import Grade, State
from assessments.asked_conditions import offers_condition
from assessments.questionnaire import GateRule, Question
from assessments.result import Gate, GateOutcome, Result
from assessments.wording_evidence import freshness_words
from assessments.wording_gaps import gate_notice
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import turn_into_condition
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card, Notice
from ui.widgets.day_reading import day_words
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.evidence_strip import EvidenceStrip
from ui.widgets.file_drop import FileDrop
from ui.widgets.labels import label
from ui.widgets.note_field import NoteField
from ui.widgets.pill import say
from ui.widgets.rating_list import RatingList
from ui.widgets.reason_dialog import NotApplicableDialog
from ui.widgets.scrolled_body import ScrolledBody
from ui.widgets.wrapping_row import WrappingRow

_SAFE = (GateOutcome.PASSED, GateOutcome.OPEN, GateOutcome.INACTIVE, GateOutcome.WEAK)


class QuestionCard(QScrollArea):
    """The card of one document; the same widgets show every question."""

    next_requested = Signal()
    back_requested = Signal()

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.question: Question = next(iter(document.questionnaire.questions.values()))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._dimension, self._place = label("", "secondary"), label("", "secondary")
        self._gate = label("", "tag", fonts.semibold(12))
        self._flag = button(self.tr("⚑ Come back"), "F", "link")
        self._text = label("", font=fonts.serif(19.5), wraps=True)
        self.ratings = RatingList()
        self._unknown = button(self.tr("Don't know yet"), "U")
        self._not_applicable = button(self.tr("Not applicable"), "N")
        for state in (self._flag, self._unknown, self._not_applicable):
            state.setCheckable(True)
        self.condition = button(self.tr("Turn into a condition"))
        self._reason = label("", "secondary", wraps=True)
        self.notice = Notice()
        self.evidence = EvidenceRow(document.workspace.today)
        self.note = NoteField(lines=2)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What did you see or hear, and where is it?"))
        self._note_error = label("", "error", fonts.sans(12.5), wraps=True)
        self.back = button(self.tr("← Back"))
        self.next = button(self.tr("Next"), "Enter", "primary")
        self.files = EvidenceStrip(document, (self.back, self.next))
        self._knowledge = Card(kind="sunken")
        self._why = label("", wraps=True)
        self._counts = label("", wraps=True)
        self._lay_out()
        self._connect()

    # --- showing

    def show_question(self, question_id: str) -> bool:
        """Show another question; what was typed for the last one is stored first.

        Returns:
            False when its note cannot be stored: it stays on screen, where the note can be changed or tried again.
        """
        stored = self.note.store()
        if question_id != self.question.id:
            if not stored:
                return False
            self._leave_date()
        self.question = self._document.questionnaire.questions[question_id]
        self._text.setText(self.question.text)
        self.ratings.show_question(self._document.questionnaire, self.question)
        self._why.setText(self.question.why)
        self._counts.setText(self.question.evidence)
        self.files.show_question(self.question)
        self.verticalScrollBar().setValue(0)
        self.refresh()
        return True

    def _leave_date(self) -> None:
        """Store the date that is being typed; one that cannot be stored is taken back, and the window says so."""
        if self.evidence.day.store():
            return
        wrong = self.evidence.date_error
        self.evidence.day.reset()
        if wrong:  # else the file has said why it refused the day
            words = self.tr("{wrong} {id} keeps the date it had.").format(wrong=wrong, id=self.question.id)
            self._document.workspace.refused.emit(words)

    def refresh(self) -> None:
        """Show what is stored for the question."""
        assessment, result = self._document.assessment, self._document.result
        answer = assessment.answer(self.question.id)
        self.ratings.show_rating(answer.rating)
        self._unknown.setChecked(answer.state is State.UNKNOWN)
        self._not_applicable.setChecked(answer.state is State.NOT_APPLICABLE)
        self._reason.setText(self.tr("Because: {reason}").format(reason=answer.reason) if answer.reason else "")
        self._reason.setVisible(bool(answer.reason))
        self._flag.setChecked(answer.flagged)
        self.condition.setVisible(offers_condition(assessment, self.question.id))
        self.files.refresh()
        self.note.follow(answer.note)
        self._show_place(result)
        self._show_day()
        for control in (self.ratings, self._unknown, self._not_applicable, self.evidence, self._flag):
            control.setEnabled(not assessment.is_final)
        self.note.setReadOnly(assessment.is_final)

    def _show_day(self) -> None:
        """Show what depends on the day: how old the evidence is, and what that makes of a gate."""
        answer, result = self._document.assessment.answer(self.question.id), self._document.result
        self.evidence.show_answer(answer, freshness_words(answer, self.question, result.as_of, say, day_words))
        self._show_gate(result)

    def _show_place(self, result: Result) -> None:
        dimension = self._document.questionnaire.dimension_by_id[self.question.dimension]
        asked = [question.id for question in dimension.questions if question.id in result.in_scope]
        self._dimension.setText(self.tr("{dimension} ·").format(dimension=dimension.title))
        words = self.tr("{n} of {total} · {id}") if self.question.id in asked else "{id}"
        place = asked.index(self.question.id) + 1 if self.question.id in asked else 0
        self._place.setText(words.format(n=place, total=len(asked), id=self.question.id))

    def _show_gate(self, result: Result) -> None:
        gate = next((gate for gate in result.gates if gate.question_id == self.question.id), None)
        self._gate.setText(self._gate_words(gate))
        self._gate.setVisible(self.question.gate is not GateRule.NONE)
        words = gate_notice(gate, say) if gate else ""
        if self.question.id not in result.in_scope:
            words = self.tr("This question is out of scope here: an answer is kept, and not scored.")
        serious = gate is not None and gate.outcome not in _SAFE
        self.notice.show_text(words, "alarm" if serious else "notice")

    def _gate_words(self, gate: Gate | None) -> str:
        if gate is None or gate.outcome is GateOutcome.INACTIVE:
            return self.tr("Gate, not active here")
        return self.tr("Gate: rating 1 decides")

    # --- acting

    def ask_not_applicable(self) -> None:
        """Ask why it does not apply; a second time clears it."""
        answer = self._document.assessment.answer(self.question.id)
        if answer.state is State.NOT_APPLICABLE:
            self._follow(self._document.clear(self.question.id))
            return
        dialog = NotApplicableDialog(self.question.text, answer.reason, self)
        accepted = dialog.exec() == NotApplicableDialog.DialogCode.Accepted
        self._follow(accepted and self._document.set_not_applicable(self.question.id, dialog.reason))

    def set_unknown(self) -> None:
        """Store "unknown"; a second time clears it."""
        self._follow(self._document.set_unknown(self.question.id))

    def toggle_flag(self) -> None:
        """Mark or unmark "come back to this"."""
        flagged = self._document.assessment.answer(self.question.id).flagged
        self._follow(self._document.set_flag(self.question.id, not flagged))

    def _keep_date(self, day: date | None) -> None:
        if not self._document.set_evidence_date(self.question.id, day):
            self.evidence.day.keep_waiting()

    def _keep_grade(self, grade: Grade | None) -> None:
        self._follow(self._document.set_grade(self.question.id, grade))

    def _keep_note(self, text: str) -> None:
        if not self._document.set_note(self.question.id, text):
            self.note.keep_waiting()

    def _turn_into_condition(self) -> None:
        turn_into_condition(self._document, self.question.id)

    def rate(self, rating: int) -> None:
        """Store a rating; the same one again clears."""
        self._follow(self._document.rate(self.question.id, rating))

    def _follow(self, stored: bool) -> None:
        """Take back what a click showed, unless it was stored, which the document tells everyone."""
        if not stored:
            self.refresh()

    def _on_answer(self, question_id: str) -> None:
        if question_id == self.question.id:
            self.refresh()

    def _connect(self) -> None:
        self.ratings.picked.connect(self.rate)
        self._unknown.clicked.connect(self.set_unknown)
        self._not_applicable.clicked.connect(self.ask_not_applicable)
        self._flag.clicked.connect(self.toggle_flag)
        self.condition.clicked.connect(self._turn_into_condition)
        self._document.answer_changed.connect(self._on_answer)
        self._document.evidence_changed.connect(self._on_answer)
        self._document.sheets_changed.connect(self.refresh)
        self._document.day_changed.connect(self._show_day)
        self.evidence.grade_picked.connect(self._keep_grade)
        self.evidence.date_picked.connect(self._keep_date)
        self.evidence.day.pending.connect(partial(self._pend, "date"))
        self.note.typed.connect(self._keep_note)
        self.note.pending.connect(partial(self._pend, "note"))
        self.note.refused.connect(self._show_note_error)
        for field in (self.note, self.evidence.day):
            self._document.workspace.store_requested.connect(field.store)
        self._drop = FileDrop(self.viewport(), lambda: not self._document.assessment.is_final)
        self._drop.dropped.connect(self.files.attach_files)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)

    def _pend(self, what: str, typed: bool) -> None:
        place = f"{self._document.assessment.id} {what} {self.question.id}"
        self._document.workspace.set_pending(place, typed)

    def _show_note_error(self, sentence: str) -> None:
        self._note_error.setText(sentence)
        self._note_error.setVisible(bool(sentence))
        if sentence:  # it stands below the field, which may end where the view does; its place is known in a moment
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._note_error, 0, 8))

    # --- laying out

    def _lay_out(self) -> None:
        head = WrappingRow(gap=5)
        for words in (self._dimension, self._place, self._gate):  # with large text each may need a line of its own
            head.addWidget(words)
        head.add_end(self._flag)
        states = WrappingRow()
        for state in (self._unknown, self._not_applicable, self.condition):
            states.addWidget(state)
        self._fill_knowledge()
        body = ScrolledBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 14, 22, 18)
        column.setSpacing(9)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self.ratings)
        column.addLayout(states)
        for part in (self._reason, self.notice, self.evidence, self.note, self._note_error):
            column.addWidget(part)
        column.addWidget(self.files)
        column.addWidget(self._knowledge)
        column.addStretch(1)
        self.setWidget(body)

    def _fill_knowledge(self) -> None:
        column = self._knowledge.column
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(2)
        for title, text in (
            (self.tr("Why it matters"), self._why),
            (self.tr("What counts as evidence"), self._counts),
        ):
            column.addWidget(label(title, font=fonts.semibold(12.5)))
            text.setFont(fonts.sans(12.5))
            text.setProperty("kind", "secondary")
            column.addWidget(text)
