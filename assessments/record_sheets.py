"""Sheets, links and attachments as plain JSON values. The keys of a row are the names of its fields.

    sheets? {goals?, exchanges?, risks?, conditions?, meetings? [{id, …}], decision? {what, who?, on, why_different?}}
    attachments? [{id, question, name, sha256, size, added_at}]
    links? [{id, question, url, added_at}]

Amounts are texts such as "1200.5", so that no program rounds them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as fields_of
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from assessments.conditions import Condition, ConditionState, Decision, Meeting
from assessments.evidence import LARGEST_FILE, Attachment, Link, in_order
from assessments.questionnaire import Questionnaire
from assessments.record_fields import Fields, RecordError
from assessments.risk_register import Response, Risk
from assessments.shared_goals import Goal
from assessments.sheets import MOST_ROWS, NO_SHEETS, ROW_TYPES, Sheet, SheetRow, Sheets
from assessments.value_exchange import Exchange, Kind, Side

_MOST_EVIDENCE = 10_000

T = TypeVar("T")


def sheets_record(sheets: Sheets) -> dict[str, Any]:
    """Return the sheets as JSON values."""
    record: dict[str, Any] = {sheet.value: [_plain(row) for row in sheets.rows(sheet)] for sheet in Sheet}
    record["decision"] = None if sheets.decision is None else _plain(sheets.decision)
    return record


def attachment_record(attachment: Attachment) -> dict[str, Any]:
    """Return what is known of an attached file as JSON values."""
    return {
        "id": str(attachment.id),
        "question": attachment.question_id,
        "name": attachment.name,
        "sha256": attachment.sha256,
        "size": attachment.size,
        "added_at": attachment.added_at.isoformat(),
    }


def link_record(link: Link) -> dict[str, Any]:
    """Return a link as JSON values."""
    return {
        "id": str(link.id),
        "question": link.question_id,
        "url": link.url,
        "added_at": link.added_at.isoformat(),
    }


def read_sheets_record(fields: Fields) -> Sheets:
    """Return the sheets under the key "sheets"; empty ones when it is missing.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    if not fields.has("sheets"):
        return NO_SHEETS
    one = Fields(fields.raw("sheets"), fields.at("sheets"), (*(sheet.value for sheet in Sheet), "decision"))
    rows = {sheet.value: _read_rows(one, sheet) for sheet in Sheet}
    decision = _read_decision(one) if one.has("decision") else None
    return _checked(one.place, lambda: Sheets(**rows, decision=decision))  # type: ignore[arg-type]


def read_attachments(fields: Fields, questionnaire: Questionnaire) -> tuple[Attachment, ...]:
    """Return what is known of attached files.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    found = []
    for place, item in fields.items("attachments", _MOST_EVIDENCE):
        one = Fields(item, place, ("id", "question", "name", "sha256", "size", "added_at"))
        size = one.whole("size", 0, LARGEST_FILE)
        if size is None:
            raise RecordError(f"{one.at('size')} is missing.")
        question, name, sha256 = _question(one, questionnaire), one.name("name"), one.code("sha256", 64)
        cells = (one.id("id"), question, name, sha256, size, one.moment("added_at"))
        found.append(_checked(place, lambda cells=cells: Attachment(*cells)))  # type: ignore[misc]
    _refuse_twice(fields.at("attachments"), found)
    return in_order(found)


def read_links(fields: Fields, questionnaire: Questionnaire) -> tuple[Link, ...]:
    """Return the links.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    found = []
    for place, item in fields.items("links", _MOST_EVIDENCE):
        one = Fields(item, place, ("id", "question", "url", "added_at"))
        cells = (one.id("id"), _question(one, questionnaire), one.code("url", 2_000), one.moment("added_at"))
        found.append(_checked(place, lambda cells=cells: Link(*cells)))  # type: ignore[misc]
    _refuse_twice(fields.at("links"), found)
    return in_order(found)


def _plain(row: SheetRow | Decision) -> dict[str, Any]:
    return {field.name: _plain_value(getattr(row, field.name)) for field in fields_of(row)}


