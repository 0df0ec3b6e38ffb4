"""Controls as the style sheet draws them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QSlider
from pytestqt.qtbot import QtBot

from ui.theme import palette
from ui.theme.palette import Scheme, theme


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qtbot: QtBot) -> Scheme:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    chosen: Scheme = request.param
    theme.apply(app, chosen)
    return chosen


def test_a_chosen_check_box_has_a_tick_that_stands_out(qtbot: QtBot, scheme: Scheme) -> None:
    box = QCheckBox("Answers")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.resize(box.sizeHint())
    image = box.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(16) for y in range(image.height())}
    assert palette.color("accent").name().upper() in seen
    assert palette.color("accent_text").name().upper() in seen


def test_the_handle_of_a_slider_is_not_cut(qtbot: QtBot, scheme: Scheme) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    assert slider.minimumSizeHint().height() >= 18  # its handle with the border
