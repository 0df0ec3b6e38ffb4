"""A window left open overnight shows the assessments that are open as of the new day, and moves nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.window.windows import page_of
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.assessment_page import AssessmentPage
from ui.pages.result_page import ResultPage
from ui.pages.weights_page import WeightsPage
from ui.widgets.conditions_step import ConditionsStep
from ui.window.after_opening import _DAY_LOOK
from ui.window.main_window import MainWindow

OPEN, FINISHED = UUID(int=12), UUID(int=13)
TOMORROW, LATER = TODAY + timedelta(days=1), TODAY + timedelta(days=500)
NewDay = Callable[[date], None]


@pytest.fixture
def days() -> list[date]:
    return [TODAY]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, days: list[date]) -> MainWindow:
    made = MainWindow(lambda: days[0])
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    assert made.open_workspace(filled_workspace(tmp_path / "Partners.rapport"))
    made.libraries.load()
    qtbot.waitUntil(lambda: made.libraries.ready)
    return made


@pytest.fixture
def new_day(qtbot: QtBot, window: MainWindow, days: list[date]) -> NewDay:
    """Let another day begin, and wait until the window has looked at the calendar."""

    def begin(day: date) -> None:
        assert window.document is not None
        open_ones = [one for one in window.document.opened.values() if not one.assessment.is_final]
        assert open_ones
        days[0] = day
        (timer,) = (one for one in window.document.findChildren(QTimer) if one.interval() == _DAY_LOOK)
        timer.timeout.emit()
        qtbot.waitUntil(lambda: all(one.result.as_of == day for one in open_ones))

    return begin


def assessment_of(window: MainWindow, key: UUID = OPEN) -> AssessmentDocument:
    assert window.document is not None
    return window.document.open_assessment(key)


def supported(window: MainWindow) -> Fraction:
    overall = assessment_of(window).result.overall
    assert overall is not None
    return overall.supported


def test_the_question_in_view_is_scored_anew_and_stays_with_what_is_typed(
    qtbot: QtBot, window: MainWindow, new_day: NewDay
) -> None:
    window.show_assessment(OPEN, question_id="T4")
    page = page_of(qtbot, window, AssessmentPage)
    before, words = supported(window), page.card.evidence.freshness.text()
    page.card.note.setFocus()
    qtbot.keyClicks(page.card.note, "Half a sen")
    new_day(LATER)
    assert supported(window) < before
    assert page.card.evidence.freshness.text() != words
    assert page.card.evidence.freshness.text().startswith("Stale since")
    assert window.stack.currentWidget() is page
    assert page.card.question.id == "T4"
    assert page.card.note.hasFocus()
    qtbot.keyClicks(page.card.note, "tence")
    assert page.card.note.text() == "Half a sentence"


def test_a_finished_assessment_keeps_its_own_day(qtbot: QtBot, window: MainWindow, new_day: NewDay) -> None:
    window.show_result(FINISHED)
    page_of(qtbot, window, ResultPage)
    finished = assessment_of(window, FINISHED)
    before = finished.result
    assessment_of(window)  # whose new score is waited for
    with qtbot.assertNotEmitted(finished.result_changed):
        new_day(LATER)
    assert finished.result is before
    assert before.as_of == date(2026, 11, 9)


def test_the_result_in_view_shows_the_new_figures_where_the_reader_was(
    qtbot: QtBot, window: MainWindow, new_day: NewDay
) -> None:
    window.show_result(OPEN)
    page = page_of(qtbot, window, ResultPage)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 100)
    page.area.verticalScrollBar().setValue(100)
    figure = page.score.figure.text()
    new_day(LATER)
    assert float(page.score.figure.text()) < float(figure)
    assert page.area.verticalScrollBar().value() == 100
    assert window.stack.currentWidget() is page


def test_weights_that_are_only_tried_stay_a_preview(qtbot: QtBot, window: MainWindow, new_day: NewDay) -> None:
    window.show_weights(OPEN)
    page = page_of(qtbot, window, WeightsPage)
    page.methods[1].click()
    page.swing.fields["trust"].setValue(30)
    before = float(page.outcome.figure.text())
    for shown in (True, False):
        if not shown:
            window.show_page("portfolio")
        new_day(LATER if shown else LATER + timedelta(days=1))
        window.show_weights(OPEN)
        assert page.swing.fields["trust"].value() == 30
        assert page.use.isEnabled()
        assert page.outcome.state.text().startswith("Preview.")
        assert float(page.outcome.figure.text()) < before
    page.use.click()
    assert assessment_of(window).assessment.weights["trust"] < Fraction(1, 10)


def test_the_day_of_a_decision_that_nobody_has_typed_follows_and_is_not_taken_for_typed(
    qtbot: QtBot, window: MainWindow, new_day: NewDay
) -> None:
    window.show_assessment(OPEN, section="decision")
    form = page_of(qtbot, window, AssessmentPage).findChildren(ConditionsStep)[0].decision
    new_day(TOMORROW)
    assert form.on.text() == TOMORROW.isoformat()
    form.what.setFocus()
    form.who.setFocus()
    assert form.error == ""
    qtbot.keyClicks(form.who, "Board")
    new_day(LATER)
    assert form.who.text() == "Board"


def test_the_day_may_change_before_the_window_looks_at_the_calendar(
    qtbot: QtBot, window: MainWindow, days: list[date]
) -> None:
    window.show_assessment(OPEN, section="decision")
    form = page_of(qtbot, window, AssessmentPage).findChildren(ConditionsStep)[0].decision
    days[0] = TOMORROW
    form.what.setFocus()
    form.who.setFocus()
    assert form.error == ""
    assert window.close()


def test_what_is_missing_is_built_anew_only_where_the_day_changes_it(
    qtbot: QtBot, window: MainWindow, new_day: NewDay
) -> None:
    window.show_assessment(OPEN, review=True)
    review = page_of(qtbot, window, AssessmentPage).review
    built = review.widget()
    new_day(TOMORROW)
    assert review.widget() is built
    new_day(LATER)
    assert review.widget() is not built
