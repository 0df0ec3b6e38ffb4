"""`delete` says what would go, and does it only when --yes says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models import erasing
from models.errors import StoreError
from models.workspace_check import check_workspace
from tests.models.builders import filled_workspace, first_format, without_rights
from tests.models.marked import FULL, MARK, OPEN, PARTNER, marked_workspace
from tests.ui.test_cli import refused
from ui import cli


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Partners.rapport"
    marked_workspace(path)
    return path


def test_without_yes_it_says_what_would_go_and_deletes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    sentence = refused(["delete", str(file), str(PARTNER)], capsys)
    assert sentence.startswith(f"Nothing was deleted. With --yes “{MARK.decode()}0x” in “{file}” is deleted for good: ")
    assert "2 assessments (1 finished), 6 answers, 5 rows of sheets, 1 decision, 2 files and 1 link." in sentence
    assert file.read_bytes() == before


def test_with_yes_the_partner_goes_with_every_trace(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["delete", str(file), f"{MARK.decode()}0x", "--yes"]) == 0
    assert capsys.readouterr().out == f"{file}: “{MARK.decode()}0x” is deleted for good.\n"
    assert MARK not in file.read_bytes().lower()
    assert check_workspace(file).problems == ()
    assert "There is no partner" in refused(["delete", str(file), str(PARTNER), "--yes"], capsys)


def test_one_assessment_goes_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["delete", str(file), str(PARTNER), "--assessment", str(FULL)]
    assert f"the finished assessment {FULL} of “" in refused(arguments, capsys)
    assert cli.run_command([*arguments, "--yes"]) == 0
    capsys.readouterr()
    assert cli.run_command(["list", str(file), "--json", "--search", MARK.decode()]) == 0
    (found,) = json.loads(capsys.readouterr().out)["partners"]
    assert found["newest"]["id"] == str(OPEN)
    assert str(FULL).encode() not in file.read_bytes()


def test_an_assessment_of_another_partner_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert "has no assessment" in refused(
        ["delete", str(file), str(PARTNER), "--assessment", "00000000-0000-0000-0000-00000000000c", "--yes"], capsys
    )
    assert file.read_bytes() == before


def test_a_read_only_workspace_is_refused_and_keeps_its_bytes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        with without_rights(file.parent):
            assert "Nothing was changed" in refused(["delete", str(file), str(PARTNER), "--yes"], capsys)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == before


def test_what_is_left_to_sweep_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(erasing, "sweep", refuse)
    assert cli.run_command(["delete", str(file), str(PARTNER), "--yes"]) == 0
    assert "Older traces may still lie" in capsys.readouterr().err


def test_the_copy_that_an_update_of_the_format_left_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Old [1].rapport"
    first_format(filled_workspace(tmp_path / "New.rapport"), path)
    assert cli.run_command(["delete", str(path), "Zebra", "--yes"]) == 0
    said = capsys.readouterr().err
    assert f"“{path}.before-v3”, the copy that an update of the format left, may still have it" in said
