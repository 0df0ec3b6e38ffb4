"""Which text can be kept: what a person can read, exactly as typed, and nothing that breaks a file or a page."""

from __future__ import annotations

import unicodedata

NAME_LIMIT = 200
TEXT_LIMIT = 100_000
CELL_LIMIT = 2_000
QUESTION_ID_LIMIT = 40
FOOTER_LIMIT = 200
CONFIDENTIALITY_LIMIT = 100

_LINE_BREAKS = "\n\t"
_INVISIBLE = frozenset({"Cf", "Zs", "Zl", "Zp", "Cc", "Mn"})


class TextRefused(ValueError):
    """A text that is not kept; the message is a sentence for the user with the reason and the place."""


def clean_name(text: str) -> str:
    """Return a name of one line, as typed.

    Raises:
        TextRefused: Empty or invisible, longer than 200 characters, or with a character that cannot be kept.
    """
    _refuse_long(text, NAME_LIMIT, "A name")
    _refuse_characters(text, allowed="")
    if all(unicodedata.category(character) in _INVISIBLE for character in text):
        raise TextRefused("A name needs at least one visible character.")
    return text


def clean_text(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return a text of any number of lines, as typed; it may be empty.

    Raises:
        TextRefused: Too long, or with a character that cannot be kept.
    """
    _refuse_long(text, limit, "The text")
    _refuse_characters(text, allowed=_LINE_BREAKS)
    return text


def clean_line(text: str, what: str, limit: int) -> str:
    """Return one line for the printed page, as typed; it may be empty.

    Args:
        text: What was typed.
        what: The line in words, for messages: "The footer".
        limit: Characters at most.

    Raises:
        TextRefused: Too long, or with a character that cannot be kept or a line break.
    """
    _refuse_long(text, limit, what)
    _refuse_characters(text, allowed="")
    return text


def clean_confidentiality(text: str) -> str:
    """Return the line that says who may read a document: one line of at most 100 characters; it may be empty."""
    return clean_line(text, "The confidentiality line", CONFIDENTIALITY_LIMIT)


def clean_footer(text: str) -> str:
    """Return our own words in every footer: one line of at most 200 characters; it may be empty."""
    return clean_line(text, "The footer", FOOTER_LIMIT)


def clean_cell(text: str, what: str, *, required: bool = False) -> str:
    """Return one cell of a sheet, of any number of lines, as typed.

    Args:
        text: What was typed or pasted.
        what: The cell in words, for messages: "An outcome".
        required: Refuse a text without a visible character.

    Raises:
        TextRefused: Longer than 2,000 characters, with a character that cannot be kept, or empty where it may not be.
    """
    _refuse_long(text, CELL_LIMIT, what)
    _refuse_characters(text, allowed=_LINE_BREAKS)
    if required and all(unicodedata.category(character) in _INVISIBLE for character in text):
        raise TextRefused(f"{what} needs at least one visible character.")
    return text


def _refuse_long(text: str, limit: int, what: str) -> None:
    if len(text) > limit:
        raise TextRefused(f"{what} can have {limit:,} characters. This one has {len(text):,}: shorten it.")


def _refuse_characters(text: str, allowed: str) -> None:
    if text.isascii() and text.isprintable():  # the usual case, without a loop in Python
        return
    for place, character in enumerate(text, start=1):
        reason = _why_not(character) if character not in allowed else ""
        if reason:
            raise TextRefused(f"Character {place:,} is {reason} (U+{ord(character):04X}). Remove it and try again.")


def _why_not(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\n\r":
        return "a line break, which does not fit here"
    if category == "Cc":
        return "a control character"
    if category == "Cs":
        return "half of a character (a lone surrogate)"
    if character in "\u2028\u2029":
        return "a line or paragraph separator"
    code = ord(character)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "not a character"
    return ""
