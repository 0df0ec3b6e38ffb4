"""An assessment with everything beside the score: sheets, a decision, files and links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.conditions import Condition, ConditionState, Decision, Meeting
from assessments.evidence import Attachment, Link
from assessments.questionnaire_file import packaged_questionnaire
from assessments.risk_register import Response, Risk
from assessments.shared_goals import Goal
from assessments.sheets import Sheets
from assessments.value_exchange import Exchange, Kind, Side
from tests.reports.briefs import NOTE, TODAY, blank

_ADDED = datetime(2026, 11, 2, 9, tzinfo=UTC)


def firm_answers() -> MappingProxyType[str, Answer]:
    """Return answers to every question that make it proceed with conditions, two gates on their word alone."""
    answers = {}
    for place, question_id in enumerate(packaged_questionnaire().questions):
        rating = {"R6": 2, "T5": 2, "L3": 3, "T2": 4, "R5": 4}.get(question_id, (5, 4, 4, 3)[place % 4])
        grade = Grade.STATED if question_id in ("T2", "R5") else Grade(2 + place % 2)
        day = TODAY - timedelta(days=30 + (place * 41) % 340)
        answers[question_id] = Answer(State.RATED, rating, grade=grade, evidence_date=day, note=NOTE, answered_on=TODAY)
    return MappingProxyType(answers)


def sheets() -> Sheets:
    """Return the sheets of a media partnership."""
    return Sheets(
        goals=(
            Goal(_id(1), "Incremental reach", "Reach in the target group", "41 %", "48 %", "Panel", _day(180), 5, 4),
            Goal(_id(2), "Lower cost for each variant", "EUR for each variant", "310", "180", "Invoices", None, 4, 3),
            Goal(_id(3), "A reference they may show", ours=0, theirs=4),
        ),
        exchanges=(
            Exchange(_id(11), "First-party segments", Side.OURS, Kind.DATA, 3, 4, timing="monthly", certainty="agreed"),
            Exchange(_id(12), "Premium inventory tests", Side.OURS, Kind.AUDIENCE, 3, 3, timing="spring"),
            _fee(),
            Exchange(_id(14), "Generative creative at scale", Side.THEIRS, Kind.TECHNOLOGY, 4, 5, certainty="agreed"),
            Exchange(_id(15), "Faster variant testing", Side.THEIRS, Kind.KNOW_HOW, 3, 4, timing="from March"),
            Exchange(_id(16), "New audiences", Side.THEIRS, Kind.AUDIENCE, 2, 3, certainty="hoped for"),
        ),
        risks=(
            Risk(_id(21), "Unsafe generated content", 4, 3, Response.REDUCE, "Exit clause", "Legal", _day(19), 2, 3),
            Risk(_id(22), "Unlawful profiling", 2, 5, Response.AVOID, "Terms", "Media lead", _day(12), 1, 5),
            Risk(_id(23), "Key person leaves", 3, 2, Response.SHARE, "Stand-in", "Agency"),
        ),
        conditions=(
            Condition(_id(31), "Sign data-processing terms", "Media lead", _day(12), "Countersigned copy filed"),
            Condition(_id(32), "Agree brand-safety exit clause", "Legal", _day(19), "Clause in the order form"),
            Condition(_id(33), "Weekly log review agreed", "Data lead", state=ConditionState.DONE),
            Condition(_id(34), "90-day review of shared metrics", "Data lead", _day(90), "Reassessment final"),
        ),
        meetings=(
            Meeting(_id(41), "Media lead", "Account director", "weekly", "Video call"),
            Meeting(_id(42), "Data lead", "Head of AI", "every two weeks", "Shared board and call"),
        ),
        decision=Decision("Twelve months, with two conditions", "Management board", TODAY, ""),
    )


def sheeted(**changes: object) -> Assessment:
    """Return a finished assessment with everything beside the score."""
    start = blank(
        answers=firm_answers(),
        sheets=sheets(),
        attachments=(Attachment(_id(51), "G1", "charter signed.pdf", "9b1c" * 16, 348_160, _ADDED),),
        links=(Link(_id(52), "G1", "https://example.org/charter?version=3", _ADDED),),
    )
    return replace(start, **changes)  # type: ignore[arg-type]


def many(count: int, words: Callable[[int], str]) -> Sheets:
    """Return sheets of `count` rows each, every text of which is what `words` gives for the row's number."""
    numbers = range(count)
    day = date(2026, 12, 5)
    return Sheets(
        goals=tuple(
            Goal(_id(10_000 + n), words(n), words(n), words(n), words(n), words(n), day, n % 6, (n + 2) % 6)
            for n in numbers
        ),
        exchanges=tuple(
            replace(
                _fee(), id=_id(20_000 + n), item=words(n), giver=list(Side)[n % 2], timing=words(n), certainty=words(n)
            )
            for n in numbers
        ),
        risks=tuple(
            Risk(_id(30_000 + n), words(n), 1 + n % 5, 1 + n // 5 % 5, Response.REDUCE, words(n), words(n), day, 1, 1)
            for n in numbers
        ),
        conditions=tuple(Condition(_id(40_000 + n), words(n), words(n), day, words(n)) for n in numbers),
        meetings=tuple(Meeting(_id(50_000 + n), words(n), words(n), words(n), words(n)) for n in numbers),
        decision=Decision(words(0), words(1), TODAY, words(2)),
    )


def _fee() -> Exchange:
    low, high = Decimal("110000"), Decimal("120000.50")
    return Exchange(_id(13), "Yearly fee", Side.OURS, Kind.MONEY, 4, 4, low, high, "EUR", "yearly", "agreed")


def _id(number: int) -> UUID:
    return UUID(int=number)


def _day(days: int) -> date:
    return TODAY + timedelta(days=days)
