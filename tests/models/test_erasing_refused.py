"""A deletion that is refused, given up or killed leaves the file as it was, or is completed by the next opening."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from models import erasing
from models.erasing import Chosen, count_contents, erase, sweep
from models.errors import NotFoundError, StoreError
from tests.models.builders import without_rights
from tests.models.marked import FULL, MARK, PARTNER
from tests.models.test_erasing import ALL, export_of, path, rows, whole

__all__ = ["path"]

ROOT = Path(__file__).parents[2]

_KILLED = """
import os, sqlite3, sys
from pathlib import Path
from uuid import UUID
from models import connection, erasing

most, steps = int(sys.argv[2]), 0

def step():
    global steps
    steps += 1
    if steps > most:
        os._exit(9)

real = sqlite3.connect
def watched(*given, **more):
    made = real(*given, **more)
    made.execute("PRAGMA cache_size = 1")
    made.execute("PRAGMA cache_spill = 1")
    made.set_progress_handler(step, 10)
    return made

def sweep(path, real=erasing.sweep):
    print(steps)
    real(path)

connection.sqlite3.connect = watched
erasing.sweep = sweep
erasing.erase(Path(sys.argv[1]), erasing.Chosen(partners=(UUID(sys.argv[3]),)))
print(steps)
"""
"""Ends its own process after so many steps of SQLite's machine, with what it holds spilled to the disk."""


def test_who_watches_may_give_it_up_at_any_step_and_nothing_has_changed(path: Path) -> None:
    class GivenUp(Exception):
        pass

    before = (
        rows(path, "SELECT sql FROM sqlite_schema ORDER BY name"),
        export_of(path),
        rows(path, "SELECT * FROM change"),
    )
    for last in range(4):

        def watch(step: int, _steps: int, last: int = last) -> None:
            if step == last:
                raise GivenUp

        with pytest.raises(GivenUp):
            erase(path, ALL, watch)
        assert (
            rows(path, "SELECT sql FROM sqlite_schema ORDER BY name"),
            export_of(path),
            rows(path, "SELECT * FROM change"),
        ) == (before)
    whole(path)


@pytest.mark.parametrize("chosen", [Chosen(partners=(UUID(int=999),)), Chosen(assessments=(FULL, UUID(int=999)))])
def test_what_is_not_there_is_refused_and_nothing_goes(path: Path, chosen: Chosen) -> None:
    before = path.read_bytes()
    with pytest.raises(NotFoundError, match="Nothing was deleted"):
        erase(path, chosen)
    assert path.read_bytes() == before


def test_a_read_only_workspace_is_refused_with_the_usual_sentence(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with without_rights(path.parent), pytest.raises(StoreError, match=r"read-only|cannot be written to"):
            erase(path, ALL)
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == before


def test_while_another_program_writes_nothing_is_deleted(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is writing"):
            erase(path, ALL)
        other.execute("ROLLBACK")
    assert count_contents(path, ALL).assessments == 2


def test_when_there_is_no_room_to_sweep_the_rows_are_gone_and_a_later_sweep_takes_the_rest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(erasing, "sweep", full)
    assert not erase(path, ALL).is_swept
    assert MARK.decode() not in json.dumps(export_of(path))
    assert str(PARTNER) not in "".join(str(row) for row in rows(path, "SELECT edits, assessments FROM change"))
    whole(path)

    monkeypatch.undo()
    sweep(path)
    assert MARK not in path.read_bytes().lower()
    assert rows(path, "SELECT name FROM sqlite_schema WHERE type = 'view'") == []


def test_a_file_from_which_nothing_was_deleted_is_not_swept(path: Path) -> None:
    before = path.read_bytes()
    sweep(path)
    assert path.read_bytes() == before


def erase_and_die(path: Path, most: int) -> list[int]:
    """Return the steps until the sweep and until the end, as far as they were reached."""
    command = [sys.executable, "-c", _KILLED, str(path), str(most), str(PARTNER)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert ended.returncode in (0, 9), ended.stderr
    return [int(line) for line in ended.stdout.split()]


def test_killed_at_any_moment_the_partner_is_whole_or_gone_and_the_next_sweep_takes_every_trace(path: Path) -> None:
    whole_file = path.read_bytes()
    deleted, ended = erase_and_die(path, 1_000_000)
    assert 100 < deleted < ended
    ends = set()
    sweeping = ended - deleted
    for most in (0, deleted // 2, deleted * 9 // 10, deleted + sweeping // 10, deleted + sweeping // 2):
        path.write_bytes(whole_file)
        erase_and_die(path, most)
        whole(path)
        there = bool(rows(path, f"SELECT 1 FROM partner WHERE id = '{PARTNER}'"))
        unswept = bool(rows(path, "SELECT 1 FROM sqlite_schema WHERE name = 'unswept'"))
        ends.add((there, unswept))
        sweep(path)
        assert (MARK in path.read_bytes().lower()) == there
    assert ends == {(True, False), (False, True)}
