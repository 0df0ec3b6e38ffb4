"""Two starts in the same moment: one opens the window, the other waits for it and hands over."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.window.windows import shown_window
from ui.window import single_instance
from ui.window.instance_server import InstanceServer
from ui.window.single_instance import address, hand_over, let_go, somebody_listens

pytestmark = pytest.mark.usefixtures("short_folder")
ROOT = Path(__file__).parents[3]
START = """
import sys
from pathlib import Path
from ui.window import single_instance as one

take = one._take_turn

def told(where):
    taken = take(where)
    print(taken, flush=True)
    return taken

one._take_turn = told
print("gave" if one.hand_over(Path(sys.argv[1])) else "opens", flush=True)
sys.stdin.read()
"""
"""A start that says each time it looks whether it has its turn, then what it does. It never comes to listening."""


@contextmanager
def started(path: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", START, path],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_start_just_after_another_waits_for_its_window_and_hands_over(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "First.rapport"))
    assert not hand_over(None)  # the first start: its window does not listen yet
    other = filled_workspace(tmp_path / "Other.rapport")
    with started(other) as second:
        assert heard(second) == "False"
        server = InstanceServer(window)
        assert server.listen(address())
        qtbot.waitUntil(lambda: window.document is not None and window.document.path == other, timeout=20_000)
        assert [word for word in iter(lambda: heard(second), "gave") if word != "False"] == []
    server.close()


def test_a_start_that_ends_before_its_window_leaves_the_turn_to_the_next(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        assert (heard(first), heard(first)) == ("True", "opens")
        with started(tmp_path) as second:
            assert heard(second) == "False"
            first.kill()
            assert [word for word in iter(lambda: heard(second), "opens") if word != "False"] == ["True"]


def test_a_start_whose_window_never_comes_is_waited_for_only_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_COMING", 0.1)
    with started(tmp_path) as first:
        assert (heard(first), heard(first)) == ("True", "opens")
        assert not hand_over(None)
        assert not single_instance._held


def test_a_window_that_is_closed_leaves_the_turn_to_the_next(tmp_path: Path) -> None:
    assert not hand_over(None)
    let_go()
    with started(tmp_path) as second:
        assert (heard(second), heard(second)) == ("True", "opens")


def test_where_nothing_can_be_locked_every_start_opens_its_own() -> None:
    Path(f"{address()}.lock").mkdir()
    assert not hand_over(None)
    assert not single_instance._held


def test_of_two_programs_started_at_once_one_opens_a_window_and_the_other_ends(qtbot: QtBot, tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "Partners.rapport")
    starts = [subprocess.Popen([sys.executable, "main.py", str(path)], cwd=ROOT) for _ in range(2)]
    try:
        qtbot.waitUntil(lambda: any(start.poll() is not None for start in starts), timeout=40_000)
        assert sorted((start.poll() for start in starts), key=str) == [0, None]
        assert somebody_listens(address())
    finally:
        for start in starts:
            start.kill()
            start.wait()
