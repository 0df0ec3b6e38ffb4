"""The decision is stored as it is typed, in steps that undo takes back, and nothing typed is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assessments.conditions import Decision
from assessments.sheets import Sheet
from tests.conftest import TODAY
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import set_decision
from ui.documents.workspace_document import WorkspaceDocument
from ui.widgets.conditions_step import ConditionsStep
from ui.widgets.decision_form import DecisionForm
from ui.widgets.note_field import REST


@pytest.fixture
def form(qtbot: QtBot, row: AssessmentDocument) -> Iterator[DecisionForm]:
    """The form in a window with another field to go to."""
    window = QWidget()
    column = QVBoxLayout(window)
    made = DecisionForm(row)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield made
    window.close()


def leave(form: DecisionForm) -> None:
    """Go on to the field below the form."""
    form.window().findChildren(QLineEdit)[-1].setFocus()


def test_there_is_no_button_to_store_it(form: DecisionForm) -> None:
    shown = [one.text() for one in form.findChildren(QPushButton) if one.isVisible()]
    assert shown == []


def test_a_decision_is_stored_after_a_rest_and_undone(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    form.what.setFocus()
    with qtbot.waitSignal(row.sheets_changed, timeout=REST * 10):
        qtbot.keyClicks(form.what, "Pilot for three months")
        assert not document.is_saved
    assert row.assessment.sheets.decision == Decision("Pilot for three months", "", TODAY)
    assert document.is_saved
    assert form.what.text() == "Pilot for three months"
    document.undo_stack.undo()
    assert row.assessment.sheets.decision is None
    assert form.what.text() == ""
    document.undo_stack.redo()
    assert form.what.text() == "Pilot for three months"


def test_leaving_a_field_stores_it_as_one_step(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    set_decision(row, Decision("Pilot", "", TODAY))
    steps = document.undo_stack.count()
    for field, words in ((form.who, "The board"), (form.why, "They verified T4 since")):
        field.setFocus()
        qtbot.keyClicks(field, words)
        leave(form)
    assert row.assessment.sheets.decision == Decision("Pilot", "The board", TODAY, "They verified T4 since")
    assert document.undo_stack.count() == steps + 2


def test_who_decided_waits_for_what_was_decided(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    form.who.setFocus()
    qtbot.keyClicks(form.who, "The board")
    leave(form)
    assert row.assessment.sheets.decision is None
    assert "The decision" in form.error
    assert not document.is_saved
    form.what.setFocus()
    qtbot.keyClicks(form.what, "Decline")
    leave(form)
    assert form.error == ""
    assert row.assessment.sheets.decision == Decision("Decline", "The board", TODAY)


def test_what_cannot_be_stored_stays_until_it_is_discarded(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    set_decision(row, Decision("Pilot", "", TODAY))
    form.on.setFocus()
    form.on.selectAll()
    qtbot.keyClicks(form.on, "soon")
    leave(form)
    assert "2026-12-31" in form.error
    row.rate("G1", 4)
    assert form.on.text() == "soon"
    assert not document.is_saved
    form.discard.click()
    assert form.on.text() == TODAY.isoformat()
    assert document.is_saved
    assert not form.discard.isVisible()


def test_a_day_is_read_as_people_write_it(qtbot: QtBot, form: DecisionForm, row: AssessmentDocument) -> None:
    set_decision(row, Decision("Pilot", "", TODAY))
    form.on.setFocus()
    form.on.selectAll()
    qtbot.keyClicks(form.on, "5.12.2026")
    leave(form)
    assert row.assessment.sheets.decision == Decision("Pilot", "", date(2026, 12, 5))
    assert form.on.text() == "2026-12-05"


def test_a_day_typed_first_waits_for_what_was_decided(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    form.on.setFocus()
    form.on.selectAll()
    qtbot.keyClicks(form.on, "2026-11-20")
    leave(form)
    assert not document.is_saved
    assert form.on.text() == "2026-11-20"
    form.what.setFocus()
    qtbot.keyClicks(form.what, "Decline")
    leave(form)
    assert row.assessment.sheets.decision == Decision("Decline", "", date(2026, 11, 20))


def test_emptying_every_field_takes_it_back(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    set_decision(row, Decision("Pilot", "", TODAY))
    form.what.setFocus()
    form.what.selectAll()
    qtbot.keyClick(form.what, Qt.Key.Key_Delete)
    leave(form)
    assert row.assessment.sheets.decision is None
    document.undo_stack.undo()
    form.take_back.click()
    assert row.assessment.sheets.decision is None


def test_a_changed_table_leaves_alone_what_is_being_typed(qtbot: QtBot, row: AssessmentDocument) -> None:
    step = ConditionsStep(row)
    qtbot.addWidget(step)
    step.show()
    row.rate("G2", 2)
    qtbot.keyClicks(step.decision.what, "Pilot")
    step.tables[0].model.setData(step.tables[0].model.index(0, 0), "Sign terms")
    assert len(row.assessment.sheets.rows(Sheet.CONDITIONS)) == 1
    assert step.decision.what.text() == "Pilot"


def test_a_refused_write_keeps_the_typed_decision_for_the_next_try(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    lock = sqlite3.connect(document.path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    form.what.setFocus()
    qtbot.keyClicks(form.what, "Pilot")
    leave(form)
    lock.close()
    assert row.assessment.sheets.decision is None
    assert form.what.text() == "Pilot"
    assert not document.is_saved
    form.what.setFocus()
    leave(form)
    assert row.assessment.sheets.decision == Decision("Pilot", "", TODAY)
    assert document.is_saved


def test_a_decision_is_taken_after_the_assessment_is_finished(
    qtbot: QtBot, form: DecisionForm, row: AssessmentDocument, document: WorkspaceDocument
) -> None:
    row.finish()
    form.what.setFocus()
    qtbot.keyClicks(form.what, "Pilot")
    leave(form)
    assert row.assessment.is_final
    assert row.assessment.sheets.decision == Decision("Pilot", "", TODAY)
    document.undo_stack.undo()
    assert row.assessment.is_final
    assert row.assessment.sheets.decision is None
