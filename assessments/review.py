"""Ready for a brief? What is still missing or weak, by rule, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessments.answer import State
from assessments.assessment import Assessment
from assessments.freshness import FIRM_GRADE, is_fresh
from assessments.result import GateOutcome, Result, Rule


class Severity(StrEnum):
    """How much a gap matters for the brief."""

    ERROR = "error"
    """As it stands the brief cannot recommend, or recommends against."""
    WARNING = "warning"
    """The recommendation is weaker than it needs to be."""
    INFO = "info"
    """Worth a look."""


class GapKind(StrEnum):
    """Which rule found it."""

    GATE_OPEN = "gate_open"
    GATE_FAILED_UNVERIFIED = "gate_failed_unverified"
    NOTHING_APPLICABLE = "nothing_applicable"
    TOO_LITTLE_ANSWERED = "too_little_answered"
    GATE_WEAK = "gate_weak"
    UNANSWERED = "unanswered"
    PROVISIONAL = "provisional"
    TOO_MUCH_NOT_APPLICABLE = "too_much_not_applicable"
    STALE = "stale"
    WITHOUT_EVIDENCE = "without_evidence"
    UNKNOWN = "unknown"
    FLAGGED = "flagged"
    WITHOUT_NOTE = "without_note"
    NO_PURPOSE = "no_purpose"
    OUT_OF_SCOPE = "out_of_scope"


_SEVERITY = {
    GapKind.GATE_OPEN: Severity.ERROR,
    GapKind.GATE_FAILED_UNVERIFIED: Severity.ERROR,
    GapKind.NOTHING_APPLICABLE: Severity.ERROR,
    GapKind.TOO_LITTLE_ANSWERED: Severity.ERROR,
    GapKind.UNKNOWN: Severity.INFO,
    GapKind.FLAGGED: Severity.INFO,
    GapKind.WITHOUT_NOTE: Severity.INFO,
    GapKind.NO_PURPOSE: Severity.INFO,
    GapKind.OUT_OF_SCOPE: Severity.INFO,
}


@dataclass(frozen=True, slots=True)
class ReviewGap:
    """One thing to look at before the brief."""

    kind: GapKind
    question_id: str | None = None
    """None where it concerns the whole assessment."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return _SEVERITY.get(self.kind, Severity.WARNING)


def review_gaps(assessment: Assessment, result: Result) -> tuple[ReviewGap, ...]:
    """Return every gap, errors first, then warnings, then notes; within these in questionnaire order."""
    found = [*_of_the_whole(assessment, result), *_of_questions(assessment, result)]
    return tuple(sorted(found, key=lambda gap: list(Severity).index(gap.severity)))


def _of_the_whole(assessment: Assessment, result: Result) -> Iterator[ReviewGap]:
    by_rule = {
        Rule.NOTHING_APPLICABLE: GapKind.NOTHING_APPLICABLE,
        Rule.TOO_LITTLE_ANSWERED: GapKind.TOO_LITTLE_ANSWERED,
        Rule.TOO_MUCH_NOT_APPLICABLE: GapKind.TOO_MUCH_NOT_APPLICABLE,
    }
    for reason in result.recommendation.reasons:
        if reason.rule in by_rule:
            yield ReviewGap(by_rule[reason.rule])
    if result.recommendation.provisional:
        yield ReviewGap(GapKind.PROVISIONAL)
    if not assessment.purpose.strip():
        yield ReviewGap(GapKind.NO_PURPOSE)


def _of_questions(assessment: Assessment, result: Result) -> Iterator[ReviewGap]:
    gates = {gate.question_id: gate for gate in result.gates}
    for key in result.in_scope:
        gate, answer = gates.get(key), assessment.answer(key)
        outcome = gate.outcome if gate else GateOutcome.INACTIVE
        if outcome is GateOutcome.OPEN:
            yield ReviewGap(GapKind.GATE_OPEN, key)
        elif outcome is GateOutcome.FAILED and gate and gate.unverified:
            yield ReviewGap(GapKind.GATE_FAILED_UNVERIFIED, key)
        elif outcome is GateOutcome.WEAK:
            yield ReviewGap(GapKind.GATE_WEAK, key)
        elif answer.state is State.RATED:
            yield from _of_evidence(assessment, result, key)
        elif answer.state is State.UNANSWERED:
            yield ReviewGap(GapKind.UNANSWERED, key)
        elif answer.state is State.UNKNOWN:
            yield ReviewGap(GapKind.UNKNOWN, key)
        if answer.flagged:
            yield ReviewGap(GapKind.FLAGGED, key)
    for key in result.out_of_scope_answered:
        yield ReviewGap(GapKind.OUT_OF_SCOPE, key)


def _of_evidence(assessment: Assessment, result: Result, key: str) -> Iterator[ReviewGap]:
    question, answer = assessment.questionnaire.questions[key], assessment.answer(key)
    if answer.grade is None:
        yield ReviewGap(GapKind.WITHOUT_EVIDENCE, key)
    elif answer.grade >= FIRM_GRADE:
        if not is_fresh(answer, question, result.as_of):
            yield ReviewGap(GapKind.STALE, key)
        if not answer.note.strip():
            yield ReviewGap(GapKind.WITHOUT_NOTE, key)
