from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from assessments.assessment import Assessment
from assessments.shared_goals import Goal
from assessments.sheets import Sheet
from models.connection import OpenFile
from models.errors import StoreError
from models.file_check import SCHEMA_VERSION, file_version
from models.migrating import FOLDER, migrate_file, run_migrations
from models.partner_list import open_list
from models.sheet_edits import edit_sheet
from models.workspace import Workspace, open_workspace
from models.workspace_check import check_workspace
from tests.conftest import TODAY
from tests.models.builders import filled_workspace, first_format

NEXT = """
from alembic import op
import sqlalchemy as sa
revision = "0004"
down_revision = "0003"
def upgrade():
    op.add_column("partner", sa.Column("legal_name", sa.Text, nullable=False, server_default=""))
    op.get_bind().exec_driver_sql("UPDATE partner SET legal_name = name")
"""
FAILING = NEXT + '    raise ZeroDivisionError("half way")\n'
LOSING = (
    NEXT
    + '    op.get_bind().exec_driver_sql("PRAGMA defer_foreign_keys = ON")\n'
    + ('    op.get_bind().exec_driver_sql("DELETE FROM assessor")\n')
)


def revisions(folder: Path, following: str) -> Path:
    """Alembic's folder with a further format."""
    copy = folder / "100% migrations"
    shutil.copytree(FOLDER, copy)
    (copy / "versions" / "v0004_next.py").write_text(following)
    return copy


def legal_names(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT legal_name FROM partner ORDER BY legal_name")]
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE name = 'alembic_version'")]
    connection.close()
    assert tables == []
    return found


def test_an_older_file_is_led_on_and_a_copy_of_it_kept(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "old.rapport")
    before = path.read_bytes()
    backup = migrate_file(path, 4, revisions(tmp_path, NEXT))
    assert file_version(path) == 4
    assert legal_names(path) == ["Brightfield Creative", "Zebra", "Ärzte & Söhne"]
    assert backup.name == "old.rapport.before-v4"
    assert file_version(backup) == 3
    assert len(backup.read_bytes()) == len(before)


def test_a_copy_never_replaces_another(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "old.rapport")
    (tmp_path / "old.rapport.before-v4").write_text("precious")
    assert migrate_file(path, 4, revisions(tmp_path, NEXT)).name == "old.rapport.before-v4-2"
    assert (tmp_path / "old.rapport.before-v4").read_text() == "precious"


@pytest.mark.parametrize("following", [FAILING, LOSING, "this is no Python"])
def test_a_migration_that_fails_leaves_the_file_byte_for_byte(tmp_path: Path, following: str) -> None:
    path = filled_workspace(tmp_path / "old.rapport")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"old\.rapport"):
        migrate_file(path, 4, revisions(tmp_path, following))
    assert path.read_bytes() == before
    assert not (tmp_path / "old.rapport.before-v4").exists()


def test_a_file_another_program_writes_to_is_not_migrated(
    opened: Workspace, stored: Assessment, tmp_path: Path
) -> None:
    with opened._file.writing(), pytest.raises(StoreError, match="Another program is writing"):
        migrate_file(opened.path, 4, revisions(tmp_path, NEXT))
    assert opened.read_assessment(stored.id) == stored


def test_a_file_of_the_first_format_keeps_everything_and_takes_sheets(tmp_path: Path) -> None:
    new = filled_workspace(tmp_path / "new.rapport")
    path = first_format(new, tmp_path / "old.rapport")
    workspace, unchanged = open_workspace(path), open_workspace(new)
    assert file_version(path) == SCHEMA_VERSION
    assert workspace.all_assessments() == unchanged.all_assessments()
    assert workspace.all_partners() == unchanged.all_partners()
    assert workspace.own == unchanged.own
    assert workspace.changes() == unchanged.changes()
    assessment = next(one for one in workspace.all_assessments() if not one.is_final)
    goal = Goal(UUID(int=1), "More visits")
    change = workspace.commit("a goal", edit_sheet(assessment, Sheet.GOALS, [goal]), today=TODAY)
    assert change.assessments[assessment.id][0].sheets.goals == (goal,)
    workspace.close()
    unchanged.close()
    assert check_workspace(path).problems == ()


def test_the_list_opens_a_file_of_the_first_format_without_changing_it(tmp_path: Path) -> None:
    path = first_format(filled_workspace(tmp_path / "new.rapport"), tmp_path / "old.rapport")
    before = path.read_bytes()
    partners = open_list(path)
    assert len(partners.rows(partners.ids())) == 3
    partners.close()
    assert path.read_bytes() == before


def test_a_check_of_the_first_format_leaves_the_file_alone(tmp_path: Path) -> None:
    path = first_format(filled_workspace(tmp_path / "new.rapport"), tmp_path / "old.rapport")
    before = path.read_bytes()
    report = check_workspace(path)
    assert (report.path, report.partners, report.assessments, report.problems) == (path, 3, 4, ())
    assert path.read_bytes() == before
    assert sorted(found.name for found in tmp_path.iterdir()) == ["new.rapport", "old.rapport"]


def test_a_migration_that_is_killed_leaves_the_first_format_whole(tmp_path: Path) -> None:
    path = first_format(filled_workspace(tmp_path / "new.rapport"), tmp_path / "old.rapport")
    killed = multiprocessing.get_context("fork").Process(target=_die_half_way, args=(path,))
    killed.start()
    killed.join()
    assert killed.exitcode == -signal.SIGKILL
    workspace = open_workspace(path)
    assert len(workspace.all_assessments()) == 4
    workspace.close()
    assert check_workspace(path).problems == ()


def _die_half_way(path: Path) -> None:
    file = OpenFile(path)
    with file.writing() as connection:
        run_migrations(connection, 1, SCHEMA_VERSION)
        connection.exec_driver_sql("PRAGMA cache_spill = 1")
        os.kill(os.getpid(), signal.SIGKILL)
