"""Confirms in the status bar what undo and redo did: they may change what is not in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.window.main_window import MainWindow


class UndoConfirmation(QObject):
    """Tells the two apart from a new change, which the page itself shows."""

    def __init__(self, document: WorkspaceDocument, window: MainWindow) -> None:
        stack = document.undo_stack
        super().__init__(stack)
        self._document, self._stack, self._window = document, stack, window
        self._index, self._count = stack.index(), stack.count()
        stack.indexChanged.connect(self._on_index)

    def _was_undone(self, at: int) -> bool:
        """Return whether a step was done again: a new one in the place of one that was undone leaves as many."""
        from ui.documents.stored_change import StoredChange  # nothing changes before the first paint

        step = self._stack.command(at)
        return isinstance(step, StoredChange) and step.was_undone

    def _on_index(self, index: int) -> None:
        before, known = self._index, self._count
        self._index, self._count = index, self._stack.count()
        if self._count != known or self._document.was_refused:
            return  # a new change, a closed workspace, or a step that the file refused, which the window says
        if index < before:
            self._window.tell(self.tr("Undone: {change}").format(change=self._stack.redoText()))
        elif index > before and self._was_undone(index - 1):
            self._window.tell(self.tr("Done again: {change}").format(change=self._stack.undoText()))
