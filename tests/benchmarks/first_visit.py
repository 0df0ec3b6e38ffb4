"""How long the first visit of each page holds the GUI thread.

`python -m tests.benchmarks.first_visit` prints the longest turn of the event loop in processor time of that thread, so
that other programs do not count, and exits 1 above the bound. Each visit is a process of its own, as it is for a user;
of several runs the shortest stands.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

BOUND = 50.0
"""Milliseconds."""
RUNS = 3
SETTLED, WATCHED = 1_500, 1_500
"""Milliseconds: until the window has come to rest, and how long the loop is watched from the visit on."""
VISITS = ("assessment", "result", "weights", "brief", "settings", "compare", "portfolio")


def visit(path: Path, name: str) -> None:
    """Visit a page in a window of its own, and print the longest turn of the loop in milliseconds."""
    from ui.window.loading_qt import load_qt

    load_qt()  # as main.py does
    from PySide6.QtCore import QTimer

    from tests.reports.briefs import TODAY
    from ui.window.application import _after_paint, make_application
    from ui.window.main_window import MainWindow

    app = make_application()
    window = MainWindow(lambda: TODAY)
    window.resize(1280, 800)
    window.open_workspace(path)
    window.show()
    window.when_painted(lambda: _after_paint(window, alone=True))
    turns: list[float] = []
    beat = QTimer(window, interval=0)
    beat.timeout.connect(lambda: turns.append(time.thread_time() * 1000))
    beat.start()
    QTimer.singleShot(SETTLED, lambda: go(window, name, turns))
    QTimer.singleShot(SETTLED + WATCHED, lambda: finish(turns))
    app.exec()


def go(window: MainWindow, name: str, turns: list[float]) -> None:
    """Begin to watch, and show the page."""
    del turns[:-1]
    found = window.current_assessment()
    assert found is not None
    if hasattr(window, f"show_{name}"):
        getattr(window, f"show_{name}")(found)
    else:
        window.show_page(name)


def finish(turns: list[float]) -> None:
    """Print the longest turn and end."""
    print(max(after - before for before, after in pairwise(turns)), flush=True)
    os._exit(0)


def main() -> int:
    """Print one line a page. Return 1 when one is above the bound."""
    from models.sample import create_sample
    from tests.reports.briefs import TODAY

    longest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Sample.rapport"
        create_sample(path, TODAY).close()
        settings = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), folder)
        environment = {**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen"}
        for name in VISITS:
            command = [sys.executable, "-m", "tests.benchmarks.first_visit", str(path), name]
            runs = [float(subprocess.check_output(command, env=environment)) for _ in range(RUNS)]
            longest = max(longest, min(runs))
            print(f"{name:12} {min(runs):5.1f} ms")
    print(f"longest {longest:.1f} ms, at most {BOUND:.0f}")
    return 1 if longest > BOUND else 0


if __name__ == "__main__":
    if sys.argv[1:]:
        visit(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main())
