from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessments.answer import Grade
from tests.ui.dialogs import within
from tests.ui.pages.shown import press
from tests.ui.pages.test_assessment_page import answer, page
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.link_dialogs import OpenLinkDialog

__all__ = ["page"]


def test_undo_of_a_link_brings_its_question_back_on_screen(
    page: AssessmentPage, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    page.show_question("G1")
    page.card.files.changes.add_link("G1", "https://example.org/charter")
    page.show_question("T4")
    document.undo_stack.undo()
    assert page.card.question.id == "G1"
    assert page.card.files.chips == []


def test_enter_on_a_chip_opens_it_and_does_not_go_on(qtbot: QtBot, page: AssessmentPage) -> None:
    page.show_question("G1")
    page.card.files.changes.add_link("G1", "https://example.org/charter")
    page.card.files.chips[0].setFocus()
    within(qtbot, OpenLinkDialog, lambda: press(qtbot, page, Qt.Key.Key_Return), lambda dialog: dialog.reject())
    assert page.card.question.id == "G1"


@pytest.mark.parametrize(("key", "grade"), [("A", 0), ("S", 1), ("E", 2), ("V", 3)])
def test_a_letter_says_how_we_know_and_the_same_letter_takes_it_back(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, key: str, grade: int
) -> None:
    press(qtbot, page, Qt.Key(ord(key)))
    assert answer(page, row).grade == grade
    assert [made.isChecked() for made in page.card.evidence.grade_buttons().values()].index(True) == grade
    press(qtbot, page, Qt.Key(ord(key)))
    assert answer(page, row).grade is None


def test_tab_and_space_reach_every_grade(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    grades = page.card.evidence.grade_buttons()
    grades[Grade.ASSUMED].setFocus()
    for grade in Grade:
        press(qtbot, page, Qt.Key.Key_Space)
        assert answer(page, row).grade is grade
        press(qtbot, page, Qt.Key.Key_Tab)
    assert page.card.evidence.day.edit.hasFocus()


def test_w_writes_a_note_and_escape_or_control_enter_leaves_it(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    page.show_list(True)
    press(qtbot, page, Qt.Key.Key_W)
    assert page.card.note.hasFocus()
    qtbot.keyClicks(page.card.note, "see 4")
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.hasFocus()
    assert answer(page, row).note == "see 4"
    assert answer(page, row).rating is None

    first = page.card.question.id
    press(qtbot, page, Qt.Key.Key_W)
    qtbot.keyClicks(page.card.note, "a")
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert row.assessment.answer(first).note == "see 4a"
    assert page.card.question.id != first
    assert page.hasFocus()


def test_the_card_scrolls_by_keys_and_down_goes_into_the_ratings(qtbot: QtBot, page: AssessmentPage) -> None:
    page.resize(1084, 420)
    bar = page.card.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(qtbot, page, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(qtbot, page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(qtbot, page, Qt.Key.Key_Home)
    assert bar.value() == 0
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.card.ratings.rows[0].hasFocus()
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.card.ratings.rows[1].hasFocus()
