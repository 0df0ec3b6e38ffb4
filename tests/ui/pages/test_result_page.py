"""The result page shows what is stored, in words and numbers, and leads to every question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessments.answer import Grade
from assessments.assessment import Scope
from assessments.sheets import Sheet
from assessments.wording_figures import points
from tests.ui.pages.shown import answer_all, result_page
from ui.documents.assessment_document import AssessmentDocument
from ui.pages.result_page import ResultPage
from ui.widgets.list_card import RowList
from ui.widgets.reason_dialog import ReopenDialog

STRINGS = json.loads((Path(__file__).parents[2] / "data" / "strings.json").read_text("utf-8"))


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> ResultPage:
    return result_page(qtbot, row)


def texts(rows: RowList) -> list[str]:
    return [shown.words.text for shown in rows.rows]


def cell(page: ResultPage, row: int, column: int) -> str:
    item = page.table.item(row, column)
    return item.text() if item is not None else ""


def test_an_empty_assessment_shows_nothing_supported_and_why_it_holds(page: ResultPage) -> None:
    assert page.score.figure.text() == "0"
    assert page.score.caption.text() == "supported · nothing rated yet"
    assert page.score.pill.words == "Hold: 10 gates open"
    assert "Also too little is answered" in page.score.reasons.text()
    assert page.score.shown_marks() == ["draft"]
    assert texts(page.strengths) == []
    assert texts(page.ask)[0].startswith("G1 ")


def test_every_answer_moves_the_page_that_is_seen(page: ResultPage, row: AssessmentDocument) -> None:
    answer_all(row)
    assert row.result.overall is not None
    assert page.score.figure.text() == points(row.result.overall.supported) == "75"
    assert page.score.pill.words == "Proceed"
    assert len(page.strengths.rows) == 5
    assert all(shown.words.mark == "✓" for shown in page.gates.rows if shown.isEnabled() and "R2" not in shown.text())
    assert cell(page, 5, 1) == "75"


def test_a_hidden_page_catches_up_when_it_is_seen_again(page: ResultPage, row: AssessmentDocument) -> None:
    page.hide()
    answer_all(row)
    assert page.score.figure.text() == "0"
    page.show()
    assert page.score.figure.text() == "75"


def test_each_row_leads_to_its_question(qtbot: QtBot, page: ResultPage, row: AssessmentDocument) -> None:
    answer_all(row, 3)
    for rows in (page.gaps, page.gates, page.ask):
        if not rows.rows:
            continue
        with qtbot.waitSignal(page.question_requested) as asked:
            rows.rows[0].click()
        assert asked.args[0] in row.questionnaire.questions


def test_finish_and_reopen_with_a_reason(qtbot: QtBot, page: ResultPage, row: AssessmentDocument) -> None:
    answer_all(row)
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    assert row.assessment.is_final
    assert page.finish.isHidden()
    assert page.score.shown_marks() == []
    assert "final · 23 Nov 2026" in page.header.subtitle.whole_text()
    qtbot.mouseClick(page.reopen, Qt.MouseButton.LeftButton)
    dialog = page.findChild(ReopenDialog)
    assert isinstance(dialog, ReopenDialog)
    dialog.accept()
    assert dialog.isVisible(), "no reason, no reopening"
    dialog.field.setText("New evidence")
    dialog.accept()
    assert not row.assessment.is_final
    assert row.assessment.reopenings[0].reason == "New evidence"
    assert not page.finish.isHidden()


def test_quick_and_provisional_are_marked(page: ResultPage, row: AssessmentDocument) -> None:
    row.set_details(scope=Scope.QUICK, gut_feeling=70)
    assert page.score.shown_marks() == ["draft", "quick"]
    assert page.radar.gut_feeling.text().startswith("Gut feeling: 70")


def test_the_table_has_the_numbers_of_the_charts(page: ResultPage) -> None:
    assert not page.table.isVisible()
    page.score.table_requested.emit(True)
    assert page.table.isVisible()
    assert cell(page, 0, 0) == "Goals"
    assert page.table.columnCount() == 7


def test_charts_say_their_numbers(page: ResultPage, row: AssessmentDocument) -> None:
    answer_all(row)
    assert "Goals: 75 supported" in page.score.bars.accessibleDescription()
    assert "Goals: 75 supported" in page.radar.radar.accessibleDescription()


@pytest.mark.parametrize("width", [420, 640, 900, 1400])
def test_nothing_is_wider_than_the_page(page: ResultPage, row: AssessmentDocument, width: int) -> None:
    answer_all(row)
    page.resize(width, 700)
    assert page.width() == width
    assert page.area.horizontalScrollBar().maximum() == 0
    body = page.area.widget()
    assert body is not None
    for label in body.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_user_text_is_shown_literally(page: ResultPage, row: AssessmentDocument) -> None:
    from dataclasses import replace

    from assessments.text_rules import TextRefused, clean_name

    shown = 0
    for entry in STRINGS if isinstance(STRINGS, list) else STRINGS["strings"]:
        text = entry if isinstance(entry, str) else entry["text"]
        try:
            clean_name(text)
        except (TextRefused, ValueError):
            continue
        if row.workspace.edit_partner(replace(row.assessment.partner, name=text)):
            assert " ".join(text.split("\n")) in page.header.title.whole_text()
            assert page.header.title.textFormat() is Qt.TextFormat.PlainText
            shown += 1
    assert shown > 50


def test_the_page_takes_the_keyboard_and_tab_reads_it_from_the_top_down(
    qtbot: QtBot, page: ResultPage, row: AssessmentDocument
) -> None:
    answer_all(row)
    row.rate("G2", 2)
    row.set_grade("G3", Grade.STATED)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.area.hasFocus() and page.ask.rows[0].isVisible())
    wanted: list[QWidget] = [page.questions, page.brief, page.radar.radar, *page.strengths.rows]
    wanted += [*page.gaps.rows, *page.gates.rows[:1], *page.ask.rows[:1], page.agenda]
    wanted += [page.beside.empty.links[Sheet.GOALS], page.area]
    met: list[QWidget] = []
    while page.area not in met:
        focused = page.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = page.focusWidget()
        assert focused is not None
        met.append(focused)
    assert [one for one in met if one in wanted] == wanted
