"""Closing, or opening another workspace, never loses what was typed."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.window.windows import page_of
from ui.pages.assessment_page import AssessmentPage
from ui.pages.settings_page import SettingsPage
from ui.widgets.conditions_step import ConditionsStep
from ui.widgets.decision_form import DecisionForm
from ui.widgets.section_progress import SHEET_SECTIONS
from ui.window.main_window import MainWindow

ASSESSMENT = UUID(int=14)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert made.open_workspace(filled_workspace(tmp_path / "Partners.rapport"))
    return made


def form_of(window: MainWindow) -> DecisionForm:
    window.show_assessment(ASSESSMENT, section=list(SHEET_SECTIONS.values())[-1])
    page = window.stack.currentWidget()
    assert isinstance(page, AssessmentPage)
    form = page.findChildren(ConditionsStep)[0].decision
    form.discard.click()
    return form


def test_closing_right_after_typing_stores_the_decision(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    form = form_of(window)
    form.what.setFocus()
    form.what.selectAll()
    qtbot.keyClicks(form.what, "Pilot for three months")
    assert window.close()
    stored = open_workspace(tmp_path / "Partners.rapport")
    decision = stored.read_assessment(ASSESSMENT).sheets.decision
    stored.close()
    assert decision is not None
    assert decision.what == "Pilot for three months"


def test_what_cannot_be_stored_keeps_the_workspace_open_until_it_is_discarded(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    form = form_of(window)
    form.on.setFocus()
    form.on.selectAll()
    qtbot.keyClicks(form.on, "soon")
    assert not window.close()
    assert not window.close_workspace()
    assert not window.open_workspace(filled_workspace(tmp_path / "Other.rapport"))
    assert form.on.text() == "soon"
    assert "not stored yet" in window.notice.text
    window.show_page("portfolio")
    assert not window.close()
    assert "in the decision of" in window.notice.text
    assert form.isVisible(), "it leads there"
    form.discard.click()
    assert window.close()


def test_a_setting_that_cannot_be_stored_is_named_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("settings")
    field = page_of(qtbot, window, SettingsPage)._texts["name"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "x" * 201)
    window.show_page("partners")
    assert not window.close()
    assert "in the settings" in window.notice.text
    assert field.isVisible()
    field.selectAll()
    qtbot.keyClicks(field, "x")
    assert window.close()


def test_a_click_that_the_file_refused_does_not_keep_the_window_open(window: MainWindow, tmp_path: Path) -> None:
    assert window.document is not None
    lock = sqlite3.connect(tmp_path / "Partners.rapport", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")  # as a full disk or a read-only file refuses: every write
    assert not window.document.open_assessment(ASSESSMENT).set_unknown("G1")
    assert window.document.was_refused
    assert window.close()
    lock.close()


def test_typed_text_that_the_file_refuses_on_closing_keeps_the_window_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    form = form_of(window)
    form.what.setFocus()
    form.what.selectAll()
    qtbot.keyClicks(form.what, "Pilot")
    lock = sqlite3.connect(tmp_path / "Partners.rapport", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    assert not window.close()
    assert form.what.text() == "Pilot"
    assert "Partners.rapport" in window.notice.text, "it says why, too"
    lock.close()
    form.discard.click()
    assert window.close()


def test_a_note_that_the_file_refused_is_stored_by_closing_once_there_is_room(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.show_assessment(ASSESSMENT, question_id="G2")
    note = page_of(qtbot, window, AssessmentPage).card.note
    note.setFocus()
    qtbot.keyClicks(note, "On a full disk")
    lock = sqlite3.connect(tmp_path / "Partners.rapport", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    assert not window.close()
    assert note.text().endswith("On a full disk")
    lock.close()
    assert window.close()
    stored = open_workspace(tmp_path / "Partners.rapport")
    assert stored.read_assessment(ASSESSMENT).answer("G2").note.endswith("On a full disk")
    stored.close()


def test_a_refused_click_is_said_and_the_light_stays_on_as_nothing_waits(window: MainWindow, tmp_path: Path) -> None:
    assert window.document is not None
    lock = sqlite3.connect(tmp_path / "Partners.rapport", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    document = window.document.open_assessment(ASSESSMENT)
    assert not document.set_unknown("G1")
    assert "Partners.rapport" in window.notice.text
    assert window.navigation._light.whole_text().startswith("✓")
    window.document.set_pending("note", False)  # as every question says that is shown anew
    assert "Partners.rapport" in window.notice.text, "it is said until a change succeeds"
    lock.close()
    assert document.set_unknown("G1")
    assert window.notice.text == ""
