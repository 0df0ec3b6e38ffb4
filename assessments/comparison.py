"""Comparing two to twelve partners: their scores side by side, and their order at any weights.

Scores sit on fixed anchors, so that adding a partner never changes another's. No draws here: see `firmness`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assessments.assessment import Assessment
from assessments.common_questions import Common, common_questions, limited_to
from assessments.questionnaire import Dimension
from assessments.result import Result, Score
from assessments.scoring import dimension_weights, score_assessment
from assessments.weighting import normalised

FEWEST_PARTNERS = 2
MOST_PARTNERS = 12
MOST_PRINTED = 6
"""More partners than these cannot stand side by side on a page and be read."""
_DECIMALS = 9
"""Points are compared and rounded after so many decimals, so that floats never break a tie."""


class WeightsFrom(StrEnum):
    """Where the weights that all partners share come from."""

    ASSESSMENTS = "assessments"
    """All assessments have the same weights."""
    QUESTIONNAIRE = "questionnaire"
    """Assessments are weighted differently; the questionnaire's own weights are taken."""
    EQUAL = "equal"
    """The questionnaires differ in their weights too; every dimension counts alike."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One partner in a comparison."""

    assessment: Assessment
    """On the questions that are compared."""
    own: Result
    """Of the whole assessment: headline, band and gates are read from it."""
    result: Result
    """On the questions that are compared; `own` itself where these are all."""

    def score(self, dimension_id: str) -> Score | None:
        """Return the score of a compared dimension; None where nothing applies."""
        return self.result.dimensions.get(dimension_id)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several partners, in the order given."""

    partners: tuple[Compared, ...]
    dimensions: tuple[Dimension, ...]
    """Those with a question that is compared, in the first partner's order."""
    weights: Mapping[str, Fraction]
    """Dimension id -> share that all partners have in common, sum 1."""
    weights_from: WeightsFrom
    common: Common


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a partner stands at given weights."""

    place: int
    """1 for the most points; partners with equal points have the same place."""
    points: float | None
    """Supported points, 0 to 100; None when nothing that counts applies."""


def compare(entries: Sequence[tuple[Assessment, Result]]) -> Comparison:
    """Return the partners side by side.

    Args:
        entries: Each assessment with its own result.

    Raises:
        ValueError: Fewer than two or more than twelve, one assessment twice, or no question in common. The message is
            a sentence for the user.
    """
    if not FEWEST_PARTNERS <= len(entries) <= MOST_PARTNERS:
        raise ValueError(f"Choose {FEWEST_PARTNERS} to {MOST_PARTNERS} partners to compare, not {len(entries)}.")
    assessments = [assessment for assessment, _ in entries]
    if len({assessment.id for assessment in assessments}) < len(assessments):
        raise ValueError("One assessment is chosen twice. Compare different assessments.")
    common = common_questions(assessments)
    if not common.questions:
        raise ValueError("These assessments have no question in common, so there is nothing to compare.")
    partners = tuple(_compared(assessment, result, common) for assessment, result in entries)
    shared = {question.dimension for question in common.questions}
    dimensions = tuple(d for d in partners[0].assessment.questionnaire.dimensions if d.id in shared)
    weights, source = _common_weights(assessments, [dimension.id for dimension in dimensions])
    return Comparison(partners, dimensions, weights, source, common)


def standing(comparison: Comparison, weights: Mapping[str, Fraction] | None = None) -> tuple[Standing, ...]:
    """Return each partner's points and place, in the order of the partners; fast enough for a slider being dragged.

    Args:
        comparison: From `compare`.
        weights: What-if weights, dimension id -> 0 or more; None takes the common ones. A dimension in which nothing
            applies to a partner leaves its sum.
    """
    chosen = {key: float(weight) for key, weight in (weights or comparison.weights).items()}
    found = [_points_at(partner, chosen) for partner in comparison.partners]
    known = [points for points in found if points is not None]
    return tuple(
        Standing(len(known) + 1 if points is None else 1 + sum(other > points for other in known), points)
        for points in found
    )


def _points_at(partner: Compared, weights: Mapping[str, float]) -> float | None:
    total = points = 0.0
    for key in sorted(weights):
        score = partner.score(key)
        if score is not None:
            total += weights[key]
            points += weights[key] * float(score.supported)
    return round(points / total, _DECIMALS) if total > 0 else None


def _compared(assessment: Assessment, result: Result, common: Common) -> Compared:
    if not common.is_limited:
        return Compared(assessment, result, result)
    limited = limited_to(assessment, common.questions)
    return Compared(limited, result, score_assessment(limited, result.as_of))


def _common_weights(assessments: Sequence[Assessment], keys: Sequence[str]) -> tuple[dict[str, Fraction], WeightsFrom]:
    own = [_shares(dimension_weights(assessment), keys) for assessment in assessments]
    if all(other == own[0] for other in own):
        return own[0], WeightsFrom.ASSESSMENTS
    by_default = [
        _shares({dimension.id: dimension.weight for dimension in assessment.questionnaire.dimensions}, keys)
        for assessment in assessments
    ]
    if all(other == by_default[0] for other in by_default):
        return by_default[0], WeightsFrom.QUESTIONNAIRE
    return {key: Fraction(1, len(keys)) for key in keys}, WeightsFrom.EQUAL


def _shares(weights: Mapping[str, Fraction], keys: Sequence[str]) -> dict[str, Fraction]:
    return normalised({key: weights[key] for key in keys})
