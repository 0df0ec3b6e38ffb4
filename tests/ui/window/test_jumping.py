"""Ctrl+K reaches everything the workspace offers: pages, partners, steps, questions, documents, help."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessments.assessment import Partner
from assessments.questionnaire_file import packaged_questionnaire
from models.edits import add_partner
from models.workspace import open_workspace
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import action_named, menu_named, page_of, shown_window
from ui.documents import listed
from ui.pages.assessment_page import AssessmentPage
from ui.pages.partners_page import PartnersPage
from ui.widgets.jump_dialog import JumpDialog
from ui.window import jumping
from ui.window.help_window import HelpWindow
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def jump_to(qtbot: QtBot, window: MainWindow, typed: str, *keys: Qt.Key) -> None:
    def give(dialog: JumpDialog) -> None:
        qtbot.keyClicks(dialog.field, typed)
        for key in (*keys, Qt.Key.Key_Return):
            qtbot.keyClick(dialog.field, key)
        qtbot.waitUntil(lambda: not dialog.isVisible())

    begin = action_named(menu_named(window, "View"), "Jump to").trigger
    within(qtbot, JumpDialog, begin, give)


def shown(window: MainWindow) -> QWidget | None:
    return window.stack.currentWidget()


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("settings", "SettingsPage"),
        ("compare", "ComparePage"),
        ("portfolio", "PortfolioPage"),
        ("result", "ResultPage"),
        ("weights", "WeightsPage"),
        ("brief", "DocumentPage"),
        ("risk reg", "AssessmentPage"),
        ("partners", "PartnersPage"),
    ],
)
def test_each_page_is_reached_by_its_name(qtbot: QtBot, window: MainWindow, typed: str, page: str) -> None:
    jump_to(qtbot, window, typed)
    qtbot.waitUntil(lambda: type(shown(window)).__name__ == page)


def test_a_partner_is_reached_by_any_part_of_its_name_and_opens_where_it_was_left(
    qtbot: QtBot, window: MainWindow
) -> None:
    jump_to(qtbot, window, "hne")
    page = page_of(qtbot, window, AssessmentPage)
    assert page.header.title.whole_text() == "Ärzte & Söhne"


def test_a_partner_without_an_assessment_is_shown_in_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    workspace = open_workspace(path)
    workspace.commit("new", [add_partner(Partner(UUID(int=99), "Quiet Media", "OWN"))], today=TODAY)
    workspace.close()
    window = shown_window(qtbot, path)
    page = page_of(qtbot, window, PartnersPage)
    page.filters.search.setText("zebra")
    page.filters.search_now()
    window.show_page("settings")
    jump_to(qtbot, window, "quiet")
    assert shown(window) is page
    selected = page.selected()
    assert selected is not None
    assert selected.name == "Quiet Media"


def test_steps_and_questions_are_those_of_the_partner_in_view_or_selected(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, PartnersPage)
    page.table.selectRow(2)
    row = page.selected()
    assert row is not None
    kinds = {one.kind for one in jumping.places(window) if one.mark == "T4"}
    number = list(packaged_questionnaire().questions).index("T4") + 1
    assert kinds == {f"Question {number} · {row.name}"}
    jump_to(qtbot, window, "t4")
    assessment = page_of(qtbot, window, AssessmentPage)
    assert assessment.card.question.id == "T4"
    assert assessment.property("assessmentId") == row.assessment_id
    assert "·" not in next(one.kind for one in jumping.places(window) if one.mark == "T4")


def test_help_is_reached_by_the_title_of_its_page(qtbot: QtBot, window: MainWindow) -> None:
    jump_to(qtbot, window, "method and limits")
    (help_window,) = window.findChildren(HelpWindow)
    assert help_window.isVisible()
    help_window.close()


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.show_assessment(UUID(int=11))
    page = page_of(qtbot, window, AssessmentPage)
    before = page.card.question.id

    def leave(dialog: JumpDialog) -> None:
        qtbot.keyClicks(dialog.field, "settings")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)

    within(qtbot, JumpDialog, window.menus.jump, leave)
    assert shown(window) is page
    assert page.card.question.id == before


def test_in_a_large_workspace_enter_waits_for_the_partner(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (jumping, listed):
        monkeypatch.setattr(module, "AT_ONCE", 0)  # so that a worker looks for them
    jump_to(qtbot, window, "zebr")
    page = page_of(qtbot, window, AssessmentPage)
    assert page.header.title.whole_text() == "Zebra"


def test_without_a_workspace_there_is_nowhere_to_jump(qtbot: QtBot) -> None:
    window = shown_window(qtbot)
    action = action_named(menu_named(window, "View"), "Jump to")
    assert not action.isEnabled()
    assert action.toolTip() == "Open a workspace first."
