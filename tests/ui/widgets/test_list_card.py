"""Rows that lead to questions: nothing cut, everything named, the keyboard kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.columns import Columns
from ui.widgets.link_row import LinkRow, RowWords
from ui.widgets.list_card import ListCard, ListEntry, RowList

LONG = RowWords(
    "R4 AI behaviour, human oversight & <b>what is done</b> when it errs", "evidence stale", "!", "conditions"
)


def test_a_row_is_as_tall_as_its_words_need_and_says_them(qtbot: QtBot) -> None:
    row = LinkRow(LONG, "Opens question R4")
    qtbot.addWidget(row)
    assert row.heightForWidth(240) > row.heightForWidth(2000) >= QFontMetrics(row.font()).height()
    assert row.accessibleName() == f"{LONG.text}, evidence stale"
    row.resize(240, row.heightForWidth(240))
    assert not row.grab().isNull()


def test_a_click_and_a_key_ask_for_the_rows_question(qtbot: QtBot) -> None:
    rows = RowList("Gates")
    card = ListCard(rows)
    qtbot.addWidget(card)
    rows.show_entries([ListEntry("R4", LONG), ListEntry("R5", RowWords("R5"))], "None.")
    card.show()
    with qtbot.waitSignal(card.question_requested) as first:
        qtbot.mouseClick(rows.rows[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.question_requested) as second:
        qtbot.keyClick(rows.rows[1], Qt.Key.Key_Space)
    assert (first.args, second.args) == (["R4"], ["R5"])


def test_a_question_that_is_not_asked_leads_nowhere(qtbot: QtBot) -> None:
    rows = RowList("Gates")
    qtbot.addWidget(rows)
    rows.show_entries([ListEntry("R2", RowWords("R2", "not asked"), leads=False)], "None.")
    assert not rows.rows[0].isEnabled()


def test_the_same_entries_keep_their_rows_and_others_replace_them(qtbot: QtBot) -> None:
    rows = RowList("Gates")
    qtbot.addWidget(rows)
    rows.show_entries([ListEntry("R4", LONG)], "None.")
    kept = rows.rows[0]
    rows.show_entries([ListEntry("R4", LONG)], "None.")
    assert rows.rows == [kept]
    rows.show_entries([], "None.")
    assert rows.rows == []


def test_columns_stand_one_above_the_other_where_there_is_no_room(qtbot: QtBot) -> None:
    columns = Columns(least=600)
    qtbot.addWidget(columns)
    for _ in range(2):
        rows = RowList("Gates")
        rows.show_entries([ListEntry("R4", LONG)], "None.")
        columns.add(ListCard(rows), 1)
    columns.resize(800, 200)
    columns.show()
    assert not columns.stacked
    beside = columns.heightForWidth(800)
    columns.resize(400, 400)
    assert columns.stacked
    assert columns.heightForWidth(400) > beside


def test_the_heading_says_what_the_figures_are(qtbot: QtBot) -> None:
    rows = RowList("Strengths", "rating")
    qtbot.addWidget(rows)
    assert "rating" in [one.text() for one in rows.findChildren(QLabel)]
