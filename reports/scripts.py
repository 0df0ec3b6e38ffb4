"""Which characters need more than one glyph after the other, and which bundled font has a script."""

from __future__ import annotations

import re
from bisect import bisect_right

_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0590, 0x05FF, "NotoSansHebrew-Regular"),
    (0x0600, 0x06FF, "NotoSansArabic-Regular"),
    (0x0700, 0x074F, "NotoSansSyriac-Regular"),
    (0x0750, 0x077F, "NotoSansArabic-Regular"),
    (0x0780, 0x07BF, "NotoSansThaana-Regular"),
    (0x07C0, 0x07FF, "DejaVuSans"),
    (0x0860, 0x086F, "NotoSansSyriac-Regular"),
    (0x08A0, 0x08FF, "NotoSansArabic-Regular"),
    (0x0900, 0x097F, "NotoSansDevanagari-Regular"),
    (0x0980, 0x09FF, "NotoSansBengali-Regular"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi-Regular"),
    (0x0A80, 0x0AFF, "NotoSansGujarati-Regular"),
    (0x0B00, 0x0B7F, "NotoSansOriya-Regular"),
    (0x0B80, 0x0BFF, "NotoSansTamil-Regular"),
    (0x0C00, 0x0C7F, "NotoSansTelugu-Regular"),
    (0x0C80, 0x0CFF, "NotoSansKannada-Regular"),
    (0x0D00, 0x0D7F, "NotoSansMalayalam-Regular"),
    (0x0D80, 0x0DFF, "NotoSansSinhala-Regular"),
    (0x0E00, 0x0E7F, "NotoSansThai-Regular"),
    (0x0E80, 0x0EFF, "NotoSansLao-Regular"),
    (0x1000, 0x109F, "NotoSansMyanmar-Regular"),
    (0x1200, 0x139F, "NotoSansEthiopic-Regular"),
    (0x1780, 0x17FF, "NotoSansKhmer-Regular"),
    (0x19E0, 0x19FF, "NotoSansKhmer-Regular"),
    (0x1CD0, 0x1CFF, "NotoSansDevanagari-Regular"),
    (0x2D80, 0x2DDF, "NotoSansEthiopic-Regular"),
    (0xA8E0, 0xA8FF, "NotoSansDevanagari-Regular"),
    (0xA9E0, 0xA9FF, "NotoSansMyanmar-Regular"),
    (0xAA60, 0xAA7F, "NotoSansMyanmar-Regular"),
    (0xAB00, 0xAB2F, "NotoSansEthiopic-Regular"),
    (0xFB1D, 0xFB4F, "NotoSansHebrew-Regular"),
    (0xFB50, 0xFDFF, "NotoSansArabic-Regular"),
    (0xFE70, 0xFEFE, "NotoSansArabic-Regular"),
)
"""First and last code point of a block with the font that is asked first."""
_ONE_CUT = frozenset({"DejaVuSans", "NotoSansOriya-Regular", "NotoSansSyriac-Regular"})
"""Fonts of scripts that have no semibold cut."""
_FIRSTS = [first for first, _, _ in _SCRIPTS]

DIRECTION_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that only say in which direction others run, as a regular expression's class."""
JOINERS = "\u200c\u200d"
MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Marks that stand above or below any letter, as a regular expression's class."""
_RIGHT_TO_LEFT_LETTERS = (
    "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
)

SHAPED_LETTERS = (
    f"{_RIGHT_TO_LEFT_LETTERS}\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u1cd0-\u1cff"
    "\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f"
)
"""Letters that a bundled font can join, stack or turn around, as a regular expression's class."""

COMPLEX = re.compile(f"[{SHAPED_LETTERS}{MARKS}{DIRECTION_CONTROLS}{JOINERS}]")
"""Any character that keeps a text from being set one glyph after the other."""
RIGHT_TO_LEFT = re.compile(f"[{_RIGHT_TO_LEFT_LETTERS}]")

_UNSHAPED = re.compile(
    "[\u0f00-\u0fff\u1100-\u11ff\u1700-\u177f\u1800-\u18af\u1900-\u19df\u1a00-\u1aaf\u1b00-\u1ccf\ua800-\ua8df"
    "\ua926-\ua95f\ua980-\ua9df\uaa00-\uaa5f\uaa80-\uaaff\uabc0-\uabff\U00010a00-\U00010a5f\U00011000-\U00011fff"
    "\U0001e900-\U0001e95f]"
)


def is_complex(printed: str) -> bool:
    """Return whether a text has to be shaped or put in order; quick for a text that need not."""
    return not printed.isascii() and COMPLEX.search(printed) is not None


def font_of_script(code: int) -> str | None:
    """Return the font that is asked first for a code point; None when the usual fonts are."""
    at = bisect_right(_FIRSTS, code) - 1
    return _SCRIPTS[at][2] if at >= 0 and code <= _SCRIPTS[at][1] else None


def script_cuts(font: str) -> tuple[str, ...]:
    """Return the fonts of a script for emphasised text: its semibold cut where there is one, then the regular."""
    return (font,) if font in _ONE_CUT else (font.replace("-Regular", "-SemiBold"), font)


def lacks_shaping(char: str) -> bool:
    """Return whether a letter would print as something else, because no bundled font can shape its script."""
    return _UNSHAPED.match(char) is not None
