"""Keeps the summaries of the list page equal to the assessments they are made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from assessments.assessment import Assessment
from assessments.result import Result
from assessments.scoring import score_assessment
from assessments.summary import Summary, summary_of
from models.prepared import Prepared
from models.reading import Questionnaires, read_assessment, read_ids
from models.rows import Row, day_text, json_text
from models.schema import TABLES

_SUMMARY, _ASSESSMENT = TABLES["summary"], TABLES["assessment"]
_COLUMNS = [column.name for column in _SUMMARY.columns]
_INSERT = insert(_SUMMARY).values({name: bindparam(name) for name in _COLUMNS})
_UPSERT = Prepared(
    _INSERT.on_conflict_do_update(
        index_elements=["assessment_id"],
        set_={
            name: _INSERT.excluded[name] for name in _COLUMNS if name not in ("assessment_id", "partner_id", "newest")
        },
    )
)
_NEWEST_OF = (
    select(_ASSESSMENT.c.id)
    .where(_ASSESSMENT.c.partner_id == bindparam("partner"))
    .order_by(_ASSESSMENT.c.created_at.desc(), _ASSESSMENT.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_NONE_NEWEST = Prepared(
    update(_SUMMARY)
    .where(_SUMMARY.c.partner_id == bindparam("partner"), _SUMMARY.c.assessment_id != _NEWEST_OF)
    .values(newest=0)
)
_ONE_NEWEST = Prepared(update(_SUMMARY).where(_SUMMARY.c.assessment_id == _NEWEST_OF).values(newest=1))
_STALE = Prepared(
    select(_SUMMARY.c.assessment_id)
    .join(_ASSESSMENT, _ASSESSMENT.c.id == _SUMMARY.c.assessment_id)
    .where(_SUMMARY.c.fresh_until <= bindparam("today"), _ASSESSMENT.c.final_at.is_(None))
)


def summary_row(assessment: Assessment, result: Result) -> Row:
    """Return a summary's row without its key and without the newest mark."""
    summary: Summary = summary_of(assessment, result)
    return {
        "partner_id": str(assessment.partner.id),
        "as_of": day_text(result.as_of),
        "supported": summary.supported,
        "answered": summary.answered,
        "best": summary.best,
        "coverage": summary.coverage,
        "evidenced": summary.evidenced,
        "band": summary.band.value,
        "open_gates": summary.open_gate_count,
        "too_little": int(summary.too_little),
        "provisional": int(summary.provisional),
        "dimensions": json_text(summary.dimensions),
        "fresh_until": day_text(summary.fresh_until),
    }


def write_summary(connection: Connection, assessment: Assessment, today: date) -> Result:
    """Score an assessment and store its summary, inside the caller's transaction."""
    result = score_assessment(assessment, today)
    row = summary_row(assessment, result)
    _UPSERT.run(connection, {"assessment_id": str(assessment.id), "newest": 0, **row})
    return result


def mark_newest(connection: Connection, partner_id: str) -> None:
    """Mark the partner's newest assessment, after one was added or removed."""
    _NONE_NEWEST.run(connection, {"partner": partner_id})
    _ONE_NEWEST.run(connection, {"partner": partner_id})


def refresh_stale(
    connection: Connection, path: Path, today: date, questionnaires: Questionnaires, most: int | None = None
) -> int:
    """Store new summaries of open assessments whose evidence went stale, of `most` at a time. Return how many."""
    stale = read_ids(path, "summary", _STALE.run(connection, {"today": day_text(today)}))[:most]
    for assessment_id in stale:
        write_summary(connection, read_assessment(connection, path, assessment_id, questionnaires), today)
    return len(stale)
