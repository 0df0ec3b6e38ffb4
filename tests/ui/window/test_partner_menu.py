"""The Partner menu speaks of the partner in view, and leads to each of its assessments."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import action_named, menu_named, menu_of, page_of, shown_window
from ui.pages.assessment_page import AssessmentPage
from ui.pages.compare_page import ComparePage
from ui.pages.partners_page import PartnersPage
from ui.pages.result_page import ResultPage
from ui.widgets.partner_chooser import PartnerChooser
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def select(window: MainWindow, name: str) -> PartnersPage:
    page = window.stack.currentWidget()
    assert isinstance(page, PartnersPage)
    for place in range(page._rows.rowCount()):
        row = page._rows.partner_row(place)
        if row is not None and row.name == name:
            page.table.setCurrentIndex(page._rows.index(place, 0))
            return page
    raise AssertionError(name)


def assessments(window: MainWindow) -> list[QAction]:
    menu = menu_of(action_named(menu_named(window, "Partner"), "All assessments"))
    menu.aboutToShow.emit()
    return menu.actions()


def test_every_assessment_of_the_selected_partner_is_offered_newest_first(window: MainWindow) -> None:
    select(window, "Brightfield Creative")
    assert [action.text() for action in assessments(window)] == [
        "1 Nov 2026 · 2026 media partnership · open · Proceed",
        "1 Nov 2026 · 2026 media partnership · open · Hold",
    ]


def test_an_earlier_one_opens_at_its_questions_and_a_finished_one_at_its_result(
    qtbot: QtBot, window: MainWindow
) -> None:
    select(window, "Brightfield Creative")
    assessments(window)[1].trigger()
    assert page_of(qtbot, window, AssessmentPage).property("assessmentId") == str(UUID(int=11))
    window.show_page("partners")
    select(window, "Zebra")
    (only,) = assessments(window)
    assert only.text().startswith("9 Nov 2026 · 2026 media partnership · final · ")
    only.trigger()
    assert page_of(qtbot, window, ResultPage).property("assessmentId") == str(UUID(int=13))


def test_on_the_page_of_an_assessment_it_is_about_that_partner(qtbot: QtBot, window: MainWindow) -> None:
    window.show_assessment(UUID(int=11))
    page_of(qtbot, window, AssessmentPage)
    assert len(assessments(window)) == 2
    archive = action_named(menu_named(window, "Partner"), "Archive")
    assert not archive.isEnabled()
    assert archive.toolTip() == "Select a partner in the list first."


def test_the_list_says_how_many_assessments_a_partner_has(window: MainWindow) -> None:
    page = select(window, "Brightfield Creative")
    words = page.table.currentIndex().data()
    assert words == "Brightfield Creative, creative, genAI, 2 assessments"
    assert "assessments" not in select(window, "Zebra").table.currentIndex().data()


def test_a_right_click_on_the_list_shows_the_same_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
    page = select(window, "Zebra")
    page.table.customContextMenuRequested.emit(QPoint(20, 20))
    assert shown == [menu_named(window, "Partner")]


def test_without_a_workspace_each_command_says_what_is_missing(qtbot: QtBot) -> None:
    menu = menu_named(shown_window(qtbot), "Partner")
    plain = [action for action in menu.actions() if not action.isSeparator() and action.menu() is None]
    assert not any(action.isEnabled() for action in plain)
    assert all(action.toolTip().endswith(" first.") for action in plain)


def test_archiving_from_the_menu_can_be_brought_back_from_it(qtbot: QtBot, window: MainWindow) -> None:
    page = select(window, "Zebra")
    action_named(menu_named(window, "Partner"), "Archive").trigger()
    page.filters.shown.choose("archived")
    page.filters.shown.chosen.emit()
    select(window, "Zebra")
    action_named(menu_named(window, "Partner"), "Bring back").trigger()
    page.filters.clear()
    select(window, "Zebra")


def test_a_file_that_cannot_be_read_any_more_is_said_and_no_assessment_offered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.errors import StoreError

    def broken(_document: object, _partner: UUID) -> list[object]:
        raise StoreError("The disk is gone. Plug it in again.")

    select(window, "Zebra")
    monkeypatch.setattr(type(window.document), "assessments_of", broken)
    assert [action.text() for action in assessments(window)] == ["No assessment yet"]
    assert window.notice.text == "The disk is gone. Plug it in again."


def test_the_buttons_of_the_compare_page_are_in_the_menu_too(qtbot: QtBot, window: MainWindow) -> None:
    add = action_named(menu_named(window, "Partner"), "Add partner to comparison")
    assert not add.isEnabled()
    assert add.toolTip() == "Show the comparison first."

    window.show_page("compare")
    page = page_of(qtbot, window, ComparePage)
    qtbot.waitUntil(page.differences.isEnabled)
    only = action_named(menu_named(window, "Partner"), "Differences only")
    assert not only.isChecked()
    only.trigger()
    assert page.differences.isChecked()
    assert action_named(menu_named(window, "Partner"), "Differences only").isChecked()

    action_named(menu_named(window, "Partner"), "Add partner to comparison").trigger()
    (chooser,) = page.findChildren(PartnerChooser)
    assert chooser.isVisible()
    chooser.reject()
