"""One answer, saved: our way against raw sqlite3 writing the same rows with the same pragmas, runs interleaved.

`python -m tests.benchmarks.save` prints the medians. `measure` is there for other benchmarks.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from models import edits
from models.connection import connect
from models.workspace import Workspace, create_workspace
from tests.models.builders import an_assessment, rated

TODAY = date(2026, 11, 23)
NOTE = "Seen at the demonstration in May; the register names models, data and reviewers. "


@dataclass(frozen=True, slots=True)
class SaveTimes:
    """Medians in milliseconds."""

    raw_save: float
    """One transaction of sqlite3: the answer's row, its summary's row, a row in the change table."""
    save: float
    """`Workspace.commit` without the scoring in it."""
    commit: float
    """`Workspace.commit` as it is: check, write, read back, score, sum up."""
    scoring: float
    raw_read: float
    """The same SELECTs as ours, into tuples."""
    read: float
    """`Workspace.read_assessment`."""


def answered_workspace(path: Path) -> tuple[Workspace, Assessment]:
    """Return a workspace with one fully answered assessment with notes."""
    answer = rated(4, note=NOTE * 4)
    assessment = an_assessment(answers=dict.fromkeys(packaged_questionnaire().questions, answer))
    workspace = create_workspace(path)
    parts = [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)]
    workspace.commit("new", parts, today=TODAY)
    return workspace, workspace.read_assessment(assessment.id)


def measure(runs: int = 200) -> SaveTimes:
    """Time everything in turns, so that a slow second of the machine is shared by all."""
    with tempfile.TemporaryDirectory() as folder:
        workspace, assessment = answered_workspace(Path(folder) / "ours.rapport")
        other, _ = answered_workspace(Path(folder) / "raw.rapport")
        other.close()
        raw = connect(Path(folder) / "raw.rapport")
        times: dict[str, list[float]] = {name: [] for name in SaveTimes.__slots__}
        for turn in range(runs):
            rated = Answer(State.RATED, 1 + turn % 5, grade=Grade.SEEN, note=NOTE * 4, answered_on=TODAY)
            edit = edits.edit_answer(assessment, "T4", rated)
            times["raw_save"].append(_timed(lambda: _raw_save(raw)))
            start = perf_counter()
            change = workspace.commit("rating of T4", [edit], today=TODAY)
            times["commit"].append(perf_counter() - start)
            assessment = change.assessments[assessment.id][0]
            times["scoring"].append(_timed(lambda: score_assessment(assessment, TODAY)))  # noqa: B023 - called at once
            times["save"].append(times["commit"][-1] - times["scoring"][-1])
            times["raw_read"].append(_timed(lambda: _raw_read(raw)))
            times["read"].append(_timed(lambda: workspace.read_assessment(assessment.id)))  # noqa: B023
            _next_values(raw, Path(folder) / "ours.rapport")
        raw.close()
        workspace.close()
    return SaveTimes(**{name: median(values) * 1000 for name, values in times.items()})


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


_ROWS: dict[str, tuple[object, ...]] = {}
_ANSWER = "SELECT * FROM answer WHERE question_id = 'T4'"


def _next_values(raw: sqlite3.Connection, ours: Path) -> None:
    """Take the rows that our save has written, for the raw save of the next turn."""
    reader = sqlite3.connect(ours)
    _ROWS["answer"] = reader.execute(_ANSWER).fetchone()
    _ROWS["summary"] = reader.execute("SELECT * FROM summary").fetchone()
    _ROWS["change"] = reader.execute(
        "SELECT label, edits, assessments, at, reverts FROM change ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    reader.close()


def _raw_save(raw: sqlite3.Connection) -> None:
    if not _ROWS:
        return
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(f"INSERT OR REPLACE INTO answer VALUES ({','.join('?' * 11)})", _ROWS["answer"])
    raw.execute(f"INSERT OR REPLACE INTO summary VALUES ({','.join('?' * 15)})", _ROWS["summary"])
    raw.execute("INSERT INTO change (label, edits, assessments, at, reverts) VALUES (?,?,?,?,?)", _ROWS["change"])
    raw.execute("COMMIT")


def _raw_read(raw: sqlite3.Connection) -> object:
    raw.execute("BEGIN")
    head = raw.execute(
        "SELECT a.*, p.*, s.*, (SELECT own_name FROM workspace) FROM assessment AS a "
        "JOIN partner AS p ON p.id = a.partner_id JOIN assessor AS s ON s.id = a.assessor_id WHERE a.id = ?",
        (str(UUID(int=2)),),
    ).fetchone()
    answers = raw.execute(
        "SELECT question_id, state, rating, reason, grade, evidence_date, note, flagged, answered_on "
        "FROM answer WHERE assessment_id = ? AND assessor_id = ?",
        (str(UUID(int=2)), str(UUID(int=3))),
    ).fetchall()
    reopenings = raw.execute("SELECT * FROM reopening WHERE assessment_id = ?", (str(UUID(int=2)),)).fetchall()
    raw.execute("COMMIT")
    return head, answers, reopenings


def main() -> None:
    """Print the figures."""
    times = measure()
    print(f"raw sqlite3 save {times.raw_save:8.2f} ms")
    print(f"save             {times.save:8.2f} ms   {times.save / times.raw_save:.2f}x, at most 2x")
    print(
        f"  with scoring   {times.commit:8.2f} ms   {times.commit / times.raw_save:.2f}x (scoring {times.scoring:.2f})"
    )
    print(f"raw sqlite3 read {times.raw_read:8.2f} ms")
    print(f"read             {times.read:8.2f} ms   {times.read / times.raw_read:.2f}x, at most 2.5x")


if __name__ == "__main__":
    main()
