"""Kills `drive` at random moments: `python3 tests/proofs/kill_drive.py 100` shows that no acknowledged answer is lost.

Each round feeds answers, kills the process (SIGKILL) after a random number of acknowledgements and a random moment,
then opens the file: its answers must be those of exactly the acknowledged lines, or of one line more, whose commit was
through when its acknowledgement was not. SQLite's own check, every row and every summary are looked at too.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    import bootstrap

    bootstrap.ensure(qt=False, tests=True)

from assessments.assessment import Assessment, Assessor, Partner, Scope  # noqa: E402
from assessments.questionnaire_file import packaged_questionnaire  # noqa: E402
from models import edits  # noqa: E402
from models.workspace import create_workspace, open_workspace  # noqa: E402
from models.workspace_check import check_workspace  # noqa: E402

PARTNER = Partner(UUID(int=1), "Kill & Söhne", "AGY")
ASSESSMENT_ID = UUID(int=2)
LINES = 400
LONGEST_WAIT = 0.03
"""Seconds after the last awaited acknowledgement: several commits long."""


@dataclass
class Figures:
    """What the rounds have shown."""

    rounds: int = 0
    acknowledged: int = 0
    unannounced: int = 0
    """Commits that were through when the process died before it could say so."""
    journals: int = 0
    """Kills in the middle of a commit: SQLite's journal lay beside the file."""


def make_workspace(path: Path) -> None:
    """Make a workspace with one partner and one empty assessment."""
    now = datetime.now(UTC)
    assessment = Assessment(
        ASSESSMENT_ID,
        PARTNER,
        PARTNER.type,
        "Kill test",
        packaged_questionnaire(),
        Scope.FULL,
        Assessor(UUID(int=3), "Tester"),
        "",
        now,
    )
    workspace = create_workspace(path)
    workspace.commit("new", [edits.add_partner(PARTNER), *edits.add_assessment(assessment)], today=now.date())
    workspace.close()


def read_ratings(path: Path) -> dict[str, int]:
    """Return question id -> rating as the file holds them; the file must be in order."""
    problems = check_workspace(path).problems
    if problems:
        raise AssertionError(f"the file is not in order: {problems}")
    workspace = open_workspace(path)
    try:
        answers = workspace.read_assessment(ASSESSMENT_ID).answers
    finally:
        workspace.close()
    return {question: answer.rating for question, answer in answers.items() if answer.rating is not None}


def next_lines(ratings: dict[str, int], chance: random.Random) -> list[tuple[str, int]]:
    """Return answers of which each changes something."""
    after = dict(ratings)
    questions = list(packaged_questionnaire().questions)
    lines = []
    for _ in range(LINES):
        question = chance.choice(questions)
        after[question] = chance.choice([rating for rating in range(1, 6) if rating != after.get(question)])
        lines.append((question, after[question]))
    return lines


def kill_once(path: Path, feed: Path, chance: random.Random, figures: Figures) -> None:
    """Feed, kill, and compare what was acknowledged with what is there.

    Raises:
        AssertionError: An acknowledged answer is not in the file, or something else is.
    """
    before = read_ratings(path)
    lines = next_lines(before, chance)
    feed.write_text(
        "".join(f"SET\t{PARTNER.name}\t{question}\t{rating}\n" for question, rating in lines), encoding="utf-8"
    )
    awaited = chance.randrange(LINES // 10)
    command = [sys.executable, str(ROOT / "main.py"), "drive", str(path)]
    with feed.open("rb") as fed, subprocess.Popen(command, stdin=fed, stdout=subprocess.PIPE) as running:
        said = [running.stdout.readline() for _ in range(awaited)] if running.stdout else []
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=chance.random() * LONGEST_WAIT)
        running.kill()
        said += running.stdout.readlines() if running.stdout else []
    if running.returncode not in (0, -signal.SIGKILL):
        raise AssertionError(f"drive ended by itself with exit code {running.returncode}")
    whole = [line for line in said if line.endswith(b"\n")]
    if whole != [b"ACK %d\n" % number for number in range(1, len(whole) + 1)]:
        raise AssertionError(f"acknowledgements out of order: {whole[-3:]}")
    figures.journals += path.with_name(path.name + "-journal").exists()
    found = read_ratings(path)
    if found == before | dict(lines[: len(whole) + 1]) and len(whole) < LINES:
        figures.unannounced += 1
    elif found != before | dict(lines[: len(whole)]):
        raise AssertionError(f"{len(whole)} answers were acknowledged, and the file holds something else")
    figures.rounds += 1
    figures.acknowledged += len(whole)


def run(rounds: int, folder: Path, seed: int) -> Figures:
    """Kill `drive` as often as asked on one growing workspace."""
    chance, figures = random.Random(seed), Figures()
    path = folder / "Killed.rapport"
    make_workspace(path)
    for _ in range(rounds):
        kill_once(path, folder / "feed.tsv", chance, figures)
    return figures


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100, Path(name), seed=20261124))
