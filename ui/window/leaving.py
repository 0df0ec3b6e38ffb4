"""Before a workspace is closed: what was typed is stored, or the reader hears what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def may_leave(window: MainWindow) -> bool:
    """Store typed text. Return False, with a sentence in the window, when some cannot be stored yet."""
    window.take_in_typing()
    if window.document is None or window.document.is_saved:
        return True
    words = "Something typed is not stored yet. Complete it or discard it, then close."
    window.say(QCoreApplication.translate("leaving", words), "alarm")
    return False
