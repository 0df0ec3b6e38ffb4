"""A workspace file dropped on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from ui.widgets.file_drop import DRAGS, dropped_workspace

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


class WorkspaceDrop(QObject):
    """Opens one workspace that is dropped, and turns everything else away."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take drags and drops of a workspace."""
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return False
        path = dropped_workspace(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._window.open_workspace(path)
        return True
