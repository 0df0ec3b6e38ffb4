"""The bar of long work goes from left to right once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.work_progress import WorkProgress


def test_rounds_of_steps_never_send_the_bar_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    progress = WorkProgress("Importing A & B…", 2, window)
    seen = []
    for done, total in [(0, 4), (1, 4), (3, 4), (0, 10), (5, 10), (9, 10), (10, 10)]:
        progress.show_step(done, total)
        seen.append(progress.value() / progress.maximum())
    assert seen == [0.0, 0.125, 0.375, 0.5, 0.75, 0.95, 1.0]


def test_a_late_step_does_not_bring_a_cancelled_one_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    progress = WorkProgress("Exporting…", 1, window)
    progress.cancel()
    progress.show_step(1, 2)
    assert progress.wasCanceled()
    assert not progress.isVisible()
