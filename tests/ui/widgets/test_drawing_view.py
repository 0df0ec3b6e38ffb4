"""The chart view: what it paints, what it says, how tall it is."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessments.drawing import Area, Box, Drawing, Label, Line, Marker, MarkerShape, Strokes
from ui.theme import palette
from ui.widgets.drawing_view import DrawingView

PICTURE = Drawing(
    100,
    50,
    (
        Box(0, 0, 100, 50, "surface"),
        Box(10, 10, 30, 30, "goals"),
        Area(((60, 10), (90, 10), (90, 40), (60, 40)), "trust", 0.5),
        Line(((0, 5), (100, 5)), "ink", 2.0, (4, 2)),
        Line(((50, 10), (55, 20), (45, 20)), "ink", 1.0, (), True),
        Strokes((((0, 30), (8, 30)), ((0, 42), (8, 42))), "decline", 4.0),
        *(Marker(10 + 20 * n, 45, shape, "series_1") for n, shape in enumerate(get_args(MarkerShape))),
        Label(50, 30, "79 & <b>80</b>", anchor="middle", bold=True),
        Label(99, 48, "end", anchor="end"),
    ),
    "Score & range",
    "Goals: 79 supported, up to 83.",
)


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    made = DrawingView()
    qtbot.addWidget(made)
    made.show_drawing(PICTURE)
    return made


def test_it_says_the_title_and_the_numbers_and_is_a_graphic(view: DrawingView) -> None:
    face = QAccessible.queryAccessibleInterface(view)
    assert face.text(QAccessible.Text.Name) == "Score & range"
    assert face.text(QAccessible.Text.Description) == "Goals: 79 supported, up to 83."
    assert face.role() is QAccessible.Role.Graphic
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_paints_in_the_colours_of_the_scheme(view: DrawingView, scheme: palette.Scheme, qapp: QApplication) -> None:
    palette.theme.apply(qapp, scheme)
    view.resize(200, 100)
    view.show()
    image = view.grab().toImage()
    scale = image.width() / 200
    assert image.pixelColor(round(50 * scale), round(26 * scale)) == QColor(palette.color("goals"))
    for y in (60, 84):
        assert image.pixelColor(round(8 * scale), round(y * scale)) == QColor(palette.color("decline"))
    assert image.pixelColor(round(8 * scale), round(72 * scale)) == QColor(palette.color("surface"))
    assert image.pixelColor(round(10 * scale), round(90 * scale)) == QColor(palette.color("surface"))
    assert image.pixelColor(round(18 * scale), round(60 * scale)) == QColor(palette.color("surface"))
    palette.theme.apply(qapp, "light")


def test_its_height_follows_its_width(view: DrawingView) -> None:
    assert view.heightForWidth(200) == 100
    assert (view.sizeHint().width(), view.sizeHint().height()) == (100, 50)


def test_a_chart_that_is_described_for_a_width_is_described_anew_when_that_changes(qtbot: QtBot) -> None:
    view = DrawingView()
    qtbot.addWidget(view)
    widths: list[float] = []

    def build(width: float) -> Drawing:
        widths.append(width)
        return Drawing(width, 40, (), "Bars", f"{Fraction(1, 2)}")

    view.show_responsive(build)
    view.resize(320, 40)
    view.show()
    assert widths[-1] == 320
    assert view.drawing is not None
    assert view.drawing.width == 320
    assert view.heightForWidth(500) == 40


def test_without_a_drawing_it_takes_no_room(qtbot: QtBot) -> None:
    view = DrawingView()
    qtbot.addWidget(view)
    assert view.heightForWidth(100) == 0
    view.resize(20, 20)
    assert not view.grab().isNull()


def test_a_chart_is_described_once_for_each_width_that_a_layout_tries(qtbot: QtBot) -> None:
    view = DrawingView()
    qtbot.addWidget(view)
    widths: list[float] = []

    def build(width: float) -> Drawing:
        widths.append(width)
        return Drawing(width, 40, (), "Bars", "")

    view.show_responsive(build)
    widths.clear()
    for _turn in range(3):
        assert [view.heightForWidth(width) for width in (300, 320, 340)] == [40, 40, 40]
    view.resize(320, 40)
    view.show()
    assert widths == [300, 320, 340]

    for width in range(400, 420):
        view.heightForWidth(width)
    assert len(view._built) <= 8

    view.show_responsive(build)
    assert view.heightForWidth(300) == 40
    assert widths.count(300) == 2
