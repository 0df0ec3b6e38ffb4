"""Which weak answers ask to become a condition."""

from __future__ import annotations

from assessments.assessment import Assessment
from assessments.conditions import WEAK_RATING
from assessments.result import Result


def offers_condition(assessment: Assessment, question_id: str) -> bool:
    """Tell whether an answer is rated 1 or 2 and no condition came from it yet."""
    rating = assessment.answer(question_id).rating
    taken = any(condition.question_id == question_id for condition in assessment.sheets.conditions)
    return rating is not None and rating <= WEAK_RATING and not taken


def weak_without_condition(assessment: Assessment, result: Result) -> tuple[str, ...]:
    """Return the ids of the questions in scope whose answers ask to become a condition, in questionnaire order."""
    return tuple(key for key in result.in_scope if offers_condition(assessment, key))
