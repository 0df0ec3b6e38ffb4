"""Contradictions between answers and sheets: shown, never scored.

Which ones are looked for stands in the questionnaire file, as data of three fixed kinds. Nothing in it is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from assessments.answer import Grade, State
from assessments.assessment import Assessment
from assessments.contradiction_rules import (
    ContradictionRule,
    GateWithoutEvidence,
    Measure,
    RatingAgainstMeasure,
    RiskWithoutOwner,
)
from assessments.result import GateOutcome, Result
from assessments.risk_register import numbered, unowned_serious
from assessments.shared_goals import alignment
from assessments.sheets import Sheet
from assessments.value_exchange import Side, balance

SHEET_OF = {Measure.ALIGNMENT: Sheet.GOALS, Measure.BALANCE: Sheet.EXCHANGES}
"""The sheet that a measure is worked out from."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one half of a contradiction stands: a question, or a sheet with or without one of its rows."""

    question_id: str = ""
    """Empty when it is a sheet."""
    sheet: Sheet | None = None
    row_id: UUID | None = None
    """The row of the sheet; None where the whole sheet speaks."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that cannot both be right, or one that lacks what it needs."""

    rule: ContradictionRule
    places: tuple[Place, ...]
    """One or two, in the order in which the words name them."""
    rating: int | None = None
    """Of the question, where one speaks."""
    value: Fraction | None = None
    """Of the measure: alignment 0 to 100, balance 0 to 1."""
    favoured: Side | None = None
    """The side that the balance favours."""
    risk: str = ""
    """The risk's number: "K2"."""


def contradictions(assessment: Assessment, result: Result) -> tuple[Contradiction, ...]:
    """Return what contradicts itself, in the order of the questionnaire's rules.

    Questions out of scope are passed over, as are measures that are not defined yet.

    Args:
        assessment: With its sheets and evidence.
        result: Of this assessment.
    """
    found: list[Contradiction] = []
    for rule in assessment.questionnaire.contradictions:
        if isinstance(rule, RatingAgainstMeasure):
            found.extend(_against_measure(rule, assessment, result))
        elif isinstance(rule, RiskWithoutOwner):
            found.extend(_without_owner(rule, assessment))
        else:
            found.extend(_without_evidence(rule, assessment, result))
    return tuple(found)


def _against_measure(rule: RatingAgainstMeasure, assessment: Assessment, result: Result) -> Iterator[Contradiction]:
    answer = assessment.answer(rule.question_id)
    if rule.question_id not in result.in_scope or answer.rating is None or answer.rating < rule.rating:
        return
    places = (Place(rule.question_id), Place(sheet=SHEET_OF[rule.measure]))
    if rule.measure is Measure.BALANCE:
        found = balance(assessment.sheets.exchanges)
        if found is not None and found.balance < rule.below:
            yield Contradiction(rule, places, answer.rating, found.balance, found.favoured)
        return
    value = alignment(assessment.sheets.goals)
    if value is not None and value < rule.below:
        yield Contradiction(rule, places, answer.rating, value)


def _without_owner(rule: RiskWithoutOwner, assessment: Assessment) -> Iterator[Contradiction]:
    numbers = {risk.id: number for number, risk in numbered(assessment.sheets.risks).items()}
    for risk in unowned_serious(assessment.sheets.risks, rule.exposure):
        yield Contradiction(rule, (Place(sheet=Sheet.RISKS, row_id=risk.id),), risk=numbers[risk.id])


def _without_evidence(rule: GateWithoutEvidence, assessment: Assessment, result: Result) -> Iterator[Contradiction]:
    behind = {one.question_id for one in assessment.attachments} | {one.question_id for one in assessment.links}
    for gate in result.gates:
        answer = assessment.answer(gate.question_id)
        passed = answer.state is State.RATED and gate.outcome in (GateOutcome.PASSED, GateOutcome.WEAK)
        if passed and (answer.grade or Grade.ASSUMED) is Grade.ASSUMED and gate.question_id not in behind:
            yield Contradiction(rule, (Place(gate.question_id),), answer.rating)
