"""A place for figures that are worked out off the GUI thread and never shown as current when they are not."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QVBoxLayout, QWidget

from ui.jobs.job import Work
from ui.jobs.newest import Newest
from ui.theme import fonts
from ui.widgets.labels import label

_DIMMED = 0.35


class WorkedOut(QWidget):
    """While its figures are not those of the newest wish it is dimmed, and `state` says so."""

    arrived = Signal(object)
    """What the work returned: show it. It counts as current when all listeners have done so."""
    settled = Signal(bool)
    """Whether the figures now are those of the newest wish."""

    def __init__(self, rest: int, parent: QWidget | None = None) -> None:
        """Begin with nothing that is current.

        Args:
            rest: Milliseconds from a wish to its work; only the last of several wishes is worked on.
            parent: The usual one.
        """
        super().__init__(parent)
        self.state = label(self.tr("Computing…"), "secondary", fonts.sans(12.5))
        """To be placed beside the title."""
        self.column = QVBoxLayout(self)
        """Where the figures go."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._work: Work | None = None
        self._newest = Newest(self)
        self._newest.arrived.connect(self._on_arrived)
        self._rest = QTimer(self, singleShot=True, interval=rest)
        self._rest.timeout.connect(self._begin)
        self._dimming = QGraphicsOpacityEffect(self)
        self._dimming.setOpacity(_DIMMED)
        self.setGraphicsEffect(self._dimming)

    @property
    def is_current(self) -> bool:
        """Whether the figures are those of the newest wish."""
        return not self._dimming.isEnabled()

    def wish(self, work: Work) -> None:
        """Work something out, dropping whatever is under way for an earlier wish."""
        self.outdate()
        self._work = work
        self._rest.start()

    def outdate(self) -> None:
        """Say that the figures no longer belong to what is shown beside them, and let go of the work on them."""
        self._work = None
        self._rest.stop()
        self._newest.drop()
        self._settle(False)

    def _begin(self) -> None:
        if self._work is not None:
            self._newest.ask(self._work)

    def _on_arrived(self, found: object) -> None:
        if self._work is not None:
            self._work = None
            self.arrived.emit(found)
            self._settle(True)

    def _settle(self, current: bool) -> None:
        self._dimming.setEnabled(not current)
        self.state.setVisible(not current)
        self.settled.emit(current)
