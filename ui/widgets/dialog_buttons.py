"""The buttons at a dialog's foot: the deed on the right, Cancel beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout

from ui.widgets.buttons import button


def dialog_buttons(dialog: QDialog, deed: str) -> QHBoxLayout:
    """Return a row with Cancel and the deed; Enter does the deed, Esc cancels."""
    cancel = button(QCoreApplication.translate("dialog", "&Cancel"))
    cancel.clicked.connect(dialog.reject)
    do = button(deed, kind="primary")
    for made in (cancel, do):  # Enter presses the one that has the keyboard, else the deed
        made.setAutoDefault(True)
    do.setDefault(True)
    do.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(do)
    return row
