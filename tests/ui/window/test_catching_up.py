"""Two windows on one workspace: whoever comes back to one sees what was done in the other, and loses nothing typed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.edits import edit_answer, edit_own
from models.erasing import Chosen, erase
from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.models.builders import rated
from tests.models.marked import OPEN, OTHER, PARTNER
from tests.ui.window.test_delete_commands import path, select, window
from tests.ui.window.windows import page_of
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.pages.new_assessment import NewAssessmentDialog
from ui.pages.partners_page import PartnersPage
from ui.widgets.card import Notice
from ui.widgets.note_field import NoteField
from ui.window.main_window import MainWindow

__all__ = ["path", "window"]


@pytest.fixture
def elsewhere(qtbot: QtBot, window: MainWindow) -> QWidget:
    """Another window of the screen, which has the keyboard."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    leave(qtbot, other)
    return other


def leave(qtbot: QtBot, other: QWidget) -> None:
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QCoreApplication.processEvents()


def answer_elsewhere(path: Path, note: str) -> None:
    with closing(open_workspace(path)) as other:
        before = other.read_assessment(OPEN)
        after = replace(before.answer("G1"), state=rated(2).state, rating=2, note=note)
        other.commit("answer", [edit_answer(before, "G1", after)], today=TODAY)


def document_of(window: MainWindow) -> WorkspaceDocument:
    assert window.document is not None
    return window.document


def note_of(page: AssessmentPage) -> NoteField:
    (note,) = (one for one in page.findChildren(NoteField) if one.isVisible())
    return note


def test_the_page_of_what_another_window_deleted_goes_on_coming_back(
    qtbot: QtBot, window: MainWindow, path: Path, elsewhere: QWidget
) -> None:
    window.show_assessment(OPEN)
    page_of(qtbot, window, AssessmentPage)
    erase(path, Chosen(partners=(PARTNER,)))
    assert elsewhere.isActiveWindow()
    come_back(qtbot, window)
    page = page_of(qtbot, window, PartnersPage)
    qtbot.waitUntil(lambda: page._rows.rowCount() == 3)
    assert list(window._pages) == ["partners"]
    assert "another window or program deleted it" in window.notice.text


def test_the_list_in_view_is_read_anew_on_coming_back_and_nothing_is_said(
    qtbot: QtBot, window: MainWindow, path: Path, elsewhere: QWidget
) -> None:
    page = select(window)
    erase(path, Chosen(partners=(PARTNER,)))
    assert elsewhere.isActiveWindow()
    come_back(qtbot, window)
    qtbot.waitUntil(lambda: page._rows.rowCount() == 3)
    assert window.notice.text == ""


@pytest.mark.parametrize("question_id", ["G1", "G2"])
def test_answers_of_another_window_show_on_coming_back_and_the_question_in_view_stays(
    qtbot: QtBot, window: MainWindow, path: Path, elsewhere: QWidget, question_id: str
) -> None:
    window.show_assessment(OPEN, question_id)
    page = page_of(qtbot, window, AssessmentPage)
    answer_elsewhere(path, "From the other window")
    assert elsewhere.isActiveWindow()
    come_back(qtbot, window)
    assert document_of(window).open_assessment(OPEN).assessment.answer("G1").rating == 2
    assert page.card.question.id == question_id
    assert (note_of(page).text() == "From the other window") is (question_id == "G1")


def test_typed_text_that_waits_is_kept_and_what_is_new_shows_once_it_is_discarded(
    qtbot: QtBot, window: MainWindow, path: Path, elsewhere: QWidget
) -> None:
    come_back(qtbot, window)
    window.show_assessment(OPEN, "G1")
    note = note_of(page_of(qtbot, window, AssessmentPage))
    stored = note.text()
    note.setFocus()
    qtbot.keyClicks(note, "typed ")
    answer_elsewhere(path, "From the other window")
    leave(qtbot, elsewhere)
    assert "look at what it says now" in window.notice.text  # leaving stores the text, which the file refuses
    come_back(qtbot, window)
    assert note.text().startswith("typed ")
    assert document_of(window).pending == [f"{OPEN} note G1"]
    while note.text() != stored:
        note.undo()
    qtbot.waitUntil(lambda: note.text() == "From the other window")


def test_own_changes_and_those_of_nobody_read_nothing_anew(
    qtbot: QtBot, window: MainWindow, elsewhere: QWidget
) -> None:
    document = document_of(window)
    QThreadPool.globalInstance().waitForDone()  # what the window itself writes after the opening
    come_back(qtbot, window)
    assert document.open_assessment(OTHER).rate("G1", 2)
    for _ in range(2):
        leave(qtbot, elsewhere)
        with qtbot.assertNotEmitted(document.partners_changed):
            come_back(qtbot, window)


def test_an_assessment_that_nobody_changed_is_not_drawn_anew(
    qtbot: QtBot, window: MainWindow, path: Path, elsewhere: QWidget
) -> None:
    document = document_of(window)
    unchanged, changed = document.open_assessment(OTHER), document.open_assessment(OPEN)
    answer_elsewhere(path, "From the other window")
    assert elsewhere.isActiveWindow()
    with qtbot.assertNotEmitted(unchanged.result_changed), qtbot.waitSignal(changed.result_changed):
        come_back(qtbot, window)


def test_what_is_said_above_the_page_stays_when_another_window_only_wrote(
    qtbot: QtBot, window: MainWindow, path: Path, elsewhere: QWidget
) -> None:
    window.say("Read this.")
    with closing(open_workspace(path)) as other:
        other.commit("settings", [edit_own(other.own, replace(other.own, name="Renamed"))], today=TODAY)
    assert elsewhere.isActiveWindow()
    with qtbot.waitSignal(document_of(window).own_changed):
        come_back(qtbot, window)
    assert window.notice.text == "Read this."


def test_a_new_assessment_of_a_partner_that_was_deleted_meanwhile_is_refused_and_does_not_bring_it_back(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewAssessmentDialog)
        notice = dialog.findChildren(Notice)[0].text
        seen.append(notice)
        if notice:
            dialog.reject()
            return
        dialog.purpose.setText("a pilot")
        erase(path, Chosen(partners=(PARTNER,)))
        QTimer.singleShot(0, answer)
        dialog.accept()

    page = select(window)
    QTimer.singleShot(0, answer)
    window.menus.file.new_assessment_of(PARTNER)
    assert "was deleted for good in another window or program meanwhile" in seen[1]
    qtbot.waitUntil(lambda: page._rows.rowCount() == 3)
    with closing(open_workspace(path)) as opened:
        assert PARTNER not in {partner.id for partner in opened.all_partners()}
