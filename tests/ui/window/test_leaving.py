"""Closing, or opening another workspace, never loses what was typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from assessments.assessment import Scope
from assessments.sheets import Sheet
from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.window.windows import page_of
from ui.documents.new_assessment import NewAssessment
from ui.pages.assessment_page import AssessmentPage
from ui.pages.settings_page import SettingsPage
from ui.widgets.conditions_step import ConditionsStep
from ui.widgets.decision_form import DecisionForm
from ui.widgets.note_field import NoteField
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
    assert "“Our organisation” in the settings" in window.notice.text
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


def type_a_note(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.show_assessment(ASSESSMENT, question_id="G2")
    return typed(qtbot, page_of(qtbot, window, AssessmentPage).card.note)


def type_a_purpose(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.show_assessment(ASSESSMENT, section="details")
    return typed(qtbot, page_of(qtbot, window, AssessmentPage).details.purpose)


def type_a_date(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.show_assessment(ASSESSMENT, question_id="G2")
    field = page_of(qtbot, window, AssessmentPage).card.evidence.day.edit
    return typed(qtbot, field, "2026-02-03")


def type_a_setting(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.show_page("settings")
    return typed(qtbot, page_of(qtbot, window, SettingsPage)._texts["footer"])


def type_a_decision(qtbot: QtBot, window: MainWindow) -> QWidget:
    return typed(qtbot, form_of(window).what)


def type_a_cell(
    qtbot: QtBot, window: MainWindow, sheet: Sheet, before: dict[str, str], *, new: bool = False
) -> QWidget:
    """Type into the first cell of the first row, or of the empty last line, after filling some cells of it."""
    window.show_assessment(ASSESSMENT, section=SHEET_SECTIONS[sheet])
    step = page_of(qtbot, window, AssessmentPage).panels.sheets.step(SHEET_SECTIONS[sheet])
    assert step is not None
    view = next(table.view for table in step.tables if table.model.sheet is sheet)
    columns = [column.id for column in view.rows.columns]
    place = view.rows.rowCount() - 1
    for column, text in before.items():
        view.rows.setData(view.rows.index(place, columns.index(column)), text)
    assert (view.rows.row_at(place) is None) == new
    view.edit(view.rows.index(place, 0))
    (editor,) = (one for one in view.findChildren(QLineEdit) if one.isVisible())
    typed(qtbot, editor)
    return view


def typed(qtbot: QtBot, field: QWidget, text: str = "Typed on a full disk") -> QWidget:
    assert isinstance(field, QLineEdit | NoteField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    return field


def type_a_risk(qtbot: QtBot, window: MainWindow) -> QWidget:
    return type_a_cell(qtbot, window, Sheet.RISKS, {"risk": "Delay", "likelihood": "3", "impact": "4"})


def type_a_condition(qtbot: QtBot, window: MainWindow) -> QWidget:
    return type_a_cell(qtbot, window, Sheet.CONDITIONS, {"what": "Sign"})


def type_a_new_exchange(qtbot: QtBot, window: MainWindow) -> QWidget:
    given = {"giver": "We", "kind": "Data", "cost": "2", "worth": "4"}
    return type_a_cell(qtbot, window, Sheet.EXCHANGES, given, new=True)


def type_a_new_meeting(qtbot: QtBot, window: MainWindow) -> QWidget:
    return type_a_cell(qtbot, window, Sheet.MEETINGS, {}, new=True)


def stored_words(path: Path) -> str:
    with closing(open_workspace(path)) as opened:
        found = opened.read_assessment(ASSESSMENT)
        answer = found.answer("G2")
        return " ".join(map(str, (answer.note, answer.evidence_date, found.purpose, found.sheets, opened.own.footer)))


@pytest.mark.parametrize(
    ("type_it", "place"),
    [
        (type_a_note, "the note on G2 of"),
        (type_a_date, "the evidence date of G2 of"),
        (type_a_purpose, "the purpose of"),
        (type_a_setting, "“Footer” in the settings"),
        (type_a_decision, "the decision of"),
        (type_a_risk, "“Risk register” of"),
        (type_a_condition, "“Conditions and actions” of"),
        (type_a_new_exchange, "“Exchange sheet” of"),
        (type_a_new_meeting, "“Communication rhythm” of"),
    ],
)
def test_what_the_file_refused_is_named_and_shown_on_closing_and_stored_once_there_is_room(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, type_it: Callable[[QtBot, MainWindow], QWidget], place: str
) -> None:
    path = tmp_path / "Partners.rapport"
    lock = sqlite3.connect(path, isolation_level=None)
    field = type_it(qtbot, window)
    lock.execute("BEGIN IMMEDIATE")
    window.take_in_typing()  # it is left, and the file refuses it
    assert window.document is not None
    assert not window.document.is_saved
    window.show_page("portfolio")
    assert not window.close()
    assert "Partners.rapport" in window.notice.text, "it says why"
    assert f"What you typed in {place}" in window.notice.text
    assert field.hasFocus(), "it leads there"
    window.show_page("portfolio")
    lock.close()
    assert window.close()
    assert ("2026-02-03" if type_it is type_a_date else "Typed on a full disk") in stored_words(path)


def test_files_on_their_way_keep_the_window_open_and_are_not_called_typed(window: MainWindow) -> None:
    assert window.document is not None
    window.document.set_pending(f"{ASSESSMENT} evidence", True)
    assert not window.close()
    assert window.notice.text == "Files are still on their way. Close once that is done."
    window.document.set_pending(f"{ASSESSMENT} evidence", False)
    assert window.close()


def test_what_was_typed_for_an_assessment_that_is_gone_keeps_nothing_open(qtbot: QtBot, window: MainWindow) -> None:
    document = window.document
    assert document is not None
    with closing(open_workspace(document.path)) as opened:
        partner = opened.all_partners()[0]
    made = document.add_assessment(NewAssessment(partner, "A trial", Scope.FULL))
    assert made is not None
    window.show_assessment(made, section="sheet risks")
    step = page_of(qtbot, window, AssessmentPage).panels.sheets.step("sheet risks")
    assert step is not None
    model = step.tables[0].model
    model.setData(model.index(0, 0), "Half a risk")
    assert not document.is_saved
    document.undo_stack.undo()
    assert document.is_saved
    assert window.close()


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
