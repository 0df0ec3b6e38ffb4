"""File dialogs start in a folder that is there, beside the workspace that is or was open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import shown_window
from ui.documents import folders
from ui.documents.folders import documents_folder, start_folder
from ui.documents.print_choices import last_folder
from ui.window import memory


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where each file dialog started; every one is cancelled."""
    starts: list[Path] = []

    def cancel(_parent: object, _title: str, start: str = "", *_: object, **__: object) -> tuple[str, str]:
        starts.append(Path(start))
        return "", ""

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, cancel)
    return starts


@pytest.fixture
def gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A documents folder that is not there."""
    folder = tmp_path / "Documents"
    monkeypatch.setattr(folders, "documents_folder", lambda: folder)
    return folder


def test_without_a_documents_folder_the_home_folder_is_taken(gone: Path) -> None:
    assert start_folder() == Path.home()
    assert last_folder() == Path.home()
    gone.mkdir()
    assert start_folder() == gone


def test_open_and_new_start_in_a_folder_that_is_there(qtbot: QtBot, gone: Path, asked: list[Path]) -> None:
    window = shown_window(qtbot)
    window.menus.file.choose_workspace()
    window.menus.file.new_workspace()
    assert asked[0] == Path.home()
    assert asked[1].parent == Path.home()
    assert not gone.exists()


def test_with_a_workspace_open_they_start_beside_it(qtbot: QtBot, tmp_path: Path, asked: list[Path]) -> None:
    (tmp_path / "work").mkdir()
    window = shown_window(qtbot, filled_workspace(tmp_path / "work" / "Ours.rapport"))
    window.menus.file.choose_workspace()
    window.menus.exchange.import_file()
    assert asked == [tmp_path / "work"] * 2


def test_with_none_open_they_start_where_one_was_open_last(qtbot: QtBot, tmp_path: Path, asked: list[Path]) -> None:
    (tmp_path / "work").mkdir()
    window = shown_window(qtbot, filled_workspace(tmp_path / "work" / "Ours.rapport"))
    window.close_workspace()
    window.menus.file.choose_workspace()
    assert asked == [tmp_path / "work"]
    memory.clear_recent()
    window.menus.file.choose_workspace()
    assert asked[-1] in (documents_folder(), Path.home())
