"""Values and files for the tests of this room."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.questionnaire_file import packaged_questionnaire
from models import edits
from models.file_check import APPLICATION_ID
from models.settings import OwnSettings
from models.workspace import create_workspace
from tests.conftest import TODAY

NOBODY = 65534


def rated(rating: int, grade: Grade | None = Grade.SEEN, **more: Any) -> Answer:
    """An answer of today."""
    return replace(Answer(State.RATED, rating, grade=grade, answered_on=TODAY), **more)


def a_partner(number: int = 1, name: str = "Brightfield Creative", **more: Any) -> Partner:
    """A partner; the number is its id."""
    return replace(Partner(UUID(int=number), name, "AGY", tags=("creative", "genAI")), **more)


def an_assessment(
    number: int = 2, partner: Partner | None = None, answers: Mapping[str, Answer] | None = None, **more: Any
) -> Assessment:
    """An assessment; the number is its id."""
    if answers is None:
        answers = {
            "G1": rated(4, note="Both leads said it the same way."),
            "T4": Answer(State.UNKNOWN, answered_on=TODAY, flagged=True),
            "V5": Answer(State.NOT_APPLICABLE, reason="No AI in this work.", answered_on=TODAY),
        }
    return replace(
        Assessment(
            id=UUID(int=number),
            partner=partner or a_partner(),
            partner_type="AGY",
            purpose="2026 media partnership",
            questionnaire=packaged_questionnaire(),
            scope=Scope.FULL,
            assessor=Assessor(UUID(int=3), "A. Assessor"),
            own_name="",
            created_at=datetime(2026, 11, 1, 9, 30, 0, 250, tzinfo=UTC) + timedelta(minutes=number),
            answers=answers,
        ),
        **more,
    )


def fully_answered(number: int = 2, rating: int = 4, **more: Any) -> Assessment:
    """An assessment with every question rated."""
    return an_assessment(number, answers=dict.fromkeys(packaged_questionnaire().questions, rated(rating)), **more)


def write_by_hand(path: Path, statement: str, *, checks: bool = True) -> None:
    """Change a file as somebody with an SQLite tool would."""
    connection = sqlite3.connect(path, isolation_level=None)
    if not checks:
        connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        connection.execute(statement)
    finally:
        connection.close()


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return a file as a failing disk or a broken copy leaves it."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.3:
        start = chance.randrange(len(found))
        found[start : start + chance.randrange(1, 600)] = chance.randbytes(chance.randrange(1, 600))
    if chance.random() < 0.2:
        del found[chance.randrange(len(found)) :]
    return bytes(found)


def filled_workspace(path: Path) -> Path:
    """Make a closed workspace with three partners, four assessments, a finished one among them, and some history."""
    workspace = create_workspace(path)
    workspace.commit(
        "own", [edits.edit_own(workspace.own, OwnSettings("Nordwind Media", "ADV", "A. Assessor"))], today=TODAY
    )
    final: dict[str, Any] = {
        "final_at": datetime(2026, 11, 9, 8, tzinfo=UTC),
        "finished_on": date(2026, 11, 9),
        "own_name": "Nordwind",
    }
    for assessment in (
        an_assessment(11),
        fully_answered(12, partner=a_partner(4, "Ärzte & Söhne", tags=())),
        fully_answered(13, 2, partner=a_partner(5, "Zebra", tags=("data",)), **final),
    ):
        partner = edits.add_partner(assessment.partner)
        workspace.commit("new", [partner, *edits.add_assessment(assessment)], today=TODAY)
    workspace.commit("again", edits.add_assessment(fully_answered(14, 5)), today=TODAY)
    workspace.remember_place(UUID(int=14), "T4")
    change = workspace.commit("rating", [edits.edit_answer(fully_answered(14, 5), "T4", rated(1))], today=TODAY)
    workspace.revert(change.seq, today=TODAY)
    workspace.close()
    return path


def first_format(source: Path, target: Path) -> Path:
    """Make a file as the first release wrote it, with the content that a newer file has in the same tables."""
    first = import_module("models.migrations.versions.v0001_first")
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("ATTACH ? AS newer", (str(source),))
    connection.execute("BEGIN")
    triggers = [text for text in first.STATEMENTS if "CREATE TRIGGER" in text]
    for statement in (text for text in first.STATEMENTS if text not in triggers):
        connection.execute(statement)
    tables = [row[0] for row in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
    for table in tables:
        names = ", ".join(row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")'))
        connection.execute(f'INSERT INTO main."{table}" SELECT {names} FROM newer."{table}"')
    for statement in triggers:
        connection.execute(statement)
    connection.execute(f"PRAGMA main.application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA main.user_version = 1")
    connection.execute("COMMIT")
    connection.close()
    return target


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Run the block as somebody whom permissions bind: the administrator may do everything.

    The folders around stay open to others: another process of the tests may be inside such a block too.
    """
    if os.geteuid() != 0:
        yield
        return
    for parent in [folder, *folder.parents]:
        mode = parent.stat().st_mode
        if not mode & 0o001 and parent != Path("/"):
            parent.chmod(mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
