"""The rail on the left: wide with its keys, narrow without, and the saved light in as many words as fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import shown_window
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "A name that is longer than any rail is wide.rapport"))


def test_a_narrow_window_leaves_the_room_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    wide = window.navigation.width()
    window.resize(640, 500)
    qtbot.waitUntil(lambda: window.navigation.width() < wide - 60)
    qtbot.waitUntil(lambda: window.stack.width() >= 640 - window.navigation.width() - 20)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.navigation.width() == wide)


@pytest.mark.parametrize(("width", "saved", "not_yet"), [
    (1280, "✓ All changes saved", "● Not saved yet"),
    (640, "✓ Saved", "● Not saved"),
])  # fmt: skip
def test_the_light_says_it_in_as_many_words_as_fit(
    qtbot: QtBot, window: MainWindow, width: int, saved: str, not_yet: str
) -> None:
    assert window.document is not None
    window.resize(width, 600)
    light = window.navigation._light
    qtbot.waitUntil(lambda: light.whole_text() == saved)
    window.document.set_pending("note", True)
    assert light.whole_text() == not_yet
    assert window.document.path.name in window.navigation._file.whole_text()
    window.document.set_pending("note", False)
    assert light.whole_text() == saved


def test_a_name_that_does_not_fit_ends_in_an_ellipsis_inside_the_rail(window: MainWindow) -> None:
    line = window.navigation._file
    assert line.text().endswith("…")
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.contentsRect().width()


def test_a_printed_page_belongs_to_the_page_it_comes_from(window: MainWindow) -> None:
    buttons = window.navigation._buttons
    for page, marked in {"summary": "portfolio", "comparison": "compare", "settings": "settings"}.items():
        window.navigation.show_page(page)
        assert [name for name, button in buttons.items() if button.isChecked()] == [marked]
    window.navigation.show_page("brief 3f9a77c2")
    assert buttons["partners"].isChecked()
