"""Only what was wished last arrives."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.jobs import newest
from ui.jobs.newest import Newest


def held(gate: Event, outcome: object) -> Callable[[], object]:
    """Return work that ends when the gate opens."""

    def work() -> object:
        assert gate.wait(10)
        return outcome

    return work


def test_results_of_superseded_wishes_are_dropped(qtbot: QtBot) -> None:
    one, gate = Newest(), Event()
    arrived: list[object] = []
    one.arrived.connect(arrived.append)
    one.ask(held(gate, "first"))
    one.ask(held(gate, "second"))
    assert one.is_busy
    with qtbot.waitSignal(one.arrived):
        one.ask(held(gate, "third"))
        gate.set()
    assert arrived == ["third"]
    assert not one.is_busy
    with qtbot.waitSignal(one.arrived):
        one.ask(lambda: "fourth")
    assert arrived == ["third", "fourth"]


def test_a_dropped_wish_never_arrives(qtbot: QtBot) -> None:
    one, gate = Newest(), Event()
    arrived: list[object] = []
    one.arrived.connect(arrived.append)
    one.ask(held(gate, "dropped"))
    one.drop()
    gate.set()
    qtbot.waitUntil(lambda: not newest._RUNNING)
    assert arrived == []
    with qtbot.waitSignal(one.arrived):
        one.ask(lambda: "after")
    assert arrived == ["after"]


def test_the_work_may_outlive_who_asked_for_it(qtbot: QtBot) -> None:
    one, gate = Newest(), Event()
    arrived: list[object] = []
    one.arrived.connect(arrived.append)
    one.ask(held(gate, "late"))
    one.deleteLater()
    qtbot.waitUntil(lambda: not isValid(one))
    gate.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.waitUntil(lambda: not newest._RUNNING)
    assert arrived == []


def test_work_that_is_done_is_let_go_of(qtbot: QtBot) -> None:
    class Work:
        def __call__(self) -> str:
            return "done"

    one, work = Newest(), Work()
    kept = weakref.ref(work)
    with qtbot.waitSignal(one.arrived):
        one.ask(work)
    del work
    assert QThreadPool.globalInstance().waitForDone(10_000)
    with qtbot.waitSignal(one.arrived):
        one.ask(lambda: "the next work")
    gc.collect()
    assert kept() is None
