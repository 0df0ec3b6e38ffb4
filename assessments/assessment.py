"""The aggregate everything flows through: one partner, one purpose, one questionnaire, the answers so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from assessments.answer import UNANSWERED, Answer
from assessments.questionnaire import Questionnaire

if TYPE_CHECKING:
    from assessments.evidence import Attachment, Link
    from assessments.sheets import Sheets


def _no_sheets() -> Sheets:
    from assessments.sheets import NO_SHEETS  # with the first assessment, not with the first window

    return NO_SHEETS


class Scope(StrEnum):
    """How much is asked."""

    QUICK = "quick"
    """Core questions and active gates."""
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Partner:
    """The other side. Texts are what the user typed, already checked by `assessments.text_rules`."""

    id: UUID
    name: str
    type: str
    """A partner type code of the questionnaire: ADV, AGY, TEC, RES or PUB."""
    country: str = ""
    website: str = ""
    contact: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Assessor:
    """One person or role who answers."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Reopening:
    """A finished assessment was opened again: when (UTC), and why."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessor's view of one assessment, frozen. `dataclasses.replace` makes the next state."""

    id: UUID
    partner: Partner
    partner_type: str
    """The type that decides the scope. A final assessment keeps it when the partner's own type changes later."""
    purpose: str
    questionnaire: Questionnaire
    scope: Scope
    assessor: Assessor
    own_name: str
    """Our own organisation's name, for the title block; may be empty."""
    created_at: datetime
    """UTC."""
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    """Question id -> answer. Also holds answers that are out of scope now; they are kept, not scored."""
    weights: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))
    """Dimension id -> weight above 0; empty means the questionnaire's own weights."""
    switched_on: frozenset[str] = frozenset()
    """Ids of optional gates that count here."""
    gut_feeling: int | None = None
    """0 to 100, kept beside the score and never part of it; None when not given."""
    final_at: datetime | None = None
    """When it was finished (UTC); None while open."""
    finished_on: date | None = None
    """The as-of day of a final assessment; None while open."""
    reopenings: tuple[Reopening, ...] = ()
    sheets: Sheets = field(default_factory=_no_sheets)
    """What stands beside the score: goals, exchanges, risks, conditions, meetings, the decision."""
    attachments: tuple[Attachment, ...] = ()
    """Files behind answers, in the order of `evidence.in_order`; their bytes stay in the workspace."""
    links: tuple[Link, ...] = ()
    """Addresses behind answers, in the order of `evidence.in_order`."""

    def answer(self, question_id: str) -> Answer:
        """Return the answer to a question; `UNANSWERED` when there is none."""
        return self.answers.get(question_id, UNANSWERED)

    @property
    def is_final(self) -> bool:
        """Whether it is finished and therefore read-only."""
        return self.final_at is not None

    def as_of(self, today: date) -> date:
        """Return the day that freshness is counted from: the day of finishing when final, else today."""
        return self.finished_on or today
