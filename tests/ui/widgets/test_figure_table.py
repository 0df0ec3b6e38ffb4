from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.figure_table import make_figure_table


def test_a_table_of_figures_is_named_and_cannot_be_typed_into(qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    item = QTableWidgetItem("12")
    table.setItem(0, 0, item)
    make_figure_table(table, "Weights in percent")
    table.show()
    table.setCurrentCell(0, 0)
    qtbot.keyClicks(table.viewport(), "34")
    assert table.accessibleName() == "Weights in percent"
    assert table.state() is QAbstractItemView.State.NoState
    assert item.text() == "12"


def test_tab_leaves_a_table_of_figures_at_once(qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    table, field = QTableWidget(2, 2), QLineEdit()
    column = QVBoxLayout(both)
    column.addWidget(table)
    column.addWidget(field)
    make_figure_table(table, "Figures")
    with qtbot.waitExposed(both):
        both.show()
    both.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert field.hasFocus()
