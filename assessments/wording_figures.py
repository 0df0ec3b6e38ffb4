"""Figures and bands in words: all that the list of partners shows, and therefore quick to load.

Every template is passed to `say` before anything is filled in: identity on paper and in the terminal, a translation in
the window.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from assessments.band import Band
from resources import read_toml

if TYPE_CHECKING:
    from fractions import Fraction

Say = Callable[[str], str]

NOT_SCORED = "—"
LARGE_FIGURE, SMALL_FIGURE = "12,345,678.90", "1,234.5"
"""Two figures in English. What `say` makes of them shows how figures are written where it speaks: both signs, how many
digits stand in a group, and whether four digits are grouped at all."""


def points(value: Fraction | float | None) -> str:
    """Return points rounded half up to a whole number; a dash for None."""
    return NOT_SCORED if value is None else str(_half_up(value, 1))


def percent(share: Fraction | float) -> str:
    """Return a share from 0 to 1 as "82 %", rounded half up, yet 100 % only for all and 0 % only for none."""
    whole = _half_up(share, 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole}\u00a0%"


def one_decimal(value: Fraction, say: Say) -> str:
    """Return points rounded half up to one decimal: "1.0"."""
    tenths = _half_up(value, 10)
    return figure(f"{tenths // 10}.{tenths % 10}", say)


def short_points(value: Fraction | None, say: Say) -> str:
    """Return points with one decimal where they are not whole: "60.4", "72"; a dash for None."""
    if value is None:
        return NOT_SCORED
    tenths = _half_up(value, 10)
    return one_decimal(value, say) if tenths % 10 else str(tenths // 10)


def hundredths(value: Fraction | float, say: Say, under: Fraction | None = None) -> str:
    """Return a figure rounded half up to two decimals; one under a limit never reads as the limit."""
    whole = _half_up(value, 100)
    if under is not None and value < under and whole >= under * 100:
        whole = (value * 100).__floor__()
    return figure(f"{whole // 100}.{whole % 100:02}", say)


def count_words(count: int, say: Say) -> str:
    """Return a large number as it is read: "10,000"."""
    return figure(f"{count:,}", say)


def figure(english: str, say: Say) -> str:
    """Return a figure as it is written where `say` speaks: "1,234.50", in German "1.234,50".

    Args:
        english: Digits, with commas between groups of three or none at all, and a point before decimals.
        say: Answers `LARGE_FIGURE` and `SMALL_FIGURE` in its own way. Where it returns them as they are, every figure
            stays as it is.
    """
    whole, point, decimals = english.partition(".")
    if not point and "," not in whole:
        return english
    large, small = say(LARGE_FIGURE), say(SMALL_FIGURE)
    if (large, small) == (LARGE_FIGURE, SMALL_FIGURE):
        return english
    if "," in whole:
        whole = _grouped(whole.replace(",", ""), large[:-3], small)
    return f"{whole}{large[-3]}{decimals}" if point else whole


def _grouped(digits: str, sample: str, small: str) -> str:
    """Return digits in groups as those of a sample of eight digits are, which can be fewer than three (Indian)."""
    sign = next((one for one in sample if not one.isdigit()), "")
    if not sign or (len(digits) < 5 and sign not in small):
        return digits
    *_, further, size = map(len, sample.split(sign))
    groups: list[str] = []
    while len(digits) > size:
        digits, groups = digits[:-size], [digits[-size:], *groups]
        size = further
    return sign.join([digits, *groups])


def _half_up(value: Fraction | float, times: int) -> int:
    """Return `value * times` rounded half up, without the rounding of floating point."""
    above, below = value.as_integer_ratio()
    return (2 * above * times + below) // (2 * below)


@cache
def _bands() -> dict[str, dict[str, str]]:
    bands: dict[str, dict[str, str]] = read_toml("palette.toml")["bands"]
    return bands


def band_word(band: Band, say: Say) -> str:
    """Return a band's name: "Proceed with conditions"."""
    return say(_bands()[band]["word"])


def band_symbol(band: Band) -> str:
    """Return a band's shape, which tells bands apart without colour."""
    return _bands()[band]["symbol"]


def pill_words(band: Band, open_gates: int, too_little: bool, say: Say) -> str:
    """Return the short words beside a band's shape; a hold says why: "Hold: 2 gates open"."""
    if band is not Band.HOLD:
        return band_word(band, say)
    if open_gates:
        return (say("Hold: 1 gate open") if open_gates == 1 else say("Hold: {n} gates open")).format(n=open_gates)
    return say("Hold: too little answered") if too_little else say("Hold: nothing applies")
