"""In a small window, or with large text, pages scroll: nothing lies over anything else or is out of reach."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import bare, page_of, shown_window
from ui.pages.assessment_page import AssessmentPage
from ui.pages.compare_page import ComparePage
from ui.pages.document_page import DocumentPage
from ui.pages.partners_page import PartnersPage
from ui.pages.portfolio_page import PortfolioPage
from ui.widgets.partner_rows import COLUMNS
from ui.widgets.screen_room import within_screen
from ui.widgets.section_progress import DETAILS, REVIEW, SHEET_SECTIONS
from ui.widgets.section_rail import SectionButton
from ui.widgets.steps_button import StepsButton
from ui.window.main_window import MainWindow
from ui.window.page_stack import PageStack, scrolled


class Needs(QWidget):
    """A page that needs so much room."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._least = QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self._least


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def boxes(*widgets: QWidget) -> list[QRect]:
    return [QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()) for widget in widgets if widget.isVisible()]


def test_only_the_page_in_view_decides_whether_there_is_something_to_scroll(qtbot: QtBot) -> None:
    stack = PageStack()
    area = scrolled(stack)
    qtbot.addWidget(area)
    area.resize(500, 400)
    small, large = Needs(200, 100), Needs(900, 800)
    for page in (small, large):
        stack.addWidget(page)
    area.show()
    for page, there in ((small, False), (large, True), (small, False)):
        stack.setCurrentWidget(page)
        qtbot.waitUntil(lambda there=there: (area.verticalScrollBar().maximum() > 0) == there)  # type: ignore[misc]
        assert (area.horizontalScrollBar().maximum() > 0) == there


def test_steps_question_and_score_never_lie_over_each_other(qtbot: QtBot, window: MainWindow) -> None:
    window.show_assessment(UUID(int=11))
    page = page_of(qtbot, window, AssessmentPage)
    for width in (1280, 1000, 800, 640):
        window.resize(width, 500)
        qtbot.waitUntil(lambda width=width: window.width() == width)  # type: ignore[misc]
        QApplication.sendPostedEvents()  # the rail makes room for its bar
        found = boxes(page.rail, page.card, page.live)
        assert not any(a.intersects(b) for place, a in enumerate(found) for b in found[place + 1 :]), width
    assert not page.live.isVisible()
    window.resize(1280, 800)
    qtbot.waitUntil(page.live.isVisible)


def test_a_step_with_a_wide_table_never_shows_the_score_beside_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_assessment(UUID(int=11))
    page = page_of(qtbot, window, AssessmentPage)
    page.show_list(True)
    assert not page.live.isVisible()
    window.resize(1400, 800)
    assert not page.live.isVisible()
    page.show_list(False)
    assert page.live.isVisible()


SMALL = (636, 350)
"""Pixels: what 1280 x 800 at 200 % leaves inside a window's frame."""
STEPS = ("", *dict.fromkeys(SHEET_SECTIONS.values()), DETAILS, REVIEW)


def scrolled_areas(window: MainWindow) -> list[QAbstractScrollArea]:
    """Return what scrolls upwards and downwards now; fields of text do so by themselves."""
    areas = window.findChildren(QAbstractScrollArea)
    return [
        area
        for area in areas
        if area.isVisible() and area.verticalScrollBar().maximum() > 0 and not isinstance(area, QPlainTextEdit)
    ]


def nested(window: MainWindow) -> list[str]:
    """Return what scrolls inside something that scrolls itself."""
    found = scrolled_areas(window)
    return [
        f"{type(inner).__name__} in {type(outer).__name__}"
        for inner in found
        for outer in found
        if inner is not outer and outer.isAncestorOf(inner)
    ]


