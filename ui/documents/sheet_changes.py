"""Changing the sheets of one assessment: each function is one step to undo, and False means that nothing changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication

from assessments.conditions import Condition, Decision
from assessments.sheet_rows import with_cell
from assessments.sheets import Sheet, SheetRow
from ui.theme.figures import own_figures

if TYPE_CHECKING:
    from models.edit import Edit
    from ui.documents.assessment_document import AssessmentDocument


def can_change(document: AssessmentDocument, sheet: Sheet) -> bool:
    """Tell whether a sheet can be changed: conditions are met after an assessment is finished too."""
    return sheet is Sheet.CONDITIONS or not document.assessment.is_final


def set_rows(document: AssessmentDocument, sheet: Sheet, rows: Sequence[SheetRow], label: str) -> bool:
    """Store a sheet as it shall be; too many rows are refused with a sentence."""

    def writes() -> list[Edit]:
        from models.sheet_edits import edit_sheet

        return edit_sheet(document.assessment, sheet, rows)

    try:
        document.assessment.sheets.with_rows(sheet, rows, own_figures)
    except ValueError as error:
        document.workspace.refused.emit(str(error))
        return False
    return document.commit(label, writes, after_finish=can_change(document, sheet))


def set_cell(document: AssessmentDocument, sheet: Sheet, row_id: UUID, column_id: str, text: str) -> bool:
    """Store one cell as typed.

    Raises:
        ValueError: A sentence: the cell cannot be read, or does not fit the rest of its row.
    """
    rows = [
        with_cell(sheet, row, column_id, text, document.questionnaire, own_figures) if row.id == row_id else row
        for row in document.assessment.sheets.rows(sheet)
    ]
    return set_rows(document, sheet, rows, _say("a cell of a sheet"))


def add_rows(document: AssessmentDocument, sheet: Sheet, rows: Sequence[SheetRow], label: str = "") -> bool:
    """Store rows after those that are there."""
    kept = document.assessment.sheets.rows(sheet)
    return set_rows(document, sheet, [*kept, *rows], label or _say("a row of a sheet"))


def remove_rows(document: AssessmentDocument, sheet: Sheet, ids: Sequence[UUID]) -> bool:
    """Take rows away."""
    kept = [row for row in document.assessment.sheets.rows(sheet) if row.id not in set(ids)]
    label = _say("removing a row") if len(ids) == 1 else _say("removing {n} rows").format(n=len(ids))
    return set_rows(document, sheet, kept, label)


def move_row(document: AssessmentDocument, sheet: Sheet, place: int, step: int) -> bool:
    """Move a row up (-1) or down (1); at the end it stays, and that counts as done."""
    rows = list(document.assessment.sheets.rows(sheet))
    if not 0 <= place + step < len(rows):
        return True
    rows.insert(place + step, rows.pop(place))
    return set_rows(document, sheet, rows, _say("moving a row"))


def set_decision(document: AssessmentDocument, after: Decision | None) -> bool:
    """Store the decision that was taken, often after the assessment is finished; None takes it back."""

    def writes() -> list[Edit]:
        from models.sheet_edits import edit_decision

        return edit_decision(document.assessment, after)

    return document.commit(_say("the decision"), writes, after_finish=True)


def turn_into_condition(document: AssessmentDocument, question_id: str) -> bool:
    """Add a condition that a weak answer asks for, worded after its question and linked to it."""
    question = document.questionnaire.questions[question_id]
    what = _say("Improve: {title}").format(title=question.title)
    condition = Condition(uuid4(), what, question_id=question_id)
    return add_rows(document, Sheet.CONDITIONS, [condition], _say("condition from {id}").format(id=question_id))


def _say(text: str) -> str:
    return QCoreApplication.translate("sheet changes", text)
