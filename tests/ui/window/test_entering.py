"""Enter presses what has the keyboard, on every page of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import bare, shown_window
from ui.window.entering import EnterPress


def test_enter_presses_a_button_once_and_ticks_no_box(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    EnterPress(window)
    button, box = QPushButton("Go", window), QCheckBox("Tick", window)
    button.setAutoDefault(False)
    box.move(0, 40)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("go"))
    window.show()
    qtbot.waitExposed(window)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == ["go", "go"]
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    button.setEnabled(False)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert pressed == ["go", "go"]
    assert not box.isChecked()


def test_the_keyboard_opens_the_doors_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    (settings,) = (
        one for one in window.navigation.findChildren(QWidget) if bare(str(one.property("text"))) == "Settings"
    )
    settings.setFocus()
    qtbot.keyClick(settings, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._page_name == "settings")
