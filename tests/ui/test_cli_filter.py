"""`list` and `portfolio` narrow the partners as the window's list does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from models import edits
from models.partner_list import ListFilter, ListSort
from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.models.builders import a_partner, filled_workspace
from tests.reports.briefs import squeezed
from tests.ui.test_cli import refused
from tests.ui.test_cli_documents import written
from ui import cli
from ui.documents.list_words import filter_words, sort_words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workspace with Brightfield Creative, Ärzte & Söhne, Zebra, one without an assessment and an archived one."""
    path = filled_workspace(tmp_path / "Partners.rapport")
    workspace = open_workspace(path)
    for partner in (
        replace(a_partner(6, "Not assessed", tags=("Later",)), type="RES"),
        replace(a_partner(7, "Put away", tags=()), archived=True),
    ):
        workspace.commit("new", [edits.add_partner(partner)], today=TODAY)
    workspace.close()
    return path


def listed(options: list[str], file: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    assert cli.run_command(["list", str(file), "--json", *options]) == 0
    return {one["name"] for one in json.loads(capsys.readouterr().out)["partners"]}


NAMES = ("Brightfield Creative", "Ärzte & Söhne", "Zebra", "Not assessed", "Put away")
CHOICES = [
    (["--search", "ÄRZTE"], {"Ärzte & Söhne"}, "listed: search “ÄRZTE”"),
    (["--type", "res"], {"Not assessed"}, "listed: Researcher"),
    (["--type", "Researcher"], {"Not assessed"}, "listed: Researcher"),
    (["--recommendation", "none"], {"Not assessed"}, "listed: no assessment"),
    (["--tag", "later"], {"Not assessed"}, "listed: tag Later"),
    (["--archived"], {"Put away"}, "listed: archived"),
    (["--search", "bra", "--tag", "data"], {"Zebra"}, "listed: search “bra”; tag data"),
]


@pytest.mark.parametrize(("options", "names", "words"), CHOICES)
def test_list_and_portfolio_are_narrowed_and_the_portfolio_says_how(
    options: list[str], names: set[str], words: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(options, file, capsys) == names
    found = written(["portfolio", "{file}", *options], file, tmp_path / "out.pdf")
    assert {name for name in NAMES if squeezed(name) in found} == names
    assert squeezed(words) in found
    assert ("of4partners" in found) == ("--archived" not in options)


def test_recommendations_and_types_add_up_and_together_with_the_rest_cover_all(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everything = listed([], file, capsys)
    assert everything == set(NAMES[:-1])
    bands = ["proceed", "conditions", "pilot", "decline", "hold", "none"]
    parts = [listed(["--recommendation", band], file, capsys) for band in bands]
    assert sum(map(len, parts)) == len(everything)
    assert listed([word for band in bands for word in ("--recommendation", band)], file, capsys) == everything
    agencies, researchers = (listed(["--type", one], file, capsys) for one in ("AGY", "RES"))
    assert listed(["--type", "AGY", "--type", "RES"], file, capsys) == agencies | researchers


@pytest.mark.parametrize("command", [["list"], ["portfolio", "-o", "out.pdf"]], ids=lambda one: one[0])
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--type", "XX"], "There is no partner type “XX”. Known are ADV (Advertiser), AGY (Agency)"),
        (["--tag", "lost"], "There is no tag “lost”. In use are “creative”, “data”"),
    ],
)
def test_a_type_or_tag_that_is_not_there_is_refused_with_those_that_are(
    command: list[str], options: list[str], sentence: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sentence in refused([command[0], str(file), *command[1:], *options], capsys)
    assert not Path("out.pdf").exists()


def test_a_recommendation_that_does_not_exist_is_wrong_use(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run_command(["list", str(file), "--recommendation", "maybe"])
    assert ended.value.code == 2
    assert "invalid choice: 'maybe'" in capsys.readouterr().err


def test_a_list_is_described_in_words() -> None:
    assert filter_words(ListFilter(), str) == ""
    wanted = ListFilter("a{b}", frozenset({"AGY"}), frozenset({"hold", "none"}), "data", archived=True)
    assert filter_words(wanted, str) == "search “a{b}”; Agency; Hold, no assessment; tag data; archived"
    assert sort_words(ListSort("coverage"), str) == "share answered, lowest first"
    assert sort_words(ListSort("type", descending=True), str) == "type, backwards"
