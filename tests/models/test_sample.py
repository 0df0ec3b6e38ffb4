from __future__ import annotations

from pathlib import Path

import pytest

from assessments.sample import sample_assessments
from models import sample
from models.errors import StoreError
from models.partner_list import open_list
from models.sample import create_sample
from models.workspace_check import check_workspace
from tests.conftest import TODAY


def test_the_sample_is_whole_and_says_that_it_is_one(tmp_path: Path) -> None:
    workspace = create_sample(tmp_path / "sample.rapport", TODAY)
    assert workspace.is_sample
    stored = {assessment.id: assessment for assessment in workspace.all_assessments()}
    assert stored == {assessment.id: assessment for assessment in sample_assessments(TODAY)}
    workspace.close()
    assert check_workspace(tmp_path / "sample.rapport").problems == ()
    reader = open_list(tmp_path / "sample.rapport")
    bands = {row.band for row in reader.rows(reader.ids())}
    reader.close()
    assert bands == {"proceed", "conditions", "pilot", "decline", "hold"}


def test_a_sample_that_cannot_be_filled_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(assessments: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(sample, "whole_assessments", fails)
    with pytest.raises(OSError, match="no space"):
        create_sample(tmp_path / "sample.rapport", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_replaces_no_file(tmp_path: Path) -> None:
    (tmp_path / "sample.rapport").write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        create_sample(tmp_path / "sample.rapport", TODAY)
    assert (tmp_path / "sample.rapport").read_text() == "mine"
