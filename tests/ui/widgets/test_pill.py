"""A pill shows its words whole where it can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from assessments.band import Band
from ui.widgets.pill import paint_pill, pill_width

WORDS = "Proceed with conditions"


def ink_columns(narrower: int) -> int:
    """Paint a pill narrower than it wants to be; return how many columns of pixels have ink of its words."""
    width = pill_width(Band.CONDITIONS, WORDS) - narrower
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_pill(painter, QRectF(0, 0, width, 24), Band.CONDITIONS, WORDS)
    painter.end()
    ground = image.pixel(width // 2, 2)
    columns = [x for x in range(width - 14) if any(image.pixel(x, y) != ground for y in range(6, 18))]
    return len(columns)


@pytest.mark.parametrize("narrower", [6, 10])
def test_in_a_narrow_column_the_room_around_the_words_goes_first(qtbot: QtBot, narrower: int) -> None:
    assert ink_columns(narrower) >= ink_columns(0) - narrower


def test_the_words_are_cut_only_where_there_is_no_room_at_all(qtbot: QtBot) -> None:
    assert ink_columns(60) < ink_columns(0) - 40
