"""The assessment page: keys answer, every answer is on disk and on screen at once, and a refused one is taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assessments.answer import Answer, State
from assessments.assessment import Scope
from assessments.wording_figures import points
from tests.conftest import TODAY
from tests.ui.dialogs import within
from tests.ui.pages.shown import assessment_page, chosen, press
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.link_row import LinkRow
from ui.widgets.number_dialog import NumberDialog
from ui.widgets.reason_dialog import NotApplicableDialog
from ui.widgets.section_rail import SectionButton

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> AssessmentPage:
    return assessment_page(qtbot, row)


def answer(page: AssessmentPage, row: AssessmentDocument) -> Answer:
    return row.assessment.answer(page.card.question.id)


@pytest.mark.parametrize("rating", [1, 2, 3, 4, 5])
def test_a_digit_rates_and_the_same_digit_clears(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, rating: int
) -> None:
    key = Qt.Key(Qt.Key.Key_0 + rating)
    press(qtbot, page, key)
    assert answer(page, row).rating == rating
    assert chosen(page) == [rating]
    press(qtbot, page, key)
    assert answer(page, row).state is State.UNANSWERED
    assert chosen(page) == []


def test_digits_outside_the_scale_do_nothing(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    for key in (Qt.Key.Key_0, Qt.Key.Key_6, Qt.Key.Key_9):
        press(qtbot, page, key)
    assert row.assessment.answers == {}


def test_u_says_unknown_and_u_again_clears(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    press(qtbot, page, Qt.Key.Key_U)
    assert answer(page, row).state is State.UNKNOWN
    press(qtbot, page, Qt.Key.Key_U)
    assert answer(page, row).state is State.UNANSWERED


def test_f_marks_and_unmarks(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    press(qtbot, page, Qt.Key.Key_F)
    assert answer(page, row).flagged
    press(qtbot, page, Qt.Key.Key_F)
    assert not answer(page, row).flagged


def test_n_takes_no_empty_reason_and_keeps_the_one_given(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    def give(dialog: NotApplicableDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        dialog.accept()
        assert dialog.isVisible(), "no reason, no answer"
        field.setText("No AI in this work.")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    within(qtbot, NotApplicableDialog, lambda: press(qtbot, page, Qt.Key.Key_N), give)
    assert answer(page, row).state is State.NOT_APPLICABLE
    assert answer(page, row).reason == "No AI in this work."


def test_escape_in_the_reason_leaves_the_answer_as_it_was(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    press(qtbot, page, Qt.Key.Key_4)
    before = row.assessment
    within(
        qtbot,
        NotApplicableDialog,
        lambda: press(qtbot, page, Qt.Key.Key_N),
        lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
    )
    assert row.assessment == before


def test_enter_goes_on_and_shift_enter_goes_back(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    first, second = row.result.in_scope[:2]
    assert page.card.question.id == first
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.card.question.id == second
    press(qtbot, page, Qt.Key.Key_Return, SHIFT)
    assert page.card.question.id == first
    press(qtbot, page, Qt.Key.Key_Return, SHIFT)
    assert page.card.question.id == first


def test_enter_after_the_last_question_shows_the_review(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    page.show_question(row.result.in_scope[-1])
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.review.isVisible()


def test_control_g_goes_to_a_number(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    def give(dialog: NumberDialog) -> None:
        qtbot.keyClicks(dialog.field, "7")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    within(qtbot, NumberDialog, lambda: press(qtbot, page, Qt.Key.Key_G, CONTROL), give)
    assert page.card.question.id == list(row.questionnaire.questions)[6]


def test_typing_in_the_note_rates_nothing_and_becomes_one_change(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    steps = document.undo_stack.count()
    page.card.note.setFocus()
    qtbot.keyClicks(page.card.note, "5 of 5 funny notes")
    assert not document.is_saved
    page.setFocus()
    assert answer(page, row).note == "5 of 5 funny notes"
    assert answer(page, row).rating is None
    assert not answer(page, row).flagged
    assert document.undo_stack.count() == steps + 1
    assert document.is_saved


def test_a_note_is_stored_before_the_next_question_is_shown(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    first, second = row.result.in_scope[:2]
    page.card.note.setFocus()
    qtbot.keyClicks(page.card.note, "Kept.")
    page.show_question(second)
    assert row.assessment.answer(first).note == "Kept."
    assert row.assessment.answer(second).note == ""
    assert page.card.note.text() == ""


def test_a_failing_gate_is_said_at_once(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    gate = row.result.gates[0].question_id
    page.show_question(gate)
    assert page.card.notice.property("kind") != "alarm" or not page.card.notice.isVisible()
    press(qtbot, page, Qt.Key.Key_1)
    assert page.card.notice.isVisible()
    assert page.card.notice.property("kind") == "alarm"


def test_the_live_score_and_the_counts_follow_each_key(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    for _ in row.result.in_scope:
        press(qtbot, page, Qt.Key.Key_5)
        overall = row.result.overall
        assert overall is not None
        assert page.live.figure == points(overall.supported)
        press(qtbot, page, Qt.Key.Key_Return)
    names = [made.accessibleName() for made in page.rail.findChildren(SectionButton)]
    assert sum("complete" in name for name in names) >= len(row.questionnaire.dimensions)


def test_it_opens_where_it_was_left(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    page.show_question("T4")
    page.close()
    other = WorkspaceDocument(row.workspace.path, lambda: TODAY)
    again = AssessmentPage(other.open_assessment(row.assessment.id))
    qtbot.addWidget(again)
    assert again.card.question.id == "T4"
    other.close()


def test_a_smaller_scope_keeps_the_answers_and_lists_them(page: AssessmentPage, row: AssessmentDocument) -> None:
    for key in row.result.in_scope:
        row.rate(key, 4)
    answers = row.assessment.answers
    row.set_details(scope=Scope.QUICK)
    assert row.assessment.answers == answers
    assert row.result.out_of_scope_answered
    row.set_details(scope=Scope.FULL)
    assert row.assessment.answers == answers
    assert not row.result.out_of_scope_answered


def test_the_answers_out_of_scope_follow_an_undo_beside_the_purpose(
    page: AssessmentPage, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    row.set_details(scope=Scope.QUICK)
    page.show_details()
    assert not page.details._left_out.isVisible()
    row.rate("G4", 3)
    (link,) = page.details._left_out.findChildren(LinkRow)
    assert (link.words.text, link.words.trailing) == ("G4 Scope and boundaries", "3 Workable")
    document.undo_stack.undo()
    assert not page.details._left_out.isVisible()
    document.undo_stack.redo()
    assert page.details._left_out.isVisible()


def test_each_gap_leads_to_its_place(qtbot: QtBot, page: AssessmentPage) -> None:
    page.show_review()
    asked = [link for link in page.review.links if link.words.text.startswith("G2 ")]
    asked[0].click()
    assert page.card.isVisible()
    assert page.card.question.id == "G2"


def test_the_list_shows_the_answers_and_enter_opens_the_card(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    row.rate("G2", 4)
    page.show_list(True)
    page.table.select("G2")
    place = page.table.rows.row_of("G2")
    assert page.table.rows.index(place, 2).data().startswith("4")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.card.isVisible()
    assert page.card.question.id == "G2"


def test_a_finished_assessment_takes_no_key_until_it_is_reopened(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    row.finish()
    assert page.final_notice.isVisible()
    said: list[str] = []
    row.workspace.refused.connect(said.append)
    for key in (Qt.Key.Key_4, Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_W, Qt.Key.Key_V):
        press(qtbot, page, key)
    assert row.assessment.answers == {}
    assert said == ["This assessment is finished. Reopen it to change it."] * 6
    assert page.card.note.isReadOnly()
    row.reopen("New evidence")
    assert not page.final_notice.isVisible()
    press(qtbot, page, Qt.Key.Key_4)
    assert answer(page, row).rating == 4


def test_undo_brings_the_question_it_changed_back_on_screen(
    page: AssessmentPage, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    row.rate("G1", 4)
    page.show_question("T4")
    document.undo_stack.undo()
    assert page.card.question.id == "G1"
    assert chosen(page) == []
    document.undo_stack.redo()
    assert chosen(page) == [4]


def test_what_another_program_answers_moves_nobody_to_another_question(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    page.show_question("G3")
    other = WorkspaceDocument(document.path, document.today)
    there = other.open_assessment(row.assessment.id)
    there.rate("G3", 2)
    there.rate("V1", 5)
    with qtbot.waitSignal(document.partners_changed):
        press(qtbot, page, Qt.Key.Key_4)  # refused: it was answered elsewhere
    assert page.card.question.id == "G3"
    assert chosen(page) == [2]
    there.rate("V2", 5)
    press(qtbot, page, Qt.Key.Key_4)
    assert page.card.question.id == "G3"
    assert chosen(page) == [4]
    assert row.assessment.answer("V1").rating == row.assessment.answer("V2").rating == 5
    other.close()
