"""How wide a chart's words are, estimated without a font so that window and paper get the same layout."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_EMS = {" ": 0.27} | dict.fromkeys("iljtfrI.,:;'|!()[]{}-", 0.45) | dict.fromkeys("0123456789", 0.6)
_EMS |= dict.fromkeys("mwMWGOQ@%—…&", 1.0)


def text_width(text: str, size: float) -> float:
    """Return an upper estimate of a line's width, in the unit of `size` (the font's height, an em).

    Leans to the wide side (the bold cut of Noto Sans), so that what fits by this estimate fits when it is drawn.
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


def _ems(character: str) -> float:
    known = _EMS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.78 if character.isupper() else 0.68
