"""How do we know? The evidence grade and its date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from assessments.answer import Answer, Grade
from assessments.wording import grade_word
from ui.theme import fonts
from ui.widgets.buttons import Button, button, literal
from ui.widgets.labels import label
from ui.widgets.pill import say
from ui.widgets.wrapping_row import WrappingRow


def day_words(day: date) -> str:
    """Return a day as the user's locale writes it, short: "12 Nov 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


class EvidenceRow(QWidget):
    """Four grades of which none or one is chosen, and a date."""

    grade_picked = Signal(object)
    """A Grade, or None when the chosen one was clicked again."""
    date_picked = Signal(object)
    """A date, or None for the day of the answer."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._grade: Grade | None = None
        grades = QWidget()
        row = QHBoxLayout(grades)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for grade in Grade:
            kind = {Grade.ASSUMED: "first", Grade.VERIFIED: "last"}.get(grade, "middle")
            made = button(grade_word(grade, say), kind=kind)
            made.setCheckable(True)
            made.setToolTip(_meaning(grade))
            made.setAccessibleName(self.tr("Evidence grade: {grade}").format(grade=grade_word(grade, say)))
            self._group.addButton(made, int(grade))
            row.addWidget(made)
        self._group.idClicked.connect(self._on_grade)
        self._date = Button("")
        self._date.setMenu(self._calendar_menu(today))
        line = WrappingRow(gap=10)
        for part in (label(self.tr("How do we know?"), "secondary"), grades, self._date):
            line.addWidget(part)
        self.freshness = label("", "secondary", fonts.sans(12.5), wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(line)
        column.addWidget(self.freshness)

    def show_answer(self, answer: Answer, freshness: str) -> None:
        """Show what is stored, and since when or from when it is stale; an empty sentence where age changes nothing."""
        self.freshness.setText(freshness)
        self.freshness.setVisible(bool(freshness))
        self._grade = answer.grade
        for made in self._group.buttons():
            made.setChecked(answer.grade is not None and self._group.id(made) == int(answer.grade))
        day = answer.evidence_date
        words = day_words(day) if day else self.tr("No date")
        self._date.setText(literal(words) + " ▾")
        self._date.setAccessibleName(self.tr("Evidence date: {day}").format(day=words))
        self._date.setToolTip("" if day else self.tr("Without a date the evidence counts from the day of the answer."))
        if day:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def grade_buttons(self) -> dict[Grade, QAbstractButton]:
        """Return the button of each grade."""
        return {Grade(self._group.id(made)): made for made in self._group.buttons()}

    def _calendar_menu(self, today: date) -> QMenu:
        menu = QMenu(self)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(self.tr("Day of the evidence"))
        self._calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFont(fonts.sans(13))
        self._calendar.activated.connect(lambda _day: self._on_date(menu))
        self._calendar.clicked.connect(lambda _day: self._on_date(menu))
        held = QWidgetAction(menu)
        held.setDefaultWidget(self._calendar)
        menu.addAction(held)
        menu.addAction(self.tr("No date: counts from the day of the answer"), lambda: self.date_picked.emit(None))
        menu.aboutToShow.connect(self._calendar.setFocus)
        return menu

    def _on_grade(self, grade: int) -> None:
        self.grade_picked.emit(None if self._grade == grade else Grade(grade))

    def _on_date(self, menu: QMenu) -> None:
        menu.close()
        day = self._calendar.selectedDate()
        self.date_picked.emit(date(day.year(), day.month(), day.day()))


def _meaning(grade: Grade) -> str:
    return {
        Grade.ASSUMED: say("Our own assumption"),
        Grade.STATED: say("Stated by them"),
        Grade.SEEN: say("A document or demonstration that we saw"),
        Grade.VERIFIED: say("Verified by someone independent, or our own experience"),
    }[grade]
