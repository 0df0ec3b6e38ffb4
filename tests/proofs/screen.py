"""What the assessment page shows, held against what is stored."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from assessments.answer import State
from assessments.scoring import score_assessment
from assessments.wording_figures import points
from tests.conftest import TODAY
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.evidence_row import day_words
from ui.widgets.question_card import QuestionCard


def refuse_screen(page: AssessmentPage, document: AssessmentDocument) -> None:
    """Look at card, list, steps and score.

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
