"""Lines without a single word left on the last of them."""

from __future__ import annotations

from reports.lines import fit_lines, measure
from reports.style import Style

NO_BREAK = "\u00a0"
_SHORTEST = 0.5
"""Share of the width under which a line in the midst of a text would look broken off."""


def fit_held(printed: str, style: Style, width: float, most: int) -> tuple[list[str], bool]:
    """Return what `fit_lines` does, but no last line of one word where two of them take no more lines.

    The line before stays at least half as long as a whole one, and no word is broken for it.
    """
    lines, cut = fit_lines(printed, style, width, most)
    if cut or len(lines) < 2 or " " in lines[-1]:
        return lines, cut
    held, _ = fit_lines(hold_end(printed), style, width, most)
    broken = type(held[-1]) is str and NO_BREAK not in held[-1]
    if len(held) != len(lines) or broken or measure(plain(held[-2]), style) < width * _SHORTEST:
        return lines, False
    return [plain(line) for line in held], False


def break_held(printed: str, style: Style, width: float) -> list[str]:
    """Return all lines of a text, the last of them as `fit_held` leaves it."""
    return fit_held(printed, style, width, len(printed) + 1)[0]


def hold_end(printed: str) -> str:
    """Return a text whose last two words no line breaks apart."""
    return NO_BREAK.join(printed.rsplit(" ", 1))


def plain(line: str) -> str:
    """Return a finished line with ordinary spaces: what is searched and copied. A line put in order stays as it is."""
    return line.replace(NO_BREAK, " ") if type(line) is str else line
