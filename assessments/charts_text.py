"""How wide a chart's words are, estimated without a font so that window and paper get the same layout."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_GROUPS = {
    0.27: " \u00a0",
    0.30: "!',.:;ijl",
    0.35: "()-J[]`",
    0.40: "/I\\f{}",
    0.45: '"_rt',
    0.50: "?sz",
    0.55: "FLScvy",
    0.60: "$*+0123456789<=>ETZ^aekx|~",
    0.65: "#CKPRVXYbdghnopqu",
    0.70: "AB",
    0.75: "&DGU",
    0.80: "HNOQ",
    0.85: "w",
    0.90: "%@",
    0.95: "M",
    1.00: "Wm…—",
}
"""Width in ems -> the characters of the bundled text font's semibold cut that are at most so wide."""
_EMS = {character: ems for ems, characters in _GROUPS.items() for character in characters}


def text_width(text: str, size: float) -> float:
    """Return an upper estimate of a line's width, in the unit of `size` (the font's height, an em).

    Leans to the wide side (the semibold cut of Noto Sans), so that what fits by this estimate fits when it is drawn.
    """
    return size * sum(_ems(character) for character in text)


def fitted(text: str, size: float, room: float) -> str:
    """Return the text on one line, shortened with an ellipsis where it is wider than `room`; empty if nothing fits."""
    line = " ".join(text.split())
    if text_width(line, size) <= room:
        return line
    left = room - text_width(ELLIPSIS, size)
    kept = 0
    for character in line:
        left -= _ems(character) * size
        if left < 0:
            break
        kept += 1
    if kept == 0:
        return ELLIPSIS if room >= text_width(ELLIPSIS, size) else ""
    return line[:kept].rstrip() + ELLIPSIS


def wrapped(text: str, size: float, room: float, most: int) -> tuple[list[str], bool]:
    """Return a text on at most `most` lines, broken at spaces, and whether any of it was shortened."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if len(lines) == most or not lines[-1] or text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = [fitted(line, size, room) for line in lines]
    return shown, shown != lines


def _ems(character: str) -> float:
    known = _EMS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.78 if character.isupper() else 0.68
