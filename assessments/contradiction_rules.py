"""The kinds of contradiction that a questionnaire can ask for: fixed kinds with numbers, no expressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from assessments.answer import HIGHEST_RATING
from assessments.questionnaire_fields import Fields, QuestionnaireError, named_fields

if TYPE_CHECKING:
    from assessments.questionnaire import Question

HIGHEST_EXPOSURE = 25


class ContradictionKind(StrEnum):
    """What is held against what."""

    RATING_AGAINST_MEASURE = "rating_against_measure"
    RISK_WITHOUT_OWNER = "risk_without_owner"
    GATE_WITHOUT_EVIDENCE = "gate_without_evidence"


class Measure(StrEnum):
    """A figure that a sheet gives."""

    ALIGNMENT = "alignment"
    """Of the shared goals, 0 to 100."""
    BALANCE = "balance"
    """Of the value exchange, 0 to 1."""


HIGHEST_MEASURE = {Measure.ALIGNMENT: 100, Measure.BALANCE: 1}


@dataclass(frozen=True, slots=True)
class RatingAgainstMeasure:
    """A good rating while a sheet's figure says otherwise."""

    kind: ClassVar = ContradictionKind.RATING_AGAINST_MEASURE
    id: str
    question_id: str
    rating: int
    """From this rating on, 1 to 5."""
    measure: Measure
    below: Fraction
    """The figure has to be under this."""


@dataclass(frozen=True, slots=True)
class RiskWithoutOwner:
    """A serious risk that nobody owns."""

    kind: ClassVar = ContradictionKind.RISK_WITHOUT_OWNER
    id: str
    exposure: int
    """From this likelihood times impact on, 1 to 25."""


@dataclass(frozen=True, slots=True)
class GateWithoutEvidence:
    """A gate rated 3 or better on an assumption, with no file and no link behind it."""

    kind: ClassVar = ContradictionKind.GATE_WITHOUT_EVIDENCE
    id: str


ContradictionRule = RatingAgainstMeasure | RiskWithoutOwner | GateWithoutEvidence


def read_rules(tables: object, questions: Mapping[str, Question], name: str) -> tuple[ContradictionRule, ...]:
    """Return the rules of a questionnaire file.

    Args:
        tables: What stands under "contradictions"; an empty list when nothing does.
        questions: Question id -> question of the same file.
        name: The file's name, for messages.

    Raises:
        QuestionnaireError: One sentence with the file, the rule and the field.
    """
    if not isinstance(tables, list):
        raise Fields({}, name).refuse("contradictions", "a list of tables", tables)
    rules: dict[str, ContradictionRule] = {}
    for place, table in enumerate(tables, start=1):
        rule = _rule(named_fields(table, name, "contradiction", place), questions)
        if rule.id in rules:
            raise QuestionnaireError(f'{name}: the contradiction "{rule.id}" stands there twice. Ids must differ.')
        rules[rule.id] = rule
    return tuple(rules.values())


def rules_data(rules: Iterable[ContradictionRule]) -> list[dict[str, Any]]:
    """Return rules as they stand in a questionnaire's canonical text; `read_rules` reads them back."""
    return [_data(rule) for rule in rules]


def _data(rule: ContradictionRule) -> dict[str, Any]:
    data: dict[str, Any] = {"id": rule.id, "kind": rule.kind.value}
    if isinstance(rule, RatingAgainstMeasure):
        data |= {"question": rule.question_id, "rating": rule.rating}
        data |= {"measure": rule.measure.value, "below": str(rule.below)}
    elif isinstance(rule, RiskWithoutOwner):
        data |= {"exposure": rule.exposure}
    return data


def _rule(fields: Fields, questions: Mapping[str, Question]) -> ContradictionRule:
    key, kind = fields.id(), fields.take("kind")
    if kind not in list(ContradictionKind):
        raise fields.refuse("kind", f"one of {', '.join(ContradictionKind)}", kind)
    rule: ContradictionRule
    if kind == ContradictionKind.RATING_AGAINST_MEASURE:
        rule = _rating_against_measure(key, fields, questions)
    elif kind == ContradictionKind.RISK_WITHOUT_OWNER:
        rule = RiskWithoutOwner(key, fields.whole("exposure", 1, HIGHEST_EXPOSURE))
    else:
        rule = GateWithoutEvidence(key)
    fields.finish()
    return rule


def _rating_against_measure(key: str, fields: Fields, questions: Mapping[str, Question]) -> RatingAgainstMeasure:
    question = fields.id("question")
    if question not in questions:
        raise fields.refuse("question", "the id of a question of this questionnaire", question)
    measure = fields.take("measure")
    if measure not in list(Measure):
        raise fields.refuse("measure", f"one of {', '.join(Measure)}", measure)
    return RatingAgainstMeasure(
        id=key,
        question_id=question,
        rating=fields.whole("rating", 1, HIGHEST_RATING),
        measure=Measure(measure),
        below=fields.number("below", 0, HIGHEST_MEASURE[Measure(measure)]),
    )
