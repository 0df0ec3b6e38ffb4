"""Tab comes to the chosen one of several, and the arrow keys still reach the others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.radio_group import lead_to_chosen


def test_tab_comes_to_the_chosen_one_and_arrows_choose_another(qtbot: QtBot) -> None:
    window, before = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    choices = [QRadioButton(name) for name in ("decider", "team", "partner")]
    column = QVBoxLayout(window)
    for part in (before, *choices):
        column.addWidget(part)
    lead_to_chosen(choices)
    choices[1].setChecked(True)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget() is choices[1]
    qtbot.keyClick(choices[1], Qt.Key.Key_Down)
    assert choices[2].isChecked()
    assert window.focusWidget() is choices[2]
    qtbot.keyClick(choices[2], Qt.Key.Key_Tab)
    assert window.focusWidget() is before
