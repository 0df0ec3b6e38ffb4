from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assessments.answer import Answer, Grade, State
from assessments.questionnaire_file import packaged_questionnaire
from assessments.text_rules import TextRefused, clean_name, clean_text
from reports.text import text
from tests.reports.briefs import TODAY, blank, printed_brief, read_text, squeezed, stands_in_order, with_answers

STRINGS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "strings.json").read_text(encoding="utf-8")
)
SHORT = 60


def accepted(typed: str, *, name: bool = False) -> bool:
    try:
        (clean_name if name else clean_text)(typed)
    except TextRefused:
        return False
    return True


def visible(typed: str) -> Counter[str]:
    """Return how often each character must be found. A reader expands ligatures and drops marks it cannot place."""
    return Counter(char for char in squeezed(text(typed)) if char not in "ﬁﬂ\u0301")


@pytest.mark.parametrize("start", range(0, len(STRINGS), 36))
def test_every_string_is_printed_as_a_note(start: int) -> None:
    questions = list(packaged_questionnaire().questions)
    notes = [entry["text"] for entry in STRINGS[start : start + 36] if accepted(entry["text"])]
    answers = {
        question_id: Answer(State.RATED, 4, grade=Grade.SEEN, note=note, answered_on=TODAY)
        for question_id, note in zip(questions, notes, strict=False)
    }
    found = squeezed(read_text(printed_brief(with_answers(answers))))
    assert not sum(map(visible, notes), Counter[str]()) - Counter(found)
    for note in notes:
        if len(note) < SHORT:
            assert stands_in_order(note, found)


@pytest.mark.parametrize("entry", STRINGS, ids=lambda entry: entry["id"])
def test_every_string_is_printed_as_purpose_and_name(entry: dict[str, Any]) -> None:
    typed = entry["text"]
    name = typed if accepted(typed, name=True) else "Brightfield Creative"
    purpose = typed if accepted(typed) else "Refused when it was typed"
    partner = replace(blank().partner, name=name)
    read = read_text(printed_brief(blank(purpose=purpose, partner=partner)))
    found = Counter(squeezed(read))
    assert not visible(name) - found
    assert not visible(purpose) - found
    for typed in (name, purpose):
        assert len(typed) >= SHORT or stands_in_order(typed, read)


@pytest.mark.parametrize("length", [1, 79, 1_000, 9_000, 100_000])
@pytest.mark.parametrize("unit", ["W", "word ", "line\n", "漢", "שלום ", "ש"])
def test_a_note_of_any_length_is_printed_to_its_end(length: int, unit: str) -> None:
    note = (unit * length)[:length]
    answer = Answer(State.RATED, 4, grade=Grade.SEEN, note=note, answered_on=TODAY)
    found = squeezed(read_text(printed_brief(with_answers({"G1": answer}))))
    assert found.count(unit.strip()) >= note.count(unit.strip())
