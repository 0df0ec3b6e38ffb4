"""The steps of an assessment in a menu, where the page is too narrow for the rail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import fonts
from ui.widgets.buttons import Button, literal
from ui.widgets.section_rail import SectionRail

_NARROW = 620
"""Pixels of the page: beside the rail a question would have less than two thirds."""


class StepsButton(Button):
    """Takes the rail's place in a narrow page, and gives it back in a wider one."""

    def __init__(self, rail: SectionRail, page: QWidget) -> None:
        """Follow a page.

        Args:
            rail: Has the steps, and is asked for them.
            page: Its width decides which of the two is shown.
        """
        super().__init__("")
        self.setText(self.tr("Steps") + " ▾")
        self.setAccessibleName(self.tr("Steps of this assessment"))
        self._rail = rail
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.hide()
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the width of the page."""
        if isinstance(event, QResizeEvent):
            narrow = event.size().width() < fonts.scaled(_NARROW)
            self.setVisible(narrow)
            self._rail.setHidden(narrow)
        return False

    def _fill(self) -> None:
        self._menu.clear()
        for section in self._rail.sections:
            action = self._menu.addAction(literal(section.title) + (f"\t{section.count}" if section.count else ""))
            action.setCheckable(True)
            action.setChecked(section.key == self._rail.current)
            action.triggered.connect(lambda _on, key=section.key: self._rail.section_requested.emit(key))
        self._menu.addSeparator()
        self._menu.addAction(self._rail.words).setEnabled(False)
