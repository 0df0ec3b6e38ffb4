"""An error nobody expected ends in one dialog and one log entry, from whatever thread, and the log never hides it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.window.windows import action_named, menu_named, page_of, shown_window
from ui.pages.portfolio_page import PortfolioPage
from ui.window import crash
from ui.window.crash import CrashReporter, log_path
from ui.window.crash_dialog import CrashDialog


@pytest.fixture
def reporter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReporter]:
    hooks = sys.excepthook, threading.excepthook
    made = CrashReporter()
    yield made
    sys.excepthook, threading.excepthook = hooks


def fail(reporter: CrashReporter, words: str = "<b>boom</b>") -> None:
    reporter.install()  # here: the test's own hooks are in place by now
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)


def test_the_dialog_says_that_data_is_safe_and_has_the_details_as_plain_text(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    def look(box: CrashDialog) -> None:
        assert all(one.textFormat() is Qt.TextFormat.PlainText for one in box.findChildren(QLabel))
        assert "What was saved before is safe." in box.words.text()
        assert "Traceback" not in box.words.text() + box.advice.text()
        assert "RuntimeError: <b>boom</b>" in box.details.toPlainText()
        assert box.close_button.hasFocus()

    within(qtbot, CrashDialog, lambda: fail(reporter), look)
    assert "RuntimeError: <b>boom</b>" in log_path().read_text("utf-8")


def test_the_details_can_be_copied(qtbot: QtBot, reporter: CrashReporter) -> None:
    def copy(box: CrashDialog) -> None:
        box.copy.click()
        assert box.isVisible()

    within(qtbot, CrashDialog, lambda: fail(reporter), copy)
    assert "RuntimeError" in QGuiApplication.clipboard().text()


def test_an_error_in_a_thread_is_shown_in_the_window_too(qtbot: QtBot, reporter: CrashReporter) -> None:
    def begin() -> None:
        reporter.install()
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()

    within(qtbot, CrashDialog, begin, lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    assert "ZeroDivisionError" in log_path().read_text("utf-8")


def test_a_workspace_that_is_gone_is_a_sentence_and_no_crash(
    qtbot: QtBot, reporter: CrashReporter, tmp_path: Path
) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    reporter.refused.connect(window.say)
    (tmp_path / "Partners.rapport").rename(tmp_path / "Away.rapport")
    reporter.install()
    menu = menu_named(window, "View")
    QTimer.singleShot(0, action_named(menu, "Portfolio").trigger)
    qtbot.waitUntil(lambda: "There is no file" in window.notice.text)
    assert QApplication.activeModalWidget() is None
    (tmp_path / "Away.rapport").rename(tmp_path / "Partners.rapport")
    window.show_page("portfolio")
    assert isinstance(page_of(qtbot, window, PortfolioPage), PortfolioPage)


def test_a_second_error_under_the_dialog_opens_no_second_one(qtbot: QtBot, reporter: CrashReporter) -> None:
    def again(box: CrashDialog) -> None:
        fail(reporter, "second")
        assert "second" not in box.details.toPlainText()

    within(qtbot, CrashDialog, lambda: fail(reporter), again)
    assert "RuntimeError: second" in log_path().read_text("utf-8")


def test_a_log_that_cannot_be_written_does_not_hide_the_error(
    qtbot: QtBot, reporter: CrashReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    log_path().parent.parent.mkdir(parents=True, exist_ok=True)
    log_path().parent.write_text("a file where the folder should be")
    seen: list[str] = []
    within(qtbot, CrashDialog, lambda: fail(reporter), lambda box: seen.append(box.details.toPlainText()))
    assert "RuntimeError" in seen[0]


def test_the_log_starts_anew_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "_LOG_LIMIT", 1000)
    for number in range(40):
        crash.log_crash(f"crash {number} " + "x" * 90)
    assert log_path().stat().st_size < 1300
    assert "crash 39" in log_path().read_text("utf-8")


def test_an_error_with_an_unwritable_character_is_logged(reporter: CrashReporter) -> None:
    crash.log_crash("lone \ud800 surrogate")
    assert "lone \\ud800 surrogate" in log_path().read_text("utf-8")
