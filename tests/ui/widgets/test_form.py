"""A form row's letter leads into its field, and an empty place for a logo has the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import palette
from ui.widgets.form import FormRow
from ui.widgets.gut_feeling import GutFeeling
from ui.widgets.logo_field import LogoField


def test_the_letter_of_a_field_made_of_several_leads_to_its_first(qtbot: QtBot) -> None:
    window, other, feeling = QWidget(), QLineEdit(), GutFeeling()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(FormRow("Gut f&eeling", feeling))
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    qtbot.keyClick(other, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert window.focusWidget() is feeling.focusProxy()


def test_where_no_logo_is_there_is_no_white_paper(qtbot: QtBot) -> None:
    field = LogoField()
    qtbot.addWidget(field)
    field.show()
    drawn = field.picture.grab().toImage()
    assert drawn.pixelColor(4, 4) == palette.color("sunken")
