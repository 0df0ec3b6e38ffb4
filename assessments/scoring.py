"""From answers to a result. `score_assessment` is the one entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from assessments.answer import State
from assessments.ask_next import ask_next
from assessments.assessment import Assessment
from assessments.findings import gaps, strengths
from assessments.gates import judge_gates
from assessments.judging import Judged, judge_answers
from assessments.questionnaire import Question
from assessments.recommendation import Totals, recommend
from assessments.result import Result, Score

_ONE = Fraction(1)


def score_assessment(assessment: Assessment, today: date) -> Result:
    """Return everything that follows from the answers on one day.

    Args:
        assessment: Open or final.
        today: Counts while open; a final assessment is counted from the day it was finished.

    Source:
        Additive value function: Keeney & Raiffa (1976), ch. 3. The other rules are ours, see the method page.
    """
    as_of = assessment.as_of(today)
    judged = judge_answers(assessment, as_of)
    scope = {key: item.question for key, item in judged.items()}
    by_dimension = {
        dimension.id: [judged[question.id] for question in dimension.questions if question.id in judged]
        for dimension in assessment.questionnaire.dimensions
    }
    dimensions = {key: score_dimension(items) for key, items in by_dimension.items()}
    wished = dimension_weights(assessment)
    weights = shares_of({key: wished[key] for key in wished if dimensions[key] is not None}, wished)
    overall = score_overall(dimensions, weights)
    gates = judge_gates(assessment, judged)
    totals = Totals(
        supported=overall.supported if overall else None,
        coverage=overall.coverage if overall else Fraction(0),
        dimensions=dimensions,
        gates=gates,
        not_applicable_share=_share_not_applicable(by_dimension, wished),
    )
    return Result(
        as_of=as_of,
        overall=overall,
        dimensions=dimensions,
        weights=weights,
        gates=gates,
        recommendation=recommend(totals, overall.best if overall else None, assessment.questionnaire.thresholds),
        ask_next=ask_next(by_dimension, weights, gates),
        in_scope=tuple(scope),
        out_of_scope_answered=_answered_out_of_scope(assessment, scope),
        strengths=strengths(judged, weights),
        gaps=gaps(judged, weights),
    )


def score_dimension(items: list[Judged]) -> Score | None:
    """Return the weighted score of one dimension with the range its answers still allow.

    Open answers are left out of the answered score and widen the range: not knowing never counts as zero.

    Args:
        items: The dimension's questions in scope.

    Returns:
        None where nothing is applicable.
    """
    total = rated = evidenced = low = high = answered = Fraction(0)
    for item in items:
        if not item.applicable:
            continue
        weight = item.question.weight
        total += weight
        low += weight * item.low
        high += weight * item.high
        if item.rated:
            rated += weight
            answered += weight * item.high
        if item.firm:
            evidenced += weight
    if not total:
        return None
    return Score(
        supported=low / total,
        answered=answered / rated if rated else None,
        best=high / total,
        coverage=rated / total,
        evidenced=evidenced / total,
    )


def dimension_weights(assessment: Assessment) -> dict[str, Fraction]:
    """Return dimension id -> weight as set for the assessment, else as in the questionnaire."""
    return {
        dimension.id: assessment.weights.get(dimension.id, dimension.weight)
        for dimension in assessment.questionnaire.dimensions
    }


def weights_changed(assessment: Assessment) -> bool:
    """Say whether the dimensions weigh otherwise here than in the questionnaire."""
    if not assessment.weights:
        return False
    own = {dimension.id: dimension.weight for dimension in assessment.questionnaire.dimensions}
    return shares_of(own, own) != shares_of(used := dimension_weights(assessment), used)


def shares_of(counted: Mapping[str, Fraction], every: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Return id -> share with sum 1 over the counted ids; 0 for the rest."""
    total = weighted_sum((one, _ONE) for one in counted.values())
    if total == 1:
        return {key: counted.get(key, Fraction(0)) for key in every}
    return {key: counted[key] / total if key in counted and total else Fraction(0) for key in every}


def score_overall(dimensions: Mapping[str, Score | None], weights: Mapping[str, Fraction]) -> Score | None:
    """Return the mean of the dimensions by weight; None when nothing is applicable.

    The answered score takes the dimensions in which something is rated, by their weights.
    """
    scores = [(weights[key], score) for key, score in dimensions.items() if score is not None]
    if not scores:
        return None
    rated = [(weight, score.answered) for weight, score in scores if score.answered is not None]
    rated_weight = sum((weight for weight, _ in rated), Fraction(0))
    return Score(
        supported=weighted_sum((weight, score.supported) for weight, score in scores),
        answered=weighted_sum(rated) / rated_weight if rated_weight else None,
        best=weighted_sum((weight, score.best) for weight, score in scores),
        coverage=weighted_sum((weight, score.coverage) for weight, score in scores),
        evidenced=weighted_sum((weight, score.evidenced) for weight, score in scores),
    )


def weighted_sum(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the sum of weight times value, exactly.

    Fractions are reduced after each operation; here once, at the end: flip points ask for thousands of such sums.
    """
    above, below = 0, 1
    for weight, value in parts:
        under = weight.denominator * value.denominator
        over = weight.numerator * value.numerator
        if under == below:
            above += over
        else:
            above, below = above * under + over * below, below * under
    return Fraction(above, below)


def _share_not_applicable(by_dimension: Mapping[str, list[Judged]], wished: Mapping[str, Fraction]) -> Fraction:
    # A question's part of the scope: its part of its dimension, times the dimension's part of those with questions.
    asked = {key: items for key, items in by_dimension.items() if items}
    shares = shares_of({key: wished[key] for key in asked}, wished)
    total = Fraction(0)
    for key, items in asked.items():
        weight = sum((item.question.weight for item in items), Fraction(0))
        left_out = sum((item.question.weight for item in items if not item.applicable), Fraction(0))
        total += shares[key] * left_out / weight
    return total


def _answered_out_of_scope(assessment: Assessment, scope: Mapping[str, Question]) -> tuple[str, ...]:
    return tuple(
        key
        for key in assessment.questionnaire.questions
        if key not in scope and assessment.answer(key).state is not State.UNANSWERED
    )
