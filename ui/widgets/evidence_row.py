"""How do we know? The evidence grade and its date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from assessments.answer import Answer, Grade
from assessments.wording import grade_word
from ui.theme import fonts
from ui.widgets.answer_keys import GRADE_KEYS
from ui.widgets.buttons import button
from ui.widgets.day_field import DayField
from ui.widgets.day_reading import day_words
from ui.widgets.labels import label
from ui.widgets.pill import say
from ui.widgets.wrapping_row import WrappingRow


class EvidenceRow(QWidget):
    """Four grades of which none or one is chosen, and a date."""

    grade_picked = Signal(object)
    """A Grade, or None when the chosen one was clicked again."""
    date_picked = Signal(object)
    """A date, or None for the day of the answer."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade: Grade | None = None
        # No button group: in one that is not exclusive Qt lets the keyboard reach a single button.
        self._grades: dict[Grade, QAbstractButton] = {}
        grades = QWidget()
        row = WrappingRow(gap=0, parent=grades)
        for grade in Grade:
            kind = {Grade.ASSUMED: "first", Grade.VERIFIED: "last"}.get(grade, "middle")
            made = button(grade_word(grade, say), kind=kind)
            made.setCheckable(True)
            made.setToolTip(f"{_meaning(grade)} ({GRADE_KEYS[grade]})")
            made.setAccessibleName(self.tr("Evidence grade: {grade}").format(grade=grade_word(grade, say)))
            made.clicked.connect(partial(self.pick, grade))
            self._grades[grade] = made
            row.addWidget(made)
        self.day = DayField(today)
        self.day.picked.connect(self.date_picked)
        self.day.refused.connect(self._show_error)
        line = WrappingRow(gap=6)
        for part in (label(self.tr("How do we know?"), "secondary"), grades, self.day):
            line.addWidget(part)
        self.freshness = label("", "secondary", fonts.sans(12.5), wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(line)
        self._error = label("", "error", fonts.sans(12.5), wraps=True)
        self._error.hide()
        column.addWidget(self._error)
        column.addWidget(self.freshness)

    def show_answer(self, answer: Answer, freshness: str) -> None:
        """Show what is stored, and since when or from when it is stale; an empty sentence where age changes nothing."""
        self.freshness.setText(freshness)
        self.freshness.setVisible(bool(freshness))
        self._grade = answer.grade
        for grade, made in self._grades.items():
            made.setChecked(grade is answer.grade)
        day = answer.evidence_date
        self.day.show_day(day)
        words = day_words(day) if day else self.tr("none")
        self.day.edit.setAccessibleName(self.tr("Evidence date: {day}").format(day=words))
        undated = self.tr("Without a date the evidence counts from the day of the answer.")
        keys = self.tr("Up and Down move by a day, Page Up and Page Down by a month, Ctrl+T is today.")
        self.day.edit.setToolTip(keys if day else f"{undated} {keys}")

    @property
    def date_error(self) -> str:
        """What is wrong with the typed date; empty when it is fine."""
        return self._error.text()

    def pick(self, grade: Grade) -> None:
        """Tell a grade; the stored one again tells None."""
        self.grade_picked.emit(None if self._grade is grade else grade)

    def grade_buttons(self) -> dict[Grade, QAbstractButton]:
        """Return the button of each grade."""
        return self._grades

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))


def _meaning(grade: Grade) -> str:
    return {
        Grade.ASSUMED: say("Our own assumption"),
        Grade.STATED: say("Stated by them"),
        Grade.SEEN: say("A document or demonstration that we saw"),
        Grade.VERIFIED: say("Verified by someone independent, or our own experience"),
    }[grade]
