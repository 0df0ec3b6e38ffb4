"""Cards of the result page for what stands beside the score; each leads to its step of the assessment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from assessments.sheets import Sheet
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card, rule
from ui.widgets.labels import heading, label, plain_tooltip

_SHORT = 24
"""Characters that stand beside a text without wrapping."""
LONGEST = 120
"""Characters of a user's text in a card; the whole of it stands in its tooltip and in the sheet."""


def sheet_title(sheet: Sheet) -> str:
    """Return a sheet's name as the steps of the assessment call it."""
    return {
        Sheet.GOALS: _say("Shared goals"),
        Sheet.EXCHANGES: _say("Exchange sheet"),
        Sheet.RISKS: _say("Risk register"),
        Sheet.CONDITIONS: _say("Conditions and actions"),
        Sheet.MEETINGS: _say("Conditions and actions"),
    }[sheet]


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a user's text on one line, cut with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rstrip() + "…"


class SheetCard(Card):
    """A card with a heading that leads to the sheet it is about."""

    sheet_requested = Signal(Sheet)

    def __init__(self, title: str, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.link = button(self.tr("Open"), kind="link")
        self.link.setAccessibleName(self.tr("Open {sheet}").format(sheet=sheet_title(sheet)))
        self.link.clicked.connect(lambda: self.sheet_requested.emit(sheet))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(heading(title))
        row.addStretch(1)
        row.addWidget(self.link)
        self.column.addLayout(row)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: a mark, what it is, and what belongs to it."""

    text: str
    beside: str = ""
    mark: str = ""


class FactList(QWidget):
    """Rows of plain words with a hairline between them: text on the left, what belongs to it on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 6)
        self._facts: tuple[Fact, ...] = ()
        self._more = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown, with whole texts."""
        return self._facts

    def show_facts(self, facts: tuple[Fact, ...], more: str = "") -> None:
        """Show rows and, below them, how many there are besides."""
        if (facts, more) == (self._facts, self._more):
            return
        self._facts, self._more = facts, more
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._grid.setColumnStretch(2, 5 if any(len(fact.beside) > _SHORT for fact in facts) else 0)
        for place, fact in enumerate(facts):
            if place:
                self._grid.addWidget(rule(), place * 2 - 1, 0, 1, 3)
            self._add(place * 2, fact)
        if more:
            self._grid.addWidget(label(more, "secondary", wraps=True), len(facts) * 2, 0, 1, 3)

    def _add(self, row: int, fact: Fact) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if fact.mark:
            mark = label(fact.mark, font=fonts.semibold(13.5))
            self._grid.addWidget(mark, row, 0, top)
        self._grid.addWidget(_words(fact.text), row, 1 if fact.mark else 0, 1, 1 if fact.mark else 2)
        if fact.beside:
            beside = _words(fact.beside, "secondary")
            beside.setWordWrap(len(fact.beside) > _SHORT)
            beside.setAlignment(Qt.AlignmentFlag.AlignRight | top)
            self._grid.addWidget(beside, row, 2)


def _words(text: str, kind: str = "") -> QLabel:
    made = label(shortened(text), kind, wraps=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    if made.text() != text:
        made.setToolTip(plain_tooltip(text))
    return made


def _say(text: str) -> str:
    return QCoreApplication.translate("sheets", text)
