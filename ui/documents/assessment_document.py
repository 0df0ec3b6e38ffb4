"""One assessor's view of one assessment, as the pages see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from assessments.answer import UNANSWERED, Answer, Grade, State
from assessments.assessment import Assessment, Reopening
from assessments.freshness import refuse_future
from assessments.questionnaire import Questionnaire
from assessments.result import Result
from assessments.scoring import score_assessment
from assessments.sheets import NO_SHEETS

if TYPE_CHECKING:  # heavy, and loaded by the workspace document
    from models.edits import Change, Edit
    from ui.documents.workspace_document import WorkspaceDocument


_AT_QUESTIONS = frozenset({"answer", "attachment", "link"})
"""Tables whose rows are seen at a question."""


class AssessmentDocument(QObject):
    """The frozen assessment with its result, replaced by the stored state after every change.

    Every setter returns True when the wish is stored. On False nothing has changed, and `workspace.refused` said why.
    """

    answer_changed = Signal(str)
    """Question id."""
    details_changed = Signal()
    """Purpose, scope, type, partner, weights, finished or reopened."""
    sheets_changed = Signal()
    """Rows of a sheet, or the decision. They never change the result."""
    evidence_changed = Signal(str)
    """Id of a question whose attached files or links differ now."""
    result_changed = Signal()
    """After every stored change of this assessment, whatever it was."""
    day_changed = Signal()
    """A new day made another result of the same answers; `result_changed` follows."""
    reverted = Signal(str)
    """Id of a question that undo or redo touched here: it should be seen. What other programs wrote is not told so."""
    removed = Signal()
    """The assessment is gone: its creation was undone."""

    def __init__(self, workspace: WorkspaceDocument, assessment_id: UUID) -> None:
        """Read the assessment.

        Raises:
            StoreError: It cannot be read.
        """
        super().__init__(workspace)
        self.workspace = workspace
        self.assessment: Assessment = workspace.workspace.read_assessment(assessment_id)
        self.result: Result = score_assessment(self.assessment, workspace.today())

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire this assessment was started with."""
        return self.assessment.questionnaire

    # --- answers

    def set_answer(self, question_id: str, after: Answer, label: str = "") -> bool:
        """Store an answer; `UNANSWERED` removes it."""
        from models.edits import edit_answer

        if after == self.assessment.answer(question_id):
            return True
        label = label or self.tr("answer to {id}").format(id=question_id)
        return self.commit(label, lambda: [edit_answer(self.assessment, question_id, after)])

    def rate(self, question_id: str, rating: int) -> bool:
        """Store a rating from 1 to 5; the rating that is there already is cleared."""
        before = self.assessment.answer(question_id)
        if before.rating == rating:
            return self.clear(question_id)
        return self._judge(question_id, self.tr("rating of {id}"), state=State.RATED, rating=rating)

    def set_unknown(self, question_id: str) -> bool:
        """Store "we looked, we do not know"; a second time clears it."""
        if self.assessment.answer(question_id).state is State.UNKNOWN:
            return self.clear(question_id)
        return self._judge(question_id, self.tr("unknown for {id}"), state=State.UNKNOWN)

    def set_not_applicable(self, question_id: str, reason: str) -> bool:
        """Store that the question does not apply, and why; the reason is more than white space."""
        return self._judge(question_id, self.tr("not applicable for {id}"), state=State.NOT_APPLICABLE, reason=reason)

    def clear(self, question_id: str) -> bool:
        """Take the judgement back; note, flag and evidence stay."""
        after = replace(
            self.assessment.answer(question_id), state=State.UNANSWERED, rating=None, reason="", answered_on=None
        )
        return self.set_answer(question_id, after, self.tr("clearing {id}").format(id=question_id))

    def set_grade(self, question_id: str, grade: Grade | None) -> bool:
        """Store how we know. It counts as given today, so undated evidence is as old as its grade."""
        before = self.assessment.answer(question_id)
        today = before.answered_on and self.workspace.today()
        after = replace(before, grade=grade, answered_on=today)
        return self.set_answer(question_id, after, self.tr("evidence grade of {id}").format(id=question_id))

    def set_evidence_date(self, question_id: str, day: date | None) -> bool:
        """Store the day of the evidence; a day after today is refused."""
        try:
            refuse_future(day, self.workspace.today())
        except ValueError as error:
            self.workspace.refused.emit(str(error))
            return False
        after = replace(self.assessment.answer(question_id), evidence_date=day)
        return self.set_answer(question_id, after, self.tr("evidence date of {id}").format(id=question_id))

    def set_note(self, question_id: str, note: str) -> bool:
        """Store the note as typed."""
        after = replace(self.assessment.answer(question_id), note=note)
        return self.set_answer(question_id, after, self.tr("note on {id}").format(id=question_id))

    def set_flag(self, question_id: str, flagged: bool) -> bool:
        """Store the "come back to this" mark."""
        after = replace(self.assessment.answer(question_id), flagged=flagged)
        return self.set_answer(question_id, after, self.tr("flag on {id}").format(id=question_id))

    def _judge(self, question_id: str, label: str, state: State, rating: int | None = None, reason: str = "") -> bool:
        after = replace(
            self.assessment.answer(question_id),
            state=state,
            rating=rating,
            reason=reason,
            answered_on=self.workspace.today(),
        )
        return self.set_answer(question_id, after, label.format(id=question_id))

    # --- the assessment itself

    def set_details(self, label: str = "", **changes: Any) -> bool:
        """Store changed fields of the assessment: purpose, scope, partner_type, gut_feeling, switched_on.

        The partner's own type follows, so that the list and the next assessment agree with it.
        """
        from models import edits

        after = replace(self.assessment, **changes)
        if after == self.assessment:
            return True

        def writes() -> list[Edit]:
            partner = self.assessment.partner
            moved = replace(partner, type=after.partner_type)
            follow = [edits.edit_partner(partner, moved)] if moved != partner else []
            return [*follow, edits.edit_assessment(self.assessment, replace(after, partner=moved))]

        return self.commit(label or self.tr("details of the assessment"), writes)

    def finish(self) -> bool:
        """Freeze the assessment as of today."""
        from models.edits import edit_assessment

        self.workspace.store_requested.emit()  # what the file refused before: a finished assessment takes no text
        after = replace(self.assessment, final_at=datetime.now(UTC), finished_on=self.workspace.today())
        return self.commit(self.tr("finishing"), lambda: [edit_assessment(self.assessment, after)])

    def reopen(self, reason: str) -> bool:
        """Open a finished assessment again; the reason is kept and printed."""
        from models.edits import add_reopening, edit_assessment

        after = replace(self.assessment, final_at=None, finished_on=None)
        reopening = Reopening(datetime.now(UTC), reason)
        return self.workspace.commit(
            self.tr("reopening"),
            lambda: [edit_assessment(self.assessment, after), add_reopening(self.assessment, reopening)],
        )

    def commit(self, label: str, writes: Callable[[], list[Edit]], *, after_finish: bool = False) -> bool:
        """Store edits of this assessment in one step; see `WorkspaceDocument.commit`.

        A finished assessment refuses them, except what follows from it: conditions and the decision.
        """
        if not after_finish and self.refuses_as_finished():
            return False
        return self.workspace.commit(label, writes)

    def refuses_as_finished(self) -> bool:
        """Tell whether the assessment is finished, and if so say that it must be reopened first."""
        if self.assessment.is_final:
            self.workspace.refused.emit(self.tr("This assessment is finished. Reopen it to change it."))
        return self.assessment.is_final

    # --- where the reader was

    @property
    def place(self) -> str | None:
        """The question that was last on screen."""
        return self.workspace.workspace.place(self.assessment.id)

    def remember_place(self, question_id: str) -> None:
        """Keep the question for the next visit. Not a change of content: no undo, and no word when it fails."""
        from models.errors import StoreError

        try:
            self.workspace.workspace.remember_place(self.assessment.id, question_id)
        except StoreError:
            return  # a read-only file can still be read through; the next visit starts at the first open question

    # --- after a change

    def take_over(self, change: Change) -> bool:
        """Show what the file now holds. Return False when the assessment is gone."""
        stored = change.assessments.get(self.assessment.id)
        if stored is None:
            self.removed.emit()
            return False
        self._show(*stored)
        if change.reverts is not None:
            for question_id in _questions_of(change):
                self.reverted.emit(question_id)
        return True

    def reread(self) -> bool:
        """Show what the file holds now, after another program changed it. Return False when the assessment is gone."""
        from models.errors import NotFoundError

        try:
            now = self.workspace.workspace.read_assessment(self.assessment.id)
        except NotFoundError:
            self.removed.emit()
            return False
        result = score_assessment(now, self.workspace.today())
        if (now, result) != (self.assessment, self.result):
            self._show(now, result)
        return True

    def follow_today(self) -> None:
        """Score anew on a new day, on which evidence may be stale. A finished assessment keeps its own day."""
        result = score_assessment(self.assessment, self.workspace.today())
        if result != self.result:
            self.result = result
            self.day_changed.emit()
            self.result_changed.emit()

    def _show(self, assessment: Assessment, result: Result) -> None:
        before = self.assessment
        self.assessment, self.result = assessment, result
        for question_id in self._answers_that_differ(before):
            self.answer_changed.emit(question_id)
        for question_id in _evidence_that_differs(before, self.assessment):
            self.evidence_changed.emit(question_id)
        if before.sheets != self.assessment.sheets:
            self.sheets_changed.emit()
        if _details(before) != _details(self.assessment):
            self.details_changed.emit()
        self.result_changed.emit()

    def _answers_that_differ(self, before: Assessment) -> list[str]:
        now = self.assessment
        ids = before.answers.keys() | now.answers.keys()
        return sorted(i for i in ids if before.answers.get(i, UNANSWERED) != now.answers.get(i, UNANSWERED))


def _questions_of(change: Change) -> list[str]:
    """Return the questions whose answer or evidence a change touches; a condition names one, yet stands elsewhere."""
    edits = [edit for edit in change.edits if edit.table in _AT_QUESTIONS]
    rows = [{**(edit.before or {}), **(edit.after or {}), **edit.key} for edit in edits]
    return sorted({str(row["question_id"]) for row in rows if "question_id" in row})


def _details(assessment: Assessment) -> Assessment:
    return replace(assessment, answers={}, sheets=NO_SHEETS, attachments=(), links=())


def _evidence_that_differs(before: Assessment, after: Assessment) -> list[str]:
    files = set(before.attachments) ^ set(after.attachments)
    links = set(before.links) ^ set(after.links)
    return sorted({one.question_id for one in files} | {one.question_id for one in links})
