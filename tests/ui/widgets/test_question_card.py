"""The question card: where a question stands, and room for all of it with large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from assessments.assessment import Scope
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts
from ui.widgets.question_card import QuestionCard


def test_the_place_of_a_question_counts_those_that_are_asked(qtbot: QtBot, row: AssessmentDocument) -> None:
    card = QuestionCard(row)
    qtbot.addWidget(card)
    card.show_question("G4")
    assert card._place.text() == "4 of 6 · G4"

    row.set_details(scope=Scope.QUICK)
    asked = [key for key in row.result.in_scope if key.startswith("G")]
    (left,) = {f"G{number}" for number in range(1, 7)} - set(asked)
    card.show_question(asked[-1])
    assert card._place.text() == f"{len(asked)} of {len(asked)} · {asked[-1]}"
    card.show_question(left)
    assert card._place.text() == left


def test_with_text_at_twice_its_size_the_card_needs_no_more_than_its_column(
    qtbot: QtBot, row: AssessmentDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_scale", lambda: 2.0)
    fonts._font.cache_clear()
    try:
        card = QuestionCard(row)
        qtbot.addWidget(card)
        body = card.widget()
        assert body is not None
        for key in row.questionnaire.questions:
            card.show_question(key)
            assert body.minimumSizeHint().width() <= 452  # at 1280 x 800
    finally:
        fonts._font.cache_clear()


def test_why_a_note_cannot_be_stored_is_brought_into_view(qtbot: QtBot, row: AssessmentDocument) -> None:
    card = QuestionCard(row)
    qtbot.addWidget(card)
    card.resize(620, 400)
    card.show()
    card.note.setPlainText("a\x01b")
    assert not card.note.store()
    error, view = card._note_error, card.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(error.rect().translated(error.mapTo(view, QPoint(0, 0)))))
    assert "U+0001" in error.text()


def test_an_answer_is_shown_once_and_a_refused_one_is_taken_back(
    qtbot: QtBot, row: AssessmentDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = QuestionCard(row)
    qtbot.addWidget(card)
    card.show_question("T4")
    shown: list[object] = []
    plain = card.ratings.show_rating

    def show_rating(rating: int | None) -> None:
        shown.append(rating)
        plain(rating)

    monkeypatch.setattr(card.ratings, "show_rating", show_rating)

    card.rate(4)
    assert shown == [4]

    monkeypatch.setattr(row, "set_answer", lambda *_given: False)
    card.rate(2)
    assert shown == [4, 4]
