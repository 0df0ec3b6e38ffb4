"""Reading questionnaires from files, strictly, and keeping them in a workspace without loss."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from assessments.contradiction_rules import read_rules, rules_data
from assessments.questionnaire import Dimension, GateRule, Question, Questionnaire, Thresholds
from assessments.questionnaire_fields import ID, Fields, QuestionnaireError, named_fields
from resources import FOLDER

PACKAGED = "questionnaires/ai_advertising.toml"
FORMAT = 1
RATINGS = 5
USUAL_EVIDENCE_MONTHS = 12
LONGEST_EVIDENCE_MONTHS = 600
_POINTS = ("proceed", "conditions", "pilot", "dimension_floor")
_SHARES = ("enough_coverage", "firm_coverage", "not_applicable_share")


@cache
def packaged_questionnaire() -> Questionnaire:
    """Return the questionnaire that new assessments use."""
    path = FOLDER / PACKAGED
    return read_questionnaire(path.read_text(encoding="utf-8"), path.name)


def read_questionnaire(text: str, name: str) -> Questionnaire:
    """Return the questionnaire in a TOML file.

    Args:
        text: The file's content.
        name: The file's name, for messages.

    Raises:
        QuestionnaireError: One sentence with the file, the question and the field.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise QuestionnaireError(f"{name} is not valid TOML: {error}.") from error
    return _questionnaire(data, name)


