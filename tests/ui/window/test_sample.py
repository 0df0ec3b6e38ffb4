"""The sample says on every page that it is invented, and can be left and removed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from assessments.sample import sample_assessments
from models.sample import create_sample
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import action_named, menu_named, menu_of, shown_window
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.sample_notice import SampleNotice
from ui.window import memory
from ui.window.folders import data_folder
from ui.window.main_window import MainWindow


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Look & around.rapport"
    create_sample(path, TODAY).close()
    return path


def press(text: str, dialog: QDialog) -> None:
    (found,) = (made for made in dialog.findChildren(QPushButton) if made.text().replace("&", "") == text)
    found.click()


def sample_menu(window: MainWindow) -> QMenu:
    return menu_of(action_named(menu_named(window, "File"), "Sample"))


def open_sample(qtbot: QtBot, window: MainWindow) -> Path:
    """Look around in the sample from the menu, and return its file."""
    before = window.document
    action_named(sample_menu(window), "Open the sample").trigger()
    qtbot.waitUntil(lambda: window.document is not None and window.document is not before)
    assert window.document is not None
    assert window.is_sample
    path = window.document.path
    qtbot.waitUntil(lambda: path in memory.read_recent())
    return path


def samples() -> list[str]:
    return sorted(path.name for path in data_folder().glob("*.rapport"))


def rate(window: MainWindow) -> None:
    """Change something in the sample."""
    assert window.document is not None
    found = window.current_assessment()
    assert found is not None
    assert window.document.open_assessment(found).reopen("To try it")


def changes(window: MainWindow) -> int:
    assert window.document is not None
    return len(window.document.workspace.changes())


def test_title_rail_and_list_say_that_the_partners_are_invented(qtbot: QtBot, sample: Path) -> None:
    window = shown_window(qtbot, sample)
    assert window.windowTitle() == "Look & around (invented partners) – Rapport"
    assert window.navigation._kind.whole_text() == "Sample: invented partners"
    assert window.navigation._kind.isVisible()
    (notice,) = window.findChildren(SampleNotice)
    assert notice.isVisible()
    assert "invented" in notice.text


def test_a_workspace_of_ones_own_says_nothing_of_a_sample(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "Ours.rapport"))
    assert window.windowTitle() == "Ours – Rapport"
    assert not window.navigation._kind.isVisible()
    assert window.findChildren(SampleNotice) == []
    for words in ("Leave the sample", "Start it afresh", "Remove it"):
        action = action_named(sample_menu(window), words)
        assert not action.isEnabled()
        assert action.toolTip() == "The sample is not open."


def test_leaving_the_sample_goes_back_to_the_workspace_before(qtbot: QtBot, tmp_path: Path, sample: Path) -> None:
    ours = filled_workspace(tmp_path / "Ours.rapport")
    window = shown_window(qtbot, ours)
    qtbot.waitUntil(lambda: memory.read_recent() == [ours])
    window.open_workspace(sample)
    (notice,) = window.findChildren(SampleNotice)
    notice.left.emit()
    assert window.document is not None
    assert window.document.path == ours
    assert sample.is_file()


def test_leaving_the_sample_without_another_workspace_shows_the_welcome_page(qtbot: QtBot, sample: Path) -> None:
    window = shown_window(qtbot, sample)
    window.menus.sample.leave()
    assert window.document is None
    assert window.stack.currentWidget() is window.welcome


def test_removing_the_sample_asks_with_its_name_and_deletes_the_file(qtbot: QtBot, sample: Path) -> None:
    window = shown_window(qtbot, sample)

    def look(box: ConfirmDialog) -> None:
        assert box.asked.about == "Look & around.rapport"
        press("Remove", box)

    within(qtbot, ConfirmDialog, window.menus.sample.remove, look)
    assert not sample.exists()
    assert window.document is None
    assert memory.read_recent() == []


def test_enter_in_that_question_keeps_the_sample(qtbot: QtBot, sample: Path) -> None:
    window = shown_window(qtbot, sample)
    within(qtbot, ConfirmDialog, window.menus.sample.remove, lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    assert sample.is_file()
    assert window.document is not None


def test_the_sample_is_one_file_that_keeps_what_was_changed_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "Ours.rapport"))
    first = open_sample(qtbot, window)
    assert first.parent == data_folder()
    rate(window)
    window.menus.sample.leave()
    assert not window.is_sample
    assert open_sample(qtbot, window) == first
    assert changes(window) == 2
    assert samples() == [first.name]


def test_an_untouched_sample_of_another_day_is_made_anew_so_that_its_dates_fit(qtbot: QtBot, tmp_path: Path) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    path = data_folder() / "Sample.rapport"
    create_sample(path, TODAY - timedelta(days=400)).close()
    window = shown_window(qtbot, filled_workspace(tmp_path / "Ours.rapport"))
    assert open_sample(qtbot, window) == path
    assert window.document is not None
    assert window.document.workspace.all_assessments()[0] in sample_assessments(TODAY)
    assert samples() == [path.name]


def test_a_sample_of_today_is_opened_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    path = data_folder() / "Sample.rapport"
    create_sample(path, TODAY).close()
    before = path.stat().st_ino
    window = shown_window(qtbot, filled_workspace(tmp_path / "Ours.rapport"))
    assert open_sample(qtbot, window) == path
    assert path.stat().st_ino == before


def test_beside_a_damaged_sample_a_new_one_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / "Sample.rapport").write_bytes(b"nothing")
    window = shown_window(qtbot, filled_workspace(tmp_path / "Ours.rapport"))
    assert open_sample(qtbot, window).name == "Sample 2.rapport"
    assert (data_folder() / "Sample.rapport").read_bytes() == b"nothing"


def test_opening_it_while_it_is_open_shows_its_list_and_keeps_undo(qtbot: QtBot) -> None:
    window = shown_window(qtbot)
    open_sample(qtbot, window)
    rate(window)
    document = window.document
    window.show_page("settings")
    action_named(sample_menu(window), "Open the sample").trigger()
    assert window.document is document
    assert document is not None
    assert document.undo_stack.canUndo()
    assert type(window.stack.currentWidget()).__name__ == "PartnersPage"


def test_starting_afresh_asks_where_something_would_be_lost(qtbot: QtBot) -> None:
    window = shown_window(qtbot)
    path = open_sample(qtbot, window)
    rate(window)
    (notice,) = window.findChildren(SampleNotice)
    window.show_page("settings")
    within(qtbot, ConfirmDialog, notice.afresh.emit, lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    assert changes(window) == 2, "Enter keeps it"
    within(qtbot, ConfirmDialog, notice.afresh.emit, lambda box: press("Start afresh", box))
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.document.path == path
    assert window.is_sample
    assert changes(window) == 1
    assert samples() == [path.name]
    assert type(window.stack.currentWidget()).__name__ == "PartnersPage"


def test_an_untouched_sample_is_started_afresh_without_a_question(qtbot: QtBot) -> None:
    window = shown_window(qtbot)
    path = open_sample(qtbot, window)
    before, inode = window.document, path.stat().st_ino
    action_named(sample_menu(window), "Start it afresh").trigger()
    qtbot.waitUntil(lambda: window.document is not None and window.document is not before)
    assert path.stat().st_ino != inode
    assert samples() == [path.name]


def test_a_sample_that_cannot_be_replaced_stays_as_it_is_and_says_why(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown_window(qtbot)
    path = open_sample(qtbot, window)
    rate(window)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.sample.create_sample", full)
    within(qtbot, ConfirmDialog, window.menus.sample.start_afresh, lambda box: press("Start afresh", box))
    qtbot.waitUntil(lambda: window.document is not None)
    assert "No space left" in window.notice.text
    assert path.read_bytes() == before
    assert changes(window) == 2
