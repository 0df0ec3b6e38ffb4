"""The menu bar by the rules that desktops share: every key and letter once, dots where more is asked, reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import action_named, bare, menu_named, menu_of, page_of, shown_window
from ui.pages.partners_page import PartnersPage
from ui.pages.portfolio_page import PortfolioPage
from ui.pages.settings_page import SettingsPage
from ui.window.main_window import MainWindow

MENUS = ("File", "Edit", "Partner", "Assessment", "View", "Help")
ASKS_MORE = {
    "New assessment",
    "New workspace",
    "Open workspace",
    "Start it afresh",
    "Remove it",
    "Brief (PDF)",
    "Blank questionnaire",
    "Print briefs",
    "Save document",
    "Print",
    "Print preview",
    "Import",
    "Export",
    "Export list as CSV",
    "Save a copy",
    "New assessment of this partner",
    "Details",
    "Jump to",
    "Go to number",
    "Not applicable",
    "Attach file",
    "Add link",
    "Add partner to comparison",
    "Reopen",
    "Delete for good",
}
"""Commands after which something has still to be said before anything happens."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def commands(menu: QMenu) -> Iterator[QAction]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        if isinstance(action.menu(), QMenu):
            yield from commands(menu_of(action))
        if not action.isSeparator():
            yield action


def every_command(window: MainWindow) -> list[QAction]:
    return [action for title in MENUS for action in commands(menu_named(window, title))]


def letter(text: str) -> str:
    at = text.replace("&&", "\0").find("&")
    return text.replace("&&", "\0")[at + 1].casefold() if at >= 0 else ""


def test_the_menus_stand_in_the_usual_order_with_quit_and_about_last(window: MainWindow) -> None:
    assert [bare(action.text()) for action in window.menuBar().actions()] == list(MENUS)
    assert bare(menu_named(window, "File").actions()[-1].text()) == "Quit"
    assert bare(menu_named(window, "Help").actions()[-1].text()) == "About Rapport"
    assert action_named(menu_named(window, "File"), "Quit").menuRole() is QAction.MenuRole.QuitRole
    assert action_named(menu_named(window, "Help"), "About Rapport").menuRole() is QAction.MenuRole.AboutRole


def test_every_letter_of_a_menu_is_used_once(window: MainWindow) -> None:
    bars = [action.text() for action in window.menuBar().actions()]
    menus = [[action.text() for action in menu_named(window, title).actions() if action.text()] for title in MENUS]
    for texts in (bars, *menus):
        letters = Counter(map(letter, texts))
        assert "" not in letters, texts
        assert max(letters.values()) == 1, letters.most_common(3)


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    active = [
        key.toString()
        for action in every_command(window)
        if action.shortcutContext() is not Qt.ShortcutContext.WidgetShortcut  # shown only: the list takes it itself
        for key in action.shortcuts()
    ]
    assert [key for key, times in Counter(active).items() if times > 1] == []


@pytest.mark.parametrize(
    ("menu", "command", "key"),
    [
        ("File", "New assessment", QKeySequence.StandardKey.New),
        ("File", "Open workspace", QKeySequence.StandardKey.Open),
        ("File", "Brief (PDF)", QKeySequence.StandardKey.Print),
        ("File", "Close workspace", "Ctrl+W"),
        ("Edit", "Undo", QKeySequence.StandardKey.Undo),
        ("Edit", "Redo", QKeySequence.StandardKey.Redo),
        ("Edit", "Find", QKeySequence.StandardKey.Find),
        ("Help", "Help on this page", QKeySequence.StandardKey.HelpContents),
    ],
)
def test_standard_keys_do_what_they_do_elsewhere(
    window: MainWindow, menu: str, command: str, key: QKeySequence.StandardKey | str
) -> None:
    found = action_named(menu_named(window, menu), command)
    assert QKeySequence(key) in found.shortcuts()


def test_dots_end_a_command_that_asks_for_more_and_no_other(window: MainWindow) -> None:
    texts = {bare(action.text()): action.text().endswith("…") for action in every_command(window)}
    assert {text for text, dots in texts.items() if dots} == ASKS_MORE


@pytest.mark.parametrize("opened", [False, True])
def test_what_cannot_be_used_is_shown_greyed_with_the_reason(qtbot: QtBot, tmp_path: Path, opened: bool) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport") if opened else None
    window = shown_window(qtbot, path)
    lists = ("Undo", "Redo", "Clear this list", "No assessment yet")  # whose words say it already
    greyed = [action for action in every_command(window) if not action.isEnabled() and action.menu() is None]
    assert greyed
    for action in greyed:
        assert bare(action.text()) in lists or (action.toolTip().endswith(".") and action.statusTip().endswith("."))


def test_undo_and_redo_name_what_they_take_back(window: MainWindow) -> None:
    from uuid import UUID

    assert window.document is not None
    assert window.document.open_assessment(UUID(int=11)).rate("G1", 2)
    menu = menu_named(window, "Edit")
    action_named(menu, "Undo rating of G1").trigger()
    action_named(menu, "Redo rating of G1").trigger()
    action_named(menu, "Undo rating of G1")


def test_every_page_is_reached_by_its_key(qtbot: QtBot, window: MainWindow) -> None:
    action_named(menu_named(window, "View"), "Settings").trigger()
    page_of(qtbot, window, SettingsPage)
    action_named(menu_named(window, "Edit"), "Find").trigger()
    page = page_of(qtbot, window, PartnersPage)
    assert page.filters.search.selectedText() == page.filters.search.text()


