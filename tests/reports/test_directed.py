from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import directed
from reports.directed import DirectedLine, pieces_of
from reports.fonts import load_face
from reports.lines import break_lines, cut_text, fit_lines, measure
from reports.shaping import Cluster, shape
from reports.style import BODY, TITLE
from reports.text import text

WIDTH = 120.0
HEBREW = "הם הציגו את רישום המודלים (register of models) ומי בודק אותו ב-3 במאי 2026; עלות: 1,250.50 $ לחודש."
ARABIC = "نحن نراجع سجل النماذج (AI register) كل 3 أشهر، والسَّلامُ عليكم: 50% من الميزانية «مضمونة»."
MIXED = st.text(st.sampled_from("ab אבשׁ عربيّ ١12 ()., नि\u0301ที่\u200d漢\u2067\u2069"), max_size=200)


def seen(line: str) -> str:
    """Return the characters of a line as they stand on paper from left to right."""
    pieces = []
    for piece in pieces_of(line, load_face("sans")):
        pieces.append(piece.shown if isinstance(piece.shown, str) else "".join(one.text for one in piece.shown))
    return "".join(pieces)


def test_lines_are_broken_first_and_put_in_order_then() -> None:
    lines = break_lines(text(HEBREW), BODY, WIDTH)
    assert len(lines) > 3
    assert " ".join(lines).strip("\u2068\u2069") == HEBREW
    assert seen(lines[0]) == "םילדומה םושיר תא וגיצה םה"
    assert seen(lines[1]) == "קדוב ימו )register of models("


def test_a_paragraph_that_runs_right_to_left_ends_at_the_right_of_its_room() -> None:
    lines = break_lines(text(f"{ARABIC}\nplain words\nthe שלום"), BODY, WIDTH)
    assert [getattr(line, "room", None) for line in lines[-2:]] == [None, None]
    assert all(isinstance(line, DirectedLine) and line.room == WIDTH for line in lines[:-2])
    heading = break_lines(text(HEBREW), TITLE, WIDTH)
    assert all(isinstance(line, DirectedLine) and line.room is None for line in heading)
    beside = fit_lines(text(HEBREW), BODY, WIDTH, 2)[0]
    assert all(isinstance(line, DirectedLine) and line.room is None for line in beside)


def test_words_of_another_script_begin_with_the_first_in_a_right_to_left_line() -> None:
    (line,) = break_lines(text("כל abc def 12"), BODY, WIDTH)
    assert seen(line) == "abc def 12 לכ"


def test_a_cut_text_ends_with_its_mark_where_it_is_read_last() -> None:
    lines, cut = fit_lines(text(HEBREW), BODY, WIDTH, 2)
    assert cut
    assert seen(lines[1]).startswith("…")
    assert measure(lines[1], BODY) <= WIDTH
    lines, cut = fit_lines(text("नमस्ते दुनिया " * 20), BODY, WIDTH, 1)
    assert cut
    assert seen(lines[0]).endswith("…")


def test_a_mark_is_never_cut_from_its_letter() -> None:
    for line in break_lines(text("שָׁ" * 300), BODY, 50):
        assert line.lstrip("\u2068\u2069")[:1] in {"ש", ""}


@pytest.mark.parametrize("typed", [HEBREW, ARABIC, "ﷺ" * 50, "ب" * 300, "नमस्तेदुनिया" * 30, "สวัสดีชาวโลกที่นี่ดี" * 20])
def test_no_line_is_wider_than_its_room(typed: str) -> None:
    for style in (BODY, TITLE):
        lines = break_lines(text(typed), style, WIDTH)
        assert all(measure(line, style) <= WIDTH + 0.01 for line in lines)


@given(MIXED)
def test_lines_hold_every_character_once_in_the_order_typed(typed: str) -> None:
    printed = text(typed)
    lines = break_lines(printed, BODY, WIDTH)
    assert "".join(lines).replace(" ", "") == printed.replace(" ", "").replace("\n", "")


@given(MIXED)
def test_paper_shows_every_character_of_a_line_once(typed: str) -> None:
    for line in break_lines(text(typed), BODY, WIDTH):
        hidden = "\u200d\u2067\u2068\u2069"
        assert sorted(seen(line).strip(hidden)) == sorted(char for char in line if char not in hidden)


@pytest.mark.parametrize("unit", ["שלום ", "ש", "العربية ", "(א)", "ที่"])
def test_a_long_text_is_shaped_no_more_than_three_times_over(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shaped = []

    def counted(font: str, part: str, *, right_to_left: bool) -> list[Cluster]:
        shaped.append(len(part))
        return shape(font, part, right_to_left=right_to_left)

    monkeypatch.setattr(directed, "shape", counted)
    typed = (unit * 100_000)[:100_000]
    lines = break_lines(text(typed), BODY, 400)
    assert sum(len(line.replace(" ", "")) for line in lines) == len(typed.replace(" ", "")) + 2 * (unit != "ที่")
    assert sum(shaped) < 3 * len(typed)


@pytest.mark.parametrize("typed", [HEBREW, ARABIC, "plain words " * 20, "short", "नमस्ते दुनिया " * 20])
def test_a_cut_text_broken_again_has_the_same_lines(typed: str) -> None:
    printed = text(typed)
    cut = cut_text(printed, BODY, WIDTH, 2)
    again = break_lines(cut, BODY, WIDTH)
    assert [seen(line) for line in again] == [seen(line) for line in fit_lines(printed, BODY, WIDTH, 2)[0]]
