"""Strengths and gaps: the few answers that a reader should see first."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from assessments.judging import Judged

SHOWN = 5
"""At most so many of each. Ours."""
STRONG_RATING = 4
WEAK_RATING = 3


def strengths(judged: Mapping[str, Judged], weights: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return the questions rated 4 or 5 on fresh evidence, best and weightiest first."""
    strong = _strong(judged)
    strong.sort(key=lambda item: (-_rating(item), -_pull(item, weights)))
    return tuple(item.question.id for item in strong[:SHOWN])


def gaps(judged: Mapping[str, Judged], weights: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return the questions rated 3 or less on any evidence, worst and weightiest first."""
    weak = _weak(judged)
    weak.sort(key=lambda item: (_rating(item), -_pull(item, weights)))
    return tuple(item.question.id for item in weak[:SHOWN])


def strength_count(judged: Mapping[str, Judged]) -> int:
    """Return how many questions are strengths, those that `strengths` leaves out included."""
    return len(_strong(judged))


def gap_count(judged: Mapping[str, Judged]) -> int:
    """Return how many questions are gaps, those that `gaps` leaves out included."""
    return len(_weak(judged))


def _strong(judged: Mapping[str, Judged]) -> list[Judged]:
    return [item for item in judged.values() if item.firm and _rating(item) >= STRONG_RATING]


def _weak(judged: Mapping[str, Judged]) -> list[Judged]:
    return [item for item in judged.values() if item.rated and _rating(item) <= WEAK_RATING]


def _rating(item: Judged) -> int:
    return item.answer.rating or 0


def _pull(item: Judged, weights: Mapping[str, Fraction]) -> Fraction:
    return weights[item.question.dimension] * item.question.weight
