"""By how much each dimension clears each bound, from which the recommendation at any weights follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.judging import judge_answers
from assessments.recommendation import STRICTNESS, Totals, recommend
from assessments.result import Recommendation, Result, Rule, Score
from assessments.scoring import dimension_weights, score_overall, shares_of, weighted_sum
from assessments.weighting import normalised

DECIDED_BEFORE_SCORE = frozenset({Rule.GATE_FAILED, Rule.NOTHING_APPLICABLE, Rule.GATE_OPEN, Rule.TOO_LITTLE_ANSWERED})
"""SCORING rules 6a to 6c: under these no weights are drawn."""


class Bound(StrEnum):
    """What a weighted sum over the dimensions has to reach."""

    PROCEED = "proceed"
    CONDITIONS = "conditions"
    PILOT = "pilot"
    COVERAGE = "coverage"
    """Enough answered; below, the recommendation is hold."""
    APPLICABLE = "applicable"
    """Not too much left out as not applicable; beyond, it is no better than conditions."""


SCORE_BOUNDS = (Bound.PROCEED, Bound.CONDITIONS, Bound.PILOT)


@dataclass(frozen=True, slots=True)
class Margins:
    """One assessment, ready to be recommended on at other weights or another score of a dimension."""

    result: Result
    assessment: Assessment
    weights: Mapping[str, Fraction]
    """Dimension id -> the user's share, over every dimension of the questionnaire, sum 1."""
    left_out: Mapping[str, Fraction]
    """Dimension id -> not-applicable share of its questions' weight, 0 to 1; only dimensions with questions asked."""
    by_bound: Mapping[Bound, Mapping[str, Fraction]]
    """Bound -> dimension id -> margin. A bound is met where the sum of weight times margin is 0 or more."""
    cap: Band
    """The best band that gates and low dimensions leave, whatever the weights."""

    def at_weights(self, weights: Mapping[str, Fraction]) -> Recommendation:
        """Return the recommendation at other weights, by the rules themselves."""
        dimensions = self.result.dimensions
        counted = {key: weights[key] for key, score in dimensions.items() if score is not None}
        overall = score_overall(dimensions, shares_of(counted, weights))
        asked = shares_of({key: weights[key] for key in self.left_out}, weights)
        return self._recommend(overall, dimensions, _share_left_out(asked, self.left_out))

    def at_score(self, key: str, supported: Fraction) -> Recommendation:
        """Return the recommendation if a dimension's supported score were another, by the rules themselves."""
        score = self.result.dimensions[key]
        assert score is not None
        moved = Score(supported, score.answered, score.best, score.coverage, score.evidenced)
        dimensions = {**self.result.dimensions, key: moved}
        asked = shares_of({other: self.weights[other] for other in self.left_out}, self.weights)
        overall = score_overall(dimensions, self.result.weights)
        return self._recommend(overall, dimensions, _share_left_out(asked, self.left_out))

    def _recommend(
        self, overall: Score | None, dimensions: Mapping[str, Score | None], left_out: Fraction
    ) -> Recommendation:
        totals = Totals(overall, dimensions, self.result.gates, left_out)
        return recommend(totals, self.assessment.questionnaire.thresholds)


def margins(assessment: Assessment, result: Result) -> Margins | None:
    """Return what the recommendation at other weights is read from; None when rules 6a to 6c decide.

    Args:
        assessment: As scored.
        result: Of the same assessment.
    """
    if any(reason.rule in DECIDED_BEFORE_SCORE for reason in result.recommendation.reasons):
        return None
    left_out = _left_out(assessment, result)
    return Margins(
        result=result,
        assessment=assessment,
        weights=normalised(dimension_weights(assessment)),
        left_out=left_out,
        by_bound=_by_bound(assessment, result, left_out),
        cap=_cap(assessment, result),
    )


def _by_bound(
    assessment: Assessment, result: Result, left_out: Mapping[str, Fraction]
) -> dict[Bound, dict[str, Fraction]]:
    limits = assessment.questionnaire.thresholds
    scores = {key: score for key, score in result.dimensions.items() if score is not None}
    found = {
        bound: {key: score.supported - limit for key, score in scores.items()}
        for bound, limit in zip(SCORE_BOUNDS, (limits.proceed, limits.conditions, limits.pilot), strict=True)
    }
    found[Bound.COVERAGE] = {key: score.coverage - limits.enough_coverage for key, score in scores.items()}
    found[Bound.APPLICABLE] = {key: limits.not_applicable_share - share for key, share in left_out.items()}
    return found


def _left_out(assessment: Assessment, result: Result) -> dict[str, Fraction]:
    total: dict[str, Fraction] = {}
    left_out: dict[str, Fraction] = {}
    for item in judge_answers(assessment, result.as_of).values():
        key, weight = item.question.dimension, item.question.weight
        total[key] = total.get(key, Fraction(0)) + weight
        left_out[key] = left_out.get(key, Fraction(0)) + (0 if item.applicable else weight)
    return {key: left_out[key] / weight for key, weight in total.items()}


def _share_left_out(asked: Mapping[str, Fraction], left_out: Mapping[str, Fraction]) -> Fraction:
    return weighted_sum((asked[key], share) for key, share in left_out.items())


def _cap(assessment: Assessment, result: Result) -> Band:
    # What the rules leave of a perfect score: gates and low dimensions do not depend on the weights.
    perfect = Score(Fraction(100), Fraction(100), Fraction(100), Fraction(1), Fraction(1))
    totals = Totals(perfect, result.dimensions, result.gates, Fraction(0))
    band = recommend(totals, assessment.questionnaire.thresholds).band
    assert band in STRICTNESS
    return band