def questionnaire_body(questionnaire: Questionnaire) -> str:
    """Return the canonical JSON text of a questionnaire; equal meaning gives equal text."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "id": questionnaire.id,
        "version": questionnaire.version,
        "title": questionnaire.title,
        "rating_labels": list(questionnaire.rating_labels),
        # Lists, because the order of types and dimensions is shown and therefore part of the meaning.
        "partner_types": [[code, words] for code, words in questionnaire.partner_types.items()],
        "thresholds": {key: str(getattr(questionnaire.thresholds, key)) for key in (*_POINTS, *_SHARES)},
        "dimensions": [
            {"id": d.id, "title": d.title, "short": d.short, "weight": str(d.weight)} for d in questionnaire.dimensions
        ],
        "questions": [_question_data(question) for question in questionnaire.questions.values()],
    }
    if questionnaire.contradictions:  # left out when empty: texts from before there were any keep their hash
        data["contradictions"] = rules_data(questionnaire.contradictions)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def questionnaire_from_body(body: str) -> Questionnaire:
    """Return the questionnaire that `questionnaire_body` wrote.

    Raises:
        QuestionnaireError: The text was changed by hand and no longer holds together.
    """
    name = "The stored questionnaire"
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise QuestionnaireError(f"{name} is not valid JSON: {error}.") from error
    return _questionnaire(data, name)


def _question_data(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "dimension": question.dimension,
        "title": question.title,
        "text": question.text,
        "why": question.why,
        "evidence": question.evidence,
        "anchors": list(question.anchors),
        "weight": str(question.weight),
        "core": question.core,
        "gate": question.gate.value,
        "two_sided": question.two_sided,
        "applies_to": sorted(question.applies_to),
        "evidence_months": question.evidence_months,
    }


def _questionnaire(data: object, name: str) -> Questionnaire:
    fields = Fields(data, name)
    fields.whole("format", FORMAT, FORMAT)
    types = _partner_types(fields)
    months = fields.whole("evidence_months", 1, LONGEST_EVIDENCE_MONTHS, USUAL_EVIDENCE_MONTHS)
    key, version, title = fields.id(), fields.text("version"), fields.text("title")
    one, two, three, four, five = fields.texts("rating_labels", RATINGS)
    thresholds = _thresholds(fields.take("thresholds"), name)
    tables = [Fields(table, f"{name}, dimension {place}") for place, table in enumerate(fields.tables("dimensions"), 1)]
    heads = _unique((_dimension(table) for table in tables), name, "dimension")
    listed = enumerate(fields.tables("questions"), start=1)
    asked = [_question(named_fields(table, name, "question", place), types, heads, months) for place, table in listed]
    questions = _unique(asked, name, "question")
    rules = read_rules(fields.take("contradictions", []), questions, name)
    fields.finish()
    found = Questionnaire(
        id=key,
        version=version,
        title=title,
        rating_labels=(one, two, three, four, five),
        partner_types=types,
        dimensions=tuple(_filled(head, questions.values(), name) for head in heads.values()),
        thresholds=thresholds,
        content_hash="",
        contradictions=rules,
    )
    return replace(found, content_hash=hashlib.sha256(questionnaire_body(found).encode("utf-8")).hexdigest())


def _partner_types(fields: Fields) -> dict[str, str]:
    found = fields.take("partner_types")
    pairs = list(found.items()) if isinstance(found, Mapping) else found
    right = (
        isinstance(pairs, list) and pairs and all(len(pair) == 2 for pair in pairs if isinstance(pair, list | tuple))
    )
    if not right or not all(isinstance(pair, list | tuple) for pair in pairs):
        raise fields.refuse("partner_types", "a table of codes and names", found)
    types: dict[str, str] = {}
    for code, words in pairs:
        if not isinstance(code, str) or not ID.fullmatch(code) or code in types:
            raise fields.refuse("partner_types", "a table of different codes of up to 20 letters", code)
        types[code] = Fields({code: words}, f"{fields.place}, partner types").text(code)
    return types


def _thresholds(data: object, name: str) -> Thresholds:
    fields = Fields(data, f"{name}, thresholds")
    points = {key: fields.number(key, 0, 100) for key in _POINTS}
    shares = {key: fields.number(key, 0, 1) for key in _SHARES}
    fields.finish()
    if not points["proceed"] > points["conditions"] > points["pilot"]:
        raise QuestionnaireError(f'{fields.place}: "proceed" must be above "conditions", and that above "pilot".')
    if shares["enough_coverage"] > shares["firm_coverage"]:
        raise QuestionnaireError(f'{fields.place}: "enough_coverage" must not be above "firm_coverage".')
    return Thresholds(**points, **shares)


def _dimension(fields: Fields) -> Dimension:
    key, title, short, weight = fields.id(), fields.text("title"), fields.text("short"), fields.number("weight")
    fields.finish()
    return Dimension(key, title, short, weight, ())


def _question(
    fields: Fields, types: Mapping[str, str], dimensions: Mapping[str, Dimension], usual_months: int
) -> Question:
    key, dimension = fields.id(), fields.id("dimension")
    if dimension not in dimensions:
        raise fields.refuse("dimension", f"one of {', '.join(dimensions)}", dimension)
    gate = fields.take("gate")
    if gate not in list(GateRule):
        raise fields.refuse("gate", f"one of {', '.join(GateRule)}", gate)
    applies = fields.tables("applies_to")
    if not all(isinstance(code, str) and code in types for code in applies) or len(set(applies)) < len(applies):
        raise fields.refuse("applies_to", f"different codes out of {', '.join(types)}", applies)
    one, two, three, four, five = fields.texts("anchors", RATINGS)
    question = Question(
        id=key,
        dimension=dimension,
        title=fields.text("title"),
        text=fields.text("text"),
        why=fields.text("why"),
        evidence=fields.text("evidence"),
        anchors=(one, two, three, four, five),
        weight=fields.number("weight"),
        core=fields.flag("core"),
        gate=GateRule(gate),
        two_sided=fields.flag("two_sided"),
        applies_to=frozenset(applies),
        evidence_months=fields.whole("evidence_months", 1, LONGEST_EVIDENCE_MONTHS, usual_months),
    )
    fields.finish()
    return question


def _unique(items: Iterable[Any], name: str, what: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items:
        if item.id in found:
            raise QuestionnaireError(f'{name}: the {what} "{item.id}" stands there twice. Ids must differ.')
        found[item.id] = item
    return found


def _filled(head: Dimension, questions: Iterable[Question], name: str) -> Dimension:
    own = tuple(question for question in questions if question.dimension == head.id)
    if not own:
        raise QuestionnaireError(f'{name}: the dimension "{head.id}" has no questions.')
    return replace(head, questions=own)
