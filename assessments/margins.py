"""By how much each dimension clears each bound, from which the recommendation at any weights follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assessments.assessment import Assessment
from assessments.band import Band
from assessments.judging import judge_answers
from assessments.recommendation import STRICTNESS, Decision, Totals, decide
from assessments.result import Result, Rule, Score
from assessments.scoring import dimension_weights, shares_of, weighted_sum
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


_ZERO = Fraction(0)
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

    def at_weights(self, weights: Mapping[str, Fraction]) -> Decision:
        """Return the recommendation at other weights of every dimension, which sum to 1, by the rules themselves."""
        dimensions = self.result.dimensions
        counted = {key: weights[key] for key, score in dimensions.items() if score is not None}
        shares = shares_of(counted, weights) if len(counted) < len(weights) else weights
        return self._decide(dimensions, shares, weights)

    def at_score(self, key: str, supported: Fraction) -> Decision:
        """Return the recommendation if a dimension's supported score were another, by the rules themselves."""
        score = self.result.dimensions[key]
        assert score is not None
        moved = Score(supported, score.answered, score.best, score.coverage, score.evidenced)
        return self._decide({**self.result.dimensions, key: moved}, self.result.weights, self.weights)

    def _decide(
        self, dimensions: Mapping[str, Score | None], shares: Mapping[str, Fraction], weights: Mapping[str, Fraction]
    ) -> Decision:
        """Return the recommendation.

        Args:
            dimensions: With their scores; None where nothing is applicable.
            shares: Dimension id -> share of the overall score.
            weights: Dimension id -> share over every dimension.
        """
        scores = [(shares[key], score) for key, score in dimensions.items() if score is not None]
        left_out = _ZERO
        if any(self.left_out.values()):
            asked = shares_of({key: weights[key] for key in self.left_out}, weights)
            left_out = weighted_sum((asked[key], share) for key, share in self.left_out.items())
        totals = Totals(
            supported=weighted_sum((share, score.supported) for share, score in scores) if scores else None,
            coverage=weighted_sum((share, score.coverage) for share, score in scores),
            dimensions=dimensions,
            gates=self.result.gates,
            not_applicable_share=left_out,
        )
        return decide(totals, self.assessment.questionnaire.thresholds)


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


def _cap(assessment: Assessment, result: Result) -> Band:
    # What the rules leave of a perfect score: gates and low dimensions do not depend on the weights.
    totals = Totals(Fraction(100), Fraction(1), result.dimensions, result.gates, Fraction(0))
    band = decide(totals, assessment.questionnaire.thresholds).band
    assert band in STRICTNESS
    return band
