"""How long evidence supports a score, in calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from assessments.answer import Answer, Grade, State
from assessments.questionnaire import Question

FIRM_GRADE = Grade.SEEN
"""Evidence of this grade or better supports a rating at its own worth."""


def stale_from(counted_from: date, months: int) -> date:
    """Return the first day on which evidence is stale: the day after so many calendar months.

    The day of the month is clipped to the month's end: six months from 31 August end on 28 (or 29) February, which is
    still fresh.
    """
    years, month = divmod(counted_from.month - 1 + months, 12)
    year = counted_from.year + years
    if year >= MAXYEAR:
        return date.max
    last_day = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(counted_from.day, last_day)) + timedelta(days=1)


def is_fresh(answer: Answer, question: Question, as_of: date) -> bool:
    """Return whether the evidence is still within its months on the day the assessment is counted from."""
    day = answer.counted_from
    return day is not None and as_of < stale_from(day, question.evidence_months)


def is_firm(answer: Answer, question: Question, as_of: date) -> bool:
    """Return whether a rated answer rests on fresh evidence, seen or verified. No grade counts as assumed."""
    return (
        answer.state is State.RATED
        and answer.grade is not None
        and answer.grade >= FIRM_GRADE
        and is_fresh(answer, question, as_of)
    )


def refuse_future(day: date | None, today: date) -> None:
    """Accept no date, today or earlier.

    Raises:
        ValueError: The day is later than today; the sentence is for the user.
    """
    if day is not None and day > today:
        raise ValueError(f"Evidence cannot be from the future: {day.isoformat()} is after today, {today.isoformat()}.")