def test_recent_workspaces_are_offered_by_name_literally_and_can_be_cleared(qtbot: QtBot, tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "A & B.rapport")
    window = shown_window(qtbot, path)
    recent = menu_of(action_named(menu_named(window, "File"), "Open recent"))

    def texts() -> list[str]:
        recent.aboutToShow.emit()
        return [action.text() for action in recent.actions() if action.text()]

    qtbot.waitUntil(lambda: texts() == ["A && B.rapport", "Clear this list"])
    action_named(recent, "Clear this list").trigger()
    assert texts() == ["Clear this list"]
    assert not action_named(recent, "Clear this list").isEnabled()


def test_the_appearance_is_changed_at_once_and_shown_as_chosen(window: MainWindow) -> None:
    from ui.theme.palette import theme
    from ui.window import memory

    view = menu_named(window, "View")
    for words, scheme in (("Dark", "dark"), ("Light", "light")):
        action_named(view, words).trigger()
        assert theme.scheme == scheme
        assert memory.read_appearance() == scheme
        view.aboutToShow.emit()
        assert action_named(view, words).isChecked()


def test_the_assessment_menu_does_what_the_page_does(qtbot: QtBot, window: MainWindow) -> None:
    from uuid import UUID

    from ui.pages.assessment_page import AssessmentPage

    def press(words: str) -> None:
        action_named(menu_named(window, "Assessment"), words).trigger()

    window.show_assessment(UUID(int=12))
    page = page_of(qtbot, window, AssessmentPage)
    assert window.document is not None
    document = window.document.open_assessment(UUID(int=12))
    press("List view")
    assert page.table.isVisible()
    press("Card view")
    assert page.card.isVisible()
    press("Come back to this question")
    assert document.assessment.answer(page.card.question.id).flagged
    press("Ready for a brief?")
    assert page.review.isVisible()
    press("Finish")
    assert document.assessment.is_final
    frozen = action_named(menu_named(window, "Assessment"), "Attach file")
    assert frozen.toolTip() == "This assessment is finished. Reopen it first."
    assert action_named(menu_named(window, "Assessment"), "Reopen").isEnabled()


def test_the_assessment_menu_finishes_and_reopens_on_the_result_page_too(qtbot: QtBot, window: MainWindow) -> None:
    from uuid import UUID

    from ui.pages.result_page import ResultPage
    from ui.widgets.reason_dialog import ReopenDialog

    window.show_result(UUID(int=12))
    page = page_of(qtbot, window, ResultPage)
    document = page.document
    assert not action_named(menu_named(window, "Assessment"), "Reopen").isEnabled()
    action_named(menu_named(window, "Assessment"), "Finish").trigger()
    assert document.assessment.is_final
    assert not action_named(menu_named(window, "Assessment"), "Finish").isEnabled()
    action_named(menu_named(window, "Assessment"), "Reopen").trigger()
    (dialog,) = page.findChildren(ReopenDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_undo_and_redo_are_confirmed_in_the_status_bar(window: MainWindow) -> None:
    from uuid import UUID

    assert window.document is not None
    stack = window.document.undo_stack
    window.document.open_assessment(UUID(int=11)).rate("G1", 2)
    assert window.statusBar().currentMessage() == ""
    stack.undo()
    assert window.statusBar().currentMessage() == "Undone: rating of G1"
    stack.redo()
    assert window.statusBar().currentMessage() == "Done again: rating of G1"


def test_a_new_change_in_place_of_an_undone_one_is_not_called_done_again(window: MainWindow) -> None:
    from uuid import UUID

    assert window.document is not None
    row = window.document.open_assessment(UUID(int=11))
    row.rate("G1", 2)
    window.document.undo_stack.undo()
    row.rate("G2", 4)
    assert window.statusBar().currentMessage() == "Undone: rating of G1"
    window.document.undo_stack.undo()
    window.document.undo_stack.redo()
    assert window.statusBar().currentMessage() == "Done again: rating of G2"


def test_archiving_is_confirmed_by_name(window: MainWindow) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, PartnersPage)
    row = page.selected()
    assert row is not None
    page.archive_selected()
    assert window.statusBar().currentMessage() == f"{row.name} is archived."


def test_the_list_is_sorted_by_menu_as_by_its_headings(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, PartnersPage)
    sort = menu_of(action_named(menu_named(window, "View"), "Sort by"))
    sort.aboutToShow.emit()
    assert [bare(action.text()) for action in sort.actions() if action.isChecked()] == ["Partner"]
    for wanted in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
        action_named(sort, "Supported score").trigger()
        header = page.table.horizontalHeader()
        assert header.sortIndicatorOrder() is wanted
        assert (
            page.table.model().headerData(header.sortIndicatorSection(), Qt.Orientation.Horizontal) == "Supported score"
        )
    sort.aboutToShow.emit()
    assert [bare(action.text()) for action in sort.actions() if action.isChecked()] == ["Supported score"]


def test_the_partner_selected_on_the_map_is_the_one_that_commands_are_about(qtbot: QtBot, window: MainWindow) -> None:
    selected = window.current_assessment()
    assert window.document is not None
    assert selected is not None
    window.show_page("portfolio")
    page_of(qtbot, window, PortfolioPage)
    qtbot.waitUntil(lambda: window.current_assessment() == selected)
    result = action_named(menu_named(window, "View"), "Result")
    assert result.isEnabled()
    window.document.choice.select(None)
    assert window.current_assessment() is None
    assert not result.isEnabled()
