"""The sheets in the window: rows are typed, moved, removed and pasted, each in one step that undo takes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from assessments.conditions import ConditionState
from assessments.sheet_columns import COLUMNS
from assessments.sheet_rows import cell_text
from assessments.sheets import Sheet
from assessments.text_rules import TextRefused, clean_cell
from tests.locales import in_locale
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.widgets.sheet_table import SheetTable

STRINGS = [one["text"] for one in json.loads((Path(__file__).parents[2] / "data" / "strings.json").read_text("utf-8"))]
GOOD = {
    Sheet.GOALS: "Goal {n}\tReach\t\t\tPanel\t2026-12-31\t4\t3",
    Sheet.EXCHANGES: "Item {n}\tWe\tData\t2\t4",
    Sheet.RISKS: "Risk {n}\t3\t4\tReduce\tAct\tLegal",
    Sheet.CONDITIONS: "Condition {n}\tLegal\t2026-12-12\tSigned",
    Sheet.MEETINGS: "Lead {n}\tTheir lead\tWeekly\tVideo call",
}
BAD = {
    Sheet.GOALS: "Goal {n}\t\t\t\t\tsoon\t4\t3",
    Sheet.EXCHANGES: "Item {n}\tNobody\tData\t2\t4",
    Sheet.RISKS: "Risk {n}\t9\t4",
    Sheet.CONDITIONS: "Condition {n}\tLegal\tsome day",
    Sheet.MEETINGS: "\tTheir lead {n}",
}
LEFT_OUT = {Sheet.EXCHANGES, Sheet.RISKS, Sheet.MEETINGS}
"""Sheets whose bad line lacks a cell that its row cannot be without."""


def table_of(qtbot: QtBot, row: AssessmentDocument, sheet: Sheet) -> SheetTable:
    made = SheetTable(row, sheet)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def put(table: SheetTable, place: int, column_id: str, text: str) -> None:
    column = [one.id for one in table.model.columns].index(column_id)
    table.model.setData(table.model.index(place, column), text)


def paste(table: SheetTable, text: str) -> None:
    QApplication.clipboard().setText(text)
    table.view.setCurrentIndex(QModelIndex())
    table.view.paste()


@pytest.mark.parametrize("sheet", list(Sheet))
def test_two_hundred_pasted_rows_are_one_step_and_refused_cells_have_reasons(
    qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument, sheet: Sheet
) -> None:
    table = table_of(qtbot, row, sheet)
    before, steps = row.assessment, document.undo_stack.count()
    lines = [(BAD if n % 10 == 0 else GOOD)[sheet].format(n=n) for n in range(200)]
    paste(table, "\n".join(lines))
    taken = 180 if sheet in LEFT_OUT else 200
    assert len(row.assessment.sheets.rows(sheet)) == taken
    assert document.undo_stack.count() == steps + 1
    assert table.report.isVisible()
    reasons = table.refused.toPlainText().split("\n")
    assert len(reasons) == 20
    assert all(line.startswith("Line ") and line.endswith(".") for line in reasons)
    document.undo_stack.undo()
    assert row.assessment == before
    assert table.model.rowCount() == 1
    document.undo_stack.redo()
    assert len(row.assessment.sheets.rows(sheet)) == taken


def test_a_row_is_typed_cell_by_cell_and_kept_visible_until_it_is_valid(
    qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    table = table_of(qtbot, row, Sheet.RISKS)
    put(table, 0, "risk", "Unsafe content")
    assert not row.assessment.sheets.risks
    assert "Likelihood" in table.problem.text()
    assert not document.is_saved
    put(table, 0, "likelihood", "9")
    put(table, 0, "impact", "4")
    assert "1 to 5" in table.problem.text()
    assert table.model.index(0, 1).data() == "9"
    put(table, 0, "likelihood", "3")
    assert [risk.risk for risk in row.assessment.sheets.risks] == ["Unsafe content"]
    assert table.model.rowCount() == 2
    assert not table.problem.isVisible()
    assert document.is_saved


def test_keys_type_a_row(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.MEETINGS)
    table.add.click()
    editor = table.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Media lead")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    following = [one for one in table.view.findChildren(QLineEdit) if one.isVisible()][-1]
    assert following.accessibleName() == "Meets whom"
    qtbot.keyClicks(following, "Account lead")
    qtbot.keyClick(following, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.assessment.sheets.meetings[0].theirs != "")
    assert [(one.ours, one.theirs) for one in row.assessment.sheets.meetings] == [("Media lead", "Account lead")]


def test_a_wrong_cell_keeps_what_was_typed_with_its_reason_and_the_stored_one(
    qtbot: QtBot, row: AssessmentDocument
) -> None:
    table = table_of(qtbot, row, Sheet.RISKS)
    paste(table, GOOD[Sheet.RISKS])
    put(table, 0, "impact", "high")
    assert row.assessment.sheets.risks[0].impact == 4
    assert table.model.index(0, 2).data() == "high"
    assert "1 to 5" in table.model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    table.discard.click()
    assert table.model.index(0, 2).data() == "4"


def test_rows_move_and_go_and_come_back(qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument) -> None:
    table = table_of(qtbot, row, Sheet.GOALS)
    paste(table, "\n".join(GOOD[Sheet.GOALS].format(n=n) for n in range(3)))
    table.view.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [goal.outcome for goal in row.assessment.sheets.goals] == ["Goal 1", "Goal 0", "Goal 2"]
    assert table.view.currentIndex().row() == 1
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert [goal.outcome for goal in row.assessment.sheets.goals] == ["Goal 1", "Goal 2"]
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [goal.outcome for goal in row.assessment.sheets.goals] == ["Goal 0", "Goal 1", "Goal 2"]


def test_copied_rows_paste_back_equal(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.CONDITIONS)
    paste(table, 'Sign "terms"\tLegal\t2026-12-12\tSigned')
    table.view.selectRow(0)
    table.view.copy()
    table.view.setCurrentIndex(QModelIndex())
    table.view.paste()
    first, second = row.assessment.sheets.conditions
    texts = [
        [cell_text(Sheet.CONDITIONS, one, column.id) for column in COLUMNS[Sheet.CONDITIONS]] for one in (first, second)
    ]
    assert texts[0] == texts[1]


def test_a_finished_assessment_is_read_only(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.GOALS)
    paste(table, GOOD[Sheet.GOALS])
    row.finish()
    assert table.model.rowCount() == 1
    assert not table.add.isEnabled()
    assert not table.model.flags(table.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    paste(table, GOOD[Sheet.GOALS])
    assert len(row.assessment.sheets.goals) == 1


def test_conditions_are_met_after_an_assessment_is_finished(
    qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    table = table_of(qtbot, row, Sheet.CONDITIONS)
    paste(table, GOOD[Sheet.CONDITIONS])
    row.finish()
    put(table, 0, "state", "Done")
    assert row.assessment.is_final
    assert [one.state for one in row.assessment.sheets.conditions] == [ConditionState.DONE]
    paste(table, GOOD[Sheet.CONDITIONS])
    assert len(row.assessment.sheets.conditions) == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [one.state for one in row.assessment.sheets.conditions] == [ConditionState.OPEN]


@pytest.mark.parametrize("country", ["en_US", "en_IN", "fr_FR"])
@pytest.mark.parametrize("sheet", list(Sheet))
def test_every_column_is_seen_at_1280_pixels(qtbot: QtBot, row: AssessmentDocument, sheet: Sheet, country: str) -> None:
    with in_locale(country):
        table = table_of(qtbot, row, sheet)
        table.resize(812, 500)  # what window, steps and margins leave of 1280
        header = table.view.horizontalHeader()
        qtbot.waitUntil(lambda: table.view.width() == 812)
    assert header.length() <= table.view.viewport().width()
    assert not table.view.horizontalScrollBar().isVisible()
    metrics = header.fontMetrics()
    for place, column in enumerate(table.model.columns):
        assert all(metrics.horizontalAdvance(word) < header.sectionSize(place) for word in column.title.split())


def test_a_narrow_grid_scrolls_and_never_squeezes(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.RISKS)
    table.resize(400, 500)
    header = table.view.horizontalHeader()
    qtbot.waitUntil(lambda: table.view.width() == 400)
    assert header.length() > table.view.viewport().width()
    due = [one.id for one in table.model.columns].index("due")
    assert header.sectionSize(due) > table.view.fontMetrics().horizontalAdvance("2026-12-28")


def test_a_narrow_cell_opens_into_an_editor_that_shows_what_is_typed(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.RISKS)
    table.resize(812, 500)
    paste(table, GOOD[Sheet.RISKS])
    for column_id in ("response", "action", "impact_after"):
        index = table.model.index(0, [one.id for one in table.model.columns].index(column_id))
        table.view.edit(index)
        editor = table.view.indexWidget(index)
        assert isinstance(editor, QLineEdit | QComboBox)
        assert editor.width() >= min(editor.sizeHint().width(), 260)
        assert table.view.viewport().rect().contains(editor.geometry())
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_the_reason_stands_beside_the_cell_that_is_refused(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.RISKS)
    index = table.model.index(0, 1)

    def type_into_cell(text: str) -> None:
        table.view.edit(index)
        editor = table.view.indexWidget(index)
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: index.data() == text and table.view.indexWidget(index) is None)

    type_into_cell("9")
    qtbot.waitUntil(lambda: "a whole number from 1 to 5" in QToolTip.text())
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    type_into_cell("4")
    assert QToolTip.text() == ""


def test_every_string_is_stored_as_typed_or_refused_with_a_reason(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.MEETINGS)
    put(table, 0, "ours", "Lead")
    for given in STRINGS:
        put(table, 0, "theirs", given)
        text = given.replace("\r\n", "\n").replace("\r", "\n")
        try:
            clean_cell(text, "Meets whom")
        except (TextRefused, ValueError):
            assert table.problem.text().endswith(".")
            table.discard.click()
            continue
        assert row.assessment.sheets.meetings[0].theirs == text
        assert table.model.index(0, 1).data() == " ".join(row.assessment.sheets.meetings[0].theirs.split("\n"))


def test_tab_at_the_end_of_the_grid_stays_there(qtbot: QtBot, row: AssessmentDocument) -> None:
    table = table_of(qtbot, row, Sheet.MEETINGS)
    put(table, 0, "ours", "Lead")
    stored = row.assessment.sheets.meetings
    last = table.model.index(table.model.rowCount() - 1, table.model.columnCount() - 1)
    table.view.setFocus()
    table.view.setCurrentIndex(last)
    table.view.edit(last)
    (field,) = table.view.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(field, "Mail")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    now = table.view.currentIndex()
    assert (now.row(), now.column()) == (last.row(), last.column())
    qtbot.keyClick(table.view, Qt.Key.Key_V)  # opens the cell anew, and no other
    assert row.assessment.sheets.meetings == stored
