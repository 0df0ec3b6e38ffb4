"""The open window's ear for later starts: it comes to the front and opens what they bring."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from ui.window.single_instance import LONGEST, TAKEN, somebody_listens

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

_DIALOG_LOOK = 200
"""Milliseconds between two looks whether a dialog is closed."""


class InstanceServer(QObject):
    """Listens as long as the window is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._brought: list[Path] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._later = QTimer(self, singleShot=True, interval=_DIALOG_LOOK)
        self._later.timeout.connect(self._open_brought)

    def listen(self, where: str) -> bool:
        """Begin to listen at an address of `single_instance`. Return False when another window does already.

        A socket that a crash left is cleared away first.
        """
        if not where or somebody_listens(where):
            return False
        QLocalServer.removeServer(where)
        return self._server.listen(where)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        line = self._server.nextPendingConnection()
        line.readyRead.connect(lambda: self._on_message(line))
        line.disconnected.connect(line.deleteLater)
        if line.bytesAvailable():
            self._on_message(line)

    def _on_message(self, line: QLocalSocket) -> None:
        if not line.canReadLine():
            if line.bytesAvailable() > LONGEST:
                line.abort()
            return
        message = _read(bytes(line.readLine(LONGEST).data()))
        if message is None:
            line.abort()
            return
        line.write(TAKEN)
        line.flush()
        line.disconnectFromServer()
        path, token = message
        self._come_to_front(token)
        if path is not None:
            self._brought.append(path)
            self._later.start(0)

    def _come_to_front(self, token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
        window = QApplication.activeModalWidget() or self._window
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        window.raise_()
        window.activateWindow()

    def _open_brought(self) -> None:
        """Open what was brought, the newest only; under a dialog it waits until that is closed."""
        if not self._brought:
            return
        if QApplication.activeModalWidget() is not None:
            self._later.start(_DIALOG_LOOK)
            return
        path = self._brought[-1]
        self._brought.clear()
        document = self._window.document
        if document is None or not _same_file(document.path, path):
            self._window.open_workspace(path)


def _read(message: bytes) -> tuple[Path | None, str] | None:
    """Return file and focus token of a message; None when it is not one of ours."""
    try:
        found = json.loads(message)
        path, token = found["open"], found["token"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(token, str) or not (path is None or (isinstance(path, str) and path and "\0" not in path)):
        return None
    return (Path(path) if path else None), token


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
