"""An assessment as plain JSON values: the shape of exports, and what a fingerprint is taken over.

Shape of version 1, in the order of writing; keys marked ? may be missing or null:

    format "rapport-assessment", version 1,
    questionnaire {…}, as `questionnaire_file` writes it
    partner {id, name, type, country?, website?, contact?, tags?, archived?}
    assessment {id, partner_type, purpose?, scope "quick"|"full", assessor {id, name?}, own_name?, created_at,
        weights? {dimension: "1/3"}, switched_on? [question], gut_feeling? 0..100, final_at?, finished_on?,
        reopenings? [{at, reason}],
        answers? [{question, state, rating?, reason?, grade?, evidence_date?, note?, flagged?, answered_on?}],
        sheets?, attachments?, links? as in `record_sheets`, left out when there are none}

Days are ISO days, moments ISO with offset in UTC, ids UUIDs.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from types import MappingProxyType
from typing import Any

from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.questionnaire import Questionnaire
from assessments.questionnaire_fields import QuestionnaireError
from assessments.questionnaire_file import questionnaire_body, questionnaire_from_body
from assessments.record_fields import Fields, RecordError, checked_text
from assessments.record_parts import answer_record, read_answers, read_reopenings, read_switched_on, read_weights
from assessments.record_sheets import (
    attachment_record,
    link_record,
    read_attachments,
    read_links,
    read_sheets_record,
    sheets_record,
)
from assessments.sheets import NO_SHEETS
from assessments.text_rules import clean_name

FORMAT = "rapport-assessment"
VERSION = 1

_MOST_TAGS = 200

Record = dict[str, Any]


def assessment_record(assessment: Assessment) -> Record:
    """Return everything in an assessment as JSON values; reading it back gives an equal assessment."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "questionnaire": questionnaire_record(assessment.questionnaire),
        "partner": partner_record(assessment.partner),
        "assessment": fields_record(assessment),
    }


def assessment_from_record(record: object) -> Assessment:
    """Return the assessment of a record.

    Raises:
        RecordError: A sentence that begins with the place of what is wrong.
    """
    refuse_other_format(record, FORMAT, VERSION)
    fields = Fields(record, "", ("format", "version", "questionnaire", "partner", "assessment"))
    questionnaire = read_questionnaire_record(fields.raw("questionnaire"), "questionnaire")
    partner = read_partner_record(fields.raw("partner"), "partner")
    return read_fields_record(fields.raw("assessment"), "assessment", partner, questionnaire)


def fingerprint(assessment: Assessment, as_of: date) -> str:
    """Return 64 hex digits over everything that is printed; equal content gives equal digits in any order of keys.

    Args:
        assessment: Whether its partner is archived is left out: it is about the list, not about the content.
        as_of: The day that freshness is counted from.

    Source:
        SHA-256, FIPS 180-4, over JSON with sorted keys in UTF-8.
    """
    record = assessment_record(assessment)
    del record["partner"]["archived"]
    record["as_of"] = as_of.isoformat()
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def refuse_other_format(value: object, name: str, version: int) -> None:
    """Refuse a record of another kind or from a newer program, whatever keys it has.

    Raises:
        RecordError: With what it is and what was expected.
    """
    fields = Fields(value, "", tuple(value) if isinstance(value, dict) else ())
    if fields.raw("format") != name:
        raise RecordError(f"format must be “{name}”.")
    if fields.whole("version", 1, 10**6) != version:
        raise RecordError(f"version {fields.raw('version')} is not known; this program reads version {version}.")


def questionnaire_record(questionnaire: Questionnaire) -> Record:
    """Return a questionnaire as JSON values."""
    body: Record = json.loads(questionnaire_body(questionnaire))
    return body


def read_questionnaire_record(value: object, place: str) -> Questionnaire:
    """Return the questionnaire of a record."""
    Fields(value, place, tuple(value) if isinstance(value, dict) else ())
    try:
        return questionnaire_from_body(json.dumps(value, ensure_ascii=False))
    except QuestionnaireError as error:
        raise RecordError(f"{place}: {error}") from error


def partner_record(partner: Partner) -> Record:
    """Return a partner as JSON values."""
    return {
        "id": str(partner.id),
        "name": partner.name,
        "type": partner.type,
        "country": partner.country,
        "website": partner.website,
        "contact": partner.contact,
        "tags": list(partner.tags),
        "archived": partner.archived,
    }


