"""Every page as a screen reader meets it: each control named, each chart with its numbers, nothing by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from tests.ui.window.windows import page_of, shown_window
from ui.pages.assessment_page import AssessmentPage
from ui.pages.compare_page import ComparePage
from ui.pages.document_page import DocumentPage
from ui.pages.partners_page import PartnersPage
from ui.pages.portfolio_page import PortfolioPage
from ui.pages.result_page import ResultPage
from ui.pages.settings_page import SettingsPage
from ui.pages.weights_page import WeightsPage
from ui.widgets.drawing_view import DrawingView
from ui.widgets.section_progress import SHEET_SECTIONS
from ui.window.main_window import MainWindow

PAGES = ("partners", "assessment", "list", "details", "review", *SHEET_SECTIONS.values(), "result", "weights",
         "brief", "compare", "portfolio", "settings")  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Sample.rapport"
    create_sample(path, TODAY).close()
    made = shown_window(qtbot, path)
    yield made
    made.close()


def visit(qtbot: QtBot, window: MainWindow, name: str) -> QWidget:
    """Show one of `PAGES` and return its page."""
    assert window.document is not None
    found = window.current_assessment()
    assert found is not None
    if name in ("partners", "compare", "portfolio", "settings"):
        window.show_page(name)
        kinds = {"partners": PartnersPage, "compare": ComparePage, "portfolio": PortfolioPage, "settings": SettingsPage}
        page: QWidget = page_of(qtbot, window, kinds[name])
        if isinstance(page, ComparePage):
            qtbot.waitUntil(lambda: page.document.comparison is not None and page.firmness.is_current, timeout=30_000)
        elif isinstance(page, PortfolioPage):
            qtbot.waitUntil(lambda: page.rows.rowCount() > 0)
        return page
    if name in ("result", "weights", "brief"):
        {"result": window.show_result, "weights": window.show_weights, "brief": window.show_brief}[name](found)
        kind = {"result": ResultPage, "weights": WeightsPage, "brief": DocumentPage}[name]
        shown: QWidget = page_of(qtbot, window, kind)
        return shown
    return visit_step(qtbot, window, name, found)


def visit_step(qtbot: QtBot, window: MainWindow, name: str, assessment: UUID) -> AssessmentPage:
    window.show_assessment(assessment)
    page = page_of(qtbot, window, AssessmentPage)
    if name == "list":
        page.show_list(True)
    elif name == "details":
        page.show_details()
    elif name == "review":
        page.show_review()
    elif name != "assessment":
        page.show_section(name)
    return page


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a widget: its own name, else that of its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(window)
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)  # a part of a control that has the name
        and widget.metaObject().className() not in ("QComboBoxPrivateContainer", "QMenu")
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_control_that_takes_the_keyboard_has_a_name(qtbot: QtBot, window: MainWindow, name: str) -> None:
    page = visit(qtbot, window, name)
    controls = focusable(window)
    assert len(controls) > 4
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in controls
        if widget is not page and not spoken(widget).strip()
    ]
    assert nameless == []


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_is_a_graphic_with_its_numbers_in_words(qtbot: QtBot, window: MainWindow, name: str) -> None:
    page = visit(qtbot, window, name)
    for chart in page.findChildren(DrawingView):
        if not chart.isVisibleTo(page) or chart.drawing is None or not chart.drawing.shapes:
            continue
        interface = QAccessible.queryAccessibleInterface(chart)
        assert interface.role() is QAccessible.Role.Graphic
        assert len(chart.accessibleName()) > 3
        assert re.search(r"\d", chart.accessibleDescription()), chart.accessibleName()


@pytest.mark.parametrize("name", PAGES)
def test_every_cell_of_a_table_says_something(qtbot: QtBot, window: MainWindow, name: str) -> None:
    page = visit(qtbot, window, name)
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisibleTo(page):
            continue
        for row in range(min(model.rowCount(), 40)):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                if not index.flags() & Qt.ItemFlag.ItemIsSelectable or view.indexWidget(index):
                    continue
                words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
                assert words, f"{view.accessibleName()}, row {row}, column {column}"


def test_a_recommendation_is_a_shape_and_a_word_besides_its_colour(qtbot: QtBot, window: MainWindow) -> None:
    from ui.widgets.pill import BandPill

    page = visit(qtbot, window, "result")
    pills = page.findChildren(BandPill)
    assert pills
    assert all(pill.words and not pill.words[0].isdigit() for pill in pills)


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_round_every_page_and_comes_back(qtbot: QtBot, window: MainWindow, name: str) -> None:
    visit(qtbot, window, name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seen: list[QWidget] = []
    for _ in range(200):
        window.focusNextChild()
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        assert focused.isVisible()
        seen.append(focused)
    else:
        raise AssertionError("Tab never comes back")
    assert len([widget for widget in seen if isinstance(widget, QAbstractButton)]) > 1
