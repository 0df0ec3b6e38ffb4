"""The portfolio shows the listed partners on a map and as a table, and shares filter and selection with the list."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assessments.assessment import Partner
from assessments.band import Band
from assessments.charts_portfolio import MapPoint, map_places
from tests.ui.pages.shown import filled, partner_named
from ui.documents.workspace_document import ListFilter, WorkspaceDocument
from ui.pages import portfolio_page
from ui.pages.partners_page import PartnersPage
from ui.pages.portfolio_page import PortfolioPage
from ui.theme import fonts
from ui.widgets.portfolio_map import PortfolioMap


@pytest.fixture
def page(qtbot: QtBot, sample: WorkspaceDocument) -> PortfolioPage:
    return filled(qtbot, PortfolioPage(sample))


def id_of(document: WorkspaceDocument, name: str) -> str:
    return str(partner_named(document, name))


def at(page: PortfolioPage, key: str) -> QPoint:
    place = next(one for one in page.map._places if one.key == key)
    return QPoint(round(place.x), round(place.y))


def test_every_scored_partner_is_on_the_map_and_in_the_table(page: PortfolioPage) -> None:
    assert page.header.subtitle.whole_text() == "6 partners · 6 on the map"
    assert page.rows.rowCount() == 6
    for row in range(6):
        assert str(page.rows.index(row, 0).data()) in page.map.accessibleDescription()


def test_a_click_on_a_point_selects_the_partner_everywhere(
    qtbot: QtBot, page: PortfolioPage, sample: WorkspaceDocument
) -> None:
    listed = PartnersPage(sample)
    qtbot.addWidget(listed)
    key = id_of(sample, "Orbit")
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=at(page, key))
    assert sample.choice.partner_id == key
    assert page.map.key == key
    assert page.rows.row_of(key) == page.table.currentIndex().row()
    selected = listed.selected()
    assert selected is not None
    assert selected.partner_id == key
    listed.close_reader()


def test_a_partner_selected_in_the_list_is_marked_on_the_map(
    qtbot: QtBot, page: PortfolioPage, sample: WorkspaceDocument
) -> None:
    listed = PartnersPage(sample)
    qtbot.addWidget(listed)
    listed.table.setCurrentIndex(listed.table.model().index(2, 0))
    selected = listed.selected()
    assert selected is not None
    assert page.map.key == selected.partner_id
    listed.close_reader()


def test_a_filter_set_on_one_page_holds_on_the_other(
    qtbot: QtBot, page: PortfolioPage, sample: WorkspaceDocument
) -> None:
    listed = PartnersPage(sample)
    qtbot.addWidget(listed)
    with qtbot.waitSignal(page.shown):
        listed.filters.bands.choose("decline")
        listed.filters.bands.chosen.emit()
    assert page.header.subtitle.whole_text() == "1 partner · 1 on the map"
    assert page.filters.bands.choice == "decline"
    with qtbot.waitSignal(page.shown):
        page.filters.clear()
    assert listed.table.model().rowCount() == 6
    listed.close_reader()


def test_arrow_keys_reach_every_point_and_enter_opens_the_result(
    qtbot: QtBot, page: PortfolioPage, sample: WorkspaceDocument
) -> None:
    sample.choice.select(id_of(sample, "Lumen"))
    qtbot.keyClick(page.map, Qt.Key.Key_Left)
    qtbot.keyClick(page.map, Qt.Key.Key_Down)
    assert sample.choice.partner_id != id_of(sample, "Lumen")
    reached = set()
    for key in [Qt.Key.Key_Up] * 8 + [Qt.Key.Key_Down] * 8:
        qtbot.keyClick(page.map, key)
        reached.add(sample.choice.partner_id)
    assert len(reached) >= 4
    row = page.rows.partner_row(page.table.currentIndex().row())
    assert row is not None
    assert row.assessment_id is not None
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.map, Qt.Key.Key_Return)
    assert asked.args == [UUID(row.assessment_id)]


def test_enter_in_the_table_opens_the_result(qtbot: QtBot, page: PortfolioPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.rows.index(1, 0))
    with qtbot.waitSignal(page.open_requested):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_partners_without_a_score_are_counted_and_not_hidden(
    qtbot: QtBot, page: PortfolioPage, sample: WorkspaceDocument
) -> None:
    from models.edits import add_partner

    fresh = Partner(UUID(int=77), "Not assessed yet", "AGY")
    with qtbot.waitSignal(page.shown):
        assert sample.commit("partner", lambda: [add_partner(fresh)])
    assert page.rows.rowCount() == 7
    assert page.off_map.text() == "Not on the map, because value exchange or risk is not scored: 1."


def test_a_large_workspace_says_what_the_map_leaves_out(
    qtbot: QtBot, sample: WorkspaceDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portfolio_page, "MOST_POINTS", 4)
    page = filled(qtbot, PortfolioPage(sample))
    assert page.header.subtitle.whole_text() == "6 partners · 4 on the map"
    assert page.off_map.text() == "The map shows the first 4 in the order of the list. Filter to see others."
    assert page.rows.rowCount() == 6


def test_no_match_offers_to_clear_and_an_empty_workspace_says_what_to_do(
    qtbot: QtBot, document: WorkspaceDocument, page: PortfolioPage
) -> None:
    with qtbot.waitSignal(page.shown):
        page.filters.search.setText("nobody is called this")
        page.filters.search_now()
    assert page._no_match.isVisible()
    assert page._no_match.text() == "No partner matches."
    empty = filled(qtbot, PortfolioPage(document))
    assert empty._stack.currentIndex() == 2
    with qtbot.waitSignal(empty.new_requested):
        (first,) = (one for one in empty._stack.findChildren(QPushButton) if one.isVisible())
        first.click()
    assert document.choice.filter == ListFilter()


def test_partners_at_one_place_are_reached_by_key_and_by_click(qtbot: QtBot) -> None:
    shown = PortfolioMap()
    qtbot.addWidget(shown)
    shown.resize(500, 500)
    shown.show()
    points = [MapPoint(key, f"Partner {key}", 40.0, 60.0, 50.0, Band.PILOT) for key in "abc"]
    shown.selected.connect(shown.mark)
    shown.show_points(points, None)
    place = map_places(points, 500.0, 500.0, float(fonts.scaled(12)))[0]
    where = QPoint(round(place.x), round(place.y))
    reached = []
    for _ in range(4):
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=where)
        reached.append(shown.key)
    assert reached == ["a", "b", "c", "a"]
    reached = []
    for _ in range(3):
        qtbot.keyClick(shown, Qt.Key.Key_Right)
        reached.append(shown.key)
    assert reached == ["b", "c", "c"]
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.key == "b"
