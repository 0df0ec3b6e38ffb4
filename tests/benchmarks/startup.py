"""Start-up against a bare PySide6 window: first paint, a list that answers keys, heavy modules, stalls.

`python3 tests/benchmarks/startup.py [RUNS]` prints medians of interleaved runs (15 unless told); exits 1 above a bound.
Each run is a process of its own; times count from before the process exists.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "reportlab", "numpy", "pydantic", "pypdfium2", "fontTools", "PIL")
FIRST_PAINT, INTERACTIVE, STALL = 1.6, 1.8, 50.0
PARTNERS = 200
_RUNS = count()


def bare() -> None:
    """Show an empty window and print when it was painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, report)

    def report() -> None:
        print(time.monotonic(), flush=True)
        os._exit(0)

    app = QApplication([])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    app.exec()


def rapport(workspace: str) -> None:
    """Start the program as `main.py WORKSPACE` does and print when it painted, when it answered a key, and the rest."""
    program: dict[str, Any] = {"__name__": "started", "__file__": str(ROOT / "main.py")}
    exec(compile((ROOT / "main.py").read_bytes(), "main.py", "exec"), program)  # as Python does with a script
    load: Callable[[], Callable[..., int]] = program["load_window"]

    def load_and_watch() -> Callable[..., int]:
        run_window = load()
        watch_start()
        return run_window

    program["load_window"] = load_and_watch
    program["main"]([workspace])


def watch_start() -> None:
    """Take the times of the first paint and of a key after it, from the window that is about to be made."""
    from ui.window.main_window import MainWindow

    seen: list[float] = []
    heavy: list[str] = []
    drawn = watch_rows()
    paint = MainWindow.paintEvent

    def on_paint(window: MainWindow, event: QPaintEvent) -> None:
        from PySide6.QtCore import QTimer

        first = not seen
        if first:
            seen.append(time.monotonic())
            heavy.extend(name for name in HEAVY if name in sys.modules)
            QTimer.singleShot(0, painted)
        paint(window, event)
        if first:  # queued last: what the program does at once after its first paint comes before the key
            QTimer.singleShot(0, lambda: press(window))

    def painted() -> None:
        seen[0] = time.monotonic()

    def press(window: MainWindow) -> None:
        press_down(window, drawn)
        seen.append(time.monotonic())
        watch(window, lambda stall: finish(stall, heavy))

    def finish(stall: float, heavy: list[str]) -> None:
        print(*seen, stall, ",".join(heavy) or "none", flush=True)
        os._exit(0)

    MainWindow.paintEvent = on_paint  # type: ignore[method-assign,assignment]


def watch_rows() -> set[int]:
    """Return the numbers of the rows that are painted from now on."""
    from ui.widgets.partner_delegate import PartnerDelegate

    drawn: set[int] = set()
    plain = PartnerDelegate.paint

    def on_cell(delegate: PartnerDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        drawn.add(index.row())
        plain(delegate, painter, option, index)

    PartnerDelegate.paint = on_cell  # type: ignore[method-assign,assignment]
    return drawn


def press_down(window: MainWindow, drawn: set[int]) -> None:
    """Move one row down in the list by key and paint that, or die. `drawn` gets the rows that are painted."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from ui.pages.partners_page import PartnersPage

    page = window.stack.currentWidget()
    assert isinstance(page, PartnersPage)
    table = page.table
    before = table.currentIndex().row()
    drawn.clear()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(table, event)
    # Not through `viewport()`, which the program does not call: PySide6 then makes all kinds of widgets, for 10 ms.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    if table.currentIndex().row() != before + 1 or not {before, before + 1} <= drawn:
        os._exit(3)


def watch(window: MainWindow, then: Callable[..., object]) -> None:
    """Measure the longest time in which the GUI thread did not come round until the libraries are loaded."""
    from PySide6.QtCore import QTimer

    libraries = window.libraries
    beat = QTimer(window)
    last, longest, left = time.monotonic(), 0.0, 20

    def on_beat() -> None:
        nonlocal last, longest, left
        now = time.monotonic()
        longest, last = max(longest, now - last), now
        if libraries.ready:
            left -= 1
            if left == 0:
                then(longest * 1000)

    beat.timeout.connect(on_beat)
    beat.start(2)


def make_workspace(path: Path) -> None:
    """Write a workspace of partners with one assessment each."""
    from datetime import UTC, date, datetime
    from uuid import UUID

    from assessments.assessment import Assessment, Assessor, Partner, Scope
    from assessments.questionnaire_file import packaged_questionnaire
    from models import edits
    from models.workspace import create_workspace

    workspace = create_workspace(path)
    changes = []
    for number in range(PARTNERS):
        partner = Partner(
            UUID(int=number + 1), f"Partner {number:03}", "AGY", tags=("programmatic", f"tag {number % 9}")
        )
        changes.append(edits.add_partner(partner))
        changes += edits.add_assessment(
            Assessment(
                id=UUID(int=1000 + number),
                partner=partner,
                partner_type=partner.type,
                purpose="2026 media partnership",
                questionnaire=packaged_questionnaire(),
                scope=Scope.FULL,
                assessor=Assessor(UUID(int=5000 + number), "Media lead"),
                own_name="Northwind Media",
                created_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
            )
        )
    workspace.commit("benchmark", changes, today=date(2026, 11, 23))
    workspace.close()


def run(*arguments: str, home: str) -> list[str]:
    """Run one child. Return its words, the times as milliseconds since before it was started."""
    import subprocess

    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as at any start but the first: nothing is compiled
    # A run ends without closing its window, so the next would first ask the socket it leaves, as after a crash.
    environment["RAPPORT_INSTANCE"] = str(next(_RUNS))
    began = time.monotonic()
    command = [sys.executable, str(Path(__file__).resolve()), *arguments]
    words = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.split()
    times = 1 if len(words) == 1 else 2
    return [str((float(word) - began) * 1000) for word in words[:times]] + words[times:]


def compare(runs: int) -> int:
    """Print the medians. Return 1 when a bound is broken."""
    import tempfile
    from statistics import median

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Partners.rapport"
        make_workspace(path)
        for _warm in range(2):
            run("--bare", home=folder), run("--rapport", str(path), home=folder)
        pairs = [(run("--bare", home=folder), run("--rapport", str(path), home=folder)) for _ in range(runs)]
    window = median(float(plain[0]) for plain, _ in pairs)
    paint, interactive, stall = (median(float(ours[place]) for _, ours in pairs) for place in range(3))
    heavy = {ours[3] for _, ours in pairs}
    worst = max(float(ours[2]) for _, ours in pairs)
    print(f"bare window, first paint        {window:6.0f} ms")
    print(f"Rapport, first paint            {paint:6.0f} ms  {paint / window:.2f}x (at most {FIRST_PAINT}x)")
    print(
        f"Rapport, list answers a key     {interactive:6.0f} ms  {interactive / window:.2f}x (at most {INTERACTIVE}x)"
    )
    print(f"longest stall while loading     {stall:6.0f} ms  (at most {STALL:.0f} ms; worst run {worst:.0f} ms)")
    print(f"heavy modules at first paint    {', '.join(sorted(heavy))}")
    good = paint <= FIRST_PAINT * window and interactive <= INTERACTIVE * window and stall <= STALL
    return 0 if good and heavy == {"none"} else 1


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--bare"]:
        bare()
    elif sys.argv[1:2] == ["--rapport"]:
        rapport(sys.argv[2])
    else:
        sys.exit(compare(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
