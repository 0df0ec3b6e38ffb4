"""What follows from an assessment: conditions to meet, who meets whom, and the decision that was taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from assessments.text_rules import QUESTION_ID_LIMIT, clean_cell, clean_text

WEAK_RATING = 2
"""An answer of this rating or lower offers to become a condition. Ours."""


class ConditionState(StrEnum):
    """Where a condition stands."""

    OPEN = "open"
    AGREED = "agreed"
    """Both sides said yes; not done yet."""
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Condition:
    """Something to be done before or while the partnership runs.

    Raises:
        ValueError: A text breaks the text rules, or what is to be done is empty.
    """

    id: UUID
    what: str
    owner: str = ""
    due: date | None = None
    closes: str = ""
    """What closes it: how one can tell that it is done."""
    state: ConditionState = ConditionState.OPEN
    question_id: str = ""
    """The weak answer it came from; empty when it came from none."""

    def __post_init__(self) -> None:
        clean_cell(self.what, "The condition", required=True)
        for text in (self.owner, self.closes):
            clean_cell(text, "A text of a condition")
        clean_text(self.question_id, QUESTION_ID_LIMIT)


_URGENCY = {ConditionState.OPEN: 0, ConditionState.AGREED: 0, ConditionState.DONE: 1, ConditionState.DROPPED: 2}


def by_urgency(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Return what is still to be done first, the earliest day first and without a day last, then done, then dropped."""
    return tuple(sorted(conditions, key=lambda one: (_URGENCY[one.state], one.due or date.max)))


@dataclass(frozen=True, slots=True)
class Meeting:
    """One line of the communication rhythm.

    Raises:
        ValueError: A text breaks the text rules, or our side is empty.
    """

    id: UUID
    ours: str
    """Who of us."""
    theirs: str = ""
    """Whom they meet."""
    how_often: str = ""
    channel: str = ""

    def __post_init__(self) -> None:
        clean_cell(self.ours, "Who meets", required=True)
        for text in (self.theirs, self.how_often, self.channel):
            clean_cell(text, "A text of a meeting")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided in the end; it may differ from the recommendation.

    Raises:
        ValueError: A text breaks the text rules, or the decision is empty.
    """

    what: str
    who: str
    on: date
    why_different: str = ""
    """Why it differs from the recommendation; empty where it does not."""

    def __post_init__(self) -> None:
        clean_cell(self.what, "The decision", required=True)
        for text in (self.who, self.why_different):
            clean_cell(text, "A text of the decision")
