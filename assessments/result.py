"""What scoring returns: scores with their doubt, gates, the recommendation and its deciding rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from assessments.band import Band


@dataclass(frozen=True, slots=True)
class Score:
    """A score with the range its open answers still allow. Points run from 0 to 100, shares from 0 to 1, exact."""

    supported: Fraction
    """The low end: what fresh, seen or verified evidence supports. The headline."""
    answered: Fraction | None
    """The answers taken at their word; None when nothing is rated."""
    best: Fraction
    """The high end that open answers still allow."""
    coverage: Fraction
    """Rated weight over applicable weight."""
    evidenced: Fraction
    """Weight rated on fresh grade 2 or 3 over applicable weight."""


class GateOutcome(StrEnum):
    """How a gate stands."""

    PASSED = "passed"
    """Rated 3 or more on fresh evidence of grade 2 or 3."""
    WEAK = "weak"
    """Rated 3 or more on weak or stale evidence: caps at conditions."""
    CAPPING = "capping"
    """Rated 2: caps at pilot."""
    FAILED = "failed"
    """Rated 1: declines."""
    OPEN = "open"
    """Unknown or unanswered: holds."""
    NOT_APPLICABLE = "not_applicable"
    """Caps at conditions."""
    INACTIVE = "inactive"
    """Out of scope, or an optional gate that is not switched on: listed, without effect."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate question and how it stands."""

    question_id: str
    outcome: GateOutcome
    stale: bool
    """Its evidence was good enough once and has expired."""
    unverified: bool
    """Rated on evidence of grade 0 or 1."""


class Rule(StrEnum):
    """Which rule of SCORING.md speaks."""

    GATE_FAILED = "gate_failed"
    NOTHING_APPLICABLE = "nothing_applicable"
    GATE_OPEN = "gate_open"
    TOO_LITTLE_ANSWERED = "too_little_answered"
    SCORE = "score"
    GATE_CAPPING = "gate_capping"
    DIMENSION_FLOOR = "dimension_floor"
    GATE_WEAK = "gate_weak"
    GATE_NOT_APPLICABLE = "gate_not_applicable"
    TOO_MUCH_NOT_APPLICABLE = "too_much_not_applicable"


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that decided, with the questions or dimensions it speaks of, in questionnaire order."""

    rule: Rule
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The band with every rule that decided it."""

    band: Band
    reasons: tuple[Reason, ...]
    """All rules that tie, never empty."""
    provisional: bool
    """Coverage is enough to recommend, not enough to be firm."""
    if_confirmed: Band
    """The band if everything open is confirmed at its best, gates as answered."""

    @property
    def settled(self) -> bool:
        """Whether confirming everything would change nothing."""
        return self.band is self.if_confirmed


class AskKind(StrEnum):
    """Why a question is on the agenda of the next call, in order of urgency."""

    GATE_FAILED_UNVERIFIED = "gate_failed_unverified"
    GATE_OPEN = "gate_open"
    GATE_CAPPING = "gate_capping"
    GAIN = "gain"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask next."""

    question_id: str
    kind: AskKind
    gain: Fraction
    """Points the overall supported score rises by if the answer is confirmed at its high end."""


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that follows from one assessment on one day."""

    as_of: date
    overall: Score | None
    """None when nothing is applicable."""
    dimensions: Mapping[str, Score | None]
    """Dimension id -> score in questionnaire order; None where nothing applies."""
    weights: Mapping[str, Fraction]
    """Dimension id -> share of the overall score in use, summing to 1; 0 where nothing applies."""
    gates: tuple[Gate, ...]
    """Every gate of the questionnaire, inactive ones included, in questionnaire order."""
    recommendation: Recommendation
    ask_next: tuple[Ask, ...]
    in_scope: tuple[str, ...]
    """Question ids that are asked, in questionnaire order."""
    out_of_scope_answered: tuple[str, ...]
    """Questions with an answer that does not count now."""
    strengths: tuple[str, ...]
    """Question ids, strongest first, at most five."""
    gaps: tuple[str, ...]
    """Question ids, weakest first, at most five."""
