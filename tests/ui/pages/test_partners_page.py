"""The list of partners: search, filters, order, selection, and what can be done with the selected ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.errors import StoreError
from tests.ui.pages.shown import shown
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.partners_page import PartnersPage
from ui.widgets.partner_rows import COLUMNS

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def page(qtbot: QtBot, sample: WorkspaceDocument) -> Iterator[PartnersPage]:
    made = shown(qtbot, PartnersPage(sample))
    yield made
    made.close_reader()


def names(page: PartnersPage) -> list[str]:
    rows = page._rows
    return [found.name for found in map(rows.partner_row, range(rows.rowCount())) if found is not None]


def click_heading(page: PartnersPage, column: str) -> None:
    page.table.horizontalHeader().sectionClicked.emit(COLUMNS.index(column))


def test_every_partner_is_listed_by_name_and_the_first_is_selected(page: PartnersPage) -> None:
    assert len(names(page)) == 6
    assert names(page) == sorted(names(page))
    selected = page.selected()
    assert selected is not None
    assert selected.name == names(page)[0]
    assert page.header.subtitle.whole_text().startswith("6 partners · ")


def test_typing_searches_after_a_short_rest_and_enter_at_once(qtbot: QtBot, page: PartnersPage) -> None:
    qtbot.keyClicks(page.filters.search, "orbit")
    assert len(names(page)) == 6
    qtbot.waitUntil(lambda: len(names(page)) == 1)
    page.filters.search.selectAll()
    qtbot.keyClicks(page.filters.search, "lumen")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert [name.split()[0] for name in names(page)] == ["Lumen"]
    assert page.table.hasFocus() or not page.isActiveWindow()


def test_down_leads_from_the_search_into_the_list_and_up_from_its_first_row_back(
    qtbot: QtBot, page: PartnersPage
) -> None:
    page.activateWindow()
    page.focus_search()
    qtbot.keyClicks(page.filters.search, "me")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    assert len(names(page)) < 6, "what was typed is searched first"
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 0
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert page.filters.search.hasFocus()
    assert page.filters.search.selectedText() == "me"
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    assert len(names(page)) == 6
    assert page.table.hasFocus()
    page.focus_search()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    assert page.table.hasFocus(), "an empty search is left by Esc too"


def test_the_list_is_as_high_as_its_rows_with_the_hint_below_the_last_one(page: PartnersPage) -> None:
    full = page.table.height()
    (hint,) = (one for one in page.findChildren(QLabel) if one.text().startswith("Enter opens"))

    def ends_at_its_last_row() -> bool:
        model = page.table.model()
        last = page.table.visualRect(model.index(model.rowCount() - 1, 0)).bottom()
        return abs(page.table.viewport().height() - 1 - last) <= 2

    assert ends_at_its_last_row()
    page.filters.bands.choose("hold")
    page.filters.bands.chosen.emit()
    QApplication.sendPostedEvents()
    assert page.table.height() < full
    assert ends_at_its_last_row()
    assert hint.y() == page.table.geometry().bottom() + 1 + 14
    page.resize(600, 760)
    QApplication.sendPostedEvents()
    assert page.table.horizontalScrollBar().maximum() > 0
    assert ends_at_its_last_row(), "a scroll bar across lies below it, not over it"
    page.resize(1084, 420)
    page.filters.clear()
    QApplication.sendPostedEvents()
    assert page.table.verticalScrollBar().maximum() > 0, "where there is no room, it scrolls"
    assert hint.geometry().bottom() < page._stack.height()


def test_escape_takes_search_and_filters_away(qtbot: QtBot, page: PartnersPage) -> None:
    page.filters.search.setText("orbit")
    page.filters.search_now()
    assert len(names(page)) == 1
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert len(names(page)) == 6
    assert page.filters.search.text() == ""


def test_a_filter_without_a_match_offers_to_clear(page: PartnersPage) -> None:
    page.filters.search.setText("nobody is called this")
    page.filters.search_now()
    assert page._stack.currentIndex() == 1


def test_a_recommendation_filters_the_list(page: PartnersPage) -> None:
    page.filters.bands.choose("hold")
    page.filters.bands.chosen.emit()
    assert len(names(page)) == 2
    assert all(row is not None and row.band == "hold" for row in map(page._rows.partner_row, range(2)))


def test_tags_are_offered_once_the_page_is_seen(qtbot: QtBot, page: PartnersPage, sample: WorkspaceDocument) -> None:
    qtbot.waitUntil(page.filters.tags.isEnabled)
    tags = {tag for partner in sample.workspace.all_partners() for tag in partner.tags}
    assert {value for value, _words in page.filters.tags._choices} == tags


def test_headings_sort_figures_from_the_best_and_turn_round_on_a_second_click(page: PartnersPage) -> None:
    click_heading(page, "supported")
    best_first = names(page)
    assert best_first[0].startswith("Lumen")
    click_heading(page, "supported")
    assert names(page) == best_first[::-1]
    assert page.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.AscendingOrder


def test_a_column_without_an_order_leaves_the_list_as_it_is(page: PartnersPage) -> None:
    before = names(page)
    click_heading(page, "dimensions")
    assert names(page) == before
    assert page.table.horizontalHeader().sortIndicatorSection() == 0


def test_the_selected_partner_stays_selected_when_the_order_changes(page: PartnersPage) -> None:
    page.table.setCurrentIndex(page._rows.index(4, 0))
    before = page.selected()
    click_heading(page, "coverage")
    after = page.selected()
    assert before is not None
    assert after is not None
    assert after.partner_id == before.partner_id


def test_enter_opens_the_newest_assessment(qtbot: QtBot, page: PartnersPage) -> None:
    row = page.selected()
    assert row is not None
    with qtbot.waitSignal(page.open_requested) as asked:
        page.table.setFocus()
        page.open_selected()
    assert asked.args == [UUID(row.assessment_id or "")]


def test_archiving_the_selected_partners_takes_them_out_and_undo_brings_them_back(
    page: PartnersPage, sample: WorkspaceDocument
) -> None:
    page.table.selectionModel().select(page._rows.index(2, 0), SELECT)
    page.archive_selected()
    assert len(names(page)) == 4
    page.filters.shown.choose("archived")
    page.filters.shown.chosen.emit()
    assert len(names(page)) == 2
    page.filters.clear()
    sample.undo_stack.undo()
    sample.undo_stack.undo()
    assert len(names(page)) == 6


def test_the_only_partner_is_selected_again_when_archiving_it_is_undone(
    qtbot: QtBot, page: PartnersPage, sample: WorkspaceDocument
) -> None:
    page.activateWindow()
    page.table.setFocus()
    page.table.selectAll()
    page.archive_selected()
    qtbot.waitUntil(lambda: names(page) == [])
    sample.undo_stack.undo()
    assert len(names(page)) == 1
    assert [row.name for row in page.selected_rows()] == names(page)


def test_whose_lines_are_selected_is_known_without_reading_them(page: PartnersPage) -> None:
    page.table.selectAll()
    expected = tuple(row.partner_id for row in page.selected_rows())
    page._rows._blocks.clear()
    assert page.selected_ids() == expected
    assert page._rows._blocks == {}
    page.table.clearSelection()
    assert page.selected_ids() == ()


def test_the_heading_line_does_not_look_at_the_selected_rows_when_it_is_painted(page: PartnersPage) -> None:
    page.table.selectAll()
    assert len(page.selected_ids()) == 6
    assert not page.table.horizontalHeader().selectionModel().hasSelection()


def test_two_to_twelve_selected_partners_can_be_compared(qtbot: QtBot, page: PartnersPage) -> None:
    assert page.to_compare() == []
    page.table.selectionModel().select(page._rows.index(3, 0), SELECT)
    wanted = [UUID(row.partner_id) for row in map(page._rows.partner_row, (0, 3)) if row is not None]
    with qtbot.waitSignal(page.compare_requested) as asked:
        page.compare_selected()
    assert asked.args == [wanted]


def test_a_screen_reader_hears_every_cell_in_words(page: PartnersPage) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    words = [page._rows.index(0, column).data(role) for column in range(len(COLUMNS))]
    assert all(words)
    assert " supported, up to " in words[COLUMNS.index("supported")]


def test_what_changes_while_other_pages_are_shown_stands_in_the_list_when_it_is_seen_again(
    page: PartnersPage, sample: WorkspaceDocument
) -> None:
    row = page.selected()
    assert row is not None
    partner = sample.read_partner(UUID(row.partner_id))
    read: list[object] = []
    page.shown.connect(lambda: read.append(None))
    page.hide()

    for name in ("Aardvark Media", "Aardvark Group"):
        assert sample.edit_partner(replace(partner, name=name))
    assert not read
    page.show()

    assert len(read) == 1
    assert names(page)[0] == "Aardvark Group"
    assert page.selected() is not None


def test_a_list_that_is_seen_follows_each_change_at_once(page: PartnersPage, sample: WorkspaceDocument) -> None:
    row = page.selected()
    assert row is not None
    assert sample.edit_partner(replace(sample.read_partner(UUID(row.partner_id)), name="Aardvark"))

    assert names(page)[0] == "Aardvark"


def test_a_list_that_could_not_be_read_again_is_read_when_it_is_next_seen(
    page: PartnersPage, sample: WorkspaceDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_wish: object) -> None:
        raise StoreError("Another program has the file.")

    before = names(page)
    with monkeypatch.context() as locked:
        locked.setattr(page._reading, "ask", refuse)
        with pytest.raises(StoreError):
            page._on_change()
    page.hide()
    row = page.selected()
    assert row is not None
    found = sample.read_partner(UUID(row.partner_id))
    sample.blockSignals(True)  # nothing else brings the list up to date
    assert sample.edit_partner(replace(found, name="Renamed meanwhile"))
    sample.blockSignals(False)
    page.show()
    assert before != names(page)
    assert "Renamed meanwhile" in " ".join(names(page))