def _plain_value(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"  # 1.50 and 1.5 are one amount and give one fingerprint
    return value if value is None or isinstance(value, int | str) else str(value)


def _read_rows(one: Fields, sheet: Sheet) -> tuple[SheetRow, ...]:
    names = tuple(field.name for field in fields_of(ROW_TYPES[sheet]))
    rows = []
    for place, item in one.items(sheet.value, MOST_ROWS):
        fields = Fields(item, place, names)
        rows.append(_checked(place, lambda fields=fields: _READERS[sheet](fields)))  # type: ignore[misc]
    return tuple(rows)


def _read_goal(one: Fields) -> Goal:
    texts = {name: one.text(name) for name in ("outcome", "metric", "baseline", "target", "source")}
    ours, theirs = one.whole("ours", 0, 5), one.whole("theirs", 0, 5)
    return Goal(one.id("id"), **texts, due=one.day("due"), ours=ours or 0, theirs=theirs or 0)


def _read_exchange(one: Fields) -> Exchange:
    texts = {name: one.text(name) for name in ("item", "currency", "timing", "certainty")}
    return Exchange(
        one.id("id"),
        giver=one.choice("giver", Side),
        kind=one.choice("kind", Kind),
        cost=_number(one, "cost", 0),
        worth=_number(one, "worth", 0),
        amount_low=_amount(one, "amount_low"),
        amount_high=_amount(one, "amount_high"),
        **texts,
    )


def _read_risk(one: Fields) -> Risk:
    return Risk(
        one.id("id"),
        risk=one.text("risk"),
        likelihood=_number(one, "likelihood", 1),
        impact=_number(one, "impact", 1),
        response=one.choice("response", Response) if one.has("response") else None,
        action=one.text("action"),
        owner=one.text("owner"),
        due=one.day("due"),
        likelihood_after=one.whole("likelihood_after", 1, 5),
        impact_after=one.whole("impact_after", 1, 5),
    )


def _read_condition(one: Fields) -> Condition:
    texts = {name: one.text(name) for name in ("what", "owner", "closes")}
    state = one.choice("state", ConditionState) if one.has("state") else ConditionState.OPEN
    return Condition(one.id("id"), **texts, due=one.day("due"), state=state, question_id=one.text("question_id", 40))


def _read_meeting(one: Fields) -> Meeting:
    return Meeting(one.id("id"), **{name: one.text(name) for name in ("ours", "theirs", "how_often", "channel")})


def _read_decision(sheets: Fields) -> Decision:
    one = Fields(sheets.raw("decision"), sheets.at("decision"), ("what", "who", "on", "why_different"))
    on = one.day("on")
    if on is None:
        raise RecordError(f"{one.at('on')} is missing.")
    return _checked(one.place, lambda: Decision(one.text("what"), one.text("who"), on, one.text("why_different")))


_READERS: dict[Sheet, Callable[[Fields], SheetRow]] = {
    Sheet.GOALS: _read_goal,
    Sheet.EXCHANGES: _read_exchange,
    Sheet.RISKS: _read_risk,
    Sheet.CONDITIONS: _read_condition,
    Sheet.MEETINGS: _read_meeting,
}


def _number(one: Fields, key: str, least: int) -> int:
    number = one.whole(key, least, 5)
    if number is None:
        raise RecordError(f"{one.at(key)} is missing.")
    return number


def _amount(one: Fields, key: str) -> Decimal | None:
    if not one.has(key):
        return None
    text = one.code(key, 20)
    try:
        if set(text) <= set("0123456789."):
            return Decimal(text)
    except InvalidOperation:
        pass
    raise RecordError(f"{one.at(key)} must be an amount such as “1200.50”.")


def _question(one: Fields, questionnaire: Questionnaire) -> str:
    question_id = one.code("question")
    if question_id not in questionnaire.questions:
        raise RecordError(f"{one.at('question')}: the questionnaire has no question {question_id}.")
    return question_id


def _refuse_twice(place: str, found: list[Any]) -> None:
    if len({one.id for one in found}) < len(found):
        raise RecordError(f"{place}: an id stands there twice.")


def _checked(place: str, make: Callable[[], T]) -> T:
    try:
        return make()
    except ValueError as error:
        raise RecordError(f"{place}: {error}") from error
