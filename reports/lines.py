"""Line breaking over cached character widths.

ReportLab's own paragraph measures every text about two and a half times and is quadratic in its length; here each text
is measured once, and a text of 100,000 characters takes as long for each line as a short one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from reports.fonts import Face, FaceKind, load_face
from reports.scripts import is_complex
from reports.style import Style

# Chinese and kana break between any two characters, but no line begins with a closing mark.
_WIDE = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_CLOSING = "、。，．！？：；」』】）〕〉》’”…"
_WORDS = re.compile(f" +|[{_WIDE}][{_CLOSING}]*|[^ {_WIDE}]+")
_CUT = "…"
_ROUNDING = 1e-6
_KEPT_LENGTH = 400
"""Characters of a text whose lines are kept: longer ones are notes, other in each document."""
BREAK_HERE = 0.75
"""A word longer than a whole line begins on a line filled to less than this share."""


def break_lines(printed: str, style: Style, width: float, most: int | None = None) -> list[str]:
    """Return the lines of a prepared text, each at most `width` points wide.

    Lines of a paragraph that runs right to left know the width and end at its right; those of headings begin at the
    left, as all headings of the document do.

    Args:
        printed: As `reports.text.text` returns it; newlines begin new lines.
        style: Decides face and size.
        width: Room in points.
        most: Stop after so many lines; the caller compares with what it asked for to see that more is left.
    """
    return _first_lines(printed, style, width, most, aligned=style.kind == "P")


def fit_lines(printed: str, style: Style, width: float, most: int) -> tuple[list[str], bool]:
    """Return at most `most` lines, and whether the text was cut; a cut text ends with "…".

    Lines of right-to-left text begin at the left like all others: something may stand beside them.
    """
    lines = _first_lines(printed, style, width, most + 1)
    if len(lines) <= most:
        return lines, False
    face = load_face(style.face)
    last = lines[most - 1]
    if is_complex(last):
        from reports.directed import cut_to_fit

        return [*lines[: most - 1], cut_to_fit(last, _CUT, face, width / style.size)], True
    while last and (face.measure(last) + face.widths[_CUT]) * style.size > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + _CUT], True


def cut_text(printed: str, style: Style, width: float, most: int) -> str:
    """Return as much of a text as fits `most` lines, marked "…" where it is cut; broken again, it fits.

    Right-to-left text is cut as a whole: its lines, joined, would have lost the order that their paragraph gave them.
    """
    lines, cut = fit_lines(printed, style, width, most)
    if not is_complex(printed):
        return "\n".join(lines)
    if not cut:
        return printed
    end = 0
    for line in (*lines[:-1], lines[-1].removesuffix(_CUT)):
        end = printed.index(line, end) + len(line)
    return f"{printed[:end]}{_CUT}"


def measure(printed: str, style: Style) -> float:
    """Return the width of one line in points."""
    face = load_face(style.face)
    if is_complex(printed):
        from reports.directed import measure_directed

        return measure_directed(printed, face) * style.size
    return face.measure(printed) * style.size


def _first_lines(printed: str, style: Style, width: float, most: int | None, *, aligned: bool = False) -> list[str]:
    kept = _kept_lines if len(printed) <= _KEPT_LENGTH else _broken_lines
    return list(kept(printed, style.face, width / style.size, most, width if aligned else None))


def _broken_lines(
    printed: str, kind: FaceKind, width: float, most: int | None, aligned: float | None
) -> tuple[str, ...]:
    """Return the lines of a text.

    Args:
        printed: Prepared.
        kind: Its face.
        width: Room in em.
        most: Stop after so many lines.
        aligned: Room in points that lines which run right to left end at the right of; None to begin at the left.
    """
    face = load_face(kind)
    room = width + _ROUNDING
    lines: list[str] = []
    for paragraph in printed.split("\n"):
        broken: Iterable[str]
        if is_complex(paragraph):
            from reports.directed import break_directed

            broken = break_directed(paragraph, face, room, aligned)
        else:
            broken = _break_paragraph(paragraph, face, room)
        for line in broken:
            lines.append(line)
            if most is not None and len(lines) >= most:
                return tuple(lines)
    return tuple(lines)


# The questionnaire's own texts and most names are in every document, several times in many.
_kept_lines = lru_cache(maxsize=4096)(_broken_lines)


def _break_paragraph(paragraph: str, face: Face, room: float) -> Iterator[str]:
    """Yield the lines of one paragraph, an empty one for none. Spaces at a line's end hang and are dropped."""
    words = _WORDS.findall(paragraph)
    ends = list(accumulate(map(face.word_widths.__getitem__, words)))
    start, left = 0, 0.0
    while True:
        at = bisect_right(ends, left + room, start)
        if at < len(words) and words[at][0] == " ":
            at += 1
        before = "".join(words[start:at]).rstrip(" ")
        if at >= len(words):
            yield before
            return
        word = words[at]
        right = ends[at - 1] if at else 0.0
        wide = ends[at] - right
        if wide > room and right - left < room * BREAK_HERE:
            head = _break_word(word, face.widths, room - right + left)
            before = "".join([*words[start:at], head]).rstrip(" ")
            word, wide = _rest_of(word, head, wide, face)
        if before:
            yield before
        while wide > room:
            head = _break_word(word, face.widths, room)
            yield head
            word, wide = _rest_of(word, head, wide, face)
        words[at] = word
        start, left = at, ends[at] - wide


def _rest_of(word: str, head: str, wide: float, face: Face) -> tuple[str, float]:
    """Return what is left of a word behind its head, and its width."""
    return word[len(head) :], wide - face.measure(head)


def _break_word(word: str, widths: dict[str, float], room: float) -> str:
    """Return as much of a word as fits, at least one character with its combining marks."""
    used = 0.0
    for at, char in enumerate(word):
        used += widths[char]
        if used > room and at and not unicodedata.combining(char):
            return word[:at]
    return word