def read_partner_record(value: object, place: str) -> Partner:
    """Return the partner of a record."""
    keys = ("id", "name", "type", "country", "website", "contact", "tags", "archived")
    fields = Fields(value, place, keys)
    return Partner(
        id=fields.id("id"),
        name=fields.name("name"),
        type=fields.code("type", 20),
        country=fields.text("country", 200),
        website=fields.text("website", 2000),
        contact=fields.text("contact", 2000),
        tags=tuple(checked_text(tag, at, clean_name) for at, tag in fields.items("tags", _MOST_TAGS)),
        archived=fields.yes("archived"),
    )


def fields_record(assessment: Assessment) -> Record:
    """Return an assessment's own content, without partner and questionnaire."""
    order = [*assessment.questionnaire.questions]
    beside: Record = {}
    if assessment.sheets != NO_SHEETS:
        beside["sheets"] = sheets_record(assessment.sheets)
    if assessment.attachments:
        beside["attachments"] = [attachment_record(one) for one in assessment.attachments]
    if assessment.links:
        beside["links"] = [link_record(one) for one in assessment.links]
    ids = sorted(assessment.answers, key=lambda name: (order.index(name) if name in order else len(order), name))
    return {
        "id": str(assessment.id),
        "partner_type": assessment.partner_type,
        "purpose": assessment.purpose,
        "scope": assessment.scope.value,
        "assessor": {"id": str(assessment.assessor.id), "name": assessment.assessor.name},
        "own_name": assessment.own_name,
        "created_at": assessment.created_at.isoformat(),
        "weights": {name: str(assessment.weights[name]) for name in sorted(assessment.weights)},
        "switched_on": sorted(assessment.switched_on),
        "gut_feeling": assessment.gut_feeling,
        "final_at": None if assessment.final_at is None else assessment.final_at.isoformat(),
        "finished_on": None if assessment.finished_on is None else assessment.finished_on.isoformat(),
        "reopenings": [{"at": one.at.isoformat(), "reason": one.reason} for one in assessment.reopenings],
        "answers": [answer_record(name, assessment.answers[name]) for name in ids],
        **beside,
    }


_ASSESSMENT_KEYS = (
    "id",
    "partner_type",
    "purpose",
    "scope",
    "assessor",
    "own_name",
    "created_at",
    "weights",
    "switched_on",
    "gut_feeling",
    "final_at",
    "finished_on",
    "reopenings",
    "answers",
    "sheets",
    "attachments",
    "links",
)


def read_fields_record(
    value: object, place: str, partner: Partner, questionnaire: Questionnaire, also: tuple[str, ...] = ()
) -> Assessment:
    """Return the assessment of a record of its own content.

    Args:
        value: Parsed JSON.
        place: Where it stands.
        partner: Its partner.
        questionnaire: Its questionnaire; answers to questions it does not have are refused.
        also: Further keys that the caller reads.
    """
    fields = Fields(value, place, (*_ASSESSMENT_KEYS, *also))
    if fields.has("final_at") != fields.has("finished_on"):
        raise RecordError(f"{fields.at('finished_on')} and final_at stand together or are both missing.")
    assessor = Fields(fields.raw("assessor"), fields.at("assessor"), ("id", "name"))
    partner_type = fields.code("partner_type", 20)
    if partner_type not in questionnaire.partner_types:
        raise RecordError(f"{fields.at('partner_type')} is not a partner type of the questionnaire.")
    return Assessment(
        id=fields.id("id"),
        partner=partner,
        partner_type=partner_type,
        purpose=fields.text("purpose"),
        questionnaire=questionnaire,
        scope=fields.choice("scope", Scope),
        assessor=Assessor(assessor.id("id"), assessor.name_or_empty("name")),
        own_name=fields.name_or_empty("own_name"),
        created_at=fields.moment("created_at"),
        answers=MappingProxyType(read_answers(fields, questionnaire)),
        weights=MappingProxyType(read_weights(fields, questionnaire)),
        switched_on=read_switched_on(fields, questionnaire),
        gut_feeling=fields.whole("gut_feeling", 0, 100),
        final_at=fields.moment("final_at") if fields.has("final_at") else None,
        finished_on=fields.day("finished_on"),
        reopenings=read_reopenings(fields),
        sheets=read_sheets_record(fields),
        attachments=read_attachments(fields, questionnaire),
        links=read_links(fields, questionnaire),
    )
