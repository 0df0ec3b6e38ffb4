"""What sets compared partners apart: the gates that stand differently, and how far each question moves their scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessments.comparison import Compared, Comparison
from assessments.comparison_table import QuestionRow, question_rows
from assessments.judging import applicable_weights, judge_answers
from assessments.questionnaire import Question
from assessments.result import Gate, GateOutcome


@dataclass(frozen=True, slots=True)
class GateRow:
    """One gate that counts for at least one partner."""

    question: Question
    gates: tuple[Gate | None, ...]
    """In the comparison's order; None where it does not count."""
    differs: bool
    """Whether it stands differently, or counts for some only."""


@dataclass(frozen=True, slots=True)
class QuestionGap:
    """One question with how far it sets the partners apart."""

    row: QuestionRow
    apart: Fraction
    """Points of the overall supported score between the partner it lifts most and the one it lifts least, 0 to 100;
    partners to whom it does not apply are left out. 0 where all answers allow the same, though the question may weigh
    more for a partner to whom fewer others apply."""


def gate_rows(comparison: Comparison) -> tuple[GateRow, ...]:
    """Return the gates among the questions that are compared, in the first partner's order."""
    found = [{gate.question_id: gate for gate in one.result.gates} for one in comparison.partners]
    rows = []
    for question in comparison.common.questions:
        gates = tuple(_counting(one.get(question.id)) for one in found)
        if any(gates):
            stands = {gate and (gate.outcome, gate.stale, gate.unverified) for gate in gates}
            rows.append(GateRow(question, gates, len(stands) > 1))
    return tuple(rows)


def question_gaps(comparison: Comparison, weights: Mapping[str, Fraction]) -> tuple[QuestionGap, ...]:
    """Return the questions that are compared with how far each sets the partners apart, in the first partner's order.

    Args:
        comparison: From `compare`.
        weights: Dimension id -> share, sum 1.
    """
    lifted = [_lifted(one, weights) for one in comparison.partners]
    gaps = []
    for row in question_rows(comparison):
        points = [one[row.question.id] for one in lifted if row.question.id in one]
        gaps.append(QuestionGap(row, max(points) - min(points) if points and row.differs else Fraction(0)))
    return tuple(gaps)


def _counting(gate: Gate | None) -> Gate | None:
    return None if gate is None or gate.outcome is GateOutcome.INACTIVE else gate


def _lifted(one: Compared, weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Return question id -> points it adds to the overall supported score, for the questions that apply."""
    judged = [item for item in judge_answers(one.assessment, one.result.as_of).values() if item.applicable]
    totals = applicable_weights(judged)
    counted = sum((weights.get(key, Fraction(0)) for key in totals), Fraction(0))
    return {
        item.question.id: weights.get(item.question.dimension, Fraction(0))
        / (counted or Fraction(1))
        * item.question.weight
        / totals[item.question.dimension]
        * item.low
        for item in judged
    }
