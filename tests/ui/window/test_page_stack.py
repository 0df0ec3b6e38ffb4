"""In a small window, or with large text, pages scroll: nothing lies over anything else or is out of reach."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import page_of, shown_window
from ui.pages.assessment_page import AssessmentPage
from ui.pages.partners_page import PartnersPage
from ui.widgets.partner_rows import COLUMNS
from ui.widgets.screen_room import within_screen
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


def test_a_small_window_scrolls_to_the_end_of_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(640, 420)
    page = page_of(qtbot, window, PartnersPage)
    (area,) = (one for one in window.findChildren(QScrollArea) if one.widget() is window.stack)
    qtbot.waitUntil(lambda: page.width() >= area.viewport().width())
    assert page.table.height() >= page.table.minimumHeight()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    bottom = page.table.mapTo(area.viewport(), QPoint(0, page.table.height())).y()
    assert bottom <= area.viewport().height()


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
