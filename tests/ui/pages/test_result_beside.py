"""What stands beside the score on the result page: sheets, contradictions, marks, and links to their places."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessments.conditions import Decision
from assessments.sheets import Sheet, Sheets
from assessments.text_rules import TextRefused, clean_cell
from tests.conftest import TODAY
from tests.reports.sheeted import many, sheets
from tests.ui.pages.shown import answered_result
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.partners_page import PartnersPage
from ui.pages.result_page import ResultPage
from ui.widgets.live_score import LiveScore
from ui.widgets.partner_rows import COLUMNS
from ui.widgets.section_progress import DECISION, SHEET_SECTIONS

STRINGS = json.loads((Path(__file__).parents[2] / "data" / "strings.json").read_text("utf-8"))


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> ResultPage:
    return answered_result(qtbot, row)


def store(document: AssessmentDocument, after: Sheets) -> None:
    """Store sheets as the steps of the assessment do."""
    from models.sheet_edits import edit_decision, edit_sheet

    before = document.assessment
    for sheet in Sheet:
        if before.sheets.rows(sheet) != after.rows(sheet):
            assert document.commit("rows", partial(edit_sheet, before, sheet, after.rows(sheet)))
    if before.sheets.decision != after.decision:
        assert document.commit("decision", lambda: edit_decision(document.assessment, after.decision))


def test_empty_sheets_are_one_quiet_card_of_links(qtbot: QtBot, page: ResultPage) -> None:
    beside = page.beside
    for card in (beside.risks, beside.conditions, beside.exchange, beside.goals, beside.decision):
        assert not card.isVisible()
    assert beside.empty.isVisible()
    for sheet, link in beside.empty.links.items():
        with qtbot.waitSignal(page.section_requested) as asked:
            link.click()
        assert asked.args == [SHEET_SECTIONS[sheet]]


def test_filled_sheets_have_cards_that_lead_to_their_steps(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    store(row, sheets())
    beside = page.beside
    assert not beside.empty.isVisible()
    assert [fact.mark for fact in beside.risks.list.facts] == ["K1", "K2", "K3"]
    assert "K2 Unlawful profiling: likelihood 2, impact 5" in beside.risks.map.accessibleDescription()
    first = beside.conditions.list.facts[0]
    assert (first.mark, first.text) == ("☐", "Sign data-processing terms")
    assert "Media lead" in first.beside
    assert "Countersigned copy filed" in first.beside
    assert beside.conditions.list.facts[-1].mark == "☑"
    assert "Balance 0.98: it favours them." in beside.exchange.words.text()
    assert "We receive 1.20" in beside.exchange.words.text()
    assert beside.goals.words.text().startswith("Alignment 63.6 of 100. Held by one side only: 1.")
    assert beside.goals.list.facts[0].beside == "only them"
    assert beside.decision.words.text().startswith("Twelve months, with two conditions (Management board, 23 Nov")
    for card, sheet in (
        (beside.risks, Sheet.RISKS),
        (beside.conditions, Sheet.CONDITIONS),
        (beside.exchange, Sheet.EXCHANGES),
        (beside.goals, Sheet.GOALS),
        (beside.decision, None),
    ):
        assert card.isVisible()
        with qtbot.waitSignal(page.section_requested) as asked:
            card.link.click()
        assert asked.args == [SHEET_SECTIONS[sheet] if sheet else DECISION]


def test_one_filled_sheet_leaves_links_to_the_others(page: ResultPage, row: AssessmentDocument) -> None:
    store(row, replace(Sheets(), risks=sheets().risks))
    assert page.beside.risks.isVisible()
    assert not page.beside.conditions.isVisible()
    assert [sheet for sheet, link in page.beside.empty.links.items() if link.isVisible()] == [
        Sheet.GOALS,
        Sheet.EXCHANGES,
        Sheet.CONDITIONS,
    ]


def test_a_finished_assessment_asks_for_the_decision_that_follows(page: ResultPage, row: AssessmentDocument) -> None:
    assert page.beside.decision.isHidden()
    row.finish()
    assert not page.beside.decision.isHidden()
    assert page.beside.decision.words.text() == "Not recorded yet."
    asked: list[str] = []
    page.section_requested.connect(asked.append)
    page.beside.decision.link.click()
    assert asked == [DECISION]


def test_a_decision_that_differs_says_why(page: ResultPage, row: AssessmentDocument) -> None:
    store(row, replace(Sheets(), decision=Decision("Decline", "", TODAY, "Too expensive this year")))
    assert page.beside.decision.words.text() == "Decline (23 Nov 2026)"
    assert page.beside.decision.why.text() == "Differs from the recommendation: Too expensive this year"


def test_contradictions_lead_to_both_places(qtbot: QtBot, page: ResultPage, row: AssessmentDocument) -> None:
    assert not page.beside.contradictions.isVisible()
    goals = tuple(replace(goal, ours=5 * (n % 2), theirs=5 - 5 * (n % 2)) for n, goal in enumerate(sheets().goals))
    store(row, replace(Sheets(), goals=goals))
    row.rate("G1", 5)
    links = page.beside.contradictions.links
    assert page.beside.contradictions.isVisible()
    assert [link.text() for link in links] == ["G1", "Shared goals"]
    with qtbot.waitSignal(page.question_requested) as question:
        links[0].click()
    assert question.args == ["G1"]
    with qtbot.waitSignal(page.section_requested) as section:
        links[1].click()
    assert section.args == [SHEET_SECTIONS[Sheet.GOALS]]


def test_what_to_check_again_leads_to_its_question(qtbot: QtBot, page: ResultPage, row: AssessmentDocument) -> None:
    assert not page.beside.again_card.isVisible()
    row.set_evidence_date("V3", TODAY.replace(year=2025))
    rows = page.beside.again.rows
    assert [shown.words.text for shown in rows] == ["V3 Fairness of the exchange · Stale from 24 Nov 2026."]
    with qtbot.waitSignal(page.question_requested) as asked:
        rows[0].click()
    assert asked.args == ["V3"]


def test_changed_weights_are_marked_on_the_page_and_beside_the_questions(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    live = LiveScore()
    qtbot.addWidget(live)
    live.show_result(row.assessment, row.result)
    assert live.weights_mark.isHidden()
    assert "weights" not in page.score.shown_marks()
    weights = dict.fromkeys(row.questionnaire.dimension_by_id, Fraction(1)) | {"trust": Fraction(2)}
    assert row.set_details(weights=weights)
    live.show_result(row.assessment, row.result)
    assert not live.weights_mark.isHidden()
    assert "weights" in page.score.shown_marks()
    same = dict.fromkeys(row.questionnaire.dimension_by_id, Fraction(3))
    assert row.set_details(weights=same)
    assert "weights" not in page.score.shown_marks()


@pytest.mark.parametrize("width", [420, 640, 900, 1400])
def test_nothing_is_wider_than_the_page_with_every_card_filled(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument, width: int
) -> None:
    store(row, many(20, lambda n: f"Row {n} with some words that run on and on"))
    page.resize(width, 700)

    def everything_fits() -> None:
        assert page.area.horizontalScrollBar().maximum() == 0
        for label in page.beside.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()

    qtbot.waitUntil(everything_fits)


def test_user_text_in_the_cards_is_shown_literally(page: ResultPage, row: AssessmentDocument) -> None:
    words = []
    for entry in STRINGS:
        try:
            words.append(clean_cell(entry["text"], "It", required=True))
        except TextRefused:
            continue
    conditions = [replace(one, id=UUID(int=n)) for n, one in enumerate(many(len(words), lambda n: words[n]).conditions)]
    for start in range(0, len(words), 6):
        store(row, replace(Sheets(), conditions=tuple(conditions[start : start + 6])))
        facts = page.beside.conditions.list.facts
        assert [fact.text for fact in facts] == words[start : start + 6]
        for label in page.beside.conditions.findChildren(QLabel):
            assert label.textFormat().name == "PlainText"


def test_the_list_marks_a_score_with_weights_of_its_own(qtbot: QtBot, row: AssessmentDocument) -> None:
    page = PartnersPage(row.workspace)
    qtbot.addWidget(page)
    page.show()
    cell = page.table.model().index(0, COLUMNS.index("supported"))
    assert cell.data(Qt.ItemDataRole.ToolTipRole) is None
    weights = dict.fromkeys(row.questionnaire.dimension_by_id, Fraction(1)) | {"trust": Fraction(2)}
    assert row.set_details(weights=weights)
    cell = page.table.model().index(0, COLUMNS.index("supported"))
    assert cell.data().endswith(", weights changed")
    assert "weights of its own" in cell.data(Qt.ItemDataRole.ToolTipRole)
    page.table.resize(900, 200)
    assert not page.table.grab().isNull()
    page.close_reader()
