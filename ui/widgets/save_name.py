"""The name that a save dialog gave, with the ending that the file needs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.confirm_dialog import Asked, ConfirmDialog


def with_ending(parent: QWidget, name: str, ending: str) -> Path | None:
    """Return the file to write; None when there is none, or when a file that is there shall stay.

    The dialog asked about the name as it was typed. With its ending it may be another file, and that was not asked for.

    Args:
        parent: Over which is asked.
        name: As the dialog gave it; empty when it was cancelled.
        ending: Such as ".pdf".
    """
    if not name:
        return None
    if name.lower().endswith(ending):
        return Path(name)
    path = Path(name + ending)
    if not path.exists():
        return path
    say = QCoreApplication.translate
    words = say("SaveName", "It is in this folder already. What it holds is lost when you replace it.")
    asked = Asked(say("SaveName", "Replace this file?"), path.name, words, say("SaveName", "&Replace"), careful=True)
    return path if ConfirmDialog(asked, parent).is_meant() else None
