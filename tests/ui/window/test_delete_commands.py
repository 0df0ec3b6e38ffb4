"""Deleting for good: asked by name with counts, Enter cancels, and what is deleted leaves list, pages and undo."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models import edits, erasing
from models.partner_list import ListFilter
from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.locales import in_locale
from tests.models.builders import a_partner
from tests.models.marked import FULL, MARK, OPEN, PARTNER, marked_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import action_named, menu_named, page_of, shown_window
from ui.pages.assessment_page import AssessmentPage
from ui.pages.partners_page import PartnersPage
from ui.pages.result_page import ResultPage
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.pill import say
from ui.window.main_window import MainWindow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "Partners.rapport"
    marked_workspace(found)
    return found


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> MainWindow:
    return shown_window(qtbot, path)


def select(window: MainWindow, partner: UUID = PARTNER) -> PartnersPage:
    page = window.stack.currentWidget()
    assert isinstance(page, PartnersPage)
    place = page._rows.row_of(str(partner))
    assert place is not None
    page.table.setCurrentIndex(page._rows.index(place, 0))
    return page


def agree(box: ConfirmDialog) -> None:
    (deed,) = (button for button in box.findChildren(QPushButton) if button.text() == "&Delete for good")
    deed.click()


def delete_partner(qtbot: QtBot, window: MainWindow) -> Asked:
    """Choose the command for the selected partners, agree, and return what was asked."""
    asked: list[Asked] = []

    def answer(box: ConfirmDialog) -> None:
        asked.append(box.asked)
        agree(box)

    within(qtbot, ConfirmDialog, action_named(menu_named(window, "Partner"), "Delete for good").trigger, answer)
    qtbot.waitUntil(lambda: "deleted for good" in window.statusBar().currentMessage())
    return asked[0]


def test_a_partner_is_deleted_after_a_question_that_names_it_and_counts(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    row = select(window).selected()
    assert row is not None
    asked = delete_partner(qtbot, window)
    assert asked.title == "Delete this partner for good?"
    assert asked.about == row.name
    assert asked.words == (
        "This deletes 2 assessments (1 finished), 6 answers, 5 rows of sheets, 1 decision, 2 files and 1 link "
        "from the file and its history of changes.\n"
        "Nothing brings it back. Copies, exports and briefs saved elsewhere stay.\n"
        "To only take it out of the list, archive it."
    )
    assert asked.careful
    assert window.statusBar().currentMessage() == f"{row.name} is deleted for good."
    page = page_of(qtbot, window, PartnersPage)
    assert page._rows.row_of(str(PARTNER)) is None
    assert page._rows.rowCount() == 3
    assert MARK not in path.read_bytes().lower()


def test_a_name_is_asked_for_literally_and_no_text_is_read_as_markup(qtbot: QtBot, window: MainWindow) -> None:
    document = window.document
    assert document is not None
    for name in ("<b>A</b> & <img src=x>", "&Delete", "%1 {n} {what}", "=1+1"):
        assert document.edit_partner(replace(document.read_partner(PARTNER), name=name))
        select(window)

        def look(box: ConfirmDialog, name: str = name) -> None:
            assert box.asked.about == name
            assert {label.textFormat() for label in box.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
            box.reject()

        within(qtbot, ConfirmDialog, window.menus.deletion.delete_selected, look)


def test_enter_and_escape_cancel_and_nothing_is_deleted(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    select(window)
    before = path.read_bytes()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):

        def press(box: ConfirmDialog, key: Qt.Key = key) -> None:
            qtbot.keyClick(box, key)

        within(qtbot, ConfirmDialog, window.menus.deletion.delete_selected, press)
    assert path.read_bytes() == before


def test_shift_del_in_the_list_asks_and_del_alone_archives(qtbot: QtBot, window: MainWindow) -> None:
    page = select(window)
    window.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    within(
        qtbot,
        ConfirmDialog,
        lambda: qtbot.keyClick(page.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
        lambda box: box.reject(),
    )
    assert page._rows.row_of(str(PARTNER)) is not None
    window.activateWindow()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page._rows.row_of(str(PARTNER)) is None
    assert window.document is not None
    assert window.document.read_partner(PARTNER).archived


def test_an_archived_partner_is_deleted_from_the_list_of_archived_ones(qtbot: QtBot, window: MainWindow) -> None:
    select(window).archive_selected()
    page = page_of(qtbot, window, PartnersPage)
    page.filters.shown.choose("archived")
    page.filters.shown.chosen.emit()
    select(window)
    asked = delete_partner(qtbot, window)
    assert "archive it" not in asked.words
    assert page._rows.rowCount() == 0


def test_when_the_last_partner_of_a_tag_is_deleted_the_list_is_no_longer_narrowed_to_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = select(window)
    row, document = page.selected(), window.document
    assert row is not None
    assert document is not None
    document.choice.set_filter(ListFilter(tag=row.tags[0]))
    assert page._rows.rowCount() == 1
    select(window)
    delete_partner(qtbot, window)
    qtbot.waitUntil(lambda: document.choice.filter == ListFilter())
    assert page._rows.rowCount() == 3


def test_several_selected_partners_are_deleted_at_once(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, PartnersPage)
    page.table.selectAll()
    asked = delete_partner(qtbot, window)
    assert asked.title == "Delete 4 partners for good?"
    assert asked.about.count(", ") == 3
    assert asked.words.endswith("To only take them out of the list, archive them.")
    assert window.statusBar().currentMessage() == "4 partners are deleted for good."
    assert window.document is not None
    assert window.document.workspace.all_partners() == []


def test_of_more_than_a_thousand_the_first_are_named_and_the_rest_is_counted(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    with closing(open_workspace(path)) as opened:
        more = [edits.add_partner(a_partner(1_000 + one, f"A {one:04}")) for one in range(1_030)]
        opened.commit("new", more, today=TODAY)
    assert window.document is not None
    window.document.partners_changed.emit()
    page = page_of(qtbot, window, PartnersPage)
    qtbot.waitUntil(lambda: page._rows.rowCount() == 1_034)
    page.table.selectAll()
    asked = delete_partner(qtbot, window)
    assert asked.title == "Delete 1,034 partners for good?"
    assert asked.about.startswith("A 0000, A 0001, ")
    assert asked.about.endswith(", A 0019 and 1,014 more")
    assert window.statusBar().currentMessage() == "1,034 partners are deleted for good."


@pytest.mark.parametrize(
    ("which", "starts", "kind"),
    [
        (OPEN, "This deletes 3 answers from", AssessmentPage),
        (FULL, "It is finished.\nThis deletes 3 answers, ", ResultPage),
    ],
)
def test_the_assessment_in_view_is_deleted_alone_and_its_partner_stays(
    qtbot: QtBot, window: MainWindow, which: UUID, starts: str, kind: type[AssessmentPage | ResultPage]
) -> None:
    show = window.show_assessment if kind is AssessmentPage else window.show_result
    show(which)
    page_of(qtbot, window, kind)
    asked: list[Asked] = []

    def answer(box: ConfirmDialog) -> None:
        asked.append(box.asked)
        agree(box)

    within(qtbot, ConfirmDialog, action_named(menu_named(window, "Assessment"), "Delete for good").trigger, answer)
    page = page_of(qtbot, window, PartnersPage)
    assert asked[0].title == "Delete this assessment for good?"
    assert asked[0].words.startswith(starts)
    assert asked[0].words.endswith("The partner stays.")
    row = select(window).selected()
    assert row is not None
    assert row.assessment_count == 1
    assert asked[0].about.startswith(f"{row.name} · {MARK.decode()}")
    assert window.statusBar().currentMessage() == f"The assessment of {row.name} is deleted for good."
    assert page.isVisible()


def test_an_assessment_can_be_deleted_only_where_one_is_in_view(window: MainWindow) -> None:
    action = action_named(menu_named(window, "Assessment"), "Delete for good")
    assert not action.isEnabled()
    assert action.toolTip() == "Open an assessment first."


def test_counts_are_words_with_an_and_before_the_last() -> None:
    from ui.documents.deletion_words import contents_words

    def words(*counts: int) -> str:
        return contents_words(erasing.Contents((), *counts), say)

    assert words(0, 0, 0, 0, 0, 0, 0) == ""
    assert words(1, 0, 0, 0, 0, 0, 0) == "1 assessment"
    assert words(1, 1, 1_080, 0, 0, 0, 0) == "1 assessment (finished) and 1,080 answers"
    with in_locale("de_DE"):
        assert words(1, 1, 1_080, 0, 0, 0, 0) == "1 assessment (finished) and 1.080 answers"
    assert words(3, 1, 1, 0, 0, 2, 1) == "3 assessments (1 finished), 1 answer, 2 files and 1 link"
