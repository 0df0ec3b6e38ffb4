"""A closed document leaves nothing behind that the garbage collector stumbles over."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.documents.assessment_document import AssessmentDocument


def test_closing_forgets_the_steps_to_undo(qtbot: QtBot, row: AssessmentDocument) -> None:
    row.rate("G1", 4)
    assert row.workspace.undo_stack.count() > 1
    row.workspace.close()
    assert row.workspace.undo_stack.count() == 0


def test_an_assessment_that_is_gone_stays_readable_for_who_still_shows_it(
    qtbot: QtBot, row: AssessmentDocument
) -> None:
    with qtbot.waitSignal(row.removed):
        row.workspace.undo_stack.undo()
    turns = iter(range(3))
    qtbot.waitUntil(lambda: next(turns, None) is None)
    assert isValid(row)
    assert row.assessment.purpose == "2026 media partnership"
