"""The sample says on every page that it is invented, and can be left and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import action_named, menu_named, shown_window
from ui.widgets.sample_notice import SampleNotice
from ui.window import memory


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Look & around.rapport"
    create_sample(path, TODAY).close()
    return path


def press(text: str, dialog: QDialog) -> None:
    (found,) = (made for made in dialog.findChildren(QPushButton) if made.text().replace("&", "") == text)
    found.click()


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
    remove = action_named(menu_named(window, "File"), "Remove the sample")
    assert not remove.isEnabled()
    assert remove.toolTip() == "The sample is not open."


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
    window.menus.file.leave_sample()
    assert window.document is None
    assert window.stack.currentWidget() is window.welcome


def test_removing_the_sample_asks_with_its_name_and_deletes_the_file(qtbot: QtBot, sample: Path) -> None:
    window = shown_window(qtbot, sample)

    def look(box: QMessageBox) -> None:
        assert "Look & around.rapport" in box.text()
        press("Remove", box)

    within(qtbot, QMessageBox, window.menus.file.remove_sample, look)
    assert not sample.exists()
    assert window.document is None
    assert memory.read_recent() == []


def test_enter_in_that_question_keeps_the_sample(qtbot: QtBot, sample: Path) -> None:
    window = shown_window(qtbot, sample)
    within(qtbot, QMessageBox, window.menus.file.remove_sample, lambda box: box.defaultButton().click())
    assert sample.is_file()
    assert window.document is not None
