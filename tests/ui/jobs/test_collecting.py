"""No worker frees what only the GUI thread may touch."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.jobs.collecting import Collector
from ui.jobs.job import Job


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.own = self


def test_a_worker_that_makes_much_garbage_collects_none(qtbot: QtBot) -> None:
    seen: list[str] = []

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            seen.append(threading.current_thread().name)

    gc.callbacks.append(note)
    try:
        job = Job(lambda: [Ring() for _ in range(20_000)] and None)
        with qtbot.waitSignal(job.ended):
            job.start()
    finally:
        gc.callbacks.remove(note)
    assert set(seen) <= {threading.main_thread().name}
    assert not gc.isenabled()


def test_the_event_loop_collects_what_is_left(qtbot: QtBot) -> None:
    job = Job(lambda: None)
    with qtbot.waitSignal(job.ended):
        job.start()
    lost = weakref.ref(Ring())
    rings = [Ring() for _ in range(gc.get_threshold()[0] + 100)]
    del rings
    qtbot.waitUntil(lambda: lost() is None)


def test_there_is_one_collector_for_the_whole_application(qtbot: QtBot) -> None:
    for _ in range(3):
        job = Job(lambda: None)
        with qtbot.waitSignal(job.ended):
            job.start()
    app = QCoreApplication.instance()
    assert app is not None
    assert len(app.findChildren(Collector)) == 1
