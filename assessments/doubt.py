"""One partner's points under drawn weights and drawn answers. NumPy is imported when first used.

An answer that is open or weakly evidenced is taken as uniform between its low and its high end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import fsum
from typing import TYPE_CHECKING

from assessments.assessment import Assessment
from assessments.draws import seed_of
from assessments.judging import Judged, applicable_weights, judge_answers
from assessments.result import Result

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NO_POINTS = -1.0
"""Stands for a partner without any score under a draw: below every score, so that it comes last."""

DRAWN_THEMSELVES = 2
"""Answers that the shortcut draws one by one: a normal would be too round for a sum that one or two of them make."""


@dataclass(frozen=True, slots=True)
class DoubtfulAnswer:
    """One answer that is not settled."""

    question_id: str
    dimension: int
    """Place of its dimension in `Doubt.keys`."""
    reach: float
    """Points of the dimension's score between the answer's low and its high end."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What one partner's answers allow, dimension by dimension."""

    keys: tuple[str, ...]
    """Dimension ids, in the order of the drawn weights' columns."""
    supported: tuple[Fraction | None, ...]
    """None where nothing applies: the dimension's weight goes to the others."""
    best: tuple[Fraction | None, ...]
    answers: tuple[DoubtfulAnswer, ...]
    """By question id, so that the order of a questionnaire changes no draw."""
    seed: int
    """Follows from the doubtful answers alone."""


def doubt_of(assessment: Assessment, result: Result, keys: Sequence[str]) -> Doubt:
    """Return what the answers allow.

    Args:
        assessment: As scored.
        result: Of the same assessment.
        keys: Dimension ids in the order of the drawn weights' columns.
    """
    judged = judge_answers(assessment, result.as_of).values()
    totals = applicable_weights(judged)
    scores = [result.dimensions.get(key) for key in keys]
    doubtful = sorted((item for item in judged if _is_doubtful(item)), key=lambda item: item.question.id)
    answers = tuple(
        DoubtfulAnswer(
            item.question.id,
            keys.index(item.question.dimension),
            float(item.question.weight * (item.high - item.low) / totals[item.question.dimension]),
        )
        for item in doubtful
        if item.question.dimension in keys
    )
    return Doubt(
        keys=tuple(keys),
        supported=tuple(None if score is None else score.supported for score in scores),
        best=tuple(None if score is None else score.best for score in scores),
        answers=answers,
        seed=seed_of("answers", [(answer.question_id, answer.reach) for answer in answers]),
    )


def supported_points(doubt: Doubt, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the points at the supported answers, shape (draws,).

    Args:
        doubt: Of the partner.
        weights: Shape (draws, dimensions), columns as in `doubt.keys`.
    """
    return _weighted(doubt.supported, _in_use(doubt, weights), weights)


def drawn_points(doubt: Doubt, weights: NDArray[np.float64], occurrence: int = 0) -> NDArray[np.float64]:
    """Return the points with the doubtful answers drawn, shape (draws,), quickly.

    The two answers that reach furthest are drawn themselves. All the others together are a weighted sum of independent
    uniforms: drawn as one normal with their exact mean and variance, clipped to what they can reach.
    `fully_drawn_points` draws them all; rank acceptabilities differ by about 0.005, at most 0.01.

    Args:
        doubt: Of the partner.
        weights: Shape (draws, dimensions), columns as in `doubt.keys`.
        occurrence: Tells partners with the very same doubts apart; they are drawn independently.

    Source:
        Variance of a uniform: width squared over 12. Sums tend to the normal: central limit theorem.
    """
    import numpy as np

    used = _in_use(doubt, weights)
    points = _weighted(_middle(doubt), used, weights)
    if not doubt.answers:
        return points
    widest, rest = _split_by_reach(doubt, np.ones(len(used)) @ used)
    random = np.random.default_rng([doubt.seed, occurrence])
    for answer in widest:
        drawn = random.random(len(used))
        drawn -= 0.5
        drawn *= used[:, answer.dimension]
        drawn *= answer.reach
        points += drawn
    if rest:
        variance, reach = _variance_and_reach(doubt, rest)
        spread = np.sqrt((used * used) @ variance)
        spread *= random.standard_normal(len(used))
        bound = used @ (reach / 2)
        points += np.clip(spread, -bound, bound, out=spread)
    return points


def fully_drawn_points(doubt: Doubt, weights: NDArray[np.float64], occurrence: int = 0) -> NDArray[np.float64]:
    """Return the points with every doubtful answer drawn on its own, shape (draws,): the check of `drawn_points`.

    Args:
        doubt: Of the partner.
        weights: Shape (draws, dimensions), columns as in `doubt.keys`.
        occurrence: Tells partners with the very same doubts apart; they are drawn independently.
    """
    import numpy as np

    used = _in_use(doubt, weights)
    points = _weighted(_middle(doubt), used, weights)
    if not doubt.answers:
        return points
    reach = np.zeros((len(doubt.answers), len(doubt.keys)))
    for row, answer in enumerate(doubt.answers):
        reach[row, answer.dimension] = answer.reach
    drawn = np.random.default_rng([doubt.seed, occurrence]).random((len(weights), len(doubt.answers))) - 0.5
    points += np.einsum("dk,dk->d", drawn @ reach, used)
    return points


def _is_doubtful(item: Judged) -> bool:
    return item.applicable and item.high > item.low


def _middle(doubt: Doubt) -> list[float | None]:
    pairs = zip(doubt.supported, doubt.best, strict=True)
    return [None if low is None or high is None else (float(low) + float(high)) / 2 for low, high in pairs]


def _in_use(doubt: Doubt, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights over the dimensions that count for this partner, rows with sum 1 (or all 0)."""
    import numpy as np

    if None not in doubt.supported:
        return weights
    used = np.where([score is not None for score in doubt.supported], weights, 0.0)
    total = used.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(used, total, out=used, where=total > 0))


def _weighted(
    scores: Sequence[Fraction | float | None], used: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    import numpy as np

    points: NDArray[np.float64] = used @ np.array([float(score or 0) for score in scores])
    if used is not weights:
        points[~used.any(axis=1)] = NO_POINTS
    return points


def _split_by_reach(doubt: Doubt, weights: NDArray[np.float64]) -> tuple[list[DoubtfulAnswer], list[DoubtfulAnswer]]:
    """Return the answers that move the points most, and the others."""
    by_reach = sorted(doubt.answers, key=lambda a: (-a.reach * weights[a.dimension], a.question_id))
    return by_reach[:DRAWN_THEMSELVES], by_reach[DRAWN_THEMSELVES:]


def _variance_and_reach(
    doubt: Doubt, answers: Sequence[DoubtfulAnswer]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return per dimension the variance of its score and its reach, over some of the answers."""
    import numpy as np

    reaches: list[list[float]] = [[] for _ in doubt.keys]
    for answer in answers:
        reaches[answer.dimension].append(answer.reach)
    # fsum, so that the order of the answers changes no digit.
    variance = [fsum(reach * reach for reach in found) / 12 for found in reaches]
    return np.array(variance), np.array([fsum(found) for found in reaches])
