"""What each single answer allows: its low and its high end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assessments.answer import Answer, State
from assessments.assessment import Assessment
from assessments.freshness import is_firm
from assessments.questionnaire import Question
from assessments.scope import questions_in_scope

LOWEST_WORTH = 0
HIGHEST_WORTH = 100
WORTH_STEP = 25
"""Ratings 1 to 5 are worth 0, 25, 50, 75, 100 points. Source: SCORING rule 1, ours."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One question in scope with what its answer allows."""

    question: Question
    answer: Answer
    low: int
    """Points that the evidence supports."""
    high: int
    """Points that the answer still allows."""
    firm: bool
    """Rated on fresh evidence, seen or verified."""

    @property
    def applicable(self) -> bool:
        """Whether the question counts in the sum."""
        return self.answer.state is not State.NOT_APPLICABLE

    @property
    def rated(self) -> bool:
        """Whether it has a rating."""
        return self.answer.state is State.RATED


def judge_answers(assessment: Assessment, as_of: date) -> dict[str, Judged]:
    """Return question id -> what its answer allows, for the questions in scope, in questionnaire order."""
    judged = {}
    for question in questions_in_scope(assessment):
        answer = assessment.answer(question.id)
        firm = is_firm(answer, question, as_of)
        if answer.rating is None:
            low, high = LOWEST_WORTH, HIGHEST_WORTH
        else:
            high = worth(answer.rating)
            low = high if firm else max(LOWEST_WORTH, high - WORTH_STEP)
        judged[question.id] = Judged(question, answer, low, high, firm)
    return judged


def worth(rating: int) -> int:
    """Return the points of a rating from 1 to 5."""
    return (rating - 1) * WORTH_STEP


def applicable_weights(judged: Iterable[Judged]) -> dict[str, Fraction]:
    """Return dimension id -> weight of its questions that apply; a dimension without one is left out."""
    weights: dict[str, Fraction] = {}
    for item in judged:
        if item.applicable:
            key = item.question.dimension
            weights[key] = weights.get(key, Fraction(0)) + item.question.weight
    return weights
