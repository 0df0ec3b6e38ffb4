"""`list --csv` gives the same bytes to a file and to standard output, and never spoils another file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from assessments.questionnaire_file import packaged_questionnaire
from models.list_file import list_csv
from models.partner_list import ListFilter, open_list
from tests.ui.test_cli import refused
from ui import cli


def expected(file: Path, chosen: ListFilter | None = None) -> bytes:
    with closing(open_list(file)) as listing:
        return list_csv(listing, packaged_questionnaire(), chosen)


def test_the_list_goes_to_standard_output_as_the_bytes_of_a_file(
    file: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.run_command(["list", str(file), "--csv"]) == 0
    assert capsysbinary.readouterr().out == expected(file)


def test_the_list_is_written_to_a_file_narrowed_as_asked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "list.csv"
    out.write_text("an earlier one")
    assert cli.run_command(["list", str(file), "--csv", "--tag", "data", "-o", str(out)]) == 0
    assert out.read_bytes() == expected(file, ListFilter(tag="data"))
    assert capsys.readouterr().out == f"{out} is written.\n"
    assert {one.name for one in tmp_path.iterdir()} >= {"list.csv", "Partners.rapport"}
    assert not list(tmp_path.glob("*.part"))


def test_the_list_is_never_written_over_a_workspace(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert "never overwritten" in refused(["list", str(file), "--csv", "-o", str(file)], capsys)
    assert file.read_bytes() == before


def test_a_folder_that_is_missing_is_refused(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "gone" / "list.csv"
    assert "could not be written" in refused(["list", str(file), "--csv", "-o", str(out)], capsys)


def test_only_csv_is_written_to_a_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Only --csv" in refused(["list", str(file), "-o", str(tmp_path / "list.txt")], capsys)
    assert not (tmp_path / "list.txt").exists()


def test_one_form_at_a_time(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run_command(["list", str(file), "--csv", "--json"])
    assert ended.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
