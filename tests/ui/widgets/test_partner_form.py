"""What is wrong with a partner's details is said beside the field until it is mended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.partner_form import PartnerForm


def test_an_error_goes_when_its_field_is_being_mended(qtbot: QtBot) -> None:
    form = PartnerForm()
    qtbot.addWidget(form)
    form.show()
    assert form.check() is form.name
    assert form.rows["name"].error
    assert form.rows["type"].error
    qtbot.keyClicks(form.name, "A")
    assert form.rows["name"].error == ""
    assert form.rows["type"].error
    qtbot.keyClick(form.type, Qt.Key.Key_Down)
    assert form.rows["type"].error == ""
    assert form.check() is None
