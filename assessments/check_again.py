"""What to check again: answers whose evidence has gone stale, or will soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assessments.answer import Answer, State
from assessments.assessment import Assessment
from assessments.freshness import FIRM_GRADE, stale_from
from assessments.questionnaire import Question
from assessments.scope import questions_in_scope

SOON_DAYS = 60
"""Evidence that goes stale within so many days is listed while there is time to renew it. Ours."""


@dataclass(frozen=True, slots=True)
class CheckAgain:
    """One answer whose evidence is to be renewed."""

    question_id: str
    counted_from: date
    """The day of the evidence, or of the answer where it has none."""
    stale_from: date
    """The first day on which it supports one rating less."""
    is_stale: bool
    """Whether that day has come."""


def check_again(assessment: Assessment, as_of: date, within_days: int = SOON_DAYS) -> tuple[CheckAgain, ...]:
    """Return the answers in scope whose evidence is stale or goes stale soon, the earliest day first.

    Only ratings on seen or verified evidence are listed: assumed and stated evidence supports one rating less on any
    day.

    Args:
        assessment: Open or finished.
        as_of: The day that freshness is counted from.
        within_days: Days ahead that count as soon, 0 or more.
    """
    last = as_of + min(timedelta(within_days), date.max - as_of)
    found = []
    for question in questions_in_scope(assessment):
        answer = assessment.answer(question.id)
        day = expiry(answer, question)
        if day is not None and day <= last and answer.counted_from is not None:
            found.append(CheckAgain(question.id, answer.counted_from, day, day <= as_of))
    return tuple(sorted(found, key=lambda one: one.stale_from))


def expiry(answer: Answer, question: Question) -> date | None:
    """Return the first day on which a rating loses the support of its evidence; None where it has none to lose."""
    supported = answer.state is State.RATED and answer.grade is not None and answer.grade >= FIRM_GRADE
    if not supported or answer.counted_from is None:
        return None
    return stale_from(answer.counted_from, question.evidence_months)
