"""The window: opens and refuses files, keeps typed words, closes without asking, and says what it did."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace, write_by_hand
from tests.ui.window.windows import action_named, menu_named, page_of, shown_window
from ui.pages.assessment_page import AssessmentPage
from ui.pages.partners_page import PartnersPage
from ui.window.main_window import MainWindow

ASSESSMENT = UUID(int=11)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return filled_workspace(tmp_path / "Ours.rapport")


def drop(window: MainWindow, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, buttons, keys))
    return enter.isAccepted()


def test_the_first_start_shows_one_sentence_and_the_doors(qtbot: QtBot) -> None:
    window = shown_window(qtbot)
    assert window.stack.currentWidget() is window.welcome
    assert window.windowTitle() == "Rapport"
    doors = [made.text() for made in window.welcome.findChildren(QPushButton)]
    assert doors == ["New assessment", "Look around in the sample", "Open a workspace…"]


def test_without_a_workspace_the_rail_offers_no_page_and_says_why(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot)
    pages = window.navigation.findChildren(QAbstractButton)
    assert {page.toolTip() for page in pages if not page.isEnabled()} == {"Open a workspace first."}
    assert not any(page.isEnabled() for page in pages)

    window.open_workspace(ours)
    assert all(page.isEnabled() for page in pages)
    assert pages[0].toolTip() == "Partners (Ctrl+1)"

    window.close_workspace()
    assert not any(page.isEnabled() for page in pages)


def test_a_file_whose_list_cannot_be_read_leaves_no_half_made_page(qtbot: QtBot, ours: Path) -> None:
    damaged = bytearray(ours.read_bytes())
    damaged[8192:24576] = b"\xff" * 16384
    ours.write_bytes(damaged)
    window = shown_window(qtbot)
    assert not window.open_workspace(ours)
    assert "is damaged" in window.notice.text
    assert not window.findChildren(PartnersPage)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Dear all, please find enclosed", "is not a workspace"),
        (None, "There is no file"),
    ],
)
def test_a_file_that_is_no_workspace_is_refused_and_what_was_open_stays(
    qtbot: QtBot, ours: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    window = shown_window(qtbot, ours)
    other = tmp_path / "<b>Other.rapport"
    if content is not None:
        other.write_bytes(content)
    assert not window.open_workspace(other)
    assert window.notice.isVisible()
    assert "<b>Other.rapport" in window.notice.text
    assert words in window.notice.text or "Nothing was changed" in window.notice.text
    assert window.document is not None
    assert window.document.path == ours
    assert content is None or other.read_bytes() == content


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(qtbot: QtBot, ours: Path, tmp_path: Path) -> None:
    newer = filled_workspace(tmp_path / "Newer.rapport")
    write_by_hand(newer, "PRAGMA user_version = 999")
    before = newer.read_bytes()
    window = shown_window(qtbot, ours)
    assert not window.open_workspace(newer)
    assert "newer Rapport" in window.notice.text
    assert newer.read_bytes() == before


def test_opening_another_workspace_closes_the_first_and_takes_its_undo_along(
    qtbot: QtBot, ours: Path, tmp_path: Path
) -> None:
    window = shown_window(qtbot, ours)
    assert window.document is not None
    window.document.open_assessment(ASSESSMENT).rate("G1", 2)
    assert window.open_workspace(filled_workspace(tmp_path / "Other.rapport"))
    assert window.windowTitle() == "Other – Rapport"
    assert not action_named(menu_named(window, "Edit"), "Undo").isEnabled()


def test_a_dropped_workspace_is_opened_and_nothing_else_is_taken(qtbot: QtBot, ours: Path, tmp_path: Path) -> None:
    window = shown_window(qtbot)
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert not drop(window, tmp_path / "a.pdf")
    assert not drop(window, ours, ours)
    assert window.document is None
    assert drop(window, ours)
    assert window.document is not None
    assert window.document.path == ours


def test_closing_stores_what_is_being_typed_without_asking(qtbot: QtBot, ours: Path) -> None:
    from models.workspace import open_workspace

    window = shown_window(qtbot, ours)
    window.show_assessment(ASSESSMENT, question_id="G2")
    page = page_of(qtbot, window, AssessmentPage)
    window.activateWindow()
    page.card.note.setFocus()
    qtbot.waitUntil(page.card.note.hasFocus)
    qtbot.keyClicks(page.card.note, "half a sen")
    assert window.close()
    stored = open_workspace(ours)
    assert stored.read_assessment(ASSESSMENT).answer("G2").note == "half a sen"
    stored.close()


def test_only_what_cannot_be_stored_keeps_the_window_open_and_it_says_so(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot, ours)
    window.show_assessment(ASSESSMENT, question_id="G2")
    page = page_of(qtbot, window, AssessmentPage)
    qtbot.keyClicks(page.card.evidence.day.edit, "31 Feb")
    page.card.evidence.day.store()
    assert not window.close()
    assert window.isVisible()
    assert "not stored yet" in window.notice.text
    assert page.card.evidence.day.edit.text() == "31 Feb"
    page.card.evidence.day.reset()
    assert window.close()


def test_a_confirmation_stands_in_the_status_bar_until_another_page_is_shown(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot, ours)
    window.tell("Brief saved to a place")
    assert window.statusBar().isVisible()
    assert window.statusBar().currentMessage() == "Brief saved to a place"
    window.show_page("settings")
    qtbot.waitUntil(lambda: not isinstance(window.stack.currentWidget(), PartnersPage))
    assert not window.statusBar().isVisible()


def test_a_confirmation_with_a_long_name_keeps_the_end_that_says_what_happened(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot, ours)
    window.tell(f"{'Wide name ' * 20}is archived.")
    bar = window.statusBar()
    assert bar.currentMessage().startswith("Wide name")
    assert bar.currentMessage().endswith("is archived.")
    assert bar.fontMetrics().horizontalAdvance(bar.currentMessage()) < bar.width()


def test_asking_for_the_page_in_view_leaves_the_keyboard_where_it_is(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot, ours)
    window.activateWindow()
    page = page_of(qtbot, window, PartnersPage)
    qtbot.waitUntil(page.table.hasFocus)
    window.show_page("partners")
    assert page.table.hasFocus()


def test_the_status_bar_goes_with_its_words_and_comes_with_the_next(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot, ours)
    window.tell("Undone: rating of G1")
    window.statusBar().clearMessage()  # as when its time is over
    assert not window.statusBar().isVisible()
    window.tell("Undone: rating of G1")
    assert window.statusBar().isVisible()


def test_an_assessment_whose_creation_is_undone_takes_its_page_along(qtbot: QtBot, ours: Path) -> None:
    from assessments.assessment import Partner, Scope
    from ui.documents.workspace_document import NewAssessment

    window = shown_window(qtbot, ours)
    assert window.document is not None
    made = window.document.add_assessment(NewAssessment(Partner(UUID(int=77), "Gone", "AGY"), "", Scope.QUICK))
    assert made is not None
    window.show_assessment(made)
    page_of(qtbot, window, AssessmentPage)
    window.document.undo_stack.undo()
    assert isinstance(window.stack.currentWidget(), PartnersPage)


def test_the_window_can_be_as_small_as_half_a_small_screen(qtbot: QtBot, ours: Path) -> None:
    window = shown_window(qtbot, ours)
    window.resize(640, 420)
    assert (window.width(), window.height()) == (640, 420)
