"""Comparisons to print: of two to six partners, with any names and answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Partner
from assessments.comparison import Comparison, compare
from assessments.firmness import Firmness, firmness
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from reports.comparison import lay_comparison
from reports.document import Document
from reports.options import PLAIN, PrintOptions
from tests.reports.briefs import TODAY, blank

TYPES = ("AGY", "TEC", "PUB", "RES", "ADV", "AGY")
DRAWS = 200
"""Enough for a page; shares are tested where they are worked out."""


def partner(number: int, name: str = "", **changes: object) -> Assessment:
    """Return one partner's finished assessment; each number is answered differently."""
    kind = TYPES[number % len(TYPES)]
    start = blank(
        id=UUID(int=100 + number),
        partner=Partner(UUID(int=200 + number), name or f"Partner {number}", kind),
        partner_type=kind,
        purpose=f"Purpose {number}",
    )
    answers: dict[str, Answer] = {}
    for place, key in enumerate(packaged_questionnaire().questions):
        turn = place * (number + 2) + number
        if turn % 13 == 5:
            answers[key] = Answer(State.UNKNOWN, answered_on=TODAY)
        elif turn % 17 == 3:
            answers[key] = Answer(State.NOT_APPLICABLE, reason="Nothing of it.", answered_on=TODAY)
        elif turn % 11 != 9:
            day = TODAY - timedelta(days=turn % 500)
            answers[key] = Answer(
                State.RATED, 1 + turn % 5, grade=Grade(turn % 4), evidence_date=day, answered_on=TODAY
            )
    return replace(start, answers=MappingProxyType(answers), **changes)  # type: ignore[arg-type]


def compared(assessments: Sequence[Assessment]) -> tuple[Comparison, Firmness]:
    """Return the comparison with few draws."""
    comparison = compare([(one, score_assessment(one, TODAY)) for one in assessments])
    return comparison, firmness(comparison, count=DRAWS)


def laid(assessments: Sequence[Assessment], options: PrintOptions = PLAIN) -> Document:
    """Return the printed comparison."""
    return lay_comparison(*compared(assessments), options)


def partners(count: int, change: Callable[[int], dict[str, object]] = lambda _number: {}) -> list[Assessment]:
    """Return so many partners, each changed as `change` says for its number."""
    return [replace(partner(number), **change(number)) for number in range(count)]  # type: ignore[arg-type]
