"""A copy of a workspace is whole or not there, and takes no other file's place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessments.assessment import Assessment
from models.copying import copy_workspace
from models.errors import StoreError
from models.workspace import Workspace, open_workspace
from models.workspace_check import check_workspace


def test_a_copy_has_all_that_the_open_file_has(opened: Workspace, stored: Assessment, tmp_path: Path) -> None:
    copy = tmp_path / "Copy %?#.rapport"
    seen: list[tuple[int, int]] = []
    copy_workspace(opened.path, copy, lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
    assert check_workspace(copy).problems == ()
    with closing(open_workspace(copy)) as other:
        assert other.read_assessment(stored.id) == stored
        assert other.changes() == opened.changes()
    assert [path.name for path in tmp_path.glob(".rapport-*")] == []


def test_no_file_is_replaced(opened: Workspace, tmp_path: Path) -> None:
    there = tmp_path / "there.rapport"
    there.write_text("earlier")
    with pytest.raises(StoreError, match="exists already"):
        copy_workspace(opened.path, there)
    assert there.read_text() == "earlier"
    with pytest.raises(StoreError, match="exists already"):
        copy_workspace(opened.path, opened.path)
    with pytest.raises(StoreError, match="no folder"):
        copy_workspace(opened.path, tmp_path / "gone" / "copy.rapport")


class GaveUp(Exception):
    pass


def test_giving_up_leaves_nothing(opened: Workspace, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise GaveUp

    before = set(opened.path.parent.iterdir())
    with pytest.raises(GaveUp):
        copy_workspace(opened.path, opened.path.with_name("copy.rapport"), stop)
    assert set(opened.path.parent.iterdir()) == before


def test_the_disk_that_is_full_is_the_one_that_is_named(
    opened: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(_path: object, **_options: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr("models.copying.sqlite3.connect", fill)
    monkeypatch.setattr("models.copying.connect", lambda _path: sqlite3.Connection(":memory:"))
    with pytest.raises(StoreError, match=r"The disk of “.*copy\.rapport” is full"):
        copy_workspace(opened.path, tmp_path / "copy.rapport")
    assert not (tmp_path / "copy.rapport").exists()
