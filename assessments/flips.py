"""Flip points: how far one weight or one dimension's score has to move for the recommendation to change.

Along one weight, the others kept in proportion, every bound is a straight line, and so it is along one score. The
recommendation can therefore change only where such a line crosses zero: these places are computed exactly, and the
rules themselves are asked just beyond each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assessments.band import Band
from assessments.margins import SCORE_BOUNDS, Margins
from assessments.recommendation import Decision
from assessments.result import Reason
from assessments.scoring import weighted_sum

LOWEST, HIGHEST = Fraction(0), Fraction(100)


@dataclass(frozen=True, slots=True)
class Flip:
    """Where the recommendation changes in one direction."""

    at: Fraction | None
    """Share of the weight (0 to 1) or points (0 to 100) at or beyond which it changes; None when it never does."""
    band: Band
    """The recommendation beyond; the unchanged one where `at` is None."""
    held_by: tuple[Reason, ...]
    """The rules that still decide at the far end where `at` is None; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Flips:
    """The four directions of one dimension. Weights are shares of all dimensions of the questionnaire."""

    weight_down: Flip
    weight_up: Flip
    score_down: Flip
    score_up: Flip


Decide = Callable[[Fraction], Decision]


def flips_of(key: str, margins: Margins) -> Flips:
    """Return the flip points of one dimension.

    Args:
        key: Dimension id. Where nothing in it applies its score cannot move: the rules deciding now are named.
        margins: Of the assessment.

    Source:
        One-way sensitivity in an additive model: Goodwin & Wright, Decision Analysis for Management Judgment, ch. 3.
    """
    weight = margins.weights[key]
    now = Decision(margins.result.recommendation.band, margins.result.recommendation.reasons)
    rest = 1 - weight
    score = margins.result.dimensions[key]
    stays = Flip(None, now.band, now.reasons)
    weight_down = weight_up = score_down = score_up = stays
    if rest:
        others = {other: share / rest for other, share in margins.weights.items() if other != key}

        def at_weight(share: Fraction) -> Decision:
            return margins.at_weights({key: share, **{other: (1 - share) * part for other, part in others.items()}})

        crossings = _weight_crossings(key, others, margins)
        weight_down = _first_change(now, weight, crossings, Fraction(0), at_weight)
        weight_up = _first_change(now, weight, crossings, Fraction(1), at_weight)
    if score is not None and margins.result.weights[key]:

        def at_score(supported: Fraction) -> Decision:
            return margins.at_score(key, supported)

        crossings = [at for at in _score_crossings(key, margins) if LOWEST <= at <= HIGHEST]
        score_down = _first_change(now, score.supported, crossings, LOWEST, at_score)
        score_up = _first_change(now, score.supported, crossings, HIGHEST, at_score)
    return Flips(weight_down, weight_up, score_down, score_up)


def _weight_crossings(key: str, others: Mapping[str, Fraction], margins: Margins) -> list[Fraction]:
    """Return the shares between 0 and 1, both left out, at which a bound begins or ceases to be met."""
    found = []
    for by_dimension in margins.by_bound.values():
        own = by_dimension.get(key, Fraction(0))
        rest = weighted_sum((part, by_dimension[other]) for other, part in others.items() if other in by_dimension)
        if own.numerator * rest.numerator < 0:  # on different sides of zero, else the line crosses it elsewhere
            found.append(crossing(own, rest))
    return [at for at in found if at is not None]


def crossing(own: Fraction, rest: Fraction) -> Fraction | None:
    """Return the share of the weight at which two margins balance: share * own + (1 - share) * rest = 0.

    Args:
        own: Margin of the one whose weight moves.
        rest: Margin of all the others together.

    Returns:
        Any number, also outside 0 to 1; None where the margins are equal, so that no share matters.
    """
    return None if rest == own else rest / (rest - own)


def _score_crossings(key: str, margins: Margins) -> Iterable[Fraction]:
    overall, score, share = margins.result.overall, margins.result.dimensions[key], margins.result.weights[key]
    assert overall is not None
    assert score is not None
    limits = margins.assessment.questionnaire.thresholds
    for bound in SCORE_BOUNDS:
        limit = getattr(limits, bound)
        yield score.supported + (limit - overall.supported) / share
    yield limits.dimension_floor


def _first_change(now: Decision, start: Fraction, crossings: Sequence[Fraction], end: Fraction, decide: Decide) -> Flip:
    """Walk from the start to the end and return where the band is another just beyond.

    Between two neighbouring crossings nothing can change, so one look half-way tells; with none ahead all stays as now.
    """
    back = end < start
    low, high = (end, start) if back else (start, end)
    ahead = {at for at in crossings if low <= at <= high}
    if not ahead:
        return Flip(None, now.band, now.reasons)
    walk = sorted({start, *ahead}, reverse=back)
    beyond = now
    for here, following in pairwise([*walk, end]):
        beyond = decide((here + following) / 2)
        if beyond.band is not now.band:
            return Flip(here, beyond.band, ())
    return Flip(None, now.band, beyond.reasons)
