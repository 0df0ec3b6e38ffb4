"""One long work at a time: a second wish waits, and the outcome is told when the next may begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from models.watching import Watch
from tests.models.builders import filled_workspace
from tests.ui.window.windows import shown_window
from ui.widgets.work_progress import WorkProgress
from ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))


def test_a_second_work_is_refused_while_one_runs_and_can_be_begun_by_what_follows_the_first(
    qtbot: QtBot, window: MainWindow
) -> None:
    go_on, seen = Event(), list[str]()

    def first(_watch: Watch) -> str:
        go_on.wait()
        return "first"

    def follow(outcome: str) -> None:
        seen.append(outcome)
        begin(lambda _watch: "second", seen.append)

    def begin(work: Callable[[Watch], object], then: Callable[..., None]) -> None:
        window.menus.long_work.run(work, then, WorkProgress("Working…", 1, window))

    begin(first, follow)
    begin(lambda _watch: "refused", seen.append)
    assert window.statusBar().currentMessage().startswith("Wait until the running")
    go_on.set()
    qtbot.waitUntil(lambda: seen == ["first", "second"])


def test_a_failure_is_said_with_its_sentence_and_the_next_work_may_begin_at_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    def fail(_watch: Watch) -> None:
        raise OSError(28, "No space left", "/a/file")

    window.menus.long_work.run(fail, lambda _none: None, WorkProgress("Working…", 1, window))
    qtbot.waitUntil(lambda: "No space left" in window.notice.text)
    seen: list[int] = []
    window.menus.long_work.run(lambda _watch: 1, seen.append, WorkProgress("Working…", 1, window))
    qtbot.waitUntil(lambda: seen == [1])
