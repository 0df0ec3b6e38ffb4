"""The ring around what has the keyboard: it follows, and hears the last events of a dialog in peace."""

from __future__ import annotations

import gc

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget
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


def test_what_tab_reaches_from_outside_is_brought_into_view(qtbot: QtBot) -> None:
    window, body, area = QWidget(), QWidget(), QScrollArea()
    qtbot.addWidget(window)
    outside, far = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    inside = QVBoxLayout(body)
    inside.addSpacing(2000)
    inside.addWidget(far)
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(outside)
    column.addWidget(area)
    ring = FocusRing(window)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    outside.setFocus()
    qtbot.waitUntil(ring.isVisible)
    seen = area.viewport()
    qtbot.waitUntil(lambda: body.height() == area.verticalScrollBar().maximum() + seen.height())  # laid out
    qtbot.keyClick(outside, Qt.Key.Key_Tab)
    assert far.hasFocus()
    assert seen.rect().contains(far.geometry().translated(body.mapTo(seen, QPoint(0, 0))).center())
    assert ring.isVisible()


class Kept(QDialog):
    """Refers to itself, as dialogs with connections of their own do: only the collector ends it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.ring = FocusRing(self)
        self.itself = self
        self.show()
        self.activateWindow()
        self.field.setFocus()


def test_a_dialog_that_is_collected_while_it_is_shown_is_no_error(qtbot: QtBot) -> None:
    for _ in range(5):
        dialog = Kept()
        qtbot.waitUntil(dialog.ring.isVisible)
        del dialog
        gc.collect()
        QApplication.processEvents()
    assert not any(isinstance(widget, Kept) for widget in QApplication.topLevelWidgets())
