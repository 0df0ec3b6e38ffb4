"""User text made printable: nothing is markup, nothing visible is lost without a mark.

Every text that a user typed goes through `text()` once, before lines are broken.
"""

from __future__ import annotations

import re
import unicodedata

from reports.fonts import load_face

RIGHT_TO_LEFT_NOTE = "[right-to-left text, shown in typing order]"

# Letters that join or reorder: without shaping they would print as something else, so each is shown by its number.
_NEEDS_SHAPING = re.compile(
    "[\u0700-\u08ff\u0900-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1cff\ua800-\ua8ff\ua926-\ua95f\ua980-\uaaff"
    "\uabc0-\uabff\U00010a00-\U00010a5f\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u06ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff\u202b\u202e\u2067]"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
_TAB = "    "


def text(typed: str) -> str:
    """Return what to print for a text as typed: one string in which every character but the newline has a glyph.

    Invisible characters (soft hyphens, joiners, direction controls) are left out; a visible one that no bundled font
    has, or that would print wrongly without shaping, becomes its number: [U+0928]. Text with right-to-left letters
    begins with a note, because it is not reordered.
    """
    if typed.isascii() and typed.isprintable():
        return typed
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", typed))
    printed = composed.translate(_PRINTED)
    return f"{RIGHT_TO_LEFT_NOTE} {printed}" if _RIGHT_TO_LEFT.search(composed) else printed


def one_line(typed: str) -> str:
    """Return `text()` with line ends shown as spaces, for names and table cells of one line."""
    return text(typed).replace("\n", " ")


class _Printed(dict[int, str]):
    """Code point -> what is printed for it, worked out once for each character met."""

    def __missing__(self, code: int) -> str:
        printed = _print_character(chr(code))
        self[code] = printed
        return printed


def _print_character(char: str) -> str:
    """Return the character, nothing when it is invisible, or its number in brackets."""
    if char in "\n\t":
        return "\n" if char == "\n" else _TAB
    if _is_invisible(char):
        return ""
    category = unicodedata.category(char)
    covered = category not in {"Cc", "Cs", "Co", "Cn"} and load_face("sans").font_of(char) is not None
    if covered and not _NEEDS_SHAPING.match(char):
        return char
    return " " if category == "Zs" and char != "\u1680" else f"[U+{ord(char):04X}]"


def _is_invisible(char: str) -> bool:
    """Return whether the character never shows by itself.

    Tag characters are not in it: they can hide a whole text, so they are marked.
    """
    if char in _FILLERS or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return True
    if unicodedata.category(char) != "Cf" or "\U000e0000" <= char <= "\U000e007f":
        return False
    return not ("\u0600" <= char <= "\u06dd" and char != "\u061c")


_PRINTED = _Printed()
