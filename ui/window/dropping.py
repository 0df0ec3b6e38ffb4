"""A workspace file dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

SUFFIX = ".rapport"
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class WorkspaceDrop(QObject):
    """Opens one workspace that is dropped, and turns everything else away."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take drags and drops of a workspace."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        path = dropped_workspace(event)
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._window.open_workspace(path)
        return True


def dropped_workspace(event: QDropEvent) -> Path | None:
    """Return the workspace file in a drop, None when it holds anything else."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix == SUFFIX else None
