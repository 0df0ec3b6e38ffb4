from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from assessments.assessment import Assessment
from models.connection import OpenFile
from models.file_check import SCHEMA_VERSION
from models.migrating import run_migrations
from models.schema import write_schema
from models.workspace import Workspace

LONG = "'" + "x" * 201 + "'"


def described(path: Path, *, by_migration: bool) -> list[tuple[str, ...]]:
    """Everything a fresh file says of itself, spacing aside."""
    file = OpenFile(path, "rwc")
    with file.writing() as connection:
        if by_migration:
            run_migrations(connection, 0, SCHEMA_VERSION)
        else:
            write_schema(connection)
    with file.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
        ).fetchall()
        numbers = [
            str(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
            for name in ("application_id", "user_version")
        ]
    file.close()
    return [*(tuple(" ".join(str(cell).split()) for cell in row) for row in rows), tuple(numbers)]


def test_the_migrations_give_the_schema_of_the_classes(tmp_path: Path) -> None:
    assert described(tmp_path / "a", by_migration=True) == described(tmp_path / "b", by_migration=False)


def test_the_pragmas_that_keep_acknowledged_saves_are_on(opened: Workspace) -> None:
    with opened._file.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert found == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET rating = 0 WHERE question_id = 'G1'",
        "UPDATE answer SET rating = 6 WHERE question_id = 'G1'",
        "UPDATE answer SET rating = NULL WHERE question_id = 'G1'",
        "UPDATE answer SET rating = 'four' WHERE question_id = 'G1'",
        "UPDATE answer SET rating = 3 WHERE question_id = 'T4'",
        "UPDATE answer SET state = 'maybe' WHERE question_id = 'G1'",
        "UPDATE answer SET state = 'unanswered' WHERE question_id = 'G1'",
        "UPDATE answer SET state = 'unknown' WHERE question_id = 'G1'",
        "UPDATE answer SET state = 'unanswered', flagged = 0, answered_on = NULL WHERE question_id = 'T4'",
        "UPDATE answer SET reason = '' WHERE question_id = 'V5'",
        "UPDATE answer SET reason = 'why' WHERE question_id = 'G1'",
        "UPDATE answer SET grade = 4 WHERE question_id = 'G1'",
        "UPDATE answer SET grade = -1 WHERE question_id = 'G1'",
        "UPDATE answer SET evidence_date = '2026-02-30' WHERE question_id = 'G1'",
        "UPDATE answer SET evidence_date = '24.11.2026' WHERE question_id = 'G1'",
        "UPDATE answer SET answered_on = '2026-11' WHERE question_id = 'G1'",
        "UPDATE answer SET answered_on = NULL WHERE question_id = 'G1'",
        "UPDATE answer SET flagged = 2 WHERE question_id = 'G1'",
        "UPDATE answer SET note = printf('%.*c', 100001, 'x') WHERE question_id = 'G1'",
        "UPDATE answer SET note = 'a' || char(0) || 'b' WHERE question_id = 'G1'",
        "UPDATE answer SET note = x'00' WHERE question_id = 'G1'",
        "UPDATE answer SET assessment_id = '00000000-0000-0000-0000-0000000000ff'",
        "UPDATE answer SET question_id = ''",
        "UPDATE assessment SET scope = 'some'",
        "UPDATE assessment SET gut_feeling = 101",
        "UPDATE assessment SET gut_feeling = -1",
        "UPDATE assessment SET created_at = '2026-11-24 09:00:00'",
        "UPDATE assessment SET created_at = '2026-11-31T09:00:00.000000+00:00'",
        "UPDATE assessment SET final_at = '2026-11-24T09:00:00.000000+00:00'",
        "UPDATE assessment SET finished_on = '2026-11-24'",
        "UPDATE assessment SET weights = 'none'",
        "UPDATE assessment SET switched_on = '{}'",
        "UPDATE assessment SET partner_id = '00000000-0000-0000-0000-0000000000ff'",
        "UPDATE assessment SET partner_type = ''",
        "UPDATE assessment SET purpose = printf('%.*c', 100001, 'x')",
        "UPDATE partner SET name = ''",
        f"UPDATE partner SET name = {LONG}",
        "UPDATE partner SET name = NULL",
        "UPDATE partner SET id = 'one'",
        "UPDATE partner SET archived = 'yes'",
        "UPDATE partner SET tags = 'a, b'",
        "DELETE FROM partner",
        "DELETE FROM assessment",
        "UPDATE workspace SET paper = 'a3'",
        f"UPDATE workspace SET own_name = {LONG}",
        "UPDATE workspace SET id = 2",
        "INSERT INTO workspace SELECT 2, own_name, own_type, assessor, paper, sample, '', '', NULL FROM workspace",
        f"UPDATE workspace SET footer = {LONG}",
        f"UPDATE workspace SET confidentiality = substr({LONG}, 1, 101)",
        "UPDATE workspace SET footer = 'a' || char(0)",
        "UPDATE summary SET supported = 100.5",
        "UPDATE summary SET band = 'maybe'",
        "UPDATE summary SET coverage = -0.1",
        "UPDATE summary SET newest = 2",
        "UPDATE change SET label = 'nothing happened'",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change SELECT 1, 'other', edits, assessments, at, reverts FROM change",
        "UPDATE questionnaire SET title = 'mine'",
        "DELETE FROM questionnaire",
        "INSERT INTO reopening SELECT id, '2026-11-24T09:00:00.000000+00:00', '' FROM assessment",
        "INSERT INTO change (label, edits, assessments, at, reverts) "
        "VALUES ('x', '[]', '[]', '2026-11-24T09:00:00.000000+00:00', 99)",
    ],
)
def test_the_file_itself_refuses_what_breaks_a_rule(opened: Workspace, stored: Assessment, statement: str) -> None:
    raw = opened._file._raw
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(statement)
    assert opened.read_assessment(stored.id) == stored
