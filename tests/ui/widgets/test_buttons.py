"""Buttons: what is chosen is seen, and its words can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import palette
from ui.theme.palette import theme
from ui.widgets.buttons import Button, button


def shown(qtbot: QtBot, kind: str, *, chosen: bool, enabled: bool = True) -> Button:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    made = button("Don't know yet", "U", kind)
    made.setCheckable(True)
    made.setChecked(chosen)
    made.setEnabled(enabled)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def words_colors(made: Button) -> set[str]:
    """Return the colours left of the key cap."""
    image = made.grab().toImage()
    wide = image.width() - 50
    return {image.pixelColor(x, y).name() for x in range(10, wide) for y in range(8, image.height() - 8)}


@pytest.mark.parametrize("enabled", [True, False])
def test_the_words_of_a_chosen_button_are_light_on_the_accent(qtbot: QtBot, enabled: bool) -> None:
    colors = words_colors(shown(qtbot, "plain", chosen=True, enabled=enabled))

    assert palette.color("accent").name() in colors
    assert palette.color("accent_text").name() in colors
    assert not {palette.color("ink").name(), palette.color("faint").name()} & colors


def test_a_link_that_is_switched_on_looks_it(qtbot: QtBot) -> None:
    assert palette.color("accent_soft").name() in words_colors(shown(qtbot, "link", chosen=True))
    assert palette.color("accent_soft").name() not in words_colors(shown(qtbot, "link", chosen=False))
