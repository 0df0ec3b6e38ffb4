"""A button that filters a list by one of several choices: "Type: all ▾"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.buttons import PlainButton, literal

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_MENU_REST = 100
"""Milliseconds until the menu is made: the first paint does not wait for it."""
Choices = Sequence[tuple[str, str]]
"""(Value, words) in the order shown."""


class FilterButton(PlainButton):
    """Shows what is chosen and opens a menu of the choices. None means all."""

    chosen = Signal()

    def __init__(self, template: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._template = template
        self._none = self.tr("all")
        self._choices: Choices = ()
        self.choice: str | None = None
        QTimer.singleShot(_MENU_REST, self, lambda: self._add_menu())  # noqa: PLW0108 - no method for PySide6 to look up
        self.offer(choices)

    def name_none(self, words: str) -> None:
        """Say what no choice means, where it is not "all"."""
        self._none = words
        self._show()

    def offer(self, choices: Choices) -> None:
        """Offer other choices; one that is chosen and no longer there is dropped, and that is told."""
        self._choices = choices
        dropped = self.choice is not None and self.choice not in dict(choices)
        if dropped:
            self.choice = None
        self.setEnabled(bool(choices))
        self._show()
        if dropped:
            self.chosen.emit()

    def as_set(self) -> frozenset[str]:
        """Return the choice as a set, empty for all."""
        return frozenset() if self.choice is None else frozenset({self.choice})

    def choose(self, value: str | None) -> None:
        """Choose without telling."""
        self.choice = value
        self._show()

    def _show(self) -> None:
        words = self._none if self.choice is None else dict(self._choices).get(self.choice, self.choice)
        shown = words if len(words) <= 24 else words[:23] + "…"
        text = self._template.format(choice=shown)
        self.setText(literal(text) + " ▾")
        self.setAccessibleName(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu, also for whoever is quicker than it is made."""
        self._add_menu()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu, also for whoever is quicker than it is made."""
        self._add_menu()
        super().keyPressEvent(event)

    def _add_menu(self) -> None:
        if self.menu() is not None:
            return
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        from PySide6.QtGui import QActionGroup

        menu.clear()
        group = QActionGroup(menu)
        for value, words in [(None, self._none), *self._choices]:
            action = menu.addAction(literal(words))
            action.setCheckable(True)
            action.setChecked(value == self.choice)
            action.triggered.connect(lambda _on, value=value: self._take(value))
            group.addAction(action)

    def _take(self, value: str | None) -> None:
        self.choose(value)
        self.chosen.emit()
