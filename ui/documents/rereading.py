"""What other windows or programs wrote to an open workspace, and what was deleted for good, is shown here too."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from models.errors import StoreError
from ui.documents.stored_change import drop_lost

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument


def look(document: WorkspaceDocument) -> None:
    """Read anew what is open if another window or program wrote since the last look. Else it costs some 20 µs."""
    with suppress(StoreError):  # whoever reads or writes next hears why
        if document.is_changed_elsewhere():
            reread(document)


def reread(document: WorkspaceDocument) -> None:
    """Read anew what is open; while typed text waits, which would go, once it is stored or discarded."""
    document.is_behind = not document.is_saved
    if document.is_behind:
        return
    for assessment_id, opened in list(document.opened.items()):
        if not opened.reread():
            document.let_go(assessment_id)
    document.own_changed.emit()
    document.partners_changed.emit()
    QTimer.singleShot(0, document, partial(drop_lost, document))  # once a step that was refused is back in its place


def show_deleted(document: WorkspaceDocument) -> None:
    """Take what was deleted for good out of the window, and its steps out of the undo history."""
    drop_lost(document)
    for assessment_id, opened in list(document.opened.items()):
        if not document.workspace.has_assessment(assessment_id):
            opened.removed.emit()
            document.let_go(assessment_id)
    document.partners_changed.emit()
