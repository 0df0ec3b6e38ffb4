"""How firm a result is, on its page: worked out beside the window, and never shown out of date."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.result import Result
from assessments.robustness import Robustness, robustness
from tests.conftest import TODAY
from tests.ui.pages.shown import answer_all, answered_result
from ui.documents.assessment_document import AssessmentDocument
from ui.jobs import newest
from ui.pages.result_page import ResultPage
from ui.widgets import robustness_panel


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> ResultPage:
    return answered_result(qtbot, row)


class Gate:
    """Holds the work of the panel until it is opened, and counts how often it ran."""

    def __init__(self) -> None:
        self.opened = Event()
        self.asked: list[Assessment] = []

    def __call__(self, assessment: Assessment, result: Result) -> Robustness | None:
        self.asked.append(assessment)
        assert self.opened.wait(10)
        return robustness(assessment, result)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(robustness_panel, "robustness", made)
    return made


@pytest.fixture
def page_held(qtbot: QtBot, gate: Gate, row: AssessmentDocument) -> ResultPage:
    answer_all(row)
    made = ResultPage(row)
    qtbot.addWidget(made)
    made.show()
    return made


def test_how_firm_it_is_stands_in_words_before_the_chart(page: ResultPage) -> None:
    panel = page.robustness
    assert panel.words.text().startswith("Holds in ")
    assert "10,000 weightings" in panel.words.text()
    assert not panel.state.isVisible()
    assert panel.swings.isVisible()
    assert panel.words.y() < panel.swings.y()
    assert "Goals:" in panel.swings.accessibleDescription()


def test_every_flip_point_stands_in_the_table_of_numbers(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    page.score.table_requested.emit(True)
    found = robustness(row.assessment, row.result)
    assert found is not None
    assert page.flips.rowCount() == len(found.flips) == 5
    for place, flips in enumerate(found.flips.values()):
        words = [page.flips.model().index(place, column).data() for column in range(page.flips.columnCount())]
        assert all(words)
        for column, flip in ((2, flips.score_down), (3, flips.score_up), (5, flips.weight_down), (6, flips.weight_up)):
            assert words[column].startswith("—") == (flip.at is None)
    row.rate("G2", 2)
    assert page.flips.isHidden()
    qtbot.waitUntil(lambda: page.robustness.is_current)
    assert not page.flips.isHidden()
    row.rate("G1", 1)
    qtbot.waitUntil(lambda: page.robustness.is_current)
    assert page.flips.isHidden()


def test_the_share_of_each_band_is_drawn_where_weightings_differ(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    for key, question in row.questionnaire.questions.items():
        rating = 5 if question.dimension in ("goals", "value") else 3
        row.set_answer(key, Answer(State.RATED, rating, grade=Grade.VERIFIED, answered_on=TODAY))
    qtbot.waitUntil(lambda: page.robustness.is_current)
    found = robustness(row.assessment, row.result)
    assert found is not None
    assert page.robustness.shares.isHidden() == (found.holds == 1)
    assert found.holds < 1
    assert "%" in page.robustness.shares.accessibleDescription()
    row.rate("G2", 2)
    assert page.robustness.shares.accessibleDescription() == "Computing…"


def test_a_change_outdates_the_figures_at_once_and_renews_them(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    before = page.robustness.words.text()
    row.rate("G2", 2)
    assert not page.robustness.is_current
    assert page.robustness.state.isVisible()
    assert page.robustness.words.accessibleName() == "Computing…"
    assert page.robustness.swings.accessibleDescription() == "Computing…"
    qtbot.waitUntil(lambda: page.robustness.is_current)
    assert page.robustness.words.accessibleName() == ""
    row.rate("G1", 1)
    qtbot.waitUntil(lambda: page.robustness.is_current)
    assert page.robustness.words.text() != before
    assert page.robustness.words.text() == "A failed gate decides, whatever the weights: no weightings are drawn."
    assert not page.robustness.swings.isVisible()


def test_work_for_an_earlier_state_is_dropped(
    qtbot: QtBot, gate: Gate, page_held: ResultPage, row: AssessmentDocument
) -> None:
    qtbot.waitUntil(lambda: len(gate.asked) == 1)
    row.rate("G1", 1)
    row.clear("G1")
    row.rate("G1", 5)
    assert not page_held.robustness.is_current
    gate.opened.set()
    qtbot.waitUntil(lambda: page_held.robustness.is_current)
    assert gate.asked[-1] is row.assessment
    assert len(gate.asked) == 2
    assert "Holds in" in page_held.robustness.words.text()


def test_a_page_that_is_not_seen_works_nothing_out_and_shows_nothing_as_current(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    page.hide()
    row.rate("G2", 1)
    assert not page.robustness.is_current
    page.show()
    assert not page.robustness.is_current
    qtbot.waitUntil(lambda: page.robustness.is_current)


def test_closing_the_page_while_it_works_is_safe(qtbot: QtBot, gate: Gate, row: AssessmentDocument) -> None:
    answer_all(row)
    page = ResultPage(row)
    page.show()
    qtbot.waitUntil(lambda: len(gate.asked) == 1)
    page.close()
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    gate.opened.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.waitUntil(lambda: not newest._RUNNING)


def test_closing_the_workspace_while_it_works_is_safe(
    qtbot: QtBot, gate: Gate, page_held: ResultPage, row: AssessmentDocument
) -> None:
    qtbot.waitUntil(lambda: len(gate.asked) == 1)
    row.workspace.close()
    gate.opened.set()
    qtbot.waitUntil(lambda: page_held.robustness.is_current)
