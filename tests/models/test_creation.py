from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.creation import create_file
from models.errors import StoreError
from models.workspace import open_workspace


@contextmanager
def given_part(path: Path) -> Iterator[Path]:
    part = path.with_name("given.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def test_a_new_workspace_is_written_under_the_name_it_is_given_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []

    def stopped(part: Path, _path: Path) -> None:
        seen.append([one.name for one in tmp_path.iterdir()])
        raise StoreError(part.name)

    monkeypatch.setattr("models.creation.move_into_place", stopped)
    with pytest.raises(StoreError, match=r"given\.part"):
        create_file(tmp_path / "New.rapport", part_beside=given_part)
    assert seen == [["given.part"]]
    assert list(tmp_path.iterdir()) == []


def test_a_new_workspace_stands_alone_and_opens(tmp_path: Path) -> None:
    path = tmp_path / "New.rapport"
    create_file(path, part_beside=given_part)
    assert list(tmp_path.iterdir()) == [path]
    workspace = open_workspace(path)
    assert workspace.all_partners() == []
    assert not workspace.is_sample
    workspace.close()
