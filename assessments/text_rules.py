"""Which text can be kept: what a person can read, exactly as typed, and nothing that breaks a file or a page."""

from __future__ import annotations

import unicodedata

from assessments.wording_figures import Say, count_words

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


def clean_name(text: str, say: Say = str) -> str:
    """Return a name of one line, as typed.

    Args:
        text: What was typed.
        say: Writes the figures of a refusal, here and below.

    Raises:
        TextRefused: Empty or invisible, longer than 200 characters, or with a character that cannot be kept.
    """
    _refuse_long(text, NAME_LIMIT, "A name", say)
    _refuse_characters(text, "", say)
    if all(unicodedata.category(character) in _INVISIBLE for character in text):
        raise TextRefused("A name needs at least one visible character.")
    return text


def clean_text(text: str, limit: int = TEXT_LIMIT, say: Say = str) -> str:
    """Return a text of any number of lines, as typed; it may be empty.

    Raises:
        TextRefused: Too long, or with a character that cannot be kept.
    """
    _refuse_long(text, limit, "The text", say)
    _refuse_characters(text, _LINE_BREAKS, say)
    return text


def clean_line(text: str, what: str, limit: int, say: Say = str) -> str:
    """Return one line for the printed page, as typed; it may be empty.

    Args:
        text: What was typed.
        what: The line in words, for messages: "The footer".
        limit: Characters at most.
        say: As in `clean_name`.

    Raises:
        TextRefused: Too long, or with a character that cannot be kept or a line break.
    """
    _refuse_long(text, limit, what, say)
    _refuse_characters(text, "", say)
    return text


def clean_confidentiality(text: str, say: Say = str) -> str:
    """Return the line that says who may read a document: one line of at most 100 characters; it may be empty."""
    return clean_line(text, "The confidentiality line", CONFIDENTIALITY_LIMIT, say)


def clean_footer(text: str, say: Say = str) -> str:
    """Return our own words in every footer: one line of at most 200 characters; it may be empty."""
    return clean_line(text, "The footer", FOOTER_LIMIT, say)


def clean_cell(text: str, what: str, *, required: bool = False, say: Say = str) -> str:
    """Return one cell of a sheet, of any number of lines, as typed.

    Args:
        text: What was typed or pasted.
        what: The cell in words, for messages: "An outcome".
        required: Refuse a text without a visible character.
        say: As in `clean_name`.

    Raises:
        TextRefused: Longer than 2,000 characters, with a character that cannot be kept, or empty where it may not be.
    """
    _refuse_long(text, CELL_LIMIT, what, say)
    _refuse_characters(text, _LINE_BREAKS, say)
    if required and all(unicodedata.category(character) in _INVISIBLE for character in text):
        raise TextRefused(f"{what} needs at least one visible character.")
    return text


def _refuse_long(text: str, limit: int, what: str, say: Say) -> None:
    if len(text) > limit:
        most, count = count_words(limit, say), count_words(len(text), say)
        raise TextRefused(f"{what} can have {most} characters. This one has {count}: shorten it.")


def _refuse_characters(text: str, allowed: str, say: Say) -> None:
    if text.isascii() and text.isprintable():  # the usual case, without a loop in Python
        return
    for place, character in enumerate(text, start=1):
        reason = _why_not(character) if character not in allowed else ""
        if reason:
            where = count_words(place, say)
            raise TextRefused(f"Character {where} is {reason} (U+{ord(character):04X}). Remove it and try again.")


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
