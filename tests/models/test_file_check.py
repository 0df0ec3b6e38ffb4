from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from assessments.assessment import Assessment
from models import edits
from models.errors import StoreError
from models.file_check import check_file
from models.partner_list import open_list
from models.workspace import Workspace, create_workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import rated, without_rights, write_by_hand

ROOT = Path(__file__).parents[2]


def refusal(path: Path) -> str:
    """The sentence with which every way in refuses a file, which must be the same file afterwards."""
    before = path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else b""
    sentences = set()
    for opens in (check_file, open_list, open_workspace):
        with pytest.raises(StoreError) as error:
            opens(path)
        sentences.add(str(error.value))
    assert len(sentences) == 1
    assert path.name in sentences.copy().pop()
    assert before == (path.read_bytes() if before else b"")
    return sentences.pop()


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.rapport").startswith("There is no file")
    assert refusal(tmp_path / "no folder" / "gone.rapport").startswith("There is no file")
    assert list(tmp_path.iterdir()) == []


def test_a_file_below_a_file_is_missing(workspace: Path) -> None:
    assert refusal(workspace / "below.rapport").startswith("There is no file")


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rapport")
    assert "is not a file" in refusal(tmp_path / "pipe.rapport")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"hello, this is a letter and no database", "is not a Rapport workspace"),
        (b"SQLite format 3\x00", "is not a Rapport workspace"),
        (b"\x00" * 4096, "is not a Rapport workspace"),
        (b"PK\x03\x04" * 2000, "is not a Rapport workspace"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "letter.rapport"
    path.write_bytes(content)
    assert sentence in refusal(path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    write_by_hand(tmp_path / "music.db", "CREATE TABLE song (title TEXT)")
    assert "belongs to another program" in refusal(tmp_path / "music.db")


def test_a_newer_format_asks_for_a_newer_program(workspace: Path) -> None:
    write_by_hand(workspace, "PRAGMA user_version = 999")
    assert "made by a newer Rapport" in refusal(workspace)


def test_a_file_without_a_format_is_not_complete(workspace: Path) -> None:
    write_by_hand(workspace, "PRAGMA user_version = 0")
    assert "is not complete" in refusal(workspace)


def test_a_workspace_without_its_row_is_not_complete(workspace: Path) -> None:
    write_by_hand(workspace, "DELETE FROM workspace")
    with pytest.raises(StoreError, match="is not complete"):
        open_workspace(workspace)


@pytest.mark.parametrize("kept", [100, 511, 4096, 5000, 20000])
def test_a_truncated_file_is_damaged(workspace: Path, kept: int) -> None:
    workspace.write_bytes(workspace.read_bytes()[:kept])
    assert any(words in refusal(workspace) for words in ("is damaged", "is not a Rapport workspace"))


def test_a_table_that_is_gone_is_a_sentence(workspace: Path) -> None:
    write_by_hand(workspace, "DROP TABLE workspace")
    for opens in (open_list, open_workspace):
        with pytest.raises(StoreError, match=r"damaged or another program changed it"):
            opens(workspace)


def test_permissions_that_forbid_reading_are_said(workspace: Path) -> None:
    workspace.chmod(0o000)
    with without_rights(workspace.parent), pytest.raises(StoreError, match="no permission to read"):
        check_file(workspace)


def test_a_read_only_file_can_be_read_and_refuses_changes(opened: Workspace, stored: Assessment) -> None:
    opened.close()
    opened.path.chmod(0o444)
    before = opened.path.read_bytes()
    with without_rights(opened.path.parent):
        reader = open_workspace(opened.path)
        assert reader.read_assessment(stored.id) == stored
        with pytest.raises(StoreError, match="read-only"):
            reader.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
        with pytest.raises(StoreError, match="read-only"):
            reader.remember_place(stored.id, "T4")
        reader.close()
        listed = open_list(opened.path)
        assert len(listed.ids()) == 1
        listed.close()
    assert opened.path.read_bytes() == before


def test_a_read_only_folder_can_be_read_and_refuses_changes(opened: Workspace, stored: Assessment) -> None:
    opened.close()
    folder = opened.path.parent
    opened.path.chmod(0o666)
    folder.chmod(0o555)
    before = opened.path.read_bytes()
    with without_rights(folder):
        reader = open_workspace(opened.path)
        assert reader.read_assessment(stored.id) == stored
        with pytest.raises(StoreError, match="or its folder"):
            reader.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
        reader.close()
        with pytest.raises(StoreError, match="cannot be"):
            create_workspace(folder / "new.rapport")
    folder.chmod(0o755)
    assert opened.path.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [opened.path.name]


def test_another_program_that_writes_is_named_and_nothing_changes(opened: Workspace, stored: Assessment) -> None:
    other = sqlite3.connect(opened.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="Another program is writing to"):
        opened.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
    assert opened.read_assessment(stored.id) == stored
    other.execute("ROLLBACK")
    other.execute("BEGIN EXCLUSIVE")
    for reads in (lambda: opened.read_assessment(stored.id), lambda: open_list(opened.path)):
        with pytest.raises(StoreError, match="Another program is writing to"):
            reads()
    other.execute("ROLLBACK")
    other.close()
    opened.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)


def test_a_reader_that_holds_on_makes_the_commit_a_sentence(opened: Workspace, stored: Assessment) -> None:
    other = sqlite3.connect(opened.path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM partner").fetchall()
    with pytest.raises(StoreError, match="Another program"):
        opened.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
    other.execute("ROLLBACK")
    other.close()
    assert opened.read_assessment(stored.id) == stored


def test_a_full_disk_changes_nothing(opened: Workspace, stored: Assessment) -> None:
    pages = "PRAGMA max_page_count = "
    with opened._file.reading() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"{pages}{used}")
    long = rated(3, note="A note that needs more room than there is. " * 400)
    with pytest.raises(StoreError, match="is full"):
        opened.commit("note", [edits.edit_answer(stored, "G2", long)], today=TODAY)
    assert opened.read_assessment(stored.id) == stored
    with opened._file.reading() as connection:
        connection.exec_driver_sql(f"{pages}1000000")
    opened.commit("note", [edits.edit_answer(stored, "G2", long)], today=TODAY)


_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from models.errors import StoreError
from models.workspace import create_workspace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    create_workspace(Path(sys.argv[1]))
except StoreError as error:
    print(error)
"""


def test_a_workspace_that_does_not_fit_leaves_no_half_file(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _SMALL_DISK, str(tmp_path / "new.rapport")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert "new.rapport" in run.stdout
    assert list(tmp_path.iterdir()) == []


def test_another_open_connection_keeps_its_lock_while_a_file_is_checked(opened: Workspace) -> None:
    """Opening and closing a file by hand would drop the locks of the whole process on it."""
    with opened._file.writing():
        check_file(opened.path)
        other = "import sqlite3,sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
        run = subprocess.run(
            [sys.executable, "-c", other, str(opened.path)], capture_output=True, text=True, check=False
        )
    assert "database is locked" in run.stderr


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_was_moved_while_open_is_called_moved(
    opened: Workspace, stored: Assessment, tmp_path: Path, replaced: bool
) -> None:
    away = tmp_path / "away.rapport"
    opened.path.rename(away)
    if replaced:
        shutil.copy(away, opened.path)
    with pytest.raises(StoreError, match="was moved, deleted or replaced while it was open"):
        opened.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
    away.replace(opened.path)
    opened.commit("rating", [edits.edit_answer(stored, "G2", rated(3))], today=TODAY)
    assert opened.read_assessment(stored.id).answers["G2"] == rated(3)
