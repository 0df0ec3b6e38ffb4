"""The age of evidence in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from assessments.answer import Answer
from assessments.check_again import CheckAgain, expiry
from assessments.questionnaire import Question
from assessments.wording_figures import Say

Day = Callable[[date], str]
"""Writes a day as the reader's place writes it."""


def check_again_words(item: CheckAgain, say: Say, day: Day = date.isoformat) -> str:
    """Return since when or from when evidence is stale, as one short sentence without the question's name."""
    template = say("Stale since {day}: it counts one rating lower.") if item.is_stale else say("Stale from {day}.")
    return template.format(day=day(item.stale_from))


def freshness_words(answer: Answer, question: Question, as_of: date, say: Say, day: Day = date.isoformat) -> str:
    """Return how long the evidence of an answer counts, for its card; empty where age changes nothing.

    Args:
        answer: As stored.
        question: Its question.
        as_of: The day that freshness is counted from.
        say: Translates.
        day: Writes a day.
    """
    first = expiry(answer, question)
    if first is None:
        return ""
    if first <= as_of:
        return say("Stale since {day}: counts one rating lower until it is renewed.").format(day=day(first))
    return say("Fresh until {last}, stale from {day}.").format(last=day(first - timedelta(1)), day=day(first))
