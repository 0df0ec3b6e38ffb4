"""What one brief is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from assessments.assessment import Assessment
from assessments.result import GateOutcome, Result
from assessments.robustness import Robustness
from reports.catalogue import printed
from reports.foot import short_fingerprint
from reports.options import PLAIN, PrintOptions
from reports.strips import Strip, paragraph
from reports.style import BODY, Frame
from reports.text import one_line, text


@dataclass(frozen=True)
class Contents:
    """One assessment with its result, and the page it is printed on."""

    assessment: Assessment
    result: Result
    frame: Frame
    fingerprint: str
    """SHA-256 of everything that is printed, 64 hex digits."""
    robustness: Robustness | None = None
    """How firm the recommendation is; None where no weights matter."""
    rest: dict[str, list[Strip]] = field(default_factory=dict)
    """What page one had to cut: catalogue key of its heading -> the whole of it, printed from page 2 on."""
    rest_pages: Mapping[str, int] = field(default_factory=dict)
    """Catalogue key -> the page on which the rest begins; 2 until it is known better."""
    referred: set[str] = field(default_factory=set)
    """Catalogue keys of the headings whose page page one names."""
    options: PrintOptions = PLAIN

    def keep_rest(self, key: str, typed: str) -> None:
        """Remember a text that page one cuts."""
        self.rest[key] = paragraph(text(typed), BODY, self.frame.width)

    def rest_page(self, key: str) -> str:
        """Return where the rest of something begins: "page 4", of the team brief where this is none."""
        self.referred.add(key)
        words = "on_team_page" if self.options.reader == "decider" else "on_page"
        return printed(words, page=self.rest_pages.get(key, 2))

    def attempt(self) -> Contents:
        """Return a copy to lay page one with, which keeps to itself what it cuts until it is taken."""
        return replace(self, rest=dict(self.rest), referred=set(self.referred))

    def take(self, attempt: Contents) -> None:
        """Remember what an attempt cut."""
        self.rest.update(attempt.rest)
        self.referred.update(attempt.referred)

    @cached_property
    def partner_name(self) -> str:
        """The partner's name, printable, on one line."""
        return one_line(self.assessment.partner.name)

    @cached_property
    def active_gates(self) -> frozenset[str]:
        """Ids of the questions that count as gates here."""
        gates = self.result.gates
        return frozenset(gate.question_id for gate in gates if gate.outcome is not GateOutcome.INACTIVE)

    @cached_property
    def type_word(self) -> str:
        """The type it is assessed as, in words: "Agency"."""
        code = self.assessment.partner_type
        return one_line(self.assessment.questionnaire.partner_types.get(code, code))

    @property
    def short_id(self) -> str:
        """The assessment's id as people quote it: "3F9A-77C2"."""
        digits = self.assessment.id.hex[:8].upper()
        return f"{digits[:4]}-{digits[4:]}"

    @property
    def short_fingerprint(self) -> str:
        """The fingerprint as the footer shows it: "9b1c…e04d"."""
        return short_fingerprint(self.fingerprint)
