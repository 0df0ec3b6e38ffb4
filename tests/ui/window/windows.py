"""Windows for the tests of this room."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import TODAY
from ui.window import memory
from ui.window.main_window import MainWindow

Shown = TypeVar("Shown", bound=QWidget)


def shown_window(qtbot: QtBot, path: Path | None = None) -> MainWindow:
    """Return a window that is shown, with its libraries loaded and a workspace open."""
    window = MainWindow(lambda: TODAY)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    if path is not None:
        assert window.open_workspace(path), window.notice.text
    window.show()
    window.libraries.load()
    qtbot.waitUntil(lambda: window.libraries.ready and window.menus._is_full)
    if path is not None:
        qtbot.waitUntil(lambda: path in memory.read_recent())  # else it were remembered in the next test's settings
    return window


def page_of(qtbot: QtBot, window: MainWindow, kind: type[Shown]) -> Shown:
    """Return the page in view once it is of a kind."""
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), kind))
    page = window.stack.currentWidget()
    assert isinstance(page, kind)
    return page


def menu_named(window: MainWindow, title: str) -> QMenu:
    """Return a menu of the menu bar, filled as on opening it."""
    (menu,) = (found for found in map(menu_of, window.menuBar().actions()) if bare(found.title()) == title)
    menu.aboutToShow.emit()
    return menu


def action_named(menu: QMenu, text: str) -> QAction:
    """Return one command of a menu."""
    (found,) = (action for action in menu.actions() if bare(action.text()) == text)
    return found


def menu_of(action: QAction) -> QMenu:
    """Return the menu that an action opens."""
    found = action.menu()
    assert isinstance(found, QMenu)
    return found


def bare(text: str) -> str:
    """Return a command's words without its mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
