"""A card with a short list whose rows lead to their questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.card import Card
from ui.widgets.labels import heading, label
from ui.widgets.link_row import LinkRow, RowWords


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One row and where it leads."""

    question_id: str
    words: RowWords
    leads: bool = True
    """False for a question that is not asked here: it is shown, and leads nowhere."""


class RowList(QWidget):
    """A heading and its rows, or one sentence when there are none."""

    question_requested = Signal(str)
    """Question id."""

    def __init__(self, title: str, unit: str = "", parent: QWidget | None = None) -> None:
        """Make an empty list.

        Args:
            title: The heading.
            unit: What the figures at the end of the rows are, as "rating, 1 to 5": points stand beside.
            parent: As of any widget.
        """
        super().__init__(parent)
        self._title = title
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(heading(title))
        head.addStretch(1)
        head.addWidget(label(unit, "secondary", fonts.sans(12)), alignment=Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(head)
        self._column.addSpacing(4)
        self._rows: list[QWidget] = []

    @property
    def rows(self) -> list[LinkRow]:
        """The rows shown now."""
        return [row for row in self._rows if isinstance(row, LinkRow)]

    def show_entries(self, entries: Sequence[ListEntry], otherwise: str, more: str = "") -> None:
        """Show entries.

        Args:
            entries: In order.
            otherwise: The sentence when there are none.
            more: A closing line: what is not listed here.
        """
        wanted = (tuple(entries), otherwise, more)
        if wanted == self._shown:
            return  # rows keep the keyboard while nothing about them changes
        self._shown = wanted
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(entry) for entry in entries]
        closing = more if entries else otherwise
        if closing:
            self._rows.append(label(closing, "secondary", wraps=True))
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, entry: ListEntry) -> LinkRow:
        row = LinkRow(entry.words, self.tr("Opens question {id}").format(id=entry.question_id))
        row.setEnabled(entry.leads)
        row.clicked.connect(lambda: self.question_requested.emit(entry.question_id))
        return row


def put_in_tab_order(after: QWidget, *lists: RowList) -> None:
    """Let Tab go through the rows of lists after a control; it would come to rows at the end, as they are made late."""
    for rows in lists:
        for row in rows.rows:
            QWidget.setTabOrder(after, row)
            after = row


class ListCard(Card):
    """A card of one or more lists."""

    question_requested = Signal(str)

    def __init__(self, *lists: RowList) -> None:
        super().__init__()
        for place, rows in enumerate(lists):
            if place:
                self.column.addSpacing(8)
            self.column.addWidget(rows)
            rows.question_requested.connect(self.question_requested)
        self.column.addStretch(1)
