"""A closed document leaves nothing behind that the garbage collector stumbles over."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.documents.assessment_document import AssessmentDocument


def test_closing_forgets_the_steps_to_undo(qtbot: QtBot, row: AssessmentDocument) -> None:
    row.rate("G1", 4)
    assert row.workspace.undo_stack.count() > 1
    row.workspace.close()
    assert row.workspace.undo_stack.count() == 0
