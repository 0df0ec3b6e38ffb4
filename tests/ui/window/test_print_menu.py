"""What goes on paper is in the File menu, and says why it cannot be used."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from assessments import comparison
from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import bare, page_of, shown_window
from ui.pages import partners_page
from ui.pages.blank_dialog import BlankDialog
from ui.pages.compare_page import ComparePage
from ui.pages.document_page import DocumentPage
from ui.pages.partners_page import PartnersPage
from ui.pages.portfolio_page import PortfolioPage
from ui.pages.print_many_dialog import PrintManyDialog
from ui.pages.result_page import ResultPage
from ui.window import print_menu
from ui.window.main_window import MainWindow

SOON = 60_000
FINISHED = UUID(int=13)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def shown_document(qtbot: QtBot, window: MainWindow) -> DocumentPage:
    page = page_of(qtbot, window, DocumentPage)
    qtbot.waitUntil(lambda: page.made is not None and bool(page.preview.pages), timeout=SOON)
    return page


def words_of(page: DocumentPage, number: int, qtbot: QtBot) -> str:
    view = page.preview.pages[number]
    qtbot.waitUntil(lambda: view.drawn, timeout=SOON)
    return view.accessibleDescription()


def test_what_is_loaded_before_the_comparison_counts_as_it_does() -> None:
    assert (partners_page.FEWEST, partners_page.MOST) == (comparison.FEWEST_PARTNERS, comparison.MOST_PARTNERS)
    assert print_menu.MOST_PRINTED == comparison.MOST_PRINTED


def test_ctrl_p_leads_to_the_brief_and_from_there_to_the_printer(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.menus.print
    assert menu.brief.shortcut().toString() == "Ctrl+P"
    assert menu.print.toolTip() == "Show a document first."
    window.show_brief(FINISHED)
    page = shown_document(qtbot, window)
    assert page.header.title.whole_text() == "Zebra: brief"
    assert menu.print.shortcut().toString() == "Ctrl+P"
    assert menu.brief.shortcut().isEmpty()
    assert menu.save.isEnabled(), "Ctrl+S works as soon as there is a document"
    assert menu.print.isEnabled()
    page.back.click()
    page_of(qtbot, window, ResultPage)


def test_what_the_bar_does_is_in_the_view_menu_too(qtbot: QtBot, window: MainWindow) -> None:
    larger, smaller, *others = window.menus.print.views
    assert not larger.isEnabled()
    window.show_brief(FINISHED)
    page = shown_document(qtbot, window)
    assert all(action.isEnabled() for action in (larger, smaller, *others))
    page.preview.set_zoom(1.0)
    larger.trigger()
    assert page.preview.share == pytest.approx(1.25)
    shown = page.viewer.thumbnails.isVisible()
    others[-2].trigger()
    assert page.viewer.thumbnails.isVisible() is not shown


def test_ctrl_f_looks_in_the_document_in_view(qtbot: QtBot, window: MainWindow) -> None:
    window.show_brief(FINISHED)
    page = shown_document(qtbot, window)
    window.menus.file.find()
    assert page.viewer.find_bar.isVisible()
    window.show_result(FINISHED)
    window.menus.file.find()
    page_of(qtbot, window, PartnersPage)


def test_the_result_page_leads_to_the_call_agenda(qtbot: QtBot, window: MainWindow) -> None:
    window.show_result(FINISHED)
    page_of(qtbot, window, ResultPage).agenda.click()
    page = shown_document(qtbot, window)
    assert page.header.title.whole_text() == "Zebra: call agenda"
    assert "Zebra" in words_of(page, 0, qtbot)
    assert not page.options.readers


def test_the_compare_page_leads_to_the_comparison_of_its_partners(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.menus.print
    window.menus.refresh()
    assert menu.comparison.toolTip() == "Compare two to six partners, or select them in the list first."
    window.show_page("compare")
    compare = page_of(qtbot, window, ComparePage)
    qtbot.waitUntil(compare.printed.isEnabled, timeout=SOON)
    window.menus.refresh()
    assert menu.comparison.isEnabled()
    compare.printed.click()
    page = shown_document(qtbot, window)
    assert "3 partners" in words_of(page, 0, qtbot)
    page.back.click()
    compare.document.remove(compare.document.chosen[0])
    qtbot.waitUntil(lambda: len(compare.to_compare()) == 2, timeout=SOON)
    compare.printed.click()
    with qtbot.waitSignal(page.shown, timeout=SOON):
        pass
    assert page.header.title.whole_text() == "Comparison of 2 partners"
    qtbot.waitUntil(lambda: "2 partners" in page.preview.pages[0].accessibleDescription(), timeout=SOON)


def test_the_portfolio_page_leads_to_its_summary_of_what_is_listed(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("portfolio")
    portfolio = page_of(qtbot, window, PortfolioPage)
    portfolio.print_requested.emit()
    page = shown_document(qtbot, window)
    assert "3 partners" in words_of(page, 0, qtbot)
    assert window.document is not None
    with qtbot.waitSignal(page.shown, timeout=SOON):
        window.document.choice.set_filter(portfolio.filters.wanted().__class__(text="zeb"))
    qtbot.waitUntil(lambda: "search “zeb”" in page.preview.pages[0].accessibleDescription(), timeout=SOON)


def test_a_blank_questionnaire_is_asked_for_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    def choose(dialog: BlankDialog) -> None:
        dialog._quick.click()
        dialog.accept()

    within(qtbot, BlankDialog, window.menus.print.ask_blank, choose)
    page = shown_document(qtbot, window)
    quick = len(page.preview.pages)
    within(qtbot, BlankDialog, window.menus.print.ask_blank, lambda dialog: dialog.accept())
    qtbot.waitUntil(lambda: len(page.preview.pages) > quick, timeout=SOON)


def test_print_briefs_offers_what_is_selected_and_what_is_listed(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, PartnersPage)
    page.table.selectAll()
    seen: list[str] = []

    def look(dialog: PrintManyDialog) -> None:
        seen.extend((bare(dialog.of_selected.text()), bare(dialog.of_listed.text())))
        dialog.reject()

    qtbot.waitUntil(lambda: len(page.filters._commands) == 2)
    within(qtbot, PrintManyDialog, page.filters._commands[1].click, look)
    assert seen == ["Selected: 3 partners", "All listed: 3 partners"]


def test_everything_is_disabled_with_its_reason_while_no_workspace_is_open(qtbot: QtBot) -> None:
    window = shown_window(qtbot)
    window.menus.refresh()
    menu = window.menus.print
    for action in (menu.brief, menu.agenda, menu.comparison, menu.summary, menu.blank, menu.many):
        assert not action.isEnabled()
        assert action.toolTip() == "Open a workspace first."


def test_no_two_commands_share_a_key(qtbot: QtBot, window: MainWindow) -> None:
    def shortcuts() -> list[str]:
        found = [
            action.shortcut().toString()
            for menu in window.menuBar().findChildren(QMenu)
            for action in menu.actions()
            if isinstance(action, QAction) and not action.shortcut().isEmpty()
            if action.shortcutContext().name != "WidgetShortcut"
        ]
        return sorted(found)

    for page in ("list", "brief"):
        if page == "brief":
            window.show_brief(FINISHED)
            shown_document(qtbot, window)
        window.menus.refresh()
        assert shortcuts() == sorted(set(shortcuts()))


def test_closing_the_workspace_while_pages_are_made_and_drawn_is_safe(qtbot: QtBot, window: MainWindow) -> None:
    window.show_brief(FINISHED)
    page = page_of(qtbot, window, DocumentPage)
    path = window.document.path if window.document else None
    assert path is not None
    window.close_workspace()
    qtbot.waitUntil(lambda: not isValid(page))
    assert window.open_workspace(path)
    window.show_brief(FINISHED)
    again = shown_document(qtbot, window)
    again.preview.set_zoom(2.0)
    again.viewer.find_bar.open()
    again.viewer.find_bar.field.setText("evidence")
    again.viewer.find_bar._look()
    window.close_workspace()
    qtbot.waitUntil(lambda: not isValid(again))
    QThreadPool.globalInstance().waitForDone()
