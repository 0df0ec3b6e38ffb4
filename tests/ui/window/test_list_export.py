"""The list as CSV from the File menu: as it is filtered and sorted in the window."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.partner_list import ListFilter, ListSort
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import action_named, menu_named, shown_window
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def names(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [line["Partner"] for line in csv.DictReader(file)]


def test_the_list_is_written_as_it_is_filtered_and_sorted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    out = tmp_path / "A & B.csv"

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(start)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert window.document is not None
    window.document.choice.set_sort(ListSort("name", descending=True))
    action_named(menu_named(window, "File"), "Export list as CSV").trigger()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == f"List exported to {out}")
    assert offered == [str(tmp_path / f"Partners list {TODAY.isoformat()}.csv")]
    assert names(out) == ["Ärzte & Söhne", "Zebra", "Brightfield Creative"]
    window.document.choice.set_filter(ListFilter(text="zebra"))
    window.statusBar().clearMessage()
    window.menus.export_list()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == f"List exported to {out}")
    assert names(out) == ["Zebra"]


def test_a_file_that_only_the_ending_names_is_replaced_only_when_that_is_meant(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "List.csv"
    kept.write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "List"), ""))
    within(qtbot, ConfirmDialog, window.menus.export_list, lambda box: box.reject())
    assert kept.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "List.csv"), ""))
    window.menus.export_list()
    qtbot.waitUntil(lambda: "choose another place" in window.notice.text)


def test_without_a_workspace_there_is_no_list(qtbot: QtBot) -> None:
    action = action_named(menu_named(shown_window(qtbot), "File"), "Export list as CSV")
    assert not action.isEnabled()
    assert action.toolTip() == "Open a workspace first."
