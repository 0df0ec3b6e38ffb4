"""What a killed program left of a document is gone after the next start, of the window or of a command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reports.part_files import records_folder
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from ui import cli
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.evidence_changes import EvidenceChanges
from ui.window.application import _after_paint
from ui.window.main_window import MainWindow

TOKEN = "0123456789abcdef"
ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
os.fsync = lambda _handle: os.kill(os.getpid(), signal.SIGKILL)
"""
"""A program that is killed when its file is written and not yet in its place."""


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """A part file and its record, as a killed program leaves them."""
    path = tmp_path / f".rapport-{TOKEN}.part"
    path.write_bytes(b"half a brief")
    records_folder().mkdir(parents=True)
    (records_folder() / TOKEN).write_bytes(os.fsencode(path))
    return path


@pytest.mark.parametrize("command", [["brief", "Zebra"], ["agenda", "Zebra"], ["portfolio"]])
def test_a_command_that_writes_a_document_removes_it(command: list[str], part: Path) -> None:
    file = filled_workspace(part.with_name("Partners.rapport"))
    out = part.with_name("out.pdf")
    arguments = [command[0], str(file), *command[1:], "-o", str(out), "--as-of", TODAY.isoformat()]
    assert cli.run_command(arguments) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert not part.exists()
    assert not list(records_folder().iterdir())


def test_the_window_removes_it_once_it_is_shown(qtbot: QtBot, part: Path) -> None:
    window = MainWindow(lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    assert part.exists()
    _after_paint(window, alone=True)
    qtbot.waitUntil(lambda: not part.exists())


EXPORT_COMMAND = KILLED + "from ui import cli; cli.run_command(['export', sys.argv[1], '-o', sys.argv[2]])"
EXPORT_IN_WINDOW = KILLED + (
    "from ui.window.exchange_commands import _export; "
    "_export(Path(sys.argv[1]), Path(sys.argv[2]), lambda _done, _total: None)"
)


@pytest.mark.parametrize("program", [EXPORT_COMMAND, EXPORT_IN_WINDOW], ids=["command", "window"])
def test_a_killed_export_leaves_nothing_after_the_next_one(tmp_path: Path, program: str) -> None:
    file = filled_workspace(tmp_path / "Partners.rapport")
    out = tmp_path / "out" / "all.json"
    out.parent.mkdir()
    killed = subprocess.run([sys.executable, "-c", program, file, out], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    (left,) = out.parent.iterdir()
    assert left.name.endswith(".part")
    assert cli.run_command(["export", str(file), "-o", str(out)]) == 0
    assert list(out.parent.iterdir()) == [out]
    assert not list(records_folder().iterdir())


def test_a_copy_of_an_attached_file_is_on_record_while_it_is_written(
    qtbot: QtBot, row: AssessmentDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "charter.pdf").write_bytes(b"new")
    changes = EvidenceChanges(row)
    changes.attach("G1", [tmp_path / "charter.pdf"])
    qtbot.waitUntil(lambda: bool(row.assessment.attachments))
    seen: list[Path] = []
    fsync = os.fsync

    def look(handle: int) -> None:
        seen.extend(Path(os.fsdecode(record.read_bytes())) for record in records_folder().iterdir())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", look)
    target = tmp_path / "copy.pdf"
    changes.save_copy(row.assessment.attachments[0], target)
    qtbot.waitUntil(lambda: not changes.is_busy)
    assert target.read_bytes() == b"new"
    assert [part.parent for part in seen] == [tmp_path]
