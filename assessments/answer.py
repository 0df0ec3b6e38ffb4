"""One assessor's answer to one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

LOWEST_RATING = 1
HIGHEST_RATING = 5


class State(StrEnum):
    """What is known of a question. Exactly one holds."""

    UNANSWERED = "unanswered"
    """Not judged yet; a note or a flag may already be there."""
    RATED = "rated"
    UNKNOWN = "unknown"
    """We looked, and we do not know."""
    NOT_APPLICABLE = "not_applicable"


class Grade(IntEnum):
    """How we know: the evidence grade."""

    ASSUMED = 0
    STATED = 1
    """Stated by them."""
    SEEN = 2
    """A document or a demonstration that we saw."""
    VERIFIED = 3
    """Independent, or our own experience."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The state of one question with what it rests on.

    An answer equal to `UNANSWERED` says nothing and is never stored: absent and unanswered are the same.

    Raises:
        ValueError: The parts contradict each other (a rating without the rated state, a reason missing, …).
    """

    state: State = State.UNANSWERED
    rating: int | None = None
    """1 to 5 when rated, else None."""
    reason: str = ""
    """Why it does not apply; required then, and kept empty otherwise."""
    grade: Grade | None = None
    """None when not given, which counts as assumed."""
    evidence_date: date | None = None
    """The day of the evidence; None counts as the day of the answer."""
    note: str = ""
    flagged: bool = False
    """Marked "come back to this"."""
    answered_on: date | None = None
    """The day the state, the rating or the grade was last chosen; None only while unanswered."""

    def __post_init__(self) -> None:
        rated = self.state is State.RATED
        if rated != (self.rating is not None):
            raise ValueError("A rated answer has a rating, and only a rated answer has one.")
        if self.rating is not None and not LOWEST_RATING <= self.rating <= HIGHEST_RATING:
            raise ValueError(f"A rating is a whole number from 1 to 5, not {self.rating}.")
        if (self.state is State.NOT_APPLICABLE) != bool(self.reason.strip()):
            raise ValueError("Not applicable needs a reason, and only not applicable has one.")
        if (self.state is State.UNANSWERED) != (self.answered_on is None):
            raise ValueError("An answer has the day it was given, and an unanswered question has none.")

    @property
    def counted_from(self) -> date | None:
        """The day the evidence is counted from: its own date, else the day of the answer."""
        return self.evidence_date or self.answered_on


UNANSWERED = Answer()
