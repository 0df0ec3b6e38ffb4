"""How far several assessors agree, exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

RELY = Fraction(800, 1000)
"""Alpha from which figures can be relied on. Source: Krippendorff (2004), Content Analysis, 2nd ed., p. 241."""
TENTATIVE = Fraction(667, 1000)
"""Lowest alpha from which tentative conclusions may be drawn. Source: as above."""


def krippendorff_alpha(ratings: Sequence[Sequence[int | None]]) -> Fraction | None:
    """Return Krippendorff's alpha for ordinal data.

    Args:
        ratings: One row an assessor, one column a question; None where an assessor did not rate.

    Returns:
        1 is perfect agreement, 0 what chance gives, below 0 is systematic disagreement; None when it is undefined:
        nothing can be paired, or all ratings are equal (no variation).

    Source:
        Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
    """
    units = [[value for value in column if value is not None] for column in zip(*ratings, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    coincidences: dict[tuple[int, int], Fraction] = {}
    for unit in units:
        counts = Counter(unit)
        for one, other in product(counts, repeat=2):
            pairs = counts[one] * (counts[other] - (one == other))
            coincidences[one, other] = coincidences.get((one, other), Fraction(0)) + Fraction(pairs, len(unit) - 1)
    totals = Counter(value for unit in units for value in unit)
    paired = sum(totals.values())
    expected = sum(
        (totals[a] * totals[b] * _ordinal_distance(totals, a, b) for a, b in product(totals, repeat=2)), Fraction(0)
    )
    if expected == 0:
        return None
    observed = sum((weight * _ordinal_distance(totals, a, b) for (a, b), weight in coincidences.items()), Fraction(0))
    return 1 - (paired - 1) * observed / expected


def _ordinal_distance(totals: Counter[int], one: int, other: int) -> Fraction:
    low, high = sorted((one, other))
    between = sum(count for value, count in totals.items() if low <= value <= high)
    return (between - Fraction(totals[low] + totals[high], 2)) ** 2
