from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.lines import break_lines, fit_lines, measure
from reports.style import BODY
from reports.text import text

WIDTH = 200.0


@given(st.text(max_size=400))
def test_lines_fit_and_lose_only_spaces(typed: str) -> None:
    printed = text(typed)
    lines = break_lines(printed, BODY, WIDTH)
    assert "".join(lines).replace(" ", "") == printed.replace(" ", "").replace("\n", "")
    assert all(measure(line, BODY) <= WIDTH + 0.01 or len(line) == 1 for line in lines)


def test_lines_are_as_full_as_they_can_be() -> None:
    lines = break_lines("word " * 200, BODY, WIDTH)
    assert all(measure(f"{line} word", BODY) > WIDTH for line in lines[:-1])


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = break_lines("W" * 1000, BODY, WIDTH)
    assert "".join(lines) == "W" * 1000
    assert len(lines) > 30


def test_spaces_inside_a_line_are_kept_and_those_at_its_end_hang() -> None:
    assert break_lines(" two  spaces ", BODY, WIDTH) == [" two  spaces"]
    assert break_lines(" " * 5000 + "x", BODY, WIDTH) == ["x"]


def test_a_no_break_space_holds_words_together() -> None:
    lines = break_lines("aaaa " * 8 + "one\u00a0two", BODY, measure("aaaa " * 8 + "one", BODY))
    assert lines[-1] == "one\u00a0two"


def test_chinese_breaks_anywhere_but_before_a_closing_mark() -> None:
    lines = break_lines("漢字。" * 60, BODY, WIDTH)
    assert len(lines) > 5
    assert not any(line.startswith("。") for line in lines)


def test_empty_lines_are_kept() -> None:
    assert break_lines("a\n\nb", BODY, WIDTH) == ["a", "", "b"]


def test_a_cut_text_ends_with_an_ellipsis_and_says_so() -> None:
    lines, cut = fit_lines("word " * 200, BODY, WIDTH, 2)
    assert cut
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert measure(lines[1], BODY) <= WIDTH
    assert fit_lines("short", BODY, WIDTH, 2) == (["short"], False)


def test_a_hundred_thousand_characters_break_to_the_last() -> None:
    assert "".join(break_lines("W" * 100_000, BODY, WIDTH)) == "W" * 100_000
    assert len(break_lines("W" * 100_000, BODY, WIDTH, most=3)) == 3
