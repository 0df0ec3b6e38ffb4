"""User text made printable: nothing is markup, nothing visible is lost without a mark.

Every text that a user typed goes through `text()` once, before lines are broken.
"""

from __future__ import annotations

import re
import unicodedata

from reports.fonts import load_face
from reports.scripts import COMPLEX, DIRECTION_CONTROLS, JOINERS, RIGHT_TO_LEFT, SHAPED_LETTERS, lacks_shaping

RIGHT_TO_LEFT_NOTE = "[right-to-left text, shown in typing order]"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
_TAB = "    "
_OPEN, _CLOSE = "\u2068", "\u2069"
"""First strong isolate and its end: the text around is not put in another order by what stands between."""
_LOOSE_JOINERS = re.compile(f"(?<![{SHAPED_LETTERS}])[{JOINERS}]+|(?<=[{JOINERS}])[{JOINERS}]+")
_CONTROLS = re.compile(f"[{DIRECTION_CONTROLS}]")
_NO_OVERRIDE = {0x202D: "\u202a", 0x202E: "\u202b"}


def text(typed: str) -> str:
    """Return what to print for a text as typed: one string in which every visible character has a glyph.

    Invisible characters (soft hyphens, joiners where nothing joins, overrides of the direction) are left out; a visible
    one that no bundled font has, or that would print wrongly without shaping, becomes its number: [U+A98F]. Each line
    with right-to-left letters is an isolate, so that it can stand in the middle of other words. One whose letters no
    bundled font has begins with a note that their numbers stand in the order typed.
    """
    if typed.isascii() and typed.isprintable():
        return typed
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", typed))
    if not COMPLEX.search(composed):
        return composed.translate(_PRINTED)
    printed = "\n".join(_directed(line) for line in composed.split("\n"))
    return printed if is_order_certain(typed) else f"{RIGHT_TO_LEFT_NOTE} {printed}"


def one_line(typed: str) -> str:
    """Return `text()` with line ends shown as spaces, for names and table cells of one line."""
    return (
        text(typed)
        if typed.isascii() and typed.isprintable()
        else text(" ".join(_LINE_ENDS.sub("\n", typed).split("\n")))
    )


def is_order_certain(typed: str) -> bool:
    """Return whether a text is printed in the order in which it is read.

    Not so where it holds right-to-left letters that no bundled font has: their numbers are printed, as typed. Windows
    say so before such a text is printed.
    """
    if not RIGHT_TO_LEFT.search(typed):
        return True
    return not any(
        _PRINTED[ord(char)].startswith("[U+") for char in set(typed) if unicodedata.bidirectional(char) in {"R", "AL"}
    )


def _directed(line: str) -> str:
    """Return one line that holds complex characters: as an isolate when it has right-to-left letters."""
    if not RIGHT_TO_LEFT.search(line):
        return _LOOSE_JOINERS.sub("", _CONTROLS.sub("", line)).translate(_SHAPED)
    return f"{_OPEN}{_closed(_LOOSE_JOINERS.sub('', line).translate(_NO_OVERRIDE)).translate(_SHAPED)}{_CLOSE}"


def _closed(line: str) -> str:
    """Return a line whose own isolates end inside it: those that are open are ended, ends of nothing are dropped."""
    kept = []
    depth = 0
    for char in line:
        if char == _CLOSE and not depth:
            continue
        depth += ("\u2066" <= char <= "\u2068") - (char == _CLOSE)
        kept.append(char)
    return "".join(kept) + _CLOSE * depth


class _Printed(dict[int, str]):
    """Code point -> what is printed for it, worked out once for each character met."""

    def __missing__(self, code: int) -> str:
        printed = _print_character(chr(code))
        self[code] = printed
        return printed


class _Shaped(dict[int, str]):
    """The same for a text that is shaped: joiners and direction controls stay."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        printed = char if char in JOINERS or _CONTROLS.match(char) else _PRINTED[code]
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
    if covered and not lacks_shaping(char):
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
_SHAPED = _Shaped()
