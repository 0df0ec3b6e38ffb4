from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.wrapping_row import WrappingRow


class Block(QWidget):
    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self.setFixedSize(width, height)


def laid_out(widths: list[int], ends: list[int], room: int) -> tuple[list[QRect], list[QRect], int]:
    """Return the boxes of items and ends in a row of that width, and its height."""
    holder = QWidget()
    row = WrappingRow(gap=8, parent=holder)
    items, last = [Block(width) for width in widths], [Block(width) for width in ends]
    for one in last:
        row.add_end(one)
    for one in items:
        row.addWidget(one)
    height = row.heightForWidth(room)
    row.setGeometry(QRect(0, 0, room, height))
    boxes = [one.geometry() for one in items], [one.geometry() for one in last]
    holder.deleteLater()
    return *boxes, height


def test_ends_stay_on_the_right_of_the_first_line_and_items_wrap_below(qtbot: QtBot) -> None:
    items, ends, height = laid_out([100, 100, 100], [50, 60], 340)
    assert ends == [QRect(222, 0, 50, 20), QRect(280, 0, 60, 20)]
    assert items == [QRect(0, 0, 100, 20), QRect(108, 0, 100, 20), QRect(0, 28, 100, 20)]
    assert height == 48


def test_a_row_inside_a_row_wraps_too_and_pushes_the_next_line_down(qtbot: QtBot) -> None:
    holder, inside, after = QWidget(), QWidget(), Block(60)
    row, inner = WrappingRow(gap=8, parent=holder), WrappingRow(gap=0, parent=inside)
    blocks = [Block(100) for _ in range(4)]
    for one in blocks:
        inner.addWidget(one)
    row.addWidget(inside)
    row.addWidget(after)
    qtbot.addWidget(holder)

    assert row.minimumSize().width() == 100
    assert row.heightForWidth(250) == 40 + 8 + 20
    row.setGeometry(QRect(0, 0, 250, 68))
    assert inside.geometry() == QRect(0, 0, 250, 40)
    assert after.geometry().top() == 48
    assert row.heightForWidth(500) == 20


def test_an_empty_row_has_no_height(qtbot: QtBot) -> None:
    assert laid_out([], [], 300)[2] == 0
    assert WrappingRow().itemAt(0) is None
    assert WrappingRow().takeAt(0) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    widths=st.lists(st.integers(10, 200), max_size=10),
    ends=st.lists(st.integers(10, 60), max_size=3),
    room=st.integers(220, 700),
)
def test_nothing_overlaps_and_nothing_sticks_out(qtbot: QtBot, widths: list[int], ends: list[int], room: int) -> None:
    items, last, height = laid_out(widths, ends, room)
    boxes = [*items, *last]
    assert all(box.left() >= 0 and box.right() < room and box.bottom() < height for box in boxes)
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


@pytest.mark.parametrize("count", [0, 1, 3])
def test_items_can_be_taken_out_again(qtbot: QtBot, count: int) -> None:
    holder = QWidget()
    row = WrappingRow(parent=holder)
    blocks = [Block(10) for _ in range(count)]
    for block in blocks:
        row.addWidget(block)
    row.add_end(Block(10))
    for block in blocks:
        row.removeWidget(block)
    assert row.count() == 1
    taken = row.takeAt(0)
    assert taken is not None
    assert row.count() == 0
    holder.deleteLater()
