"""The keyboard on the steps of an assessment: it is seen wherever it is, and the list takes the keys of the card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessments.answer import Grade, State
from assessments.sheets import Sheet
from tests.ui.pages.shown import press
from tests.ui.pages.test_assessment_page import page
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.section_progress import DETAILS, SHEET_SECTIONS

__all__ = ["page"]


def test_the_keyboard_is_seen_on_the_review_and_stays_there_when_it_finishes(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument
) -> None:
    page.show_question(row.result.in_scope[-1])
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.review.result.hasFocus()
    press(qtbot, page, Qt.Key.Key_Backtab)
    press(qtbot, page, Qt.Key.Key_Space)
    assert row.assessment.is_final
    assert page.review.result.hasFocus()

    sections = [partial(page.show_section, key) for key in (DETAILS, SHEET_SECTIONS[Sheet.RISKS])]
    for show in (*sections, partial(page.show_list, True)):
        show()
        page.hide()
        page.header.setFocus()
        page.show()
        focused, shown = page.focusWidget(), page.panels.currentWidget()
        assert focused is not None
        assert shown is not None
        assert shown is focused or shown.isAncestorOf(focused)


def test_the_same_keys_answer_in_the_list(qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument) -> None:
    page.show_list(True)
    page.table.select("G2")
    for key in (Qt.Key.Key_3, Qt.Key.Key_V, Qt.Key.Key_F):
        press(qtbot, page, key)
    kept = row.assessment.answer("G2")
    assert (kept.rating, kept.grade, kept.flagged) == (3, Grade.VERIFIED, True)
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_U)
    assert row.assessment.answer("G3").state is State.UNKNOWN
    assert page.table.current_id() == "G3"
