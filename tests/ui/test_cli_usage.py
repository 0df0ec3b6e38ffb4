from __future__ import annotations

import errno
import io
import json
import os
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from ui import cli
from ui.commands import COMMANDS
from ui.commands.printing import complain, say, shown

STRINGS = json.loads((Path(__file__).parents[1] / "data" / "strings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["scroe", "x"],
        ["list"],
        ["brief", "file", "partner"],
        ["brief", "file", "partner", "-o", "x.pdf", "--paper", "a3"],
        ["score", "file", "--as-of", "yesterday"],
    ],
)
def test_wrong_use_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run_command(arguments)

    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("odd", [["--as-of", "2026-11-23"], ["extra"]])
def test_what_a_command_does_not_take_is_answered_with_its_own_usage(
    odd: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(["list", "file", *odd])

    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("usage: main.py list ")
    assert f"did not expect {' '.join(odd)}" in said


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(["--help"])

    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"    {command} " in said for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse([command, "--help"])

    assert ended.value.code == 0
    assert f"usage: main.py {command}" in capsys.readouterr().out


def test_version_is_that_of_pyproject(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Rapport {cli.version()}\n"


def test_the_window_takes_a_workspace_and_a_day() -> None:
    assert cli.parse_window(["My.rapport", "--as-of", "2026-11-24"]) == (Path("My.rapport"), date(2026, 11, 24))
    assert cli.parse_window(["--as-of=2026-11-24"]) == (None, date(2026, 11, 24))


def test_a_name_too_long_for_a_disk_is_not_taken_for_a_workspace(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse_window(["n" * 300])

    assert ended.value.code == 2
    assert "no command and no file named “nnn" in capsys.readouterr().err


def test_a_mistyped_command_is_not_taken_for_a_workspace(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse_window(["scroe"])

    assert ended.value.code == 2
    assert "no command and no file named “scroe”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Brightfield", "Brightfield"),
        ("Ärzte & 株式会社 🤝", "Ärzte & 株式会社 🤝"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("two\nlines\ttab", "two\\nlines\\ttab"),
        ("bell\x07 c1\x9b31m", "bell\\x07 c1\\x9b31m"),
        ("exe\u202efdp.", "exe\\u202efdp."),
        ("half\ud800", "half\\ud800"),
    ],
)
def test_user_text_cannot_steer_the_terminal(text: str, printed: str) -> None:
    assert shown(text) == printed


@pytest.mark.parametrize("text", [entry["text"] for entry in STRINGS], ids=[entry["id"] for entry in STRINGS])
def test_every_string_prints_as_one_harmless_line(text: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    say(shown(text))

    printed = capsysbinary.readouterr().out.decode()
    assert printed.endswith("\n")
    assert {unicodedata.category(character) for character in printed[:-1]}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert len(printed) > len(text)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_text_can_be_printed_in_every_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", out)

    say("✓ 株式会社")
    complain("“Zürich” \ud800")

    out.seek(0)
    assert len(out.read().splitlines()) == 2


class FullStream(io.StringIO):
    """A terminal's file on a full disk."""

    def __init__(self, file: io.BufferedWriter) -> None:
        super().__init__()
        self._file = file

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fileno(self) -> int:
        return self._file.fileno()


def test_an_output_that_cannot_be_written_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "Sample.rapport"
    with (tmp_path / "out.txt").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", FullStream(file))
        assert cli.run_command(["sample", str(made)]) == 1

    said = capsys.readouterr().err
    assert said.startswith("What the command says cannot be written: ")
    assert said.count("\n") == 1
    assert made.is_file()


def test_a_command_whose_output_was_closed_does_its_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "Sample.rapport"
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.run_command(["sample", str(made)]) == 0
    assert made.is_file()
