from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessments.answer import Grade
from assessments.risk_register import Risk
from assessments.sheets import Sheet
from assessments.value_exchange import Exchange, Kind, Side
from models.sheet_edits import edit_sheet
from ui.documents.assessment_document import AssessmentDocument
from ui.widgets.review_panel import ReviewPanel
from ui.widgets.section_progress import REVIEW, progress_of


@pytest.fixture
def panel(qtbot: QtBot, row: AssessmentDocument) -> ReviewPanel:
    made = ReviewPanel(row)
    qtbot.addWidget(made)
    made.resize(628, 690)
    made.show()
    row.result_changed.connect(made.refresh)
    return made


def enter(row: AssessmentDocument, sheet: Sheet, *rows: Exchange | Risk) -> None:
    assert row.commit("sheet", lambda: edit_sheet(row.assessment, sheet, rows))


def rate(row: AssessmentDocument, key: str, rating: int, grade: Grade, day: date | None = None) -> None:
    row.rate(key, rating)
    row.set_grade(key, grade)
    if day is not None:
        row.set_evidence_date(key, day)


def heads(panel: ReviewPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel)]


def test_a_contradiction_leads_to_both_of_its_places(qtbot: QtBot, panel: ReviewPanel, row: AssessmentDocument) -> None:
    rate(row, "V3", 5, Grade.SEEN)
    tilted = [
        Exchange(UUID(int=1), "Fee", Side.OURS, Kind.MONEY, 5, 5),
        Exchange(UUID(int=2), "Data", Side.THEIRS, Kind.DATA, 2, 1),
    ]
    enter(row, Sheet.EXCHANGES, *tilted)
    question, sheet = panel.contradictions.links
    with qtbot.waitSignal(panel.question_requested) as asked:
        qtbot.mouseClick(question, Qt.MouseButton.LeftButton)
    assert asked.args == ["V3"]
    with qtbot.waitSignal(panel.sheet_requested) as led:
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton)
    assert led.args == ["exchanges"]


def test_every_unowned_serious_risk_is_listed_and_counted(panel: ReviewPanel, row: AssessmentDocument) -> None:
    def counted() -> int:
        review = next(one for one in progress_of(row.assessment, row.result).sections if one.key == REVIEW)
        return int(review.count)

    before = counted()
    enter(row, Sheet.RISKS, *(Risk(UUID(int=number), f"<b>Risk</b> {number}", 5, 5) for number in range(1, 10)))
    assert counted() == before + 9
    assert len(panel.contradictions.links) == 9
    said = heads(panel)
    assert any("Risk K9, “<b>Risk</b> 9”, has an exposure of 25 and no owner." in text for text in said)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in panel.findChildren(QLabel))


def test_stale_and_soon_stale_evidence_is_listed_with_its_day_and_leads_to_its_question(
    qtbot: QtBot, panel: ReviewPanel, row: AssessmentDocument
) -> None:
    rate(row, "R1", 4, Grade.SEEN, date(2025, 10, 2))
    rate(row, "V1", 4, Grade.SEEN, date(2025, 12, 20))
    rate(row, "T4", 4, Grade.SEEN)
    assert "What to check again (2)" in heads(panel)
    listed = [link for link in panel.links if "tale" in link.words.text and "·" in link.words.text]
    assert [link.words.text for link in listed] == [
        "R1 Personal data, consent and security · Stale since 3 Oct 2026: it counts one rating lower.",
        "V1 What we receive · Stale from 21 Dec 2026.",
    ]
    with qtbot.waitSignal(panel.question_requested) as asked:
        qtbot.mouseClick(listed[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["V1"]


def test_what_many_gaps_have_in_common_is_said_once_and_read_out_with_each(
    panel: ReviewPanel, row: AssessmentDocument
) -> None:
    for key in ("G1", "G2", "G3"):
        rate(row, key, 4, Grade.SEEN)
    sentence = "No note: a reader cannot tell what was seen."
    assert heads(panel).count(f"{sentence} (3)") == 1
    unnoted = [link for link in panel.links if link.accessibleDescription() == sentence]
    assert [link.words.text.split()[0] for link in unnoted] == ["G1", "G2", "G3"]
    row.set_note("G3", "They showed it.")
    assert not any(text.startswith(sentence) for text in heads(panel))
    assert [link.words.text for link in panel.links if sentence in link.words.text] == [
        f"G1 {row.questionnaire.questions['G1'].title}: {sentence}",
        f"G2 {row.questionnaire.questions['G2'].title}: {sentence}",
    ]


def test_without_any_there_is_no_card_for_them(panel: ReviewPanel, row: AssessmentDocument) -> None:
    panel.refresh()
    assert not any(text.startswith(("Contradictions", "What to check again")) for text in heads(panel))


def test_a_gate_on_stale_evidence_is_told_from_one_without_firm_evidence(
    panel: ReviewPanel, row: AssessmentDocument
) -> None:
    rate(row, "R1", 4, Grade.SEEN, date(2025, 10, 2))
    rate(row, "T4", 4, Grade.STATED)
    said = [link.words.text for link in panel.links]
    assert any(text.startswith("R1") and "Gate passed on stale evidence" in text for text in said)
    assert any(text.startswith("T4") and "Gate passed without firm evidence" in text for text in said)
