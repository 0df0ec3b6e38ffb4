"""The keys that answer a question: single letters and digits, wherever no text is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider

from assessments.answer import Grade

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.question_card import QuestionCard

GRADE_KEYS = {Grade.ASSUMED: "A", Grade.STATED: "S", Grade.SEEN: "E", Grade.VERIFIED: "V"}
"""The key of each evidence grade; S is taken when "seen" comes."""
ANSWER_KEYS = frozenset("12345UNFW") | frozenset(GRADE_KEYS.values())
"""Every key that `answer_by_key` knows, in upper case."""
_GRADES = {key: grade for grade, key in GRADE_KEYS.items()}
_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
}


def answer_by_key(card: QuestionCard, key: str, show_list: Callable[[bool], object]) -> None:
    """Answer the card's question, or grade, mark or note it.

    Args:
        card: Its question is answered; it need not be in view.
        key: One of `ANSWER_KEYS`.
        show_list: Called with False to bring the card into view: a note is written there.
    """
    acts = {"U": card.set_unknown, "N": card.ask_not_applicable, "F": card.toggle_flag}
    if key in acts:
        acts[key]()
    elif key in _GRADES:
        card.evidence.pick(_GRADES[key])
    elif key == "W":
        show_list(False)
        card.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        card.note.put_cursor_at_end()
    else:
        card.rate(int(key))


def move_by_key(card: QuestionCard, key: Qt.Key) -> bool:
    """Scroll a card in view, or go down into its ratings; False when the key means nothing."""
    if key in _SCROLLS:
        card.verticalScrollBar().triggerAction(_SCROLLS[key])
    elif key == Qt.Key.Key_Down:
        card.ratings.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    else:
        return False
    return True
