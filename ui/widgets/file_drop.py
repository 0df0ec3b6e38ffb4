"""Files dropped on a widget."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.documents.folders import WORKSPACE

DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Makes a widget take files. A single workspace file is left to the window, which opens it."""

    dropped = Signal(list)
    """Paths, at least one."""

    def __init__(self, target: QWidget, takes: Callable[[], bool]) -> None:
        """Watch a widget.

        Args:
            target: Takes drops from now on, together with what lies in it and takes none itself.
            takes: Asked on every drag whether files are wanted now.
        """
        super().__init__(target)
        self._takes = takes
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take drags and drops of files."""
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return False
        paths = dropped_files(event.mimeData())
        if not paths or not self._takes():
            event.ignore()
            return event.type() is QEvent.Type.Drop
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the local files in a drop; none when it is a workspace."""
    return [] if dropped_workspace(data) else _local(data)


def dropped_workspace(data: QMimeData) -> Path | None:
    """Return the workspace file in a drop, None when it holds anything else."""
    paths = _local(data)
    return paths[0] if len(paths) == 1 and paths[0].suffix == WORKSPACE else None


def _local(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
