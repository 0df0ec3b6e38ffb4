"""What a deletion leaves in the window: no page, no undo step, and a sentence where it was refused."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models import erasing
from models.workspace import open_workspace
from models.workspace_check import check_workspace
from tests.models.builders import rated, without_rights
from tests.models.marked import FULL, OPEN, OTHER, PARTNER
from tests.ui.dialogs import within
from tests.ui.window.test_delete_commands import agree, delete_partner, path, select, window
from tests.ui.window.windows import page_of
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.assessment_page import AssessmentPage
from ui.pages.partners_page import PartnersPage
from ui.pages.result_page import ResultPage
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.window.main_window import MainWindow

__all__ = ["path", "window"]


def rated_twice(window: MainWindow) -> WorkspaceDocument:
    """Return the window's document after a step for a partner that stays and one for a partner that goes."""
    document = window.document
    assert document is not None
    assert document.open_assessment(OTHER).rate("G1", 2)
    assert document.open_assessment(OPEN).rate("G1", 5)
    return document


def test_pages_of_what_is_deleted_go_with_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_assessment(OPEN)
    page_of(qtbot, window, AssessmentPage)
    window.show_result(FULL)
    page_of(qtbot, window, ResultPage)
    window.show_page("partners")
    select(window)
    delete_partner(qtbot, window)
    assert [name for name in window._pages if name.endswith((str(OPEN), str(FULL)))] == []


def test_steps_of_what_is_deleted_leave_the_undo_history_and_the_others_stay(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    document = rated_twice(window)
    assert document.open_assessment(OTHER).rate("G2", 1)
    assert document.archive_partner(PARTNER)
    assert document.restore_partner(PARTNER)
    select(window)
    delete_partner(qtbot, window)
    stack = document.undo_stack
    assert [stack.text(place) for place in range(stack.count())] == ["rating of G1", "rating of G2"]
    before = document.open_assessment(OTHER).assessment.answer("G1")
    stack.undo()
    stack.undo()
    assert document.open_assessment(OTHER).assessment.answer("G1") != before
    assert not stack.canUndo()
    stack.redo()
    stack.redo()
    assert document.open_assessment(OTHER).assessment.answer("G1") == before
    assert check_workspace(path).problems == ()


def test_a_step_that_another_window_deleted_says_so_and_then_leaves_the_history(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    document = rated_twice(window)
    erasing.erase(path, erasing.Chosen(partners=(PARTNER,)))
    document.undo_stack.undo()
    assert "deleted for good" in window.notice.text
    qtbot.waitUntil(lambda: document.undo_stack.count() == 1)
    assert document.undo_stack.undoText() == "rating of G1"
    document.undo_stack.undo()
    assert document.open_assessment(OTHER).assessment.answer("G1").rating == rated(4).rating
    assert page_of(qtbot, window, PartnersPage)._rows.rowCount() == 3


def test_in_a_read_only_workspace_it_is_said_before_anything_is_asked(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    select(window)
    path.parent.chmod(0o555)
    path.chmod(0o444)
    deletion = window.menus.deletion
    try:
        with without_rights(path.parent):
            for begin in (deletion.delete_selected, lambda: deletion.delete_assessment(OPEN)):
                window.say("")
                begin()
                assert f"“{path.name}” is read-only here" in window.notice.text
                assert window.menus.long_work._job is None
                assert QApplication.activeModalWidget() is None
    finally:
        path.parent.chmod(0o755)


def test_a_workspace_that_became_read_only_while_it_was_asked_says_the_usual_sentence_and_keeps_everything(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    select(window)
    before = path.read_bytes()

    def take_rights_and_agree(box: ConfirmDialog) -> None:
        os.seteuid(owner)
        path.parent.chmod(0o555)
        path.chmod(0o444)
        os.seteuid(bound)
        agree(box)

    owner = os.geteuid()
    path.parent.chmod(0o777)
    path.chmod(0o666)
    try:
        with without_rights(path.parent):
            bound = os.geteuid()
            within(qtbot, ConfirmDialog, window.menus.deletion.delete_selected, take_rights_and_agree)
            qtbot.waitUntil(lambda: "read-only" in window.notice.text or "written to" in window.notice.text)
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == before
    assert select(window).selected() is not None


def test_it_is_counted_while_the_window_goes_on_and_nothing_is_asked_of_who_went_elsewhere(
    qtbot: QtBot, window: MainWindow
) -> None:
    deletion, seen = window.menus.deletion, list[str]()

    def begin() -> None:
        deletion.delete_selected()
        seen.append("went on")

    select(window)
    within(qtbot, ConfirmDialog, begin, lambda _box: seen.append("asked"))
    assert seen == ["went on", "asked"]

    select(window)
    deletion.delete_selected()
    assert window.menus.long_work._job is not None
    window.show_page("portfolio")
    qtbot.waitUntil(lambda: window.menus.long_work._job is None)
    assert QApplication.activeModalWidget() is None


def test_what_could_not_be_swept_is_said_and_done_at_the_next_opening(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.errors import StoreError

    def refuse(_path: Path) -> None:
        raise StoreError("The disk is full.")

    select(window)
    monkeypatch.setattr(erasing, "sweep", refuse)
    delete_partner(qtbot, window)
    assert "taken away when the workspace is opened the next time" in window.notice.text
    monkeypatch.undo()
    assert b"unswept" in path.read_bytes()
    window.close_workspace()
    assert window.open_workspace(path)
    qtbot.waitUntil(lambda: b"unswept" not in path.read_bytes())
    with closing(open_workspace(path)) as opened:
        assert len(opened.all_partners()) == 3


def test_while_something_is_not_stored_nothing_is_asked_or_deleted(window: MainWindow, path: Path) -> None:
    select(window)
    before = path.read_bytes()
    assert window.document is not None
    window.document.set_pending("evidence", True)
    window.menus.deletion.delete_selected()
    assert window.notice.text == "Something is not stored yet. Complete it or discard it, then delete."
    window.document.set_pending("evidence", False)
    assert path.read_bytes() == before


def test_the_copy_that_an_update_of_the_format_left_is_named(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    path.with_name(f"{path.name}.before-v3").write_bytes(path.read_bytes())
    select(window)
    delete_partner(qtbot, window)
    assert f"“{path.name}.before-v3”, which an update of the format left, may still have it" in window.notice.text
