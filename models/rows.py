"""Values of `assessments` to rows and back. A row is a mapping of column -> text, number or None, without its key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Partner
from models.search_key import search_key

Cell = str | int | float | bytes | None
"""Bytes only in files that are attached; they never enter the change table."""
Row = dict[str, Cell]


def json_text(value: object) -> str:
    """Return the one JSON text of a value: keys sorted, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def moment_text(moment: datetime) -> str:
    """Return a moment as 32 characters in UTC, so that text order is time order."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def day_text(day: date | None) -> str | None:
    """Return a day as ISO text."""
    return None if day is None else day.isoformat()


def partner_row(partner: Partner) -> Row:
    """Return a partner's row."""
    return {
        "name": partner.name,
        "name_key": search_key(partner.name),
        "search_key": search_key("\n".join((partner.name, *partner.tags))),
        "type": partner.type,
        "country": partner.country,
        "website": partner.website,
        "contact": partner.contact,
        "tags": json_text(list(partner.tags)),
        "archived": int(partner.archived),
    }


def assessment_row(assessment: Assessment) -> Row:
    """Return an assessment's row; our own name only when final (while open it is the workspace's)."""
    return {
        "partner_id": str(assessment.partner.id),
        "questionnaire_hash": assessment.questionnaire.content_hash,
        "assessor_id": str(assessment.assessor.id),
        "partner_type": assessment.partner_type,
        "purpose": assessment.purpose,
        "scope": assessment.scope.value,
        "created_at": moment_text(assessment.created_at),
        "weights": json_text({name: str(weight) for name, weight in assessment.weights.items()}),
        "switched_on": json_text(sorted(assessment.switched_on)),
        "gut_feeling": assessment.gut_feeling,
        "final_at": None if assessment.final_at is None else moment_text(assessment.final_at),
        "finished_on": day_text(assessment.finished_on),
        "own_name": assessment.own_name if assessment.is_final else None,
    }


def answer_row(answer: Answer) -> Row:
    """Return an answer's row."""
    return {
        "state": answer.state.value,
        "rating": answer.rating,
        "reason": answer.reason,
        "grade": None if answer.grade is None else int(answer.grade),
        "evidence_date": day_text(answer.evidence_date),
        "note": answer.note,
        "flagged": int(answer.flagged),
        "answered_on": day_text(answer.answered_on),
    }


_STATES = {state.value: state for state in State}
_GRADES: dict[int | None, Grade | None] = {None: None, **{int(grade): grade for grade in Grade}}


def answer_of(cells: Iterable[Any]) -> Answer:
    """Return the answer of a row whose cells come in the order of `answer_row`.

    Raises:
        ValueError: The cells break a rule of `Answer` or are no state, grade or day. KeyError and TypeError likewise.
    """
    state, rating, reason, grade, evidence_date, note, flagged, answered_on = cells
    return Answer(  # by place: this runs for every answer of every assessment that is read
        _STATES[state],
        rating,
        reason,
        _GRADES[grade],
        None if evidence_date is None else date.fromisoformat(evidence_date),
        note,
        flagged == 1,
        None if answered_on is None else date.fromisoformat(answered_on),
    )


def partner_of(partner_id: str, cells: Iterable[Any]) -> Partner:
    """Return the partner of a row with the cells name, type, country, website, contact, tags, archived."""
    name, partner_type, country, website, contact, tags, archived = cells
    return Partner(
        UUID(partner_id), name, partner_type, country, website, contact, text_list(tags), archived=bool(archived)
    )


def text_list(text: str) -> tuple[str, ...]:
    """Return the texts of a stored JSON list."""
    values = json.loads(text)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError("not a list of texts")
    return tuple(values)


def weights_of(text: str) -> Mapping[str, Fraction]:
    """Return dimension id -> weight of a stored JSON object of exact fractions ("1/3")."""
    if text == "{}":
        return {}
    values = json.loads(text)
    weights = {name: Fraction(value) for name, value in values.items() if isinstance(value, str)}
    if len(weights) != len(values) or any(weight <= 0 for weight in weights.values()):
        raise ValueError("weights are fractions above 0")
    return weights
