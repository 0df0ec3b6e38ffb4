"""What the program remembers between starts, and what it makes of a settings file that somebody spoiled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from tests.models.builders import filled_workspace
from tests.ui.window.windows import page_of, shown_window
from ui.documents.workspace_document import ListSort
from ui.pages.partners_page import PartnersPage
from ui.theme import fonts
from ui.widgets.partner_rows import COLUMNS
from ui.window import memory


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Sample.rapport"
    create_sample(path, TODAY).close()
    return path


def spoil(name: str, value: object) -> None:
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Rapport", "Rapport")
    settings.setValue(name, value)


def test_recent_workspaces_are_newest_first_few_and_only_those_that_are_there(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.rapport" for n in range(12)]
    for path in files:
        path.touch()
        memory.keep_recent(path)
    memory.keep_recent(files[7])
    kept = memory.read_recent()
    assert kept[:3] == [files[7], files[11], files[10]]
    assert len(kept) == 8
    files[11].unlink()
    assert files[11] not in memory.read_recent()
    memory.clear_recent()
    assert memory.read_recent() == []


def test_the_order_of_the_list_is_kept(qtbot: QtBot, sample: Path) -> None:
    first = page_of(qtbot, shown_window(qtbot, sample), PartnersPage)
    first.table.horizontalHeader().sectionClicked.emit(COLUMNS.index("supported"))
    again = page_of(qtbot, shown_window(qtbot, sample), PartnersPage)
    header = again.table.horizontalHeader()
    row = again._rows.partner_row(0)
    assert row is not None
    assert row.name.startswith("Lumen")
    assert header.sortIndicatorSection() == COLUMNS.index("supported")
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_column_that_was_made_wider_is_as_wide_the_next_time(qtbot: QtBot, sample: Path) -> None:
    first = page_of(qtbot, shown_window(qtbot, sample), PartnersPage)
    place = COLUMNS.index("type")
    first.table.horizontalHeader().resizeSection(place, fonts.scaled(233))
    qtbot.waitUntil(lambda: memory.read_widths() == {"type": pytest.approx(233, abs=1)})
    again = page_of(qtbot, shown_window(qtbot, sample), PartnersPage)
    assert again.table.horizontalHeader().sectionSize(place) == fonts.scaled(233)
    usual = first.table.horizontalHeader().sectionSize(COLUMNS.index("coverage"))
    assert again.table.horizontalHeader().sectionSize(COLUMNS.index("coverage")) == usual


@pytest.mark.parametrize(
    "spoilt", ["{", "[1, 2]", '{"type": "wide", "coverage": -5, "gone": 90, "supported": 1e99}', ""]
)
def test_spoilt_widths_count_for_nothing(qtbot: QtBot, sample: Path, spoilt: str) -> None:
    spoil("list/widths", spoilt)
    page = page_of(qtbot, shown_window(qtbot, sample), PartnersPage)
    assert page.table.horizontalHeader().sectionSize(COLUMNS.index("supported")) == fonts.scaled(150)


@pytest.mark.parametrize("spoilt", ["", "secret ascending", "supported", "supported sideways", "; DROP TABLE partner"])
def test_a_spoilt_order_is_one_that_the_list_has(spoilt: str) -> None:
    spoil("list/sort", spoilt)
    assert memory.read_sort() in (ListSort(), ListSort("supported", False))


def test_size_and_place_of_the_window_are_kept(qtbot: QtBot) -> None:
    first, again = QMainWindow(), QMainWindow()
    for window in (first, again):
        qtbot.addWidget(window)
    first.setGeometry(40, 60, 700, 500)
    first.show()
    memory.keep_window(first)
    memory.restore_window(again)
    again.show()
    assert again.geometry() == QRect(40, 60, 700, 500)


def test_a_window_that_was_on_a_screen_that_is_gone_comes_back_into_view(qtbot: QtBot) -> None:
    first, again = QMainWindow(), QMainWindow()
    for window in (first, again):
        qtbot.addWidget(window)
    first.setGeometry(9000, 7000, 700, 500)
    first.show()
    memory.keep_window(first)
    memory.restore_window(again)
    again.show()
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.contains(again.geometry().center())
    assert screen.top() <= again.geometry().top()


def test_a_spoilt_place_gives_the_usual_size(qtbot: QtBot) -> None:
    spoil("geometry", b"no geometry at all")
    window = QMainWindow()
    qtbot.addWidget(window)
    memory.restore_window(window)
    screen = QApplication.primaryScreen().availableSize()
    assert window.width() in (1280, screen.width() - 4)
    assert window.height() in (800, screen.height() - 40)


def test_the_page_of_each_workspace_is_kept_for_the_last_thirty(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.rapport" for n in range(33)]
    for place, path in enumerate(paths):
        memory.keep_page(path, f"page {place}")
    assert memory.read_page(paths[0]) == ""
    assert memory.read_page(paths[3]) == "page 3"
    assert memory.read_page(paths[32]) == "page 32"


def test_closing_and_opening_again_comes_back_to_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    from ui.pages.portfolio_page import PortfolioPage
    from ui.pages.result_page import ResultPage

    path = filled_workspace(tmp_path / "Ours.rapport")
    window = shown_window(qtbot, path)
    window.show_page("portfolio")
    page_of(qtbot, window, PortfolioPage)
    window.close()
    window = shown_window(qtbot, path)
    page_of(qtbot, window, PortfolioPage)
    from uuid import UUID

    window.show_result(UUID(int=14))
    page_of(qtbot, window, ResultPage)
    window.close_workspace()
    window.open_workspace(path)
    assert page_of(qtbot, window, ResultPage).document.assessment.id == UUID(int=14)


@pytest.mark.parametrize(
    "kept", ["result 00000000-0000-4000-8000-00000000dead", "result x", "secret", "weights", "brief "]
)
def test_a_page_that_is_no_more_leaves_the_list_and_says_nothing(qtbot: QtBot, tmp_path: Path, kept: str) -> None:
    path = filled_workspace(tmp_path / "Ours.rapport")
    memory.keep_page(path, kept)
    window = shown_window(qtbot, path)
    assert isinstance(window.stack.currentWidget(), PartnersPage)
    assert window.notice.text == ""
