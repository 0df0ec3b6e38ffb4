"""The ring around what has the keyboard: it follows, and hears the last events of a dialog in peace."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.focus_ring import FocusRing


def test_events_that_come_while_its_window_is_collected_are_no_error(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(ring.isVisible)
    followed = ring.__dict__.pop("_followed")  # as Python's collector leaves it
    field.move(field.x() + 5, field.y())
    assert not ring.isVisible()
    ring._followed = followed
    field.move(field.x() - 5, field.y())
    assert ring.isVisible()
