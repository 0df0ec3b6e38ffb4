from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from assessments.assessment import Assessment
from models.errors import StoreError
from models.file_check import file_version
from models.migrating import FOLDER, migrate_file
from models.workspace import Workspace
from tests.models.builders import filled_workspace

SECOND = """
from alembic import op
import sqlalchemy as sa
revision = "0002"
down_revision = "0001"
def upgrade():
    op.add_column("partner", sa.Column("legal_name", sa.Text, nullable=False, server_default=""))
    op.get_bind().exec_driver_sql("UPDATE partner SET legal_name = name")
"""
FAILING = SECOND + '    raise ZeroDivisionError("half way")\n'
LOSING = (
    SECOND
    + '    op.get_bind().exec_driver_sql("PRAGMA defer_foreign_keys = ON")\n'
    + ('    op.get_bind().exec_driver_sql("DELETE FROM assessor")\n')
)


def revisions(folder: Path, second: str) -> Path:
    """Alembic's folder with a further format."""
    copy = folder / "100% migrations"
    shutil.copytree(FOLDER, copy)
    (copy / "versions" / "v0002_second.py").write_text(second)
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
    backup = migrate_file(path, 2, revisions(tmp_path, SECOND))
    assert file_version(path) == 2
    assert legal_names(path) == ["Brightfield Creative", "Zebra", "Ärzte & Söhne"]
    assert backup.name == "old.rapport.before-v2"
    assert file_version(backup) == 1
    assert len(backup.read_bytes()) == len(before)


def test_a_copy_never_replaces_another(tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "old.rapport")
    (tmp_path / "old.rapport.before-v2").write_text("precious")
    assert migrate_file(path, 2, revisions(tmp_path, SECOND)).name == "old.rapport.before-v2-2"
    assert (tmp_path / "old.rapport.before-v2").read_text() == "precious"


@pytest.mark.parametrize("second", [FAILING, LOSING, "this is no Python"])
def test_a_migration_that_fails_leaves_the_file_byte_for_byte(tmp_path: Path, second: str) -> None:
    path = filled_workspace(tmp_path / "old.rapport")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"old\.rapport"):
        migrate_file(path, 2, revisions(tmp_path, second))
    assert path.read_bytes() == before
    assert not (tmp_path / "old.rapport.before-v2").exists()


def test_a_file_another_program_writes_to_is_not_migrated(
    opened: Workspace, stored: Assessment, tmp_path: Path
) -> None:
    with opened._file.writing(), pytest.raises(StoreError, match="Another program is writing"):
        migrate_file(opened.path, 2, revisions(tmp_path, SECOND))
    assert opened.read_assessment(stored.id) == stored
