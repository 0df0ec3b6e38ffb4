"""Deleting thousands of partners at once takes time in proportion, not in the square of their number."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assessments.assessment import Assessor
from models import edits
from models.erasing import Chosen, erase
from models.workspace import create_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, an_assessment


@pytest.mark.parametrize("assessed", [False, True])
def test_deleting_four_times_as_many_takes_about_four_times_the_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, assessed: bool
) -> None:
    taken = 0
    real = sqlite3.connect

    def step() -> None:
        nonlocal taken
        taken += 1

    def counting(*given: Any, **more: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = real(*given, **more)
        made.set_progress_handler(step, 10)
        return made

    found = []
    for number in (50, 200):
        path, taken = tmp_path / f"{number}.rapport", 0
        partners = [a_partner(1_000 + one, f"Partner {one}") for one in range(number)]
        with closing(create_workspace(path)) as workspace:
            for one in partners:
                new = an_assessment(2_000 + one.id.int, one, assessor=Assessor(one.id, "A. Assessor"))
                more = edits.add_assessment(new) if assessed else ()
                workspace.commit("new", [edits.add_partner(one), *more], today=TODAY)
        with monkeypatch.context() as patch:
            patch.setattr(sqlite3, "connect", counting)
            erase(path, Chosen(partners=tuple(one.id for one in partners)))
        found.append(taken)
    assert found[1] < 6 * found[0]
