"""Dialogs whose answer goes into the file: what was typed stays in them while the file refuses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QDialog

from ui.widgets.card import Notice

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument


def ask_until_stored(dialog: QDialog, document: WorkspaceDocument, store: Callable[[], bool]) -> bool:
    """Ask, and ask again with the reason above the fields, until the answer is stored or given up.

    Args:
        dialog: It is shown, and ends here.
        document: Says why it refuses.
        store: Stores what the dialog holds; False when the file refused it.

    Returns:
        Whether it is stored.
    """
    notice, column = Notice("alarm"), dialog.layout()
    assert isinstance(column, QBoxLayout)
    column.insertWidget(0, notice)
    stored = False

    def hear(sentence: str) -> None:
        notice.show_text(sentence, "alarm")

    document.refused.connect(hear)
    while not stored and dialog.exec() == QDialog.DialogCode.Accepted:
        stored = store()
    document.refused.disconnect(hear)
    dialog.deleteLater()
    return stored
