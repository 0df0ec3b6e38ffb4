"""What the file refuses on the assessment page: a click is taken back and said, typed text stays typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.shown import assessment_page, chosen, press
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage


@pytest.fixture
def page(qtbot: QtBot, row: AssessmentDocument) -> AssessmentPage:
    return assessment_page(qtbot, row)


@pytest.fixture
def locked(document: WorkspaceDocument) -> Iterator[sqlite3.Connection]:
    """The workspace while another program writes to it."""
    document.own  # noqa: B018 - open before the lock
    lock = sqlite3.connect(document.path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    yield lock
    lock.close()


def test_a_refused_key_is_taken_back_and_said(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, locked: sqlite3.Connection
) -> None:
    said: list[str] = []
    row.workspace.refused.connect(said.append)
    press(qtbot, page, Qt.Key.Key_4)
    assert chosen(page) == []
    assert row.assessment.answers == {}
    assert row.workspace.path.name in said[0]


def test_a_refused_click_leaves_the_saved_light_on_and_every_control_as_stored(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, locked: sqlite3.Connection
) -> None:
    press(qtbot, page, Qt.Key.Key_4)
    for grade in page.card.evidence.grade_buttons().values():
        grade.click()
    assert not any(made.isChecked() for made in page.card.evidence.grade_buttons().values())
    page.show_details()
    page.details.quick.click()
    assert page.details.full.isChecked()
    assert row.workspace.was_refused
    assert row.workspace.is_saved


def test_a_note_that_the_file_refuses_stays_typed_and_in_view_until_it_is_stored(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, locked: sqlite3.Connection
) -> None:
    first, second = row.result.in_scope[:2]
    page.card.note.setFocus()
    qtbot.keyClicks(page.card.note, "Seen.")
    page.setFocus()
    assert not row.workspace.is_saved
    press(qtbot, page, Qt.Key.Key_4)
    assert page.card.note.text() == "Seen.", "a refused key takes no note away"
    page.show_question(second)
    page.show_list(True)
    page.table.select(second)
    assert page.card.question.id == first
    assert page.card.isVisible()
    assert page.card.note.text() == "Seen."
    assert not row.workspace.is_saved
    locked.execute("ROLLBACK")
    page.show_question(second)
    assert row.assessment.answer(first).note == "Seen."
    assert page.card.question.id == second
    assert row.workspace.is_saved


def test_a_purpose_that_the_file_refuses_stays_typed(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, locked: sqlite3.Connection
) -> None:
    page.show_details()
    page.details.purpose.setFocus()
    qtbot.keyClicks(page.details.purpose, "New ")
    page.setFocus()
    page.show_details()
    assert "New " in page.details.purpose.text()
    assert not row.workspace.is_saved
    locked.execute("ROLLBACK")
    page.details.purpose.store()
    assert "New " in row.assessment.purpose
    assert row.workspace.is_saved


def test_finishing_takes_in_a_note_that_the_file_refused_before(
    qtbot: QtBot, page: AssessmentPage, row: AssessmentDocument, locked: sqlite3.Connection
) -> None:
    key = page.card.question.id
    page.card.note.setFocus()
    qtbot.keyClicks(page.card.note, "Seen.")
    page.setFocus()
    assert not row.workspace.is_saved
    locked.execute("ROLLBACK")
    assert row.finish()
    assert row.assessment.answer(key).note == "Seen."
    assert row.workspace.is_saved
