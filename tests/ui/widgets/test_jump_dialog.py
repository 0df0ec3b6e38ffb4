"""Jump to a question: what is typed finds it, or is said to find none."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.documents.assessment_document import AssessmentDocument
from ui.widgets.jump_dialog import JumpDialog


def test_where_no_question_fits_it_says_so(qtbot: QtBot, row: AssessmentDocument) -> None:
    dialog = JumpDialog(list(row.questionnaire.questions.values()))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.nothing.isVisible()
    qtbot.keyClicks(dialog.field, "shared goals")
    assert dialog.nothing.isVisible()
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "t4")
    assert dialog.chosen() == "T4"
    assert not dialog.nothing.isVisible()
