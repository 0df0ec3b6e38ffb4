"""A day, typed or picked from a calendar; what is wrong with it stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from ui.theme import fonts
from ui.widgets.buttons import Button
from ui.widgets.day_reading import day_words, read_day

_REST = 600
"""Milliseconds after the last arrow key until the day is told: a run of them is one step of undo."""
_STEPS = {Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_PageUp: (0, 1), Qt.Key.Key_PageDown: (0, -1)}
"""Key -> days and months it moves by."""


class DayField(QWidget):
    """No day, or one up to today. Arrow keys move by a day, Page keys by a month, Ctrl+T is today."""

    picked = Signal(object)
    """A date, or None when the field was emptied."""
    pending = Signal(bool)
    """Whether there is typed text that was not told yet."""
    refused = Signal(str)
    """Why the text is no day that can be stored; empty when it is fine again. The text stays in the field."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Start empty; `today` is asked anew each time, as a window may be open overnight."""
        super().__init__(parent)
        self._today = today
        self._stored: date | None = None
        self._before: date | None = None
        self._waiting = False
        self.edit = _DayEdit(self)
        self.edit.setFont(fonts.sans(13.5))
        self.edit.setPlaceholderText(self.tr("No date"))
        self.edit.setFixedWidth(fonts.scaled(112))
        self.edit.textEdited.connect(lambda _text: self._on_text())
        self.button = Button("▾")
        self.button.setAccessibleName(self.tr("Choose the day from a calendar"))
        self.button.setToolTip(self.tr("Calendar (Alt+Down)"))
        self.button.setMenu(self._calendar_menu())
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.store)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.edit)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)

    @property
    def is_wrong(self) -> bool:
        """Whether the field holds text that is no day that can be stored."""
        return bool(self.edit.property("kind") == "wrong")

    def show_day(self, day: date | None) -> None:
        """Show what is stored; what is being typed for it stays."""
        if self._waiting and day == self._stored:
            return
        self._stored = day
        self.reset()

    def reset(self) -> None:
        """Go back to what is stored."""
        self.edit.setText(day_words(self._stored) if self._stored else "")
        self._settle()

    def store(self) -> bool:
        """Tell the day now. Return whether nothing typed waits any more; text that is no day does, with `refused`."""
        self._rest.stop()
        if not self._waiting:
            return True
        try:
            day = read_day(self.edit.text(), self._today())
        except ValueError as error:
            self._mark(str(error))
            return False
        self.edit.setText(day_words(day) if day else "")
        self._before, self._stored = self._stored, day
        self._settle()
        if day != self._before:
            self.picked.emit(day)
        return not self._waiting

    def keep_waiting(self) -> None:
        """Take the day that was told as still to be stored: the file refused it. It is told again on leaving."""
        self._stored = self._before
        self._on_text()

    def move_by(self, days: int, months: int) -> None:
        """Move the day, never past today; an empty field begins with today."""
        start = self._typed()
        moved = start.addDays(days).addMonths(months) if start else self._last()
        self._type(min(moved, self._last()))
        self._rest.start()

    def pick_today(self) -> None:
        """Take today, at once."""
        self._type(self._last())
        self.store()

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        self.button.showMenu()

    # --- inside

    def _typed(self) -> QDate | None:
        try:
            day = read_day(self.edit.text(), self._today())
        except ValueError:
            return None
        return QDate(day.year, day.month, day.day) if day else None

    def _type(self, day: QDate) -> None:
        self.edit.setText(day_words(date(day.year(), day.month(), day.day())))
        self.edit.selectAll()
        self._on_text()

    def _last(self) -> QDate:
        today = self._today()
        return QDate(today.year, today.month, today.day)

    def _on_text(self) -> None:
        self._waiting = True
        self._rest.stop()
        self.pending.emit(True)

    def _settle(self) -> None:
        self._rest.stop()
        self._waiting = False
        self._mark("")
        self.pending.emit(False)

    def _mark(self, sentence: str) -> None:
        kind = "wrong" if sentence else ""
        if self.edit.property("kind") != kind:
            self.edit.setProperty("kind", kind)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
        self.edit.setAccessibleDescription(sentence or self.tr("As {day}, or today.").format(day=self._today()))
        self.refused.emit(sentence)

    def _calendar_menu(self) -> QMenu:
        menu = QMenu(self)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(self.tr("Day of the evidence"))
        self._calendar.setMaximumDate(self._last())
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFont(fonts.sans(13))
        for chosen in (self._calendar.activated, self._calendar.clicked):
            chosen.connect(lambda _day: self._on_calendar(menu))
        held = QWidgetAction(menu)
        held.setDefaultWidget(self._calendar)
        menu.addAction(held)
        menu.addAction(self.tr("Today"), self.pick_today)
        menu.addAction(self.tr("No date: counts from the day of the answer"), self._clear)
        menu.aboutToShow.connect(self._show_in_calendar)
        return menu

    def _show_in_calendar(self) -> None:
        self._calendar.setMaximumDate(self._last())
        self._calendar.setSelectedDate(self._typed() or self._last())
        self._calendar.setFocus()

    def _on_calendar(self, menu: QMenu) -> None:
        menu.close()
        self._type(self._calendar.selectedDate())
        self.store()

    def _clear(self) -> None:
        self.edit.clear()
        self._on_text()
        self.store()


class _DayEdit(QLineEdit):
    """The text of a day; keys that move it belong to the field."""

    def __init__(self, field: DayField) -> None:
        super().__init__(field)
        self._field = field

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+T from any shortcut of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_today(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take today, store with Enter, go back with Escape."""
        field, key = self._field, event.key()
        if _is_today(event):
            field.pick_today()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            field.open_calendar()
        elif key in _STEPS and not event.modifiers():
            field.move_by(*_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and field._waiting:
            field.store()
        elif key == Qt.Key.Key_Escape and field._waiting:
            field.reset()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what was typed when the field is left."""
        super().focusOutEvent(event)
        self._field.store()


def _is_today(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.ControlModifier
