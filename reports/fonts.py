"""The bundled fonts as ReportLab needs them: faces with their fallbacks, and the width of every character.

Fonts are read on first use: most briefs never open the 10 MB of Chinese.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Literal

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

from reports.scripts import font_of_script, script_cuts
from resources import FOLDER

FaceKind = Literal["sans", "semibold", "serif"]

_FALLBACKS = ("DejaVuSans", "NotoSansSC-Regular", "NotoSansKR-Hangul")
_CHAINS: dict[FaceKind, tuple[str, ...]] = {
    "sans": ("NotoSans-Regular", *_FALLBACKS),
    "semibold": ("NotoSans-SemiBold", "NotoSans-Regular", *_FALLBACKS),
    "serif": ("NotoSerif-SemiBold", "NotoSans-Regular", *_FALLBACKS),
}


_WORD = 24
_MOST_WORDS = 20_000
"""Kept widths of words: none longer than the first, no more of them than the second."""


@lru_cache(maxsize=64)
def load_font(name: str) -> TTFont:
    """Return a bundled font, registered with ReportLab under its file's name."""
    font = TTFont(name, str(FOLDER / "fonts" / f"{name}.ttf"), asciiReadable=True)
    pdfmetrics.registerFont(font)
    return font


class Face:
    """One face of the brief with its fallbacks, character by character.

    Attributes:
        widths: Character -> width in em. Filled as characters are met; a character no font has is 0 wide.
        word_widths: The same of words; the usual ones are kept.
    """

    def __init__(self, kind: FaceKind) -> None:
        self.first = _CHAINS[kind][0]
        self._is_regular = kind == "sans"
        self._chain = _CHAINS[kind]
        self._own = frozenset(chr(code) for code in load_font(self.first).face.charToGlyph)
        self.widths = _Widths(self)
        self.word_widths = _WordWidths(self.widths)

    def font_of(self, char: str) -> str | None:
        """Return the name of the first font that has the character; None when none has."""
        if char in self._own:
            return self.first
        code = ord(char)
        script = font_of_script(code)
        cuts = (script,) if script and self._is_regular else script_cuts(script) if script else ()
        chain = (*cuts, *self._chain[1:])
        return next((name for name in chain if code in load_font(name).face.charToGlyph), None)

    def has(self, font: str, char: str) -> bool:
        """Return whether a font has the character."""
        return ord(char) in load_font(font).face.charToGlyph

    def has_all(self, line: str) -> bool:
        """Return whether the first font has every character."""
        return self._own.issuperset(line)

    def runs(self, line: str) -> list[tuple[str, str]]:
        """Return the line as (font name, text) pieces in reading order."""
        if self._own.issuperset(line):
            return [(self.first, line)]
        return [(name, "".join(chars)) for name, chars in groupby(line, lambda char: self.font_of(char) or self.first)]

    def measure(self, line: str) -> float:
        """Return the width of one line in em."""
        return sum(map(self.widths.__getitem__, line))


class _Widths(dict[str, float]):
    """Character -> width in em, looked up in the fonts once."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        name = self._face.font_of(char)
        width = load_font(name).face.getCharWidth(ord(char)) / 1000 if name else 0.0
        self[char] = width
        return float(width)


class _WordWidths(dict[str, float]):
    """Word -> width in em, added up once for the words that texts repeat."""

    def __init__(self, widths: dict[str, float]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, word: str) -> float:
        width = sum(map(self._widths.__getitem__, word))
        if len(word) <= _WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = width
        return width


@lru_cache(maxsize=3)
def load_face(kind: FaceKind) -> Face:
    """Return a face; its widths stay cached for the life of the program."""
    return Face(kind)
