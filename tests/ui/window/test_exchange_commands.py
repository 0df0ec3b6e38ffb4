"""Export and import from the menu: in a worker, confirmed, and taken back by one undo."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from models.exchange import export_workspace
from models.workspace import create_workspace, open_workspace
from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import shown_window
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.work_progress import WorkProgress
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def told(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the question for a file, which is the system's own dialog on some desktops."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(path), ""))


def export(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    """Export to a file, which is the answer to later questions too."""
    answer(monkeypatch, out)
    window.menus.exchange.export_file()
    qtbot.waitUntil(lambda: told(window).startswith("Exported"))


def test_an_export_is_written_and_its_place_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "A & B.json"
    answer(monkeypatch, out)
    window.menus.exchange.export_file()
    assert told(window) == "Exporting…"
    qtbot.waitUntil(lambda: told(window) == f"Exported to {out}")
    assert json.loads(out.read_text("utf-8"))["format"] == "rapport-workspace"


def test_a_copy_has_everything_and_the_window_stays_where_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.document is not None
    here = window.document.path
    copy = tmp_path / "Copy & more.rapport"
    answer(monkeypatch, tmp_path / "Copy & more")
    window.menus.exchange.save_copy()
    qtbot.waitUntil(lambda: told(window) == f"Copied to {copy}. You go on working in {here.name}.")
    assert window.document.path == here
    assert export_of(copy) == export_of(here)
    before = copy.read_bytes()
    window.menus.exchange.save_copy()
    qtbot.waitUntil(lambda: "exists already" in window.notice.text)
    assert copy.read_bytes() == before


def export_of(path: Path) -> dict[str, object]:
    with closing(open_workspace(path)) as opened:
        return export_workspace(opened)


def test_an_import_shows_what_it_holds_and_one_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(qtbot, window, monkeypatch, tmp_path / "Partners.json")
    empty = tmp_path / "Empty.rapport"
    create_workspace(empty).close()
    assert window.open_workspace(empty)

    def take(box: ConfirmDialog) -> None:
        assert box.asked.about == "Partners.json"
        assert "3 partners and 4 assessments" in box.asked.words
        qtbot.keyClick(box, Qt.Key.Key_Return)

    within(qtbot, ConfirmDialog, window.menus.exchange.import_file, take)
    qtbot.waitUntil(lambda: told(window) == "Imported 3 partners and 4 assessments.")
    assert window.document is not None
    assert len(window.document.workspace.all_partners()) == 3
    window.document.undo_stack.undo()
    assert window.document.workspace.all_partners() == []


def test_a_file_that_is_no_export_is_refused_with_its_name(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "<b>letter.json"
    wrong.write_text("Dear all")
    answer(monkeypatch, wrong)
    window.menus.exchange.import_file()
    qtbot.waitUntil(lambda: "<b>letter.json" in window.notice.text)
    assert window.document is not None
    assert len(window.document.workspace.all_partners()) == 3


def test_a_cancelled_import_says_so_and_leaves_everything_as_it_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(qtbot, window, monkeypatch, tmp_path / "Partners.json")
    qtbot.waitUntil(lambda: not window.findChildren(WorkProgress))
    pool, go_on = QThreadPool.globalInstance(), Event()
    threads = pool.maxThreadCount()
    pool.waitForDone()
    pool.setMaxThreadCount(1)
    try:
        pool.start(go_on.wait)  # so that the work is given up before its first step
        window.menus.exchange.import_file()
        (progress,) = window.findChildren(WorkProgress)
        assert progress.labelText() == told(window) == "Reading the file…"
        (cancel,) = progress.findChildren(QPushButton)
        cancel.click()
    finally:
        go_on.set()
        pool.setMaxThreadCount(threads)
    qtbot.waitUntil(lambda: told(window) == "Cancelled. Nothing was changed.")
    assert window.notice.text == ""
    window.menus.exchange.export_file()
    qtbot.waitUntil(lambda: told(window).startswith("Exported"))
