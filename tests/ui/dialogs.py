"""Acting in a modal dialog while the call that opened it waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

Kind = TypeVar("Kind", bound=QDialog)


def within(qtbot: QtBot, kind: type[Kind], begin: Callable[[], object], act: Callable[[Kind], object]) -> None:
    """Begin something that opens a dialog, act in it, and go on when it is closed."""
    seen: list[QDialog] = []
    watch = QTimer(interval=5)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        watch.stop()
        seen.append(dialog)
        try:
            assert isinstance(dialog, kind), dialog
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    watch.timeout.connect(look)
    watch.start()
    begin()
    qtbot.waitUntil(lambda: bool(seen) and QApplication.activeModalWidget() is None)
    watch.stop()
