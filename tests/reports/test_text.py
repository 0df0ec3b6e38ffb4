from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.fonts import load_face
from reports.scripts import DIRECTION_CONTROLS, JOINERS
from reports.text import RIGHT_TO_LEFT_NOTE, is_order_certain, one_line, text

INVISIBLE = re.compile(f"[{DIRECTION_CONTROLS}{JOINERS}]")
FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters by category that show nothing."""


@pytest.mark.parametrize("typed", ["<b>unclosed & text", "&amp; &#x41;", "{name}", "100 % \\n", "Zażółć", "Tiếng Việt"])
def test_what_looks_like_markup_is_printed_as_typed(typed: str) -> None:
    assert text(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ok 🚀 go", "ok [U+1F680] go"),
        ("ꦏ", "[U+A98F]"),
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


def test_right_to_left_text_is_set_apart_from_the_words_around_it() -> None:
    assert text("שלום") == "\u2068שלום\u2069"
    assert text("a\nב") == "a\n\u2068ב\u2069"
    assert one_line("א\nב") == "\u2068א ב\u2069"
    assert is_order_certain("שלום abc نص")


def test_isolates_that_were_typed_cannot_leave_their_line() -> None:
    assert text("א\u2069ב") == "\u2068אב\u2069"
    assert text("\u2067א\nb") == "\u2068\u2067א\u2069\u2069\nb"


def test_an_override_never_turns_letters_or_digits_around() -> None:
    assert text("\u202e100\u202c") == "100"
    assert text("א\u202e100\u202c") == "\u2068א\u202b100\u202c\u2069"


def test_right_to_left_letters_without_a_font_say_that_they_are_in_typing_order() -> None:
    assert text("𐤀𐤁") == f"{RIGHT_TO_LEFT_NOTE} \u2068[U+10900][U+10901]\u2069"
    assert not is_order_certain("𐤀")


def test_joiners_stay_where_letters_join() -> None:
    assert text("می\u200cخواهم") == "\u2068می\u200cخواهم\u2069"
    assert text("क्\u200d\u200dष") == "क्\u200dष"
    assert text("a\u200cb é\u0301\u200d") == "ab é\u0301"


def test_every_kind_of_line_end_begins_a_line() -> None:
    assert text("a\r\nb\rc\u2028d\x85e\fé") == "a\nb\nc\nd\ne\né"
    assert one_line("a\nb") == "a b"


def test_letters_with_accents_are_composed() -> None:
    assert text("Cafe\u0301") == "Café"


@given(st.text(st.characters(exclude_categories=())))
def test_every_printed_character_has_a_glyph(typed: str) -> None:
    face = load_face("sans")
    assert all(char == "\n" or INVISIBLE.match(char) or face.font_of(char) for char in text(typed))


@given(st.text(st.characters(exclude_categories=("C", "M", "Z")), max_size=60))
def test_no_letter_is_lost_without_its_number(typed: str) -> None:
    shown = text(typed)
    for char in unicodedata.normalize("NFC", typed):
        assert char in shown or f"[U+{ord(char):04X}]" in shown or char in FILLERS
