"""The bundled fonts: sans for text, serif for headings and big figures. The same files print the briefs."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from resources import FOLDER

SANS = "Noto Sans"
SERIF = "Noto Serif"
SYMBOLS = "DejaVu Sans"
_USUAL_POINTS = 10.0
_FILES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSerif-SemiBold.ttf", "DejaVuSans.ttf")
_SCRIPTS = {"KR": "Korean", "SC": "SimplifiedChinese"}
"""Part of a file's name -> Qt's name of its script, where they differ."""


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; a font that cannot be read is left to the system's choice."""
    _scale()
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(FOLDER / "fonts" / name))


@cache
def load_missing_scripts() -> int:
    """Make known to Qt the bundled fonts of scripts that this computer has no font for; they draw where others cannot.

    A name in Thai or Korean is then letters on screen too, not only on paper. Qt maps the files into memory: all of
    them together cost some 4 ms, and no room until they draw; then it looks every letter on screen up anew. What the
    system has of its own goes first.

    Returns:
        How many files were added; the second call adds none and returns the same.
    """
    beside = sorted((FOLDER / "fonts").glob("NotoSans?*-*.ttf"))
    missing = [path for path in beside if not _is_covered(path.stem.removeprefix("NotoSans").split("-")[0])]
    for path in missing:
        QFontDatabase.addApplicationFont(str(path))
    return len(missing)


def _is_covered(part: str) -> bool:
    """Return whether the system has a font of a script; of one that Qt does not ask about, it is taken not to."""
    system = getattr(QFontDatabase.WritingSystem, _SCRIPTS.get(part, part), None)
    return system is not None and bool(QFontDatabase.families(system))


@cache
def _scale() -> float:
    # Whoever made the system's font larger gets larger text here too. A virtual screen names odd sizes: stay near 1.
    size = QGuiApplication.font().pointSizeF()
    return min(max(size / _USUAL_POINTS, 1.0), 2.0) if size > _USUAL_POINTS + 2 else 1.0


def sans(size: float = 13.5, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the text font. `size` is in pixels at 100 %; semibold is the one heavier weight that is bundled.

    Every caller gets the same object: copy it before you change it.
    """
    return _font(SANS, size, weight)


def semibold(size: float = 13.5) -> QFont:
    """Return the text font, emphasised."""
    return _font(SANS, size, QFont.Weight.DemiBold)


def serif(size: float) -> QFont:
    """Return the font of headings and big figures."""
    return _font(SERIF, size, QFont.Weight.DemiBold)


def scaled(size: float) -> int:
    """Return a length in pixels that grows with the text."""
    return round(size * _scale())


@cache
def _font(family: str, size: float, weight: QFont.Weight) -> QFont:
    font = QFont([family, SYMBOLS])
    font.setPixelSize(max(1, round(size * _scale())))
    font.setWeight(weight)
    return font
