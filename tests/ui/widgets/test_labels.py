"""Labels: a name keeps its place, in whatever direction it is read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.widgets.labels import ElidedLabel


@pytest.mark.parametrize("name", ["Brightfield", "מבחן"])
def test_a_name_begins_where_its_line_begins(qtbot: QtBot, name: str) -> None:
    line = ElidedLabel(name)
    qtbot.addWidget(line)
    line.resize(600, 30)
    drawn = line.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = drawn.pixel(599, 0)
    inked = [x for x in range(600) if any(drawn.pixel(x, y) != ground for y in range(30))]
    assert inked
    assert max(inked) < 200
