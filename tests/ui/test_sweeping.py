"""What a killed program left of a document is gone after the next start, of the window or of a command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reports.part_files import records_folder
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from ui import cli
from ui.window.application import _after_paint
from ui.window.main_window import MainWindow

TOKEN = "0123456789abcdef"


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
