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
    if document.pending and not refused:
        _try_again(window)
    document.refused.disconnect(hear)
    if not refused and document.is_saved:
        return True
    from ui.window.typed_places import go_to_typing  # with what the steps of an assessment are, which no start needs

    words = _say("Something typed is not stored yet. Complete it or discard it, then close.")
    place = "" if refused else go_to_typing(window, document)
    if place:
        words = _say("What you typed in {place} is not stored yet. Complete it or discard it, then close.")
    window.say(" ".join([*refused[-1:], words.format(place=place)]), "alarm")
    return False


def _try_again(window: MainWindow) -> None:
    """Store what the file refused before, on a full disk say: its field was left, and nobody would tell it again."""
    from ui.widgets.day_field import DayField
    from ui.widgets.note_field import NoteField

    for note in window.findChildren(NoteField):
        note.store()
    for day in window.findChildren(DayField):
        day.store()


def _say(text: str) -> str:
    return QCoreApplication.translate("leaving", text)
