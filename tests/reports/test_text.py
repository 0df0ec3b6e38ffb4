from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.fonts import load_face
from reports.text import RIGHT_TO_LEFT_NOTE, one_line, text

FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters by category that show nothing."""


@pytest.mark.parametrize("typed", ["<b>unclosed & text", "&amp; &#x41;", "{name}", "100 % \\n", "Zażółć", "Tiếng Việt"])
def test_what_looks_like_markup_is_printed_as_typed(typed: str) -> None:
    assert text(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ok 🚀 go", "ok [U+1F680] go"),
        ("नम", "[U+0928][U+092E]"),
        ("\ue000", "[U+E000]"),
        ("\x01", "[U+0001]"),
        ("x\ud83dx", "x[U+D83D]x"),
        ("\U000e0067", "[U+E0067]"),
    ],
)
def test_what_no_font_can_print_is_shown_by_its_number(typed: str, shown: str) -> None:
    assert text(typed) == shown


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202c", "\ufe0f", "\u061c"])
def test_invisible_characters_leave_no_trace(invisible: str) -> None:
    assert text(f"co{invisible}operate") == "cooperate"


def test_right_to_left_text_says_that_it_is_in_typing_order() -> None:
    assert text("שלום") == f"{RIGHT_TO_LEFT_NOTE} שלום"


def test_every_kind_of_line_end_begins_a_line() -> None:
    assert text("a\r\nb\rc\u2028d\x85e\fé") == "a\nb\nc\nd\ne\né"
    assert one_line("a\nb") == "a b"


def test_letters_with_accents_are_composed() -> None:
    assert text("Cafe\u0301") == "Café"


@given(st.text(st.characters(exclude_categories=())))
def test_every_printed_character_has_a_glyph(typed: str) -> None:
    face = load_face("sans")
    assert all(char == "\n" or face.font_of(char) for char in text(typed))


@given(st.text(st.characters(exclude_categories=("C", "M", "Z")), max_size=60))
def test_no_letter_is_lost_without_its_number(typed: str) -> None:
    shown = text(typed)
    for char in unicodedata.normalize("NFC", typed):
        assert char in shown or f"[U+{ord(char):04X}]" in shown or char in FILLERS