@pytest.mark.usefixtures("in_our_look")
@pytest.mark.parametrize("name", ["partners", "compare", "portfolio", "settings", "result", "weights", "brief"])
def test_in_a_small_window_no_page_scrolls_inside_another_frame(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.resize(*SMALL)
    found = window.current_assessment()
    assert found is not None
    show = getattr(window, f"show_{name}", None)
    window.show_page(name) if show is None else show(found)
    qtbot.waitUntil(lambda: window.height() == SMALL[1])
    page = window.stack.currentWidget()
    if isinstance(page, PortfolioPage | DocumentPage):
        with qtbot.waitSignal(page.shown, timeout=30_000):
            page.refresh()
    elif isinstance(page, ComparePage):
        qtbot.waitUntil(lambda: page.document.comparison is not None and page.firmness.is_current, timeout=30_000)
    QApplication.sendPostedEvents()
    assert nested(window) == []


@pytest.mark.usefixtures("in_our_look")
def test_in_a_small_window_a_step_scrolls_by_itself_and_the_steps_are_in_a_menu(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_assessment(UUID(int=11))
    page = page_of(qtbot, window, AssessmentPage)
    (steps,) = page.findChildren(StepsButton)
    assert not steps.isVisible()
    window.resize(*SMALL)
    qtbot.waitUntil(steps.isVisible)
    assert not page.rail.isVisible()
    for key in STEPS:
        page.show_section(key) if key else page.show_question("G1")
        QApplication.sendPostedEvents()
        assert nested(window) == [], key
    steps.menu().aboutToShow.emit()
    actions = steps.menu().actions()
    assert [bare(action.text().partition("\t")[0]) for action in actions[:2]] == ["Partner & purpose", "Goals"]
    assert next(action.text() for action in actions if action.isChecked()).startswith("Ready for a brief?")
    assert actions[-1].text() == page.rail.words
    actions[1].trigger()
    assert page.card.isVisible()
    assert page.card.question.dimension == "goals"
    window.resize(1280, 800)
    qtbot.waitUntil(page.rail.isVisible)
    assert not steps.isVisible()


@pytest.mark.usefixtures("in_our_look")
def test_in_a_low_window_the_rail_scrolls_and_nothing_of_it_is_cut(qtbot: QtBot, window: MainWindow) -> None:
    window.show_assessment(UUID(int=11))
    page = page_of(qtbot, window, AssessmentPage)
    last = page.rail.findChildren(SectionButton)[-1]
    before, width = page.rail.width(), last.width()
    window.resize(1280, 400)
    qtbot.waitUntil(lambda: page.rail.width() > before)
    qtbot.waitUntil(lambda: last.width() == width)  # the bar lies beside the steps, not over them
    assert nested(window) == []
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: page.rail.width() == before)


@pytest.mark.usefixtures("in_our_look")
def test_a_small_window_shows_the_end_of_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(*SMALL)
    page = page_of(qtbot, window, PartnersPage)
    qtbot.waitUntil(lambda: window.height() == SMALL[1])
    (area,) = (one for one in window.findChildren(QScrollArea) if one.widget() is window.stack)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    page.table.scrollToBottom()
    last = page.table.visualRect(page.table.model().index(page.table.model().rowCount() - 1, 0)).bottom()
    assert page.table.viewport().mapTo(area.viewport(), QPoint(0, last)).y() < area.viewport().height()


def test_a_hidden_page_does_not_make_the_one_in_view_scroll(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1280, 500)
    (area,) = (one for one in window.findChildren(QScrollArea) if one.widget() is window.stack)
    tall = QWidget()
    words = QLabel("word " * 2000)
    words.setWordWrap(True)
    QVBoxLayout(tall).addWidget(words)
    window.stack.addWidget(tall)
    window.show_page("settings")
    QApplication.sendPostedEvents()
    assert area.verticalScrollBar().maximum() == 0


def test_names_keep_their_width_in_a_narrow_list_and_take_what_is_left_in_a_wide_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(qtbot, window, PartnersPage)
    header = page.table.horizontalHeader()
    window.resize(700, 600)
    qtbot.waitUntil(lambda: header.length() > page.table.viewport().width())
    assert header.sectionSize(COLUMNS.index("name")) >= 190
    window.resize(1500, 600)
    qtbot.waitUntil(lambda: header.length() == page.table.viewport().width())
    assert header.sectionSize(COLUMNS.index("name")) > 190


def test_a_dialog_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    from PySide6.QtGui import QGuiApplication

    screen = QGuiApplication.primaryScreen().availableSize()
    assert within_screen(200, 100).width() <= within_screen(400, 100).width()
    huge = within_screen(100_000, 100_000)
    assert huge.width() < screen.width()
    assert huge.height() < screen.height()
