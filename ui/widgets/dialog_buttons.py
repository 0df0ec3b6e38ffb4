"""The buttons at a dialog's foot: the deed on the right, Cancel beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from ui.widgets.buttons import button


def dialog_buttons(dialog: QDialog, deed: str, careful: bool = False) -> QHBoxLayout:
    """Return a row with Cancel and the deed; Enter does the deed, Esc cancels.

    Args:
        dialog: Accepted by the deed.
        deed: The words of its button.
        careful: Nothing brings back what it takes away: Enter cancels too, and the keyboard begins on Cancel.
    """
    cancel = button(QCoreApplication.translate("dialog", "&Cancel"))
    cancel.clicked.connect(dialog.reject)
    do = button(deed, kind="plain" if careful else "primary")
    row = button_row(cancel, do)
    (cancel if careful else do).setDefault(True)
    if careful:
        cancel.setFocus()
    do.clicked.connect(dialog.accept)
    return row


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Return a row at a dialog's foot, its last button rightmost; Enter presses the one that has the keyboard."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch(1)
    for one in buttons:
        one.setAutoDefault(True)
        row.addWidget(one)
    return row
