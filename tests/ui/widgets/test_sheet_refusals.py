"""What the file refuses of a sheet stays typed, with the reason, until it is stored or discarded."""

from __future__ import annotations

import sqlite3

from pytestqt.qtbot import QtBot

from assessments.sheets import Sheet
from tests.ui.widgets.test_sheet_table import put, table_of
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument


def test_a_refused_write_leaves_the_sheet_and_the_typed_text(
    qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    table = table_of(qtbot, row, Sheet.MEETINGS)
    said: list[str] = []
    document.refused.connect(said.append)
    lock = sqlite3.connect(document.path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    put(table, 0, "ours", "Media lead")
    lock.close()
    assert row.assessment.sheets.meetings == ()
    assert table.model.index(0, 0).data() == "Media lead"
    assert document.path.name in said[0]
    assert table.problem.text() == "The file refused the new row. Enter a cell of it once more, or discard it."
    document.store_requested.emit()
    assert len(row.assessment.sheets.rows(Sheet.MEETINGS)) == 1
    assert not table.problem.isVisible()


def test_a_cell_that_the_file_refuses_stays_typed_until_it_is_stored_or_discarded(
    qtbot: QtBot, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    table = table_of(qtbot, row, Sheet.MEETINGS)
    put(table, 0, "ours", "Media lead")
    for discards in (True, False):
        lock = sqlite3.connect(document.path, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        put(table, 0, "ours", "Board")
        document.store_requested.emit()
        lock.close()
        assert table.model.index(0, 0).data() == "Board"
        assert table.problem.text() == "The file refused this. Enter it once more, or discard it."
        assert not document.is_saved
        table.discard.click() if discards else document.store_requested.emit()
        assert document.is_saved
        (meeting,) = row.assessment.sheets.meetings
        assert meeting.ours == table.model.index(0, 0).data() == ("Media lead" if discards else "Board")
