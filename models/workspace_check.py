"""Whether a workspace file is whole: what `check FILE` says. It never writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import Connection, select

from assessments.assessment import Assessment
from assessments.scoring import score_assessment
from models import lookups
from models.connection import OpenFile
from models.errors import StoreError
from models.file_check import SCHEMA_VERSION, check_file, file_version
from models.questionnaires import StoredQuestionnaires
from models.reading import read_assessment, read_partner
from models.replaying import history_problems
from models.rows import partner_row
from models.schema import TABLES
from models.sheet_check import sheet_problems
from models.summaries import summary_row

_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check has counted and found."""

    path: Path
    partners: int
    assessments: int
    answers: int
    changes: int
    problems: tuple[str, ...]
    """One sentence each, at most 50; empty when the file is whole."""


def check_workspace(path: Path) -> CheckReport:
    """Check a file: SQLite's own checks, every row by the rules, summaries and history against the content.

    Of a file of an older format a copy is led to this one and checked; the file itself stays as it is.

    Raises:
        StoreError: It cannot even be opened or read to its end.
    """
    check_file(path)
    if file_version(path) == SCHEMA_VERSION:
        return _check(path)
    from models.migrating import copy_file, migrate_file

    with TemporaryDirectory() as folder:
        copy = Path(folder) / "checked.rapport"
        copy_file(path, copy)
        migrate_file(copy)
        return replace(_check(copy), path=path)


def _check(path: Path) -> CheckReport:
    file = OpenFile(path)
    try:
        with file.reading() as connection:
            problems = tuple(islice(_problems(connection, path), _MOST_PROBLEMS))
            counts = [
                connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()  # noqa: S608 - our names
                for table in ("partner", "assessment", "answer", "change")
            ]
    finally:
        file.close()
    partners, assessments, answers, changes = counts
    return CheckReport(path, partners, assessments, answers, changes, problems)


def _problems(connection: Connection, path: Path) -> Iterator[str]:
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    yield from (f"SQLite reports: {sentence}." for sentence in found)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Table {row[0]}: a row has lost what it belongs to in {row[2]}."
    if lookups.OWN.run(connection).fetchone() is None:
        yield "Table workspace: its single row is missing."
    yield from _partner_problems(connection, path)
    yield from _assessment_problems(connection, path)
    yield from sheet_problems(connection)
    yield from history_problems(connection, path)


def _partner_problems(connection: Connection, path: Path) -> Iterator[str]:
    table = TABLES["partner"]
    for row in connection.execute(select(table)).mappings().all():
        try:
            partner = read_partner(connection, path, UUID(row["id"]))
        except (StoreError, ValueError) as error:
            yield str(error)
            continue
        if {"id": row["id"], **partner_row(partner)} != dict(row):
            yield f"Table partner, row {row['id']}: its sort or search key does not follow from its name and tags."


def _assessment_problems(connection: Connection, path: Path) -> Iterator[str]:
    questionnaires = StoredQuestionnaires(path)
    newest: dict[str, str] = {}
    for (assessment_id,) in lookups.ALL_ASSESSMENTS.run(connection).fetchall():
        try:
            assessment = read_assessment(connection, path, UUID(assessment_id), questionnaires)
            yield from _summary_problems(connection, assessment)
        except (StoreError, ValueError) as error:
            yield str(error)
            continue
        newest[str(assessment.partner.id)] = assessment_id  # they come oldest first
    summary = TABLES["summary"].c
    chosen = select(summary.partner_id, summary.assessment_id).where(summary.newest == 1)
    marked = {row[0]: row[1] for row in connection.execute(chosen)}
    for partner_id in newest.keys() | marked.keys():
        if newest.get(partner_id) != marked.get(partner_id):
            yield f"Table summary: the newest assessment of partner {partner_id} is not the one that is marked."


def _summary_problems(connection: Connection, assessment: Assessment) -> Iterator[str]:
    table = TABLES["summary"]
    row = connection.execute(select(table).where(table.c.assessment_id == str(assessment.id))).mappings().one_or_none()
    if row is None:
        yield f"Table summary, row {assessment.id} is missing."
        return
    day = date.fromisoformat(row["as_of"])
    expected = summary_row(assessment, score_assessment(assessment, day))
    different = [name for name, value in expected.items() if row[name] != value]
    if different:
        yield f"Table summary, row {assessment.id} does not follow from the answers: {', '.join(different)}."
