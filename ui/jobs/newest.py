"""A figure worked out off the GUI thread for the newest wish only: earlier wishes never reach the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.jobs.job import Job, Work

_RUNNING: dict[int, Job] = {}
"""Jobs that the pool still holds: they may outlive the widget that asked for them."""


class Newest(QObject):
    """Runs at most one work at a time. A wish made meanwhile replaces the one that waits, and drops what runs."""

    arrived = Signal(object)
    """What the work of the newest wish returned."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._waiting: Work | None = None
        self._wanted = False

    @property
    def is_busy(self) -> bool:
        """Whether a wish has not been answered yet."""
        return self._wanted

    def ask(self, work: Work) -> None:
        """Wish for what `work` returns; it runs in a thread and must touch no widget."""
        self._wanted = True
        self._waiting = work
        if self._job is None:
            self._start()

    def drop(self) -> None:
        """Take the wish back: nothing arrives until the next one."""
        self._wanted = False
        self._waiting = None

    def _start(self) -> None:
        from ui.jobs.job import Job  # a usual workspace wishes for nothing before the first paint

        assert self._waiting is not None
        job = self._job = Job(self._waiting, expected=())
        self._waiting = None
        key = id(job)
        _RUNNING[key] = job
        job.ended.connect(lambda: _RUNNING.pop(key))  # a connection that held its own job would keep it for ever
        job.succeeded.connect(self._on_succeeded)
        job.ended.connect(self._on_ended)
        job.start()

    def _on_succeeded(self, outcome: object) -> None:
        if self._wanted and self._waiting is None:
            self._wanted = False
            self.arrived.emit(outcome)

    def _on_ended(self) -> None:
        self._job = None
        if self._waiting is not None:
            self._start()
        else:
            self._wanted = False
