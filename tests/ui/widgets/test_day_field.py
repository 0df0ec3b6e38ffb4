"""The evidence date by keyboard: typed, moved by arrows, today by a key; wrong text stays with its reason beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from tests.conftest import TODAY
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.assessment_page import AssessmentPage
from ui.widgets.day_field import DayField
from ui.widgets.day_reading import day_words

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> AssessmentPage:
    made = AssessmentPage(row)
    qtbot.addWidget(made)
    made.show()
    row.rate("G1", 4)
    made.show_question("G1")
    return made


@pytest.fixture
def field(page: AssessmentPage) -> DayField:
    return page.card.evidence.day


def stored(page: AssessmentPage) -> date | None:
    return page._document.assessment.answer("G1").evidence_date


def type_and_enter(qtbot: QtBot, field: DayField, text: str) -> None:
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, text)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_a_typed_day_is_stored_with_enter_and_shown_in_words(
    qtbot: QtBot, page: AssessmentPage, field: DayField
) -> None:
    type_and_enter(qtbot, field, "2026-11-12")
    assert stored(page) == date(2026, 11, 12)
    assert field.edit.text() == "12 Nov 2026"
    assert page.card.question.id == "G1"  # Enter stored; the next one goes on
    assert field.edit.accessibleName() == "Evidence date: 12 Nov 2026"
    assert page._document.workspace.undo_stack.undoText() == "evidence date of G1"


def test_emptying_the_field_takes_the_date_away(qtbot: QtBot, page: AssessmentPage, field: DayField) -> None:
    page._document.set_evidence_date("G1", TODAY)
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert stored(page) is None


def test_arrow_and_page_keys_move_the_day_and_make_one_step_of_undo(
    qtbot: QtBot, page: AssessmentPage, field: DayField
) -> None:
    page._document.set_evidence_date("G1", date(2026, 3, 31))
    steps = page._document.workspace.undo_stack.count()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(field.edit, key)
    assert field.edit.text() == day_words(date(2026, 2, 28))
    assert stored(page) == date(2026, 3, 31)
    qtbot.waitUntil(lambda: stored(page) == date(2026, 2, 28))
    assert page._document.workspace.undo_stack.count() == steps + 1


def test_an_arrow_never_goes_past_today(qtbot: QtBot, page: AssessmentPage, field: DayField) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        qtbot.keyClick(field.edit, key)
    assert field.edit.text() == day_words(TODAY)
    field.store()
    assert stored(page) == TODAY


def test_one_key_is_today(qtbot: QtBot, page: AssessmentPage, field: DayField) -> None:
    qtbot.keyClick(field.edit, Qt.Key.Key_T, CONTROL)
    assert stored(page) == TODAY


def test_a_window_that_is_open_overnight_takes_the_new_day(qtbot: QtBot) -> None:
    days = [TODAY]
    field = DayField(lambda: days[0])
    qtbot.addWidget(field)
    told: list[date | None] = []
    field.picked.connect(told.append)
    days[0] = TODAY + timedelta(days=1)
    type_and_enter(qtbot, field, days[0].isoformat())
    qtbot.keyClick(field.edit, Qt.Key.Key_PageDown)
    qtbot.keyClick(field.edit, Qt.Key.Key_T, CONTROL)
    assert told == [days[0]]
    assert not field.is_wrong
    field._show_in_calendar()
    assert field._calendar.maximumDate().toPython() == days[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-31", "“2026-02-31” is not a day."),
        ("next week", "“next week” is not a day."),
        ((TODAY + timedelta(days=1)).isoformat(), "24 Nov 2026 is after today."),
    ],
)
def test_what_is_no_day_stays_in_the_field_with_the_reason_under_it(
    qtbot: QtBot, page: AssessmentPage, field: DayField, text: str, reason: str
) -> None:
    type_and_enter(qtbot, field, text)
    assert field.edit.text() == text
    assert field.is_wrong
    assert page.card.evidence.date_error.startswith(reason)
    assert page.card.evidence._error.isVisible()
    assert field.edit.accessibleDescription() == page.card.evidence.date_error
    assert stored(page) is None
    assert not page._document.workspace.is_saved
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text() == ""
    assert not page.card.evidence._error.isVisible()
    assert page._document.workspace.is_saved


def test_moving_on_with_a_wrong_date_says_what_became_of_it(
    qtbot: QtBot, page: AssessmentPage, field: DayField
) -> None:
    page._document.set_evidence_date("G1", date(2026, 5, 1))
    said: list[str] = []
    page._document.workspace.refused.connect(said.append)
    type_and_enter(qtbot, field, "31 Feb")
    page.go(1)
    assert page.card.question.id != "G1"
    assert said[0].startswith("“31 Feb” is not a day.")
    assert said[0].endswith("G1 keeps the date it had.")
    assert stored(page) == date(2026, 5, 1)
    assert page._document.workspace.is_saved


def test_moving_on_with_a_good_date_stores_it_on_its_own_question(
    qtbot: QtBot, page: AssessmentPage, field: DayField
) -> None:
    qtbot.keyClicks(field.edit, "2026-10-01")
    page.go(1)
    assert stored(page) == date(2026, 10, 1)
    assert page._document.assessment.answer(page.card.question.id).evidence_date is None


def test_leaving_the_field_stores(qtbot: QtBot, page: AssessmentPage, field: DayField) -> None:
    page.activateWindow()
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "1 Oct 2026")
    page.card.note.setFocus()
    qtbot.waitUntil(lambda: stored(page) == date(2026, 10, 1))


def test_the_calendar_offers_no_day_after_today(qtbot: QtBot, page: AssessmentPage, field: DayField) -> None:
    calendar = field._calendar
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.maximumDate() == QDate(TODAY.year, TODAY.month, TODAY.day)
    calendar.setSelectedDate(QDate(2026, 9, 9))
    calendar.clicked.emit(calendar.selectedDate())
    assert stored(page) == date(2026, 9, 9)


def test_a_day_that_the_file_refuses_stays_typed_until_it_is_stored_or_its_question_is_left(
    qtbot: QtBot, page: AssessmentPage, field: DayField, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(page._document), "set_evidence_date", lambda *_: False)
        type_and_enter(qtbot, field, "2026-10-01")
        assert field.edit.text() == day_words(date(2026, 10, 1))
        assert not page._document.workspace.is_saved
        page.card.refresh()
        page.go(1)
        assert page._document.workspace.is_saved
        page.go(-1)
        assert field.edit.text() == ""
        type_and_enter(qtbot, field, "2026-10-01")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert stored(page) == date(2026, 10, 1)
    assert page._document.workspace.is_saved


def test_a_finished_assessment_takes_no_date(page: AssessmentPage, field: DayField) -> None:
    page._document.finish()
    assert not field.edit.isEnabled()
    assert not field.button.isEnabled()
