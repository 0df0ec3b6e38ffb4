from __future__ import annotations

import pytest
from bidi import get_base_level, get_display  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from reports.direction import resolve_directions, visual_runs

LETTERS = st.text(st.sampled_from("abאבעر١٢12+-.,:%$ ()[]<>\u0301\u05b0\u200e\u200f\u061c/é"), min_size=1, max_size=60)
CONTROLLED = st.text(
    st.sampled_from("aאع1١ .(\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"), min_size=1, max_size=40
)


def shown(paragraph: str, base: int | None = None, start: int = 0, end: int | None = None) -> str:
    """Return a line as it stands from left to right, brackets as typed."""
    found = resolve_directions(paragraph, base)
    line, levels = paragraph[start:end], found.levels[start:end]
    pieces = []
    for level, first, last in visual_runs(line, levels, found.base):
        piece = line[first:last]
        pieces.append(piece[::-1] if level % 2 else piece)
    return "".join(pieces)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("plain", "plain"),
        ("שלום עולם", "םלוע םולש"),
        ("abc שלום def", "abc םולש def"),
        ("שלום abc עולם", "םלוע abc םולש"),
        ("שלום 123 עולם", "םלוע 123 םולש"),
        ("abc שלום 123 def", "abc 123 םולש def"),
        ("السعر 1,250.50 $", "$ 1,250.50 رعسلا"),
        ("السعر ١٬٢٥٠", "١٬٢٥٠ رعسلا"),
        ("ב-3 במאי", "יאמב 3-ב"),
        ("עלות (abc) 50%", "50% )abc( תולע"),
        ("a (שלום) b", "a (םולש) b"),
        ("a (שלום b", "a (םולש b"),
        ("שלום, abc.", ".abc ,םולש"),
        ("http://a.b/שלום/c", "http://a.b/םולש/c"),
        ("טלפון 972-3-555", "972-3-555 ןופלט"),
    ],
)
def test_a_line_stands_as_it_is_read(typed: str, seen: str) -> None:
    assert shown(typed) == seen


def test_the_first_strong_letter_decides_how_a_paragraph_runs() -> None:
    assert resolve_directions("1. שלום abc").base == 1
    assert resolve_directions("1. abc שלום").base == 0
    assert resolve_directions("12 ...").base == 0
    assert resolve_directions("").base == 0


def test_an_isolate_stands_among_other_words_without_turning_them_around() -> None:
    assert shown("\u2068שלום\u2069 · 2026 media") == "\u2068םולש\u2069 · 2026 media"
    assert shown("שלום · 2026 media") == "media 2026 · םולש"


def test_a_text_of_its_own_runs_as_its_inside_does() -> None:
    assert resolve_directions("\u2068שלום\u2069").base == 1
    assert resolve_directions("\u2068שלום\u2069 \u2068abc\u2069").base == 1
    assert resolve_directions("\u2068abc שלום\u2069").base == 0
    assert resolve_directions("to \u2068שלום\u2069").base == 0


def test_a_line_broken_in_the_middle_keeps_the_order_of_its_paragraph() -> None:
    paragraph = "שלום (one two three) עולם"
    at = paragraph.index("two")
    assert shown(paragraph, end=at) == " one( םולש"
    assert shown(paragraph, start=at) == "םלוע )two three"


def test_a_number_on_the_next_line_still_belongs_to_the_arabic_before_it() -> None:
    paragraph = "العدد 10-20"
    assert shown(paragraph) == "20-10 ددعلا"
    assert shown(paragraph, start=paragraph.index("10")) == "20-10"


def test_spaces_at_the_end_of_a_line_go_where_its_paragraph_ends() -> None:
    assert shown("abc שלום   עולם", end=9) == "abc םולש "
    assert shown("אבג abc def", end=8) == " abc גבא"


@given(LETTERS)
def test_whole_paragraphs_are_ordered_as_python_bidi_orders_them(typed: str) -> None:
    assert resolve_directions(typed).base == get_base_level(typed)
    assert shown(typed) == get_display(typed)


@given(CONTROLLED, st.sampled_from([0, 1]))
def test_controls_are_obeyed_as_python_bidi_obeys_them(typed: str, base: int) -> None:
    # A letter ends the line: python-bidi takes controls between spaces at a line's end for something that shows.
    typed += "אa"[base]
    drop = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
    expected = get_display(typed, base_dir="LR"[base])
    assert shown(typed, base).translate(drop) == expected.translate(drop)


def test_what_ends_a_line_of_figures_goes_where_its_paragraph_ends() -> None:
    assert shown("1\u202d ", 1) == " \u202d1"
    assert shown("1\u202d\u2066", 1) == "\u2066\u202d1"


@given(CONTROLLED, st.integers(0, 40), st.integers(0, 40))
def test_every_line_has_each_of_its_characters_once(typed: str, first: int, length: int) -> None:
    found = resolve_directions(typed)
    line = typed[first : first + length]
    runs = visual_runs(line, found.levels[first : first + length], found.base)
    assert "".join(line[start:end] for _, start, end in sorted(runs, key=lambda run: run[1])) == line
