"""What narrows a list of partners down: a search field, and a button each for type, recommendation, tag and archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from assessments.band import Band
from assessments.wording_figures import band_word
from ui.documents.workspace_document import ListFilter
from ui.theme import fonts
from ui.widgets.buttons import Button, button
from ui.widgets.filter_button import FilterButton
from ui.widgets.pill import say

_GAP = 8
_SEARCH_REST = 150
"""Milliseconds without a key before the list is searched."""


class _SearchField(QLineEdit):
    """Narrower where there is no room beside it."""

    left_downwards = Signal()
    """Down: the keyboard should go on in the list below."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Down lead out of the field, in which it does nothing."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(fonts.scaled(270), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a word."""
        return QSize(fonts.scaled(140), super().minimumSizeHint().height())


class PartnerFilters(QWidget):
    """The row of buttons; the search field beside it is placed by the page."""

    changed = Signal()
    """The user wants other partners: see `wanted`."""
    list_wanted = Signal()
    """Enter or Down in the search field: the list, which shows what is searched now, should have the keyboard."""

    def __init__(self, type_names: dict[str, str], parent: QWidget | None = None) -> None:
        """Make the controls.

        Args:
            type_names: Partner type code -> words.
            parent: The usual one.
        """
        super().__init__(parent)
        self.search = self._search_field()
        self.types = FilterButton(self.tr("Type: {choice}"), list(type_names.items()), self)
        self.bands = FilterButton(
            self.tr("Recommendation: {choice}"), [(band.value, band_word(band, say)) for band in Band], self
        )
        self.tags = FilterButton(self.tr("Tag: {choice}"), [], self)
        self.shown = FilterButton(self.tr("Show: {choice}"), [("archived", self.tr("archived"))], self)
        self.shown.name_none(self.tr("active"))
        self._rest = QTimer(self, singleShot=True, interval=_SEARCH_REST)
        self._rest.timeout.connect(self.changed)
        self._commands: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setSpacing(_GAP)
        for pair in (self._choosers()[:2], self._choosers()[2:]):
            line = QHBoxLayout()
            line.setSpacing(_GAP)
            for chooser in pair:
                line.addWidget(chooser)
                chooser.chosen.connect(self.changed)
            line.addStretch(1)
            self._lines.addLayout(line)
        self._row.addLayout(self._lines)
        self._row.addStretch(1)

    def wanted(self) -> ListFilter:
        """Return what the controls say."""
        return ListFilter(
            text=self.search.text().strip(),
            types=self.types.as_set(),
            bands=self.bands.as_set(),
            tag=self.tags.choice or "",
            archived=self.shown.choice == "archived",
        )

    def show_filter(self, wanted: ListFilter) -> None:
        """Show what another page filters by; nothing is told."""
        if wanted == self.wanted():
            return  # what is being typed stays as typed
        self.search.setText(wanted.text)
        self.types.choose(next(iter(wanted.types), None))
        self.bands.choose(next(iter(wanted.bands), None))
        self.tags.choose(wanted.tag or None)
        self.shown.choose("archived" if wanted.archived else None)

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer the tags in use."""
        self.tags.offer([(tag, tag) for tag in tags])

    def add_command(self, words: str, act: Callable[[], object]) -> None:
        """Put a button at the right."""
        made = button(words)
        made.clicked.connect(lambda: act())  # noqa: PLW0108 - without the button's own argument
        self._row.addWidget(made)
        self._commands.append(made)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the filters in two lines: the commands beside them give way."""
        choosers = self._choosers()
        widest = max(self._width(choosers[:2]), self._width(choosers[2:]))
        return QSize(widest - _GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the filters where there is little: the menus have the commands too."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        ways = QBoxLayout.Direction
        wide = self._width(self._choosers())
        self._lines.setDirection(ways.LeftToRight if wide - _GAP <= self.width() else ways.TopToBottom)
        fits = wide + self._width(self._commands) <= self.width()
        for one in self._commands:
            one.setVisible(fits)

    def _width(self, controls: Sequence[QWidget]) -> int:
        return sum(one.sizeHint().width() + _GAP for one in controls)

    def clear(self) -> None:
        """Ask for all partners."""
        self.search.clear()
        for chooser in self._choosers():
            chooser.choose(None)
        self.changed.emit()

    def search_now(self) -> None:
        """Do not wait for the typing to rest."""
        self._rest.stop()
        self.changed.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _choosers(self) -> tuple[FilterButton, ...]:
        return (self.types, self.bands, self.tags, self.shown)

    def _leave_search(self) -> None:
        self.search_now()
        self.list_wanted.emit()

    def _search_field(self) -> QLineEdit:
        field = _SearchField()
        field.setPlaceholderText(self.tr("Search name, tag, note…"))
        field.setAccessibleName(self.tr("Search partners by name, tag or note"))
        field.setToolTip(self.tr("Search partners (Ctrl+F)"))
        field.setClearButtonEnabled(True)
        field.setFont(fonts.sans(13.5))
        field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        field.textEdited.connect(lambda _text: self._rest.start())
        field.returnPressed.connect(self._leave_search)
        field.left_downwards.connect(self._leave_search)
        return field
