from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import TODAY
from tests.reports.briefs import squeezed
from tests.ui.test_cli import refused
from ui import cli
from ui.commands.documents import SORTS
from ui.documents.list_words import sort_words

DAY = TODAY.isoformat()
COMMANDS = (
    ["compare", "{file}", "Zebra", "Brightfield Creative"],
    ["portfolio", "{file}"],
    ["agenda", "{file}", "Brightfield Creative"],
    ["blank"],
)


def written(command: list[str], file: Path, out: Path) -> str:
    """Run a command that writes a document; return the text of its pages without spaces."""
    arguments = [part.format(file=file) for part in command]
    assert cli.run_command([*arguments, "-o", str(out), "--as-of", DAY]) == 0
    return squeezed("".join(page.extract_text() for page in PdfReader(out).pages))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_each_command_writes_its_document_and_says_where(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    found = written(command, file, out)
    said = capsys.readouterr().out
    assert str(out) in said
    assert "fingerprint " in said
    wanted = {
        "compare": "2 partners compared",
        "portfolio": "Ärzte & Söhne",
        "agenda": "CALL AGENDA",
        "blank": "AI advertising questionnaire",
    }
    assert squeezed(wanted[command[0]]) in found


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_same_command_writes_the_same_bytes(command: list[str], file: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    written(command, file, first)
    written(command, file, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_paper_and_grey_can_be_chosen(command: list[str], file: Path, tmp_path: Path) -> None:
    plain, grey = tmp_path / "plain.pdf", tmp_path / "grey.pdf"
    written(command, file, plain)
    written([*command, "--paper", "letter", "--grey"], file, grey)
    assert float(PdfReader(plain).pages[0].mediabox.width) == pytest.approx(595.28, abs=0.01)
    assert float(PdfReader(grey).pages[0].mediabox.width) == pytest.approx(612, abs=0.01)
    content = PdfReader(grey).pages[0].get_contents()
    assert content is not None
    assert b" rg" not in content.get_data()


def test_a_comparison_keeps_the_order_of_the_command(file: Path, tmp_path: Path) -> None:
    found = written(["compare", "{file}", "Zebra", "Brightfield Creative"], file, tmp_path / "1.pdf")
    assert found.index("Zebra") < found.index("BrightfieldCreative")
    turned = written(["compare", "{file}", "Brightfield Creative", "Zebra"], file, tmp_path / "2.pdf")
    assert turned.index("BrightfieldCreative") < turned.index("Zebra")


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Zebra"], "Choose 2 to 6 partners to print side by side, not 1."),
        (["Zebra"] * 7, "Choose 2 to 6 partners to print side by side, not 7."),
        (["Zebra", "Zebra"], "One assessment is chosen twice. Compare different assessments."),
        (["Zebra", "Nobody"], "There is no partner “Nobody”"),
    ],
)
def test_what_cannot_be_compared_is_refused_and_nothing_is_written(
    names: list[str], sentence: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    assert sentence in refused(["compare", str(file), *names, "-o", str(out)], capsys)
    assert not out.exists()


@pytest.mark.parametrize("sort", SORTS)
def test_a_portfolio_says_how_it_is_sorted(sort: str, file: Path, tmp_path: Path) -> None:
    found = written(["portfolio", "{file}", "--sort", sort], file, tmp_path / "out.pdf")
    assert squeezed(f"sorted by {sort_words(SORTS[sort], str)}") in found
    if sort == "name":
        assert found.index("BrightfieldCreative") < found.rindex("Zebra") < found.rindex("Ärzte&Söhne")


def test_a_blank_questionnaire_is_of_a_type_and_a_scope(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = written(["blank", "--type", "RES", "--quick"], file, tmp_path / "out.pdf")
    assert squeezed("for a partner of type Researcher · quick:") in found
    capsys.readouterr()
    said = refused(["blank", "--type", "XX", "-o", str(tmp_path / "x.pdf")], capsys)
    assert "There is no partner type “XX”." in said
    assert "AGY (Agency)" in said


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_workspace_is_never_overwritten_and_a_missing_folder_is_named(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [part.format(file=file) for part in command]
    before = file.read_bytes()
    assert "never overwritten" in refused([*arguments, "-o", str(file)], capsys)
    assert file.read_bytes() == before
    assert "does not exist" in refused([*arguments, "-o", str(tmp_path / "no" / "out.pdf")], capsys)


def test_a_link_to_itself_is_refused_and_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    assert "is a link that leads back to itself" in refused(["blank", "-o", str(loop)], capsys)
    assert loop.is_symlink()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_name_that_no_disk_takes_is_refused_with_a_sentence(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [part.format(file=file) for part in command]
    before = sorted(tmp_path.iterdir())
    assert f"{'n' * 300}.pdf” cannot be reached: " in refused(
        [*arguments, "-o", str(tmp_path / f"{'n' * 300}.pdf")], capsys
    )
    assert sorted(tmp_path.iterdir()) == before
