"""One key in the real window: from the press to the stored row to the painted score; the save beside raw sqlite3.

`python3 tests/benchmarks/answer.py [KEYS]` prints medians (200 keys unless told); exits 1 above a bound. After every
key the row is looked for with a connection of its own, outside the measured time.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
KEY, SAVE = 10.0, 2.0
"""Milliseconds at most, and times raw sqlite3 at most."""

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.pages.assessment_page import AssessmentPage
    from ui.widgets.drawing_view import DrawingView


def measure_keys(folder: Path, count: int) -> list[float]:
    """Return the milliseconds from each press to the painted window.

    Raises:
        RuntimeError: A key was not stored, or its score not painted.
    """
    from tests.benchmarks.save import TODAY, answered_workspace
    from ui.window.application import make_application
    from ui.window.main_window import MainWindow

    path = folder / "answer.rapport"
    workspace, assessment = answered_workspace(path)
    workspace.close()
    make_application()
    window = MainWindow(lambda: TODAY)
    window.resize(1280, 800)
    window.open_workspace(path)
    window.show()
    window.show_assessment(assessment.id)
    page: AssessmentPage = window.stack.currentWidget()  # type: ignore[assignment]
    reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    painted = watch_paints()
    times = [press(page, 1 + turn % 5, reader, painted) for turn in range(count + 5)]
    reader.close()
    window.close()
    return times[5:]


def watch_paints() -> list[object]:
    """Return a list that gets every drawing that is painted from now on."""
    from ui.widgets.drawing_view import DrawingView

    painted: list[object] = []
    plain = DrawingView.paintEvent

    def on_paint(drawing: DrawingView, event: QPaintEvent) -> None:
        painted.append(drawing)
        plain(drawing, event)

    DrawingView.paintEvent = on_paint  # type: ignore[method-assign,assignment]
    return painted


def press(page: AssessmentPage, rating: int, reader: sqlite3.Connection, painted: list[object]) -> float:
    """Press a digit, paint what it changed, and return the milliseconds until both are done."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    question = page.card.question.id
    key = Qt.Key(Qt.Key.Key_0 + rating)
    painted.clear()
    began = perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, str(rating)))
    QApplication.processEvents()
    ended = perf_counter()
    stored = reader.execute("SELECT rating FROM answer WHERE question_id = ?", (question,)).fetchone()
    if stored != (rating,):
        raise RuntimeError(f"{question} was not stored: {stored}")
    if not painted:
        raise RuntimeError("the score was not painted")
    return (ended - began) * 1000


def main(count: int) -> int:
    """Print the figures. Return 1 when a bound is broken."""
    from tests.benchmarks.save import measure

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), folder))
        times = measure_keys(Path(folder), count)
    middle, late = median(times), quantiles(times, n=20)[-1]
    save = measure()
    print(
        f"key to stored row to painted score {middle:6.2f} ms (at most {KEY:.0f} ms; one in twenty over {late:.2f} ms)"
    )
    print(f"save against raw sqlite3           {save.save / save.raw_save:6.2f}x (at most {SAVE:.0f}x)")
    print(f"  with scoring and summing up      {save.commit / save.raw_save:6.2f}x")
    return 0 if middle <= KEY and save.save <= SAVE * save.raw_save else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
