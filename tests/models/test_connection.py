"""What other connections wrote to an open file is noticed, without waiting for one that is writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from models import edits
from models.errors import StoreError
from models.workspace import Workspace, open_workspace
from tests.conftest import TODAY


@pytest.fixture
def opened(workspace: Path) -> Iterator[Workspace]:
    with closing(open_workspace(workspace)) as found:
        yield found


def rename(workspace: Workspace, name: str) -> None:
    workspace.commit("settings", [edits.edit_own(workspace.own, replace(workspace.own, name=name))], today=TODAY)


def test_what_others_wrote_is_told_once_and_what_was_written_here_never(opened: Workspace) -> None:
    rename(opened, "Here")
    assert not opened.is_changed_elsewhere()
    with closing(open_workspace(opened.path)) as other:
        assert not other.is_changed_elsewhere()
        rename(other, "There")
        assert not other.is_changed_elsewhere()
    assert opened.is_changed_elsewhere()
    assert not opened.is_changed_elsewhere()


def test_what_others_are_writing_still_is_told_once_they_are_done(opened: Workspace) -> None:
    with closing(sqlite3.connect(opened.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("PRAGMA user_version = 7")
        assert not opened.is_changed_elsewhere()
        other.execute("COMMIT")
        assert opened.is_changed_elsewhere()
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is writing"):
            rename(opened, "Here")
