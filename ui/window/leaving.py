"""Before a workspace is closed: what was typed is stored, or the reader hears what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


def may_leave(window: MainWindow) -> bool:
    """Store typed text. Return False, with a sentence in the window, when some cannot be stored yet.

    What the file refused before, on a full disk say, is tried again: its field was left, and nobody would tell it.
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
        document.store_requested.emit()
    document.refused.disconnect(hear)
    if not refused and document.is_saved:
        return True
    from ui.window.typed_places import go_to_typing  # with what the steps of an assessment are, which no start needs

    words = go_to_typing(window, document, by_file=bool(refused))
    window.say(" ".join(filter(None, [*refused[-1:], words])), "alarm")
    return False
