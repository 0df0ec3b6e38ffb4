"""A window whose first picture does not wait for what is not on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

REST = 25
"""Milliseconds from the first paint to what need not be there at once: the first keys come before it."""


class FirstPaintWindow(QMainWindow):
    """Keeps what can wait until it was painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._later: list[tuple[Callable[[], object], int]] | None = []

    def once_painted(self, act: Callable[[], object], rest: int = 0) -> None:
        """Run `act` now, or, before the first paint, as `when_painted` does."""
        if self._later is None:
            act()
        else:
            self.when_painted(act, rest)

    def when_painted(self, act: Callable[[], object], rest: int = 0) -> None:
        """Run `act` soon, yet not before the first paint.

        Args:
            act: What can wait.
            rest: Milliseconds that it leaves to the keyboard first.
        """
        if self._later is None:
            # Given a method of a QObject, PySide6 first makes its picture of all methods.
            QTimer.singleShot(rest, self, lambda: act())  # noqa: PLW0108
        else:
            self._later.append((act, rest))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let what waited begin, once the first picture is complete."""
        super().paintEvent(event)
        waiting, self._later = self._later, None
        for act, rest in waiting or ():
            self.when_painted(act, rest)


def add_late_parts(window: MainWindow) -> None:
    """Give the window what its first picture does not show: focus ring, dropping of files, a look at other windows."""
    from ui.widgets.focus_ring import FocusRing
    from ui.window.catching_up import CatchingUp
    from ui.window.dropping import WorkspaceDrop

    FocusRing(window)
    WorkspaceDrop(window)
    CatchingUp(window)
