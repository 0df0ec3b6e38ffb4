"""Rows to values: prebuilt Core statements, plain cells, no ORM entities (measured: 12x to 19x slower)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from assessments.assessment import Assessment, Assessor, Partner, Reopening, Scope
from assessments.band import Band
from assessments.questionnaire import Questionnaire
from assessments.sheets import NO_SHEETS
from models.errors import NotFoundError, shown
from models.prepared import Prepared
from models.reading_errors import bad_row
from models.rows import answer_of, partner_of, text_list, weights_of
from models.schema import TABLES
from models.sheet_reading import EVIDENCE_NAMES, SHEET_NAMES, has_any, read_evidence, read_sheets

_WORKSPACE, _PARTNER, _ASSESSOR, _ASSESSMENT, _ANSWER, _REOPENING, _SUMMARY = (
    TABLES[name].c for name in ("workspace", "partner", "assessor", "assessment", "answer", "reopening", "summary")
)

_PARTNER_CELLS = (
    _PARTNER.name,
    _PARTNER.type,
    _PARTNER.country,
    _PARTNER.website,
    _PARTNER.contact,
    _PARTNER.tags,
    _PARTNER.archived,
)
_SELECT_PARTNER = Prepared(select(*_PARTNER_CELLS).where(_PARTNER.id == bindparam("id")))
_SELECT_ASSESSMENT = Prepared(
    select(
        _ASSESSMENT.partner_type,
        _ASSESSMENT.purpose,
        _ASSESSMENT.questionnaire_hash,
        _ASSESSMENT.scope,
        _ASSESSMENT.created_at,
        _ASSESSMENT.weights,
        _ASSESSMENT.switched_on,
        _ASSESSMENT.gut_feeling,
        _ASSESSMENT.final_at,
        _ASSESSMENT.finished_on,
        _ASSESSMENT.own_name,
        _ASSESSOR.id,
        _ASSESSOR.name,
        select(_WORKSPACE.own_name).scalar_subquery(),
        has_any((*SHEET_NAMES, *EVIDENCE_NAMES), _ASSESSMENT.id),
        _PARTNER.id,
        *_PARTNER_CELLS,
    )
    .select_from(
        TABLES["assessment"]
        .join(TABLES["partner"], _PARTNER.id == _ASSESSMENT.partner_id)
        .join(TABLES["assessor"], _ASSESSOR.id == _ASSESSMENT.assessor_id)
    )
    .where(_ASSESSMENT.id == bindparam("id"))
)
_SELECT_ANSWERS = Prepared(
    select(
        _ANSWER.question_id,
        _ANSWER.state,
        _ANSWER.rating,
        _ANSWER.reason,
        _ANSWER.grade,
        _ANSWER.evidence_date,
        _ANSWER.note,
        _ANSWER.flagged,
        _ANSWER.answered_on,
    ).where(_ANSWER.assessment_id == bindparam("id"), _ANSWER.assessor_id == bindparam("assessor_id"))
)
_SELECT_REOPENINGS = Prepared(
    select(_REOPENING.at, _REOPENING.reason).where(_REOPENING.assessment_id == bindparam("id")).order_by(_REOPENING.at)
)
_SELECT_HEADS = Prepared(
    select(
        _ASSESSMENT.id,
        _ASSESSMENT.purpose,
        _ASSESSMENT.created_at,
        _ASSESSMENT.final_at,
        _ASSESSMENT.finished_on,
        _SUMMARY.band,
    )
    .join_from(TABLES["assessment"], TABLES["summary"], _SUMMARY.assessment_id == _ASSESSMENT.id, isouter=True)
    .where(_ASSESSMENT.partner_id == bindparam("id"))
    .order_by(_ASSESSMENT.created_at.desc(), _ASSESSMENT.id.desc())
)

Questionnaires = Callable[[Connection, str], Questionnaire]
"""Content hash -> questionnaire, read once and kept."""


@dataclass(frozen=True, slots=True)
class AssessmentHead:
    """One line about an assessment, without its answers."""

    id: UUID
    purpose: str
    created_at: datetime
    """UTC."""
    final_at: datetime | None
    finished_on: date | None
    band: Band | None
    """None when it was never summed up."""


def read_ids(path: Path, table: str, rows: Iterable[Sequence[Any]]) -> list[UUID]:
    """Return the ids in the first cell of rows.

    Raises:
        StoreError: One is no id.
    """
    ids = []
    for row in rows:
        with bad_row(path, table, row[0]):
            ids.append(UUID(row[0]))
    return ids


_GONE = "“{path}” does not have this {what} any more: another window or program took it away."


def read_partner(connection: Connection, path: Path, partner_id: UUID) -> Partner:
    """Return one partner.

    Raises:
        NotFoundError: It is not in the file.
        StoreError: Its row breaks the rules.
    """
    row = _SELECT_PARTNER.run(connection, {"id": str(partner_id)}).fetchone()
    if row is None:
        raise NotFoundError(
            f"“{shown(path)}” does not have this partner any more: another window or program took it away."
        )
    with bad_row(path, "partner", partner_id):
        return partner_of(str(partner_id), row)


def read_assessment(
    connection: Connection, path: Path, assessment_id: UUID, questionnaires: Questionnaires
) -> Assessment:
    """Return one assessment with everything in it.

    Raises:
        NotFoundError: It is not in the file.
        StoreError: One of its rows breaks the rules.
    """
    key = {"id": str(assessment_id)}
    row = _SELECT_ASSESSMENT.run(connection, key).fetchone()
    if row is None:
        raise NotFoundError(
            f"“{shown(path)}” does not have this assessment any more: another window or program took it away."
        )
    questionnaire = questionnaires(connection, row[2])
    answers = {}
    question_id = None
    known = questionnaire.questions
    with bad_row(path, "answer", lambda: f"{assessment_id} {question_id}"):
        for cells in _SELECT_ANSWERS.run(connection, {**key, "assessor_id": row[11]}):
            question_id = cells[0]
            if question_id not in known:
                raise ValueError("its questionnaire has no such question")
            answers[question_id] = answer_of(cells[1:])
    reopenings = _SELECT_REOPENINGS.run(connection, key).fetchall()
    with bad_row(path, "assessment", assessment_id):
        found = _assessment_of(assessment_id, row, questionnaire, answers, reopenings)
    if not row[14]:
        return found
    sheets = read_sheets(connection, path, assessment_id)
    attachments, links = read_evidence(connection, path, assessment_id)
    return replace(found, sheets=sheets, attachments=attachments, links=links)


def _assessment_of(
    assessment_id: UUID, row: Sequence[Any], questionnaire: Questionnaire, answers: dict[str, Any], reopenings: Any
) -> Assessment:
    final_at, own_name = row[8], row[10]
    return Assessment(
        id=assessment_id,
        partner=partner_of(row[15], row[16:]),
        partner_type=row[0],
        purpose=row[1],
        questionnaire=questionnaire,
        scope=Scope(row[3]),
        assessor=Assessor(UUID(row[11]), row[12]),
        own_name=row[13] if own_name is None else own_name,
        created_at=datetime.fromisoformat(row[4]),
        answers=MappingProxyType(answers),
        weights=MappingProxyType(dict(weights_of(row[5]))),
        switched_on=frozenset(text_list(row[6])),
        gut_feeling=row[7],
        final_at=None if final_at is None else datetime.fromisoformat(final_at),
        finished_on=None if row[9] is None else date.fromisoformat(row[9]),
        reopenings=tuple(Reopening(datetime.fromisoformat(at), reason) for at, reason in reopenings),
        sheets=NO_SHEETS,
    )


def read_heads(connection: Connection, path: Path, partner_id: UUID) -> list[AssessmentHead]:
    """Return a partner's assessments in short, newest first."""
    heads = []
    for row in _SELECT_HEADS.run(connection, {"id": str(partner_id)}):
        with bad_row(path, "assessment", row[0]):
            heads.append(
                AssessmentHead(
                    id=UUID(row[0]),
                    purpose=row[1],
                    created_at=datetime.fromisoformat(row[2]),
                    final_at=None if row[3] is None else datetime.fromisoformat(row[3]),
                    finished_on=None if row[4] is None else date.fromisoformat(row[4]),
                    band=None if row[5] is None else Band(row[5]),
                )
            )
    return heads
