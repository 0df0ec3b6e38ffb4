"""Before a workspace is closed: what was typed is stored, or the reader hears what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def may_leave(window: MainWindow) -> bool:
    """Store typed text. Return False, with a sentence in the window, when some cannot be stored yet.

    A change that the file refused before, and that was taken back, keeps nothing open: it is not in the window either.
    """
    document, refused = window.document, list[str]()

    def hear(sentence: str) -> None:
        refused.append(sentence)

    if document is None:
        return True
    document.refused.connect(hear)
    window.take_in_typing()
    document.refused.disconnect(hear)
    if not refused and document.is_saved:
        return True
    words = "Something typed is not stored yet. Complete it or discard it, then close."
    window.say(" ".join([*refused[-1:], QCoreApplication.translate("leaving", words)]), "alarm")
    return False
