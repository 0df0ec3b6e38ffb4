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


def points(value: Fraction | float | None) -> str:
    """Return points rounded half up to a whole number; a dash for None."""
    return NOT_SCORED if value is None else str(_half_up(value, 1))


def percent(share: Fraction | float) -> str:
    """Return a share from 0 to 1 as "82 %", rounded half up, yet 100 % only for all and 0 % only for none."""
    whole = _half_up(share, 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole}\u00a0%"


def one_decimal(value: Fraction) -> str:
    """Return points rounded half up to one decimal: "1.0"."""
    tenths = _half_up(value, 10)
    return f"{tenths // 10}.{tenths % 10}"


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
