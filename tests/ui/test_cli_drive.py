from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

import bootstrap
from assessments.answer import Answer
from models.workspace import open_workspace
from tests.conftest import TODAY


def drive(file: Path, lines: str) -> tuple[int, str, str]:
    command = [sys.executable, "main.py", "drive", str(file), "--as-of", TODAY.isoformat()]
    done = subprocess.run(command, input=lines.encode(), cwd=bootstrap.HERE, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def answers(file: Path, number: int) -> dict[str, Answer]:
    workspace = open_workspace(file)
    try:
        return dict(workspace.read_assessment(UUID(int=number)).answers)
    finally:
        workspace.close()


def test_each_line_is_stored_and_acknowledged(file: Path) -> None:
    lines = "SET\tÄrzte & Söhne\tG1\t2\nSET\tÄrzte & Söhne\tG1\t5\nSET\tbrightfield creative\tR8\t1\n"

    assert drive(file, lines) == (0, "ACK 1\nACK 2\nACK 3\n", "")
    assert answers(file, 12)["G1"].rating == 5
    assert answers(file, 14)["R8"].rating == 1


def test_a_driven_rating_keeps_note_and_evidence(file: Path) -> None:
    assert drive(file, f"SET\t{UUID(int=4)}\tG1\t3\n")[0] == 0

    assert answers(file, 12)["G1"].grade is not None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("hello", "must be SET"),
        ("SET\tZebra\tG1", "must be SET"),
        ("SET\tÄrzte & Söhne\tG1\t6", "whole number from 1 to 5"),
        ("SET\tÄrzte & Söhne\tG1\t٣", "whole number from 1 to 5"),
        ("SET\tÄrzte & Söhne\tQ99\t3", "no question “Q99”"),
        ("SET\tNobody\tG1\t3", "no partner “Nobody”"),
        ("SET\tZebra\tG1\t3", "finished"),
    ],
)
def test_a_line_that_is_refused_is_named_and_the_ones_before_it_stay(file: Path, line: str, reason: str) -> None:
    code, said, complained = drive(file, f"SET\tÄrzte & Söhne\tG1\t2\n{line}\nSET\tÄrzte & Söhne\tG2\t2\n")

    assert (code, said) == (1, "ACK 1\n")
    assert complained.startswith("Line 2 of standard input: ")
    assert reason in complained
    assert complained.count("\n") == 1
    assert answers(file, 12)["G1"].rating == 2
    assert answers(file, 12)["G2"].rating == 4


def test_a_reader_that_went_away_is_no_error(file: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "main.py", "list", str(file)]

    done = subprocess.run(command, cwd=bootstrap.HERE, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)

    assert (done.returncode, done.stderr) == (0, b"")
