"""Partner copies to look into, and a mark in every field of an assessment that is not allowed in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from io import BytesIO
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pikepdf

from assessments.assessment import Assessment
from assessments.conditions import ConditionState
from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.options import PrintOptions
from tests.reports.briefs import TODAY, answered, read_pages, read_text
from tests.reports.sheeted import sheeted, sheets

PARTNER = PrintOptions(reader="partner")

ALLOWED = {
    "partner.name",
    "own_name",
    "sheets.goals.outcome",
    "sheets.goals.metric",
    "sheets.goals.baseline",
    "sheets.goals.target",
    "sheets.goals.source",
    "sheets.goals.due",
    "sheets.conditions.what",
    "sheets.conditions.owner",
    "sheets.conditions.due",
    "sheets.conditions.closes",
    "questionnaire.dimensions.questions.text",
}
"""Of goals that both sides hold and of agreed conditions. `assessments.partner_copy` says why each."""

STRUCTURE = {
    "partner_type",
    "questionnaire.partner_types",
    "questionnaire.dimensions.id",
    "questionnaire.dimensions.questions.id",
    "questionnaire.dimensions.questions.dimension",
    "questionnaire.dimensions.questions.applies_to",
    "questionnaire.contradictions",
    "switched_on",
}
"""Ids by which parts find each other: another text would make another assessment of it."""


def a_copy(**changes: object) -> Assessment:
    """Return an assessment with every kind of answer and row; some conditions are agreed, some goals shared."""
    full = sheets()
    first, *others = full.conditions
    agreed = replace(first, state=ConditionState.AGREED)
    return sheeted(answers=answered().answers, sheets=replace(full, conditions=(agreed, *others)), **changes)


def copy_bytes(assessment: Assessment, options: PrintOptions = PARTNER) -> bytes:
    return document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY), options))


def everything_in(pdf: bytes) -> str:
    """Return the bytes, all streams unpacked, and all texts of a file as one text."""
    found = [pdf.decode("latin-1"), read_text(pdf), "\n".join(read_pages(pdf))]
    with pikepdf.open(BytesIO(pdf)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream):
                found.append(item.read_bytes().decode("latin-1"))
            found.append(repr(item))
        found += [repr(value) for value in file.docinfo.values()]
    # Text strings may be written two bytes a letter.
    return "\n".join(found).replace("\0", "").replace("\\x00", "")


def marked(value: Any, place: str, marks: dict[str, str]) -> Any:
    """Return a value with a mark of its own in each text and day that may not be printed, whatever holds it."""
    if place in STRUCTURE:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: marked(getattr(value, field.name), _at(place, field.name), marks)
            for field in fields(value)
            if field.init
        }
        return replace(value, **changes)
    if isinstance(value, Mapping):
        return MappingProxyType({key: marked(one, place, marks) for key, one in value.items()})
    if isinstance(value, tuple | frozenset | list):
        return type(value)(marked(one, place, marks) for one in value)
    if place in ALLOWED:
        return value
    return _marked_leaf(value, place, marks)


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _marked_leaf(value: Any, place: str, marks: dict[str, str]) -> Any:
    number = len(marks)
    if isinstance(value, str) and type(value) is str:
        if place == "sheets.exchanges.currency":
            marks["ZQX"] = place
            return "ZQX" if value else ""
        mark = f"MARK{number:05}"
        marks[mark] = place
        makers: dict[str, Callable[[], str]] = {
            "attachments.sha256": lambda: f"{number:05}".join(["fade", "d" * 55]),
            "links.url": lambda: f"https://example.org/{mark}",
            "attachments.question_id": lambda: value,
            "links.question_id": lambda: value,
            "answers.reason": lambda: mark if value else "",
        }
        made = makers.get(place, lambda: mark)()
        if made not in (mark, value, ""):
            marks[made] = place
        return made
    if isinstance(value, Decimal):
        marks["777666"] = place
        return Decimal("777666.55")
    if isinstance(value, UUID):
        made_id = UUID(int=0xFEED_0000_0000_0000_0000_0000_0000_0000 + number)
        marks[str(made_id)] = marks[made_id.hex] = place
        return made_id
    return value
