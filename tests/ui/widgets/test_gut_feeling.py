"""The gut feeling is nothing until it is touched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from ui.widgets.gut_feeling import GutFeeling


def test_an_untouched_slider_is_no_answer(qtbot: QtBot) -> None:
    feeling = GutFeeling()
    qtbot.addWidget(feeling)
    assert feeling.value is None


def test_a_key_on_the_slider_is_an_answer(qtbot: QtBot) -> None:
    feeling = GutFeeling()
    qtbot.addWidget(feeling)
    slider = feeling.findChild(QSlider)
    assert slider is not None
    with qtbot.waitSignal(feeling.chosen) as chosen:
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert chosen.args == [60]
    assert feeling.value == 60
