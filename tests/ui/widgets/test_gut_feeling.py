"""The gut feeling is nothing until it is touched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from ui.theme.palette import color, theme
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


def shown_feeling(qtbot: QtBot) -> tuple[GutFeeling, QSlider]:
    """Return one on screen, and its slider."""
    feeling = GutFeeling()
    qtbot.addWidget(feeling)
    feeling.resize(400, 40)
    feeling.show()
    slider = feeling.findChild(QSlider)
    assert slider is not None
    return feeling, slider


def _left_of_the_handle(slider: QSlider) -> str:
    return slider.grab().toImage().pixelColor(slider.width() // 4, slider.height() // 2).name()


def test_the_bar_is_filled_only_once_a_feeling_is_given(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    feeling, slider = shown_feeling(qtbot)
    assert _left_of_the_handle(slider) == color("control_line").name()
    feeling.show_value(50)
    assert _left_of_the_handle(slider) == color("accent").name()
    feeling.show_value(None)
    assert _left_of_the_handle(slider) == color("control_line").name()


def test_a_screen_reader_hears_whether_one_is_given(qtbot: QtBot) -> None:
    feeling = GutFeeling()
    qtbot.addWidget(feeling)
    slider = feeling.findChild(QSlider)
    assert slider is not None
    assert slider.accessibleDescription() == "not given"
    feeling.show_value(70)
    assert slider.accessibleDescription() == "70 of 100"


def test_pressing_the_handle_without_moving_it_means_the_middle(qtbot: QtBot) -> None:
    feeling, slider = shown_feeling(qtbot)
    with qtbot.waitSignal(feeling.chosen) as chosen:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert chosen.args == [50]
    assert feeling.value == 50
