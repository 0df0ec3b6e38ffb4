"""What another window deleted for good while its page is open here, and something typed waits on it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from models.edits import add_assessment, edit_answer
from models.erasing import Chosen, erase
from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.models.builders import an_assessment
from tests.models.marked import OPEN, PARTNER
from tests.ui.dialogs import within
from tests.ui.window.test_delete_commands import agree, path, select, window
from tests.ui.window.windows import action_named, menu_named, page_of
from ui.pages.assessment_page import AssessmentPage
from ui.pages.partners_page import PartnersPage
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.note_field import NoteField
from ui.window.main_window import MainWindow

__all__ = ["path", "window"]


@pytest.mark.parametrize("question_id", ["G1", "G2"])
def test_a_note_of_it_says_so_and_keeps_its_text_and_when_that_is_discarded_the_page_goes(
    qtbot: QtBot, window: MainWindow, path: Path, question_id: str
) -> None:
    window.show_assessment(OPEN, question_id)
    (note,) = (one for one in page_of(qtbot, window, AssessmentPage).findChildren(NoteField) if one.isVisible())
    stored = note.text()
    note.setFocus()
    qtbot.keyClicks(note, "typed ")
    erase(path, Chosen(partners=(PARTNER,)))
    note.store()
    assert "took" in window.notice.text
    assert "copy what you typed if it is still needed, and discard it here" in window.notice.text
    QCoreApplication.processEvents()  # the page is not read anew while typed text waits
    assert window.document is not None
    assert window.document.pending == [f"{OPEN} note {question_id}"]
    assert note.text() != stored
    assert page_of(qtbot, window, AssessmentPage)

    while note.text() != stored:
        note.undo()
    page = page_of(qtbot, window, PartnersPage)
    qtbot.waitUntil(lambda: page._rows.rowCount() == 3)
    assert list(window._pages) == ["partners"]


def test_a_note_that_another_window_overtook_shows_what_it_says_now_once_the_typed_text_is_discarded(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.show_assessment(OPEN, "G1")
    (note,) = (one for one in page_of(qtbot, window, AssessmentPage).findChildren(NoteField) if one.isVisible())
    stored = note.text()
    note.setFocus()
    qtbot.keyClicks(note, "typed ")
    with closing(open_workspace(path)) as other:
        before = other.read_assessment(OPEN)
        after = replace(before.answer("G1"), note="From the other window")
        other.commit("note", [edit_answer(before, "G1", after)], today=TODAY)
    note.store()
    assert "look at what it says now" in window.notice.text
    QCoreApplication.processEvents()
    assert note.text() != stored
    while note.text() != stored:
        note.undo()
    qtbot.waitUntil(lambda: note.text() == "From the other window")


@pytest.mark.parametrize(
    "command",
    ["Open assessment", "New assessment of this partner", "Details", "Brief (PDF)", "Archive", "Delete for good"],
)
def test_a_partner_that_is_still_listed_is_said_to_be_gone_and_leaves_the_list(
    qtbot: QtBot, window: MainWindow, path: Path, command: str
) -> None:
    page = select(window)
    erase(path, Chosen(partners=(PARTNER,)))
    action_named(menu_named(window, "Partner"), command).trigger()
    qtbot.waitUntil(lambda: page._rows.rowCount() == 3)
    assert "any more" in window.notice.text
    assert str(PARTNER) not in window.notice.text
    assert page.isVisible()


def test_what_another_window_added_while_it_was_asked_is_not_deleted_unasked(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    def add_and_agree(box: ConfirmDialog) -> None:
        with closing(open_workspace(path)) as other:
            new = an_assessment(500, other.read_partner(PARTNER))
            other.commit("new", add_assessment(new), today=TODAY)
        agree(box)

    select(window)
    within(qtbot, ConfirmDialog, window.menus.deletion.delete_selected, add_and_agree)
    qtbot.waitUntil(lambda: "Nothing was deleted: look at what is there now" in window.notice.text)
    with closing(open_workspace(path)) as opened:
        assert len(opened.assessments_of(PARTNER)) == 3
