from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import DocumentError, document_bytes, sweep_parts, write_document
from reports.part_files import part_beside, records_folder
from reports.written_file import Expected, replace_file
from tests.reports.briefs import TODAY, answered

BEFORE = b"the earlier brief"
BRIEF = lay_brief(answered(), score_assessment(answered(), TODAY))
PDF = document_bytes(BRIEF)
EXPECTED = Expected(len(BRIEF.pages), BRIEF.named)
TOKEN = "0123456789abcdef"
CALLS = 5
"""Open, write, fsync, chmod and replace: until the file is in its place."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An earlier brief, alone in its folder."""
    path = tmp_path / "briefs" / "Brief.pdf"
    path.parent.mkdir()
    path.write_bytes(BEFORE)
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    return folder


def left_part(target: Path, records: Path, name: str = f".rapport-{TOKEN}.part") -> Path:
    """Leave a part file and its record as a killed program does."""
    part = target.with_name(name)
    part.write_bytes(b"half")
    (records / TOKEN).write_bytes(os.fsencode(part))
    return part


def fail_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the call of that number, from 0, find the disk full."""
    calls = count()

    def failing(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if next(calls) == number:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*given, **named)

        return counted

    for name in ("open", "write", "fsync", "chmod", "replace"):
        monkeypatch.setattr(os, name, failing(getattr(os, name)))


@pytest.mark.parametrize("number", range(CALLS))
def test_a_disk_that_is_full_at_any_call_leaves_the_earlier_brief_and_no_part(
    target: Path, records: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patched:
        fail_at(number, patched)
        with pytest.raises(DocumentError, match="is full"):
            replace_file(target, PDF, EXPECTED, records)
    assert target.read_bytes() == BEFORE
    assert list(target.parent.iterdir()) == [target]
    assert list(records.iterdir()) == []


def test_what_fails_after_the_file_is_in_its_place_is_no_failure(
    target: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        fail_at(CALLS, patched)
        replace_file(target, PDF, EXPECTED, records)
    assert target.read_bytes() == PDF


def test_a_disk_that_takes_only_some_of_the_bytes_gets_the_rest_in_a_second_call(
    target: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:1000]))
    replace_file(target, PDF, EXPECTED, records)
    assert target.read_bytes() == PDF


def test_giving_up_at_any_step_leaves_the_earlier_brief_and_no_part(target: Path, records: Path) -> None:
    class GaveUpError(Exception):
        pass

    steps = len(BRIEF.pages) + 1
    for at in range(steps):
        told: list[tuple[int, int]] = []

        def give_up(done: int, total: int, told: list[tuple[int, int]] = told, at: int = at) -> None:
            told.append((done, total))
            if len(told) > at:
                raise GaveUpError

        with pytest.raises(GaveUpError):
            write_document(BRIEF, target, give_up, records)
        assert told == [(step, steps - 1) for step in range(at + 1)]
        assert target.read_bytes() == BEFORE
        assert list(target.parent.iterdir()) == [target]
        assert list(records.iterdir()) == []


def test_a_part_is_on_record_while_it_is_written_and_not_after(target: Path, records: Path) -> None:
    with part_beside(target, records) as part:
        part.write_bytes(b"half")
        assert [os.fsdecode(record.read_bytes()) for record in records.iterdir()] == [str(part)]
    assert list(records.iterdir()) == []
    assert list(target.parent.iterdir()) == [target]


def test_a_place_that_is_no_folder_leaves_nothing_on_record(target: Path, records: Path) -> None:
    with pytest.raises(DocumentError, match="is not a folder"):
        write_document(BRIEF, target / "Brief.pdf", records=records)
    assert target.read_bytes() == BEFORE
    assert list(records.iterdir()) == []


def test_the_next_start_removes_what_a_killed_program_left(target: Path, records: Path) -> None:
    part = left_part(target, records)
    assert sweep_parts(records) == [part]
    assert list(target.parent.iterdir()) == [target]
    assert list(records.iterdir()) == []
    assert sweep_parts(records) == []


def test_the_journal_of_a_workspace_that_was_being_made_goes_with_its_part(target: Path, records: Path) -> None:
    part = left_part(target, records)
    part.with_name(part.name + "-journal").write_bytes(b"half too")
    assert sweep_parts(records) == [part]
    assert list(target.parent.iterdir()) == [target]


def test_the_part_of_a_living_writer_stays(target: Path, records: Path) -> None:
    with part_beside(target, records) as part:
        part.write_bytes(b"half")
        assert sweep_parts(records) == []
        assert part.read_bytes() == b"half"
    assert not part.exists()


def test_no_writer_can_take_a_record_while_it_is_being_removed(
    target: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    left_part(target, records)
    unlink, taken = Path.unlink, []

    def beside_a_writer(path: Path, missing_ok: bool = False) -> None:
        if path.parent == records:
            with path.open("ab") as waiting, suppress(BlockingIOError):
                fcntl.flock(waiting, fcntl.LOCK_EX | fcntl.LOCK_NB)
                taken.append(path)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", beside_a_writer)
    sweep_parts(records)
    assert list(records.iterdir()) == []
    assert taken == []


@pytest.mark.parametrize("name", ["Brief.txt", ".rapport-fedcba9876543210.part", f"x.rapport-{TOKEN}.part"])
def test_a_record_that_names_another_file_removes_only_itself(target: Path, records: Path, name: str) -> None:
    other = left_part(target, records, name)
    assert sweep_parts(records) == []
    assert other.read_bytes() == b"half"
    assert list(records.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff\x00\xfe", b"Brief.pdf", b"/"])
def test_a_damaged_record_removes_only_itself(target: Path, records: Path, content: bytes) -> None:
    (records / TOKEN).write_bytes(content)
    assert sweep_parts(records) == []
    assert list(records.iterdir()) == []
    assert target.read_bytes() == BEFORE


def test_files_that_are_no_records_and_links_are_left_alone(target: Path, records: Path) -> None:
    (records / "notes.txt").write_bytes(b"mine")
    target.with_name(f".rapport-{TOKEN}.part").symlink_to(target)
    (records / TOKEN).write_bytes(os.fsencode(target.with_name(f".rapport-{TOKEN}.part")))
    assert sweep_parts(records) == []
    assert target.read_bytes() == BEFORE
    assert [record.name for record in records.iterdir()] == ["notes.txt"]


def test_a_part_on_a_disk_that_is_away_stays_on_record(target: Path, records: Path) -> None:
    part = left_part(target, records)
    away = target.parent.rename(target.parent.with_name("away"))
    assert sweep_parts(records) == []
    away.rename(target.parent)
    assert sweep_parts(records) == [part]


def test_a_document_is_written_where_nothing_can_be_recorded(target: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    replace_file(target, PDF, EXPECTED, tmp_path / "file" / "records")
    assert target.read_bytes() == PDF
    assert sweep_parts(tmp_path / "nowhere") == []


@pytest.mark.parametrize("room", [0, 10])
def test_a_disk_too_full_for_the_record_keeps_no_half_of_it(target: Path, records: Path, room: int) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with part_beside(target, records):
            left = list(records.iterdir())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert left == []


def test_parts_are_recorded_in_the_users_own_folder(target: Path) -> None:
    with part_beside(target):
        assert len(list(records_folder().iterdir())) == 1
    assert list(records_folder().iterdir()) == []
    assert records_folder().is_relative_to(Path.home())
