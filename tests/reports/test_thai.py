"""Thai has no spaces between words: its lines break between phrases."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.lines import break_lines, measure
from reports.style import BODY
from reports.text import text
from reports.thai import phrase_starts
from resources import FOLDER

LETTERS = "".join(map(chr, range(0x0E01, 0x0E5C)))
SENTENCE = "เราตรวจสอบทะเบียนโมเดลทุกสามเดือนและรายงานผลให้คณะกรรมการทราบ"
PHRASES = [
    "เรา",
    "ตรวจ",
    "สอบ",
    "ทะเบียน",
    "โมเดล",
    "ทุก",
    "สาม",
    "เดือน",
    "และ",
    "รายงาน",
    "ผล",
    "ให้",
    "คณะกรรม",
    "การ",
    "ทราบ",
]
"""As BudouX 0.10.1 itself divides the sentence."""


def phrases(stretch: str) -> list[str]:
    places = [0, *phrase_starts(stretch), len(stretch)]
    return [stretch[start:end] for start, end in pairwise(places)]


def test_a_sentence_is_divided_as_the_model_was_made_to() -> None:
    assert phrases(SENTENCE) == PHRASES
    assert phrases("วันนี้อากาศดีมาก") == ["วัน", "นี้", "อากาศ", "ดี", "มาก"]


def test_lines_break_between_phrases_and_lose_nothing() -> None:
    lines = break_lines(text(SENTENCE), BODY, 110.0)
    assert lines == ["เราตรวจสอบทะเบียนโมเดลทุก", "สามเดือนและรายงานผลให้", "คณะกรรมการทราบ"]
    mixed = break_lines(text(f"{SENTENCE} AI register 2026{SENTENCE}"), BODY, 90.0)
    assert "".join(mixed).replace(" ", "") == f"{SENTENCE}AIregister2026{SENTENCE}"
    assert all(measure(line, BODY) <= 90.01 for line in mixed)


@pytest.mark.parametrize("width", [4.0, 20.0, 45.0])
def test_a_phrase_wider_than_a_line_is_broken_between_letters(width: float) -> None:
    assert "".join(break_lines(text(SENTENCE), BODY, width)) == SENTENCE


@given(st.text(st.sampled_from(LETTERS), max_size=40))
def test_no_line_begins_with_a_mark_or_ends_with_a_vowel_that_belongs_to_the_next_letter(stretch: str) -> None:
    parts = phrases(stretch)
    assert "".join(parts) == stretch
    for before, after in pairwise(parts):
        assert category(after[0]) != "Mn"
        assert before[-1] not in "เแโใไ"


def test_the_model_stands_there_with_its_licence() -> None:
    assert "Apache License" in (FOLDER / "line_breaks" / "LICENSE-BudouX.txt").read_text(encoding="utf-8")
