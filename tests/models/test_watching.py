"""Long work says how far it is, and leaves nothing when it is given up."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.exchange import export_workspace, import_file, write_export
from models.watching import watched
from models.workspace import create_workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import filled_workspace


class GivenUp(Exception):
    """The user's wish."""


def test_each_of_a_few_items_is_told_and_of_many_about_two_hundred() -> None:
    told: list[tuple[int, int]] = []
    assert list(watched("abc", lambda done, total: told.append((done, total)))) == ["a", "b", "c"]
    assert told == [(0, 3), (1, 3), (2, 3)]
    told.clear()
    assert sum(watched(range(10_000), lambda done, total: told.append((done, total)))) == sum(range(10_000))
    assert len(told) == 200


def test_an_import_given_up_at_any_step_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    source = open_workspace(filled_workspace(tmp_path / "Full.rapport"))
    write_export(source, tmp_path / "all.json")
    source.close()
    empty = create_workspace(tmp_path / "Empty.rapport")
    before = export_workspace(empty)
    steps = 0

    def count(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1
        if steps == last:
            raise GivenUp

    last = 1
    while True:
        steps, empty.watch = 0, count
        try:
            import_file(empty, tmp_path / "all.json", as_new=False, today=TODAY)
        except GivenUp:
            empty.watch = lambda _done, _total: None
            assert export_workspace(empty) == before
            last += 7
        else:
            break
    assert last > 20
    assert len(empty.all_partners()) == 3
    empty.close()


def test_an_export_given_up_writes_no_file(tmp_path: Path) -> None:
    source = open_workspace(filled_workspace(tmp_path / "Full.rapport"))

    def give_up(done: int, _total: int) -> None:
        if done == 2:
            raise GivenUp

    source.watch = give_up
    with pytest.raises(GivenUp):
        write_export(source, tmp_path / "all.json")
    source.close()
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".rapport"] == []
