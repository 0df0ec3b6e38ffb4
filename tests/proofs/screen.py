"""What the assessment page and its sheets show, held against what is stored."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from assessments.answer import State
from assessments.conditions import Decision
from assessments.scoring import score_assessment
from assessments.sheet_columns import COLUMNS
from assessments.sheet_rows import cell_text
from assessments.sheets import Sheet
from assessments.wording_figures import points
from tests.conftest import TODAY
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import can_change
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.conditions_step import ConditionsStep
from ui.widgets.day_reading import day_words
from ui.widgets.decision_form import DecisionForm
from ui.widgets.pill import say
from ui.widgets.question_card import QuestionCard
from ui.widgets.section_progress import SHEET_SECTIONS
from ui.widgets.sheet_step import SheetStep
from ui.widgets.sheet_table import SheetTable


def refuse_screen(page: AssessmentPage, document: AssessmentDocument) -> None:
    """Look at card, list, score, every cell of every sheet, and the decision.

    Raises:
        AssertionError: One of them shows something else than is stored.
    """
    assessment = document.assessment
    assert document.result == score_assessment(assessment, TODAY)
    _refuse_card(page.card, document)
    answer = assessment.answer(page.card.question.id)
    row = page.table.rows.row_of(page.card.question.id)
    shown = [page.table.rows.index(row, column).data() for column in (0, 4, 5)]
    assert shown[0] == page.card.question.id
    assert shown[1] == (day_words(answer.evidence_date) if answer.evidence_date else "")
    assert shown[2] == " ".join((answer.reason or answer.note)[:160].split())
    overall = document.result.overall
    assert page.live.figure == (points(overall.supported) if overall else points(None))
    heads = [one.text() for one in page.header.findChildren(QLabel)]
    assert assessment.partner.name in heads
    assert page.final_notice.isHidden() != assessment.is_final
    for step in steps_of(page).values():
        for table in step.tables:
            _refuse_table(table, document)
        if isinstance(step, ConditionsStep):
            _refuse_decision(step.decision, assessment.sheets.decision)


def steps_of(page: AssessmentPage) -> dict[str, SheetStep]:
    """Return the steps that are sheets by their keys; each is built on its first visit."""
    keys = dict.fromkeys(SHEET_SECTIONS.values())
    found = {key: page.panels.sheets.step(key) for key in keys}
    return {key: step for key, step in found.items() if step is not None}


def _refuse_table(table: SheetTable, document: AssessmentDocument) -> None:
    sheet, model = table.model.sheet, table.view.model()
    rows = document.assessment.sheets.rows(sheet)
    assert model.rowCount() == len(rows) + can_change(document, sheet)
    assert table.problem.text() == ""
    for place in range(model.rowCount()):
        texts = [cell_text(sheet, rows[place], one.id, say) if place < len(rows) else "" for one in COLUMNS[sheet]]
        cells = [model.index(place, column) for column in range(model.columnCount())]
        assert [cell.data(Qt.ItemDataRole.EditRole) for cell in cells] == texts
        assert [cell.data() for cell in cells] == [" ".join(text.split("\n")) for text in texts]
    numbers = [model.headerData(place, Qt.Orientation.Vertical) for place in range(len(rows))]
    assert numbers == [f"K{place}" if sheet is Sheet.RISKS else str(place) for place in range(1, len(rows) + 1)]


def _refuse_decision(form: DecisionForm, stored: Decision | None) -> None:
    shown = (form.what.text(), form.who.text(), form.why.text())
    assert shown == ((stored.what, stored.who, stored.why_different) if stored else ("", "", ""))
    if stored is not None:
        assert form.on.text() == stored.on.isoformat()
    assert form.take_back.isHidden() == (stored is None)
    assert form.error == ""


def _refuse_card(card: QuestionCard, document: AssessmentDocument) -> None:
    assessment, key = document.assessment, card.question.id
    answer = assessment.answer(key)
    assert [one.rating for one in card.ratings.rows if one.isChecked()] == ([answer.rating] if answer.rating else [])
    assert card._unknown.isChecked() == (answer.state is State.UNKNOWN)
    assert card._not_applicable.isChecked() == (answer.state is State.NOT_APPLICABLE)
    assert card._flag.isChecked() == answer.flagged
    assert card.note.text() == answer.note
    chosen = [grade for grade, button in card.evidence.grade_buttons().items() if button.isChecked()]
    assert chosen == ([] if answer.grade is None else [answer.grade])
    behind = [one for one in assessment.attachments if one.question_id == key]
    links = [one for one in assessment.links if one.question_id == key]
    assert [chip.evidence for chip in card.files.chips] == [*behind, *links]
    assert card.note.isReadOnly() == assessment.is_final
    assert card.files.attach.isEnabled() != assessment.is_final
