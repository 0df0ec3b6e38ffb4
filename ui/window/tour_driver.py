"""Hands and eyes of the tour: presses keys in the real window, waits for what follows, and takes pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QPoint, Qt, QThreadPool, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.theme.palette import Scheme, theme
from ui.window.main_window import MainWindow

Shown = TypeVar("Shown", bound=QWidget)
_PATIENCE = 60_000
"""Milliseconds until something that must happen counts as not happening; a slow machine needs some seconds."""
_VEIL = QColor(0, 0, 0, 90)
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class TourError(Exception):
    """The tour did not find what it expected; `str()` says what."""


class Driver:
    """Drives one window and keeps the pictures that it takes."""

    def __init__(self, app: QApplication, window: MainWindow, out: Path) -> None:
        self._app = app
        self._window = window
        self._out = out
        self.pictures: dict[str, Path] = {}
        """What it shows -> the light picture of it."""
        self.written: list[Path] = []

    def wait(self, what: str, come: Callable[[], object]) -> None:
        """Go on with the window's work until something has come.

        Raises:
            TourError: It does not come.
        """
        deadline = QDeadlineTimer(_PATIENCE)
        while not come():
            if deadline.hasExpired():
                raise TourError(f"{what} did not come within {_PATIENCE // 1000} seconds.")
            # A running loop lets go of Python's lock while it waits; processEvents keeps it, and starves the workers.
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()

    def page(self, kind: type[Shown]) -> Shown:
        """Return the page in view once it is of a kind."""
        self.wait(f"The page {kind.__name__}", lambda: isinstance(self._window.stack.currentWidget(), kind))
        page = self._window.stack.currentWidget()
        assert isinstance(page, kind)
        self.settle()
        return page

    def settle(self) -> None:
        """Let everything that is due be laid out and painted."""
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self._target(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type text where the keyboard is."""
        QTest.keyClicks(self._target(), text)
        self.settle()

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a control has the keyboard.

        Raises:
            TourError: Tab never gets there.
        """
        for _ in range(200):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise TourError(f"Tab does not reach {widget.accessibleName() or type(widget).__name__}.")

    def through_dialog(self, begin: Callable[[], object], act: Callable[[QDialog], object]) -> None:
        """Begin something that opens a dialog, act in it, and return when it is closed.

        Raises:
            TourError: No dialog comes, or it stays open.
        """
        outcome: list[Exception | None] = []
        watch = QTimer(interval=10)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            watch.stop()
            try:
                self.settle()
                act(dialog)
                outcome.append(None)
            except Exception as error:  # noqa: BLE001 - raised again below, outside the slot
                outcome.append(error)
                dialog.reject()
            QTimer.singleShot(_PATIENCE, dialog, partial(give_up, dialog))

        def give_up(dialog: QDialog) -> None:
            # Whatever opened it would wait for ever.
            if dialog.isVisible():
                outcome[0] = TourError(f"“{dialog.windowTitle()}” stayed open.")
                dialog.reject()

        watch.timeout.connect(look)
        watch.start()
        begin()
        self.wait("A dialog", lambda: outcome)
        if outcome[0] is not None:
            raise outcome[0]
        self.wait("The end of a dialog", lambda: QApplication.activeModalWidget() is None)
        self._window.activateWindow()  # a window manager does this by itself; there is none offscreen
        self.settle()

    def shoot(self, name: str, dialog: QWidget | None = None, ready: Callable[[], object] = lambda: True) -> None:
        """Take a picture of the window, with a dialog in front when one is given, in both schemes."""
        number = len(self.pictures) + 1
        for scheme in _SCHEMES:
            theme.apply(self._app, scheme)
            self.settle()
            self.wait(f"The picture of {name}", ready)
            path = self._out / f"{number:02d}-{name}-{scheme}.png"
            if not self._grab(dialog).save(str(path)):
                raise TourError(f"“{path}” could not be written. Choose another folder.")
            self.pictures.setdefault(name, path)
            self.written.append(path)
        theme.apply(self._app, "light")
        self.settle()

    def finish(self) -> None:
        """Close the window and wait for the work behind it."""
        self._window.close()
        QThreadPool.globalInstance().waitForDone(_PATIENCE)
        self.settle()

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self._window

    def _grab(self, dialog: QWidget | None) -> QPixmap:
        picture = self._window.grab()
        if dialog is not None:
            front = dialog.grab()
            painter = QPainter(picture)
            painter.fillRect(self._window.rect(), _VEIL)
            middle = self._window.rect().center() - QPoint(dialog.width() // 2, dialog.height() // 2)
            painter.drawPixmap(middle, front)
            painter.end()
        return picture
