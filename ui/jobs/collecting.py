"""Garbage is collected in the GUI thread and nowhere else.

Python collects in whichever thread happens to allocate, and in a worker that would free widgets which only the GUI
thread may touch: a crash, and a rare one. So the automatic collection is off as soon as there is a second thread, and
a timer does the same here.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_PAUSE = 200
"""Milliseconds between two looks at how much there is."""


class Collector(QObject):
    """Collects while the application's event loop runs."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self.timer = QTimer(self, interval=_PAUSE)
        self.timer.timeout.connect(collect_garbage)
        self.timer.start()


def collect_in_this_thread() -> None:
    """Turn the automatic collection off for good. Call it in the GUI thread, before another thread is started."""
    app = QCoreApplication.instance()
    if app is not None and app.findChild(Collector) is None:
        gc.disable()
        Collector(app)


def wait_with_collecting() -> None:
    """Collect nothing until `go_on_collecting`: libraries that load make much to look through, and no garbage."""
    collect_in_this_thread()
    for timer in _timers():
        timer.stop()


def go_on_collecting() -> None:
    """Collect again; what was loaded meanwhile stays for good, and later collections pass over it."""
    gc.freeze()
    for timer in _timers():
        timer.start()


def _timers() -> list[QTimer]:
    app = QCoreApplication.instance()
    return [] if app is None else [one.timer for one in app.findChildren(Collector)]


def collect_garbage() -> None:
    """Collect what Python's own thresholds ask for: the youngest objects, now and then older ones too."""
    young, middle, old = zip(gc.get_count(), gc.get_threshold(), strict=True)
    if young[0] > young[1]:
        gc.collect(2 if old[0] > old[1] else 1 if middle[0] > middle[1] else 0)
