"""After a workspace is open its list is brought up to today, in a worker."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models import erasing
from models.errors import StoreError
from models.workspace import Workspace, open_workspace
from tests.conftest import TODAY
from tests.models.builders import filled_workspace, without_rights
from tests.ui.window.windows import page_of, shown_window
from ui.documents.workspace_document import WorkspaceDocument
from ui.pages.partners_page import PartnersPage
from ui.theme import fonts
from ui.window.after_opening import follow_today, show_last_page
from ui.window.main_window import MainWindow

LATER = TODAY + timedelta(days=500)
PARTNER = "Ärzte & Söhne"


def supported(page: PartnersPage) -> float | None:
    rows = map(page._rows.partner_row, range(page._rows.rowCount()))
    (row,) = (row for row in rows if row is not None and row.name == PARTNER)
    return row.supported


def opened(qtbot: QtBot, path: Path) -> MainWindow:
    window = MainWindow(lambda: LATER)
    qtbot.addWidget(window)
    assert window.open_workspace(path)
    window.show()
    return window


def see_the_list_lowered(qtbot: QtBot, path: Path) -> None:
    """Open a workspace whose evidence went stale meanwhile: the list shows it as it was, then as it is."""
    window = opened(qtbot, path)
    page = page_of(qtbot, window, PartnersPage)
    fresh = supported(page)
    assert fresh is not None
    window.libraries.load()
    qtbot.waitUntil(lambda: (supported(page) or 0) < fresh)


def test_evidence_that_went_stale_since_lowers_the_list_after_it_was_shown(qtbot: QtBot, tmp_path: Path) -> None:
    see_the_list_lowered(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def test_a_list_is_brought_up_to_date_where_there_is_no_room_to_sweep_after_a_deletion(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise StoreError("The disk is full.")

    path = filled_workspace(tmp_path / "Partners.rapport")
    monkeypatch.setattr(erasing, "sweep", refuse)
    see_the_list_lowered(qtbot, path)


def test_a_large_backlog_is_written_a_few_lines_at_a_time(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    monkeypatch.setattr("ui.window.after_opening._AT_ONCE", 1)
    asked: list[int | None] = []
    usual = Workspace.refresh_summaries

    def counted(workspace: Workspace, today: object, most: int | None = None) -> int:
        asked.append(most)
        return usual(workspace, LATER, most)

    monkeypatch.setattr(Workspace, "refresh_summaries", counted)
    document = WorkspaceDocument(path, lambda: LATER)
    with qtbot.waitSignal(document.partners_changed):
        follow_today(document)
    assert asked == [1, 1, 1, 1]  # three stale lines, then none
    document.close()
    workspace = open_workspace(path)
    assert usual(workspace, LATER) == 0
    workspace.close()


def test_a_new_day_brings_the_list_up_to_date_once(qtbot: QtBot, tmp_path: Path) -> None:
    days = [TODAY]
    document = WorkspaceDocument(filled_workspace(tmp_path / "Partners.rapport"), lambda: days[0])
    told: list[int] = []
    document.partners_changed.connect(lambda: told.append(1))
    timer = follow_today(document)
    days[0] = LATER
    with qtbot.waitSignal(document.partners_changed):
        timer.timeout.emit()
    timer.timeout.emit()
    assert told == [1]
    document.close()


def test_a_worker_that_ends_while_its_workspace_is_closed_finds_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    page, document = page_of(qtbot, window, PartnersPage), window.document
    assert document is not None
    assert window.close_workspace()
    document.partners_changed.emit()  # an error of the page fails the test
    assert page.table.model().rowCount() == 3


def test_a_file_that_cannot_be_written_is_listed_as_it_was_stored(qtbot: QtBot, tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    before = path.read_bytes()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with without_rights(tmp_path):
            window = opened(qtbot, path)
            window.libraries.load()
            qtbot.waitUntil(lambda: window.libraries.ready)
            assert window.notice.text.startswith("“Partners.rapport” is read-only here")  # and no alarm
            window.close()
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == before


@pytest.mark.parametrize("what", ["file", "folder", "nothing"])
def test_a_workspace_that_is_read_only_says_so_before_a_key_is_lost(qtbot: QtBot, tmp_path: Path, what: str) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    path.chmod(0o444 if what == "file" else 0o666)
    tmp_path.chmod(0o555 if what == "folder" else 0o777)
    try:
        with nullcontext() if what == "nothing" else without_rights(tmp_path):
            window = opened(qtbot, path)
            window.libraries.load()
            qtbot.waitUntil(lambda: window.libraries.ready)
            said = "“Partners.rapport” is read-only here" in window.notice.text
            window.close()
    finally:
        tmp_path.chmod(0o755)
    assert said is (what != "nothing")


def test_who_has_begun_to_search_is_not_led_away(qtbot: QtBot, tmp_path: Path) -> None:
    from ui.window import memory

    window = shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    assert window.document is not None
    memory.keep_page(window.document.path, "settings")
    page = page_of(qtbot, window, PartnersPage)
    page.filters.search.setText("a")
    show_last_page(window, window.document)
    assert window.stack.currentWidget() is page
    page.filters.search.clear()
    show_last_page(window, window.document)
    assert window.stack.currentWidget() is not page


def test_what_a_worker_brings_after_the_workspace_is_closed_is_told_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    document = window.document
    assert document is not None
    assert window.close_workspace()
    document.partners_changed.emit()  # the list would be read from a closed file
    assert window.document is None


def test_further_scripts_become_known_once_the_first_keys_had_their_time(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def load() -> int:
        asked.append(window.document is not None)
        return 1

    monkeypatch.setattr(fonts, "load_missing_scripts", load)
    window = opened(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    page_of(qtbot, window, PartnersPage)
    assert not asked
    window.libraries.load()
    qtbot.waitUntil(lambda: asked == [True])
