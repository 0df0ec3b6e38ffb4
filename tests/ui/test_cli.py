from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from assessments.scoring import score_assessment
from models import edits
from models.workspace import open_workspace
from resources import FOLDER
from tests.conftest import TODAY
from tests.models.builders import a_partner
from ui import cli

DAY = TODAY.isoformat()


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that must be refused; return its one line."""
    assert cli.run_command(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_list_shows_every_partner_with_its_recommendation(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["list", str(file)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["Partner", "Brightfield Creative", "Zebra", "Ärzte & Söhne"]
    assert lines[2].endswith("✕ Decline")


def test_list_as_json_has_the_documented_shape(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["list", str(file), "--json"]) == 0

    said = capsys.readouterr().out
    listed = json.loads(said)
    assert said.isascii()
    assert (listed["format"], listed["version"]) == ("rapport-list", 1)
    assert [partner["name"] for partner in listed["partners"]] == ["Brightfield Creative", "Zebra", "Ärzte & Söhne"]
    assert listed["partners"][1]["newest"]["recommendation"] == "decline"
    assert listed["partners"][1]["newest"]["final"] is True


def test_list_and_score_give_the_same_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "Sample.rapport"
    assert cli.run_command(["sample", str(file)]) == 0
    capsys.readouterr()
    assert cli.run_command(["list", str(file), "--json"]) == 0
    listed = {one["id"]: one["newest"] for one in json.loads(capsys.readouterr().out)["partners"]}
    assert cli.run_command(["score", str(file), "--json"]) == 0
    for score in json.loads(capsys.readouterr().out)["scores"]:
        newest = listed[score["partner"]["id"]]
        assert {key: newest[key] for key in score["overall"]} == score["overall"]
        assert newest["dimensions"] == {
            key: {"supported": one["supported"], "best": one["best"]} for key, one in score["dimensions"].items()
        }


def test_score_gives_what_the_engine_gives(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["score", str(file), "ärzte & söhne", "--json", "--as-of", DAY]) == 0

    scores = json.loads(capsys.readouterr().out)
    assert (scores["format"], scores["version"], len(scores["scores"])) == ("rapport-scores", 1, 1)
    score = scores["scores"][0]
    workspace = open_workspace(file)
    result = score_assessment(workspace.read_assessment(UUID(score["assessment"]["id"])), TODAY)
    workspace.close()
    assert result.overall is not None
    assert score["overall"]["supported"] == float(result.overall.supported)
    assert score["recommendation"] == result.recommendation.band
    assert [gate["outcome"] for gate in score["gates"]] == [gate.outcome for gate in result.gates]


def test_score_without_a_partner_shows_all_of_them_in_words(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["score", str(file), "--as-of", DAY]) == 0

    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line and not line.startswith(" ")] == [
        "Brightfield Creative: 2026 media partnership",
        "Zebra: 2026 media partnership",
        "Ärzte & Söhne: 2026 media partnership",
    ]
    assert "✕ Decline, as of 2026-11-09" in said


def test_score_takes_the_newest_assessment_unless_another_is_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = []
    for more in ([], ["--assessment", str(UUID(int=11))]):
        assert cli.run_command(["score", str(file), "Brightfield Creative", "--json", *more]) == 0
        ids.append(json.loads(capsys.readouterr().out)["scores"][0]["assessment"]["id"])

    assert ids == [str(UUID(int=14)), str(UUID(int=11))]


def test_an_assessment_of_another_partner_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(["score", str(file), "Zebra", "--assessment", str(UUID(int=11))], capsys)

    assert str(UUID(int=13)) in said


def test_a_name_that_two_partners_share_is_refused_with_their_ids(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_workspace(file)
    workspace.commit("twin", [edits.add_partner(a_partner(77, "Zebra"))], today=TODAY)
    workspace.close()

    said = refused(["score", str(file), "Zebra"], capsys)
    assert str(UUID(int=5)) in said
    assert str(UUID(int=77)) in said

    assert cli.run_command(["score", str(file), str(UUID(int=5))]) == 0


def test_a_partner_that_is_not_there_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(["score", str(file), "Nobody"], capsys)
    assert f"no partner “Nobody” in “{file}”" in said
    assert "Did you mean" not in said
    assert "Did you mean “Zebra”?" in refused(["score", str(file), "zebr"], capsys)


def test_brief_is_a_pdf_about_the_partner(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "Brief.pdf"

    assert cli.run_command(["brief", str(file), "Zebra", "-o", str(out), "--paper", "letter", "--as-of", DAY]) == 0

    reader = PdfReader(out)
    assert "Zebra" in reader.pages[0].extract_text()
    assert [float(side) for side in reader.pages[0].mediabox[2:]] == [612.0, 792.0]
    assert f"{len(reader.pages)} pages" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["brief", "{file}", "Zebra"], ["export", "{file}"]])
def test_an_output_never_replaces_a_workspace(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(file)
    copy = Path(shutil.copy(file, tmp_path / "Another.rapport"))
    before = file.read_bytes()

    for out in (file, link, copy, tmp_path):
        refused([*(word.format(file=file) for word in command), "-o", str(out)], capsys)

    assert file.read_bytes() == copy.read_bytes() == before


def test_a_brief_into_a_folder_that_is_missing_is_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "missing" in refused(["brief", str(file), "Zebra", "-o", str(tmp_path / "missing" / "a.pdf")], capsys)


def test_export_and_import_into_a_new_file_give_the_same_export(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, copy = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "Copy.rapport"

    assert cli.run_command(["export", str(file), "-o", str(first)]) == 0
    assert cli.run_command(["import", str(copy), str(first), "--new", "--as-of", DAY]) == 0
    assert cli.run_command(["export", str(copy), "-o", str(second)]) == 0

    assert first.read_bytes() == second.read_bytes()
    assert "3 partners and 4 assessments added." in capsys.readouterr().out


def test_import_leaves_what_is_known_and_as_new_adds_it_again(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "1.json"
    cli.run_command(["export", str(file), "-o", str(out)])
    capsys.readouterr()

    assert cli.run_command(["import", str(file), str(out), "--as-of", DAY]) == 0
    assert "0 partners and 0 assessments added; 7 known already." in capsys.readouterr().out
    assert cli.run_command(["import", str(file), str(out), "--new", "--as-of", DAY]) == 0
    assert "3 partners and 4 assessments added." in capsys.readouterr().out


def test_import_creates_a_workspace_only_when_told_to_and_never_half(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "bad.json", tmp_path / "New.rapport"
    source.write_text('{"format": "rapport-workspace"', encoding="utf-8")

    assert str(target) in refused(["import", str(target), str(source)], capsys)
    assert "With --new it is made" in refused(["import", str(target), str(source)], capsys)
    assert str(source) in refused(["import", str(target), str(source), "--new"], capsys)
    assert not target.exists()


def test_check_finds_a_sound_file_in_order(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["check", str(file)]) == 0

    assert "3 partners, 4 assessments, 111 answers, 7 changes. Everything is in order." in capsys.readouterr().out


@pytest.mark.parametrize("command", [["list"], ["score"], ["check"], ["brief", "x", "-o", "x.pdf"], ["drive"]])
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear partner,\n" * 100, encoding="utf-8")

    said = refused([command[0], str(letter), *command[1:]], capsys)

    assert str(letter) in said
    assert letter.read_text(encoding="utf-8") == "Dear partner,\n" * 100
    assert list(tmp_path.iterdir()) == [letter]


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "Missing.rapport"

    assert str(missing) in refused(["list", str(missing)], capsys)
    assert not missing.exists()


def test_a_partner_without_an_assessment_is_listed_and_said_so(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = open_workspace(file)
    workspace.commit("new", [edits.add_partner(a_partner(8, "Newcomer"))], today=TODAY)
    workspace.close()

    cli.run_command(["list", str(file)])
    assert "No assessment yet" in capsys.readouterr().out
    assert "has no assessment yet" in refused(["score", str(file), "Newcomer"], capsys)


def test_archived_partners_are_listed_apart_and_found_by_name(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = open_workspace(file)
    zebra = workspace.read_partner(UUID(int=5))
    workspace.commit("archive", [edits.edit_partner(zebra, replace(zebra, archived=True))], today=TODAY)
    workspace.close()

    cli.run_command(["list", str(file)])
    assert "Zebra" not in capsys.readouterr().out
    cli.run_command(["list", str(file), "--archived"])
    assert "Zebra" in capsys.readouterr().out
    assert cli.run_command(["score", str(file), "zebra"]) == 0


def test_sample_makes_a_sound_workspace_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = tmp_path / "Sample.rapport"

    assert cli.run_command(["sample", str(sample), "--as-of", DAY]) == 0
    assert cli.run_command(["check", str(sample)]) == 0
    assert capsys.readouterr().out.count("6 ") >= 2
    assert str(sample) in refused(["sample", str(sample)], capsys)


def test_the_readme_names_every_key_of_the_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")

    for command in (["list", str(file), "--json"], ["score", str(file), "--json"]):
        cli.run_command(command)
        assert [key for key in keys_of(json.loads(capsys.readouterr().out)) if f'"{key}"' not in readme] == []


def keys_of(value: object) -> set[str]:
    """Return every key at any depth; of the five dimensions only the first."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    if not isinstance(value, dict):
        return set()
    named = {key for key in value if key not in ("value", "trust", "risk", "learning")}
    return named.union(*map(keys_of, value.values()))
