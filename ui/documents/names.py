"""Users' names among words of ours, whichever way they are read."""

from __future__ import annotations

import re
from unicodedata import bidirectional

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "L", ("R", "AL")
_ISOLATE, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"
_LONG_RUN = re.compile(r"[!-~]{30}(?=[!-~])")
_MAY_BREAK = "\u200b"


def is_right_to_left(text: str) -> bool:
    """Return whether a text is read from right to left, by its first letter.

    Source:
        Unicode Standard Annex 9, rules P2 and P3.
    """
    kinds = (bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind == _LEFT_TO_RIGHT or kind in _RIGHT_TO_LEFT), "") in _RIGHT_TO_LEFT


def isolated(name: str) -> str:
    """Return a name to begin a line of ours with: a Hebrew one would else turn the whole line around.

    Source:
        Unicode Standard Annex 9, isolates.
    """
    return f"{_ISOLATE}{name}{_END}" if is_right_to_left(name) else name


def without_isolates(text: str) -> str:
    """Return a text without the marks of `isolated`, for where they would be seen as boxes."""
    return text.replace(_ISOLATE, "").replace(_END, "")


def elided_at_its_end(line: str) -> str:
    """Return an elided line with its ellipsis where its reading ends: at the left of a Hebrew one."""
    return line + _RIGHT_TO_LEFT_MARK if line.endswith("…") and is_right_to_left(line) else line


def breakable(text: str) -> str:
    """Return a text in which a word without end may break: Qt would else make the line as wide as the word.

    Only runs of ASCII are long words; other scripts break where Qt finds it, and their letters may be joined.
    """
    return _LONG_RUN.sub(lambda found: found[0] + _MAY_BREAK, text)
