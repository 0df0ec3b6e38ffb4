"""How long the GUI thread is held while the result page works out its robustness: first visit and fifty changes.

`python -m tests.benchmarks.result_page` prints the longest pauses of a heartbeat and exits 1 above the bound. Each run
is a process of its own, so that the first visit loads NumPy as it does for a user; half of them leave robustness out,
which shows what the rest of the page takes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from uuid import UUID

BOUND = 50.0
"""Milliseconds that robustness may add to the longest pause."""
RUNS = 7
CHANGES = 50
BEAT = 1


def visit(folder: Path, with_robustness: bool) -> None:
    """Open a result page, change an answer fifty times, and print the longest pauses in milliseconds."""
    from ui.window.loading_qt import load_qt

    load_qt()  # as main.py does
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    from tests.reports.briefs import TODAY
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.pages.result_page import ResultPage
    from ui.theme import fonts
    from ui.theme.palette import theme
    from ui.widgets.robustness_panel import RobustnessPanel

    fonts.load_fonts()
    theme.apply(app, "light")
    if not with_robustness:
        RobustnessPanel.show_result = lambda *_given: None  # type: ignore[method-assign]
    path = folder / "Partners.rapport"
    document = WorkspaceDocument(path, lambda: TODAY).open_assessment(make_workspace(path))
    page = ResultPage(document)
    page.resize(1084, 800)
    heart = Heart()
    page.show()
    first = heart.longest_of(800)
    changes = []
    for number in range(CHANGES):
        document.rate("G1", 4 if number % 2 else 5)
        changes.append(heart.longest_of(80))
    print(first, max(changes), "numpy" in sys.modules, flush=True)
    os._exit(0)


def make_workspace(path: Path) -> UUID:
    """Write a workspace with one open assessment that has everything beside its score; return the assessment's id."""
    from models import edits
    from models.workspace import create_workspace
    from tests.reports.briefs import TODAY
    from tests.reports.sheeted import sheeted

    workspace = create_workspace(path)
    assessment = sheeted(attachments=(), final_at=None, finished_on=None, own_name="")
    rows = [edits.add_partner(assessment.partner), *edits.add_assessment(assessment)]
    workspace.commit("benchmark", rows, today=TODAY)
    workspace.close()
    return assessment.id


class Heart:
    """A timer that notices how long the GUI thread did not come round."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._last, self._longest = time.perf_counter(), 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(BEAT)

    def longest_of(self, milliseconds: int) -> float:
        """Let events run for a while; return the longest pause in milliseconds, from the last call on."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        longest, self._longest = self._longest, 0.0
        return longest

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, (now - self._last) * 1000)
        self._last = now


def run(with_robustness: bool) -> tuple[float, float]:
    """Return the longest pause of the first visit and of the changes, of one process."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        command = [
            sys.executable,
            "-m",
            "tests.benchmarks.result_page",
            folder,
            "with" if with_robustness else "without",
        ]
        words = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.split()
    if (words[2] == "True") is not with_robustness:
        raise SystemExit("NumPy was loaded where it should not be, or not where it should.")
    return float(words[0]), float(words[1])


def main() -> int:
    """Print the medians of interleaved runs; return 1 when robustness holds the GUI thread too long."""
    pairs = [(run(True), run(False)) for _ in range(RUNS)]
    good = True
    for place, name in enumerate(("first visit", f"{CHANGES} changes")):
        ours = median(one[place] for one, _ in pairs)
        rest = median(other[place] for _, other in pairs)
        worst = max(one[place] for one, _ in pairs)
        good = good and ours - rest <= BOUND
        print(f"{name:12} longest pause {ours:5.1f} ms, without robustness {rest:5.1f} ms, worst run {worst:5.1f} ms")
    print(f"robustness may add {BOUND:.0f} ms")
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) == 3:
        visit(Path(sys.argv[1]), sys.argv[2] == "with")
    sys.exit(main())
