"""One step of the undo history: a change that is on disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument


class StoredChange(QUndoCommand):
    """Undo and redo store the opposite of the change, read from the change table."""

    def __init__(self, document: WorkspaceDocument, label: str, seq: int) -> None:
        super().__init__(label)
        self._document = document
        self.seq = seq
        """The number of the change in the file that stands for it now."""
        self.was_undone = False
        """Whether it was ever taken back: only such a change can be done again."""
        self._skips = True
        """Whether the next call moves Qt's place only: the push itself, whose change is stored already."""

    def redo(self) -> None:
        """Store it again."""
        self._turn(self._document.undo_stack.undo)

    def undo(self) -> None:
        """Take it back."""
        self._turn(self._document.undo_stack.redo)

    def _turn(self, move_back: Callable[[], None]) -> None:
        if self._skips:
            self._skips = False
            return
        seq = self._document.revert(self.seq)
        if seq is not None:
            self.seq = seq
            self.was_undone = True
            return
        # The file refused it: a full disk, say. Qt has moved on all the same; it is led back, so that the step can be
        # tried again, once this call is over.
        self._skips = True
        QTimer.singleShot(0, self._document, move_back)


def drop_lost(document: WorkspaceDocument) -> None:
    """Take steps out of a history whose changes were deleted for good, here or in another window.

    What could be done again goes with them, as it does with every other new change.
    """
    from models.erasing import lost_changes
    from models.errors import StoreError

    stack = document.undo_stack
    steps = [step for step in map(stack.command, range(stack.count())) if isinstance(step, StoredChange)]
    if not steps:
        return
    try:
        lost = lost_changes(document.path, (step.seq for step in steps))
    except StoreError:
        return  # whoever takes such a step back hears why
    if lost:
        kept = [(step.text(), step.seq) for step in steps[: stack.index()] if step.seq not in lost]
        stack.clear()
        for label, seq in kept:
            stack.push(StoredChange(document, label, seq))
