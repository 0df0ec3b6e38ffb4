"""A button that filters a list by one of several choices: "Type: all ▾"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.buttons import PlainButton, literal

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
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.offer(choices)

    def name_none(self, words: str) -> None:
        """Say what no choice means, where it is not "all"."""
        self._none = words
        self._show()

    def offer(self, choices: Choices) -> None:
        """Offer other choices; one that is chosen and no longer there is dropped."""
        self._choices = choices
        if self.choice is not None and self.choice not in dict(choices):
            self.choice = None
        self.setEnabled(bool(choices))
        self._show()

    def as_set(self) -> frozenset[str]:
        """Return the choice as a set, empty for all."""
        return frozenset() if self.choice is None else frozenset({self.choice})

    def choose(self, value: str | None) -> None:
        """Choose without telling."""
        self.choice = value
        self._show()

    def _show(self) -> None:
        words = self._none if self.choice is None else dict(self._choices)[self.choice]
        shown = words if len(words) <= 24 else words[:23] + "…"
        text = self._template.format(choice=shown)
        self.setText(literal(text) + " ▾")
        self.setAccessibleName(text)

    def _fill(self) -> None:
        from PySide6.QtGui import QActionGroup

        self._menu.clear()
        group = QActionGroup(self._menu)
        for value, words in [(None, self._none), *self._choices]:
            action = self._menu.addAction(literal(words))
            action.setCheckable(True)
            action.setChecked(value == self.choice)
            action.triggered.connect(lambda _on, value=value: self._take(value))
            group.addAction(action)

    def _take(self, value: str | None) -> None:
        self.choose(value)
        self.chosen.emit()
