"""One piece of work off the GUI thread, with progress, cancel and an outcome."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from ui.jobs.collecting import collect_in_this_thread

Work = Callable[[], object]


class Cancelled(Exception):
    """The user gave up; raised inside the work by `Job.report`, so that the progress call is the cancel point."""


class _Runnable(QRunnable):
    """Owned by Python, not by the pool: two owners free it twice."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._act = act
        self.is_over = False
        """Whether the thread of the pool holds nothing of the job any more."""

    def run(self) -> None:
        """Run in a thread of the pool."""
        self._act()
        self._act = _nothing
        self.is_over = True


def _nothing() -> None:
    """Stand in for work that is done."""


_STARTED: list[Job] = []
"""Jobs that a thread of the pool may still hold, or whose end was not told yet. The next start lets go of the others:
it is called in the thread that made them, and a `QObject` has to die there."""


class Job(QObject):
    """Runs a callable in the thread pool. All signals arrive in the thread that made the job.

    A failure that the work may meet (a full disk, a folder without permission) ends in `failed` with its sentence. Any
    other exception is our bug and reaches the crash dialog.
    """

    succeeded = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    progressed = Signal(int, int)
    """Steps done, steps in all."""
    ended = Signal()
    """After any of the above."""
    _broke = Signal(object)

    def __init__(
        self, work: Work, expected: tuple[type[Exception], ...] = (OSError,), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._expected = expected
        self._stop = False
        self._told = False
        self._runnable = _Runnable(self._run)
        self.ended.connect(self._on_ended)
        self._broke.connect(_raise_here)

    def start(self) -> Job:
        """Start the work. Call it in the thread that made the job, and keep the job until `ended`."""
        collect_in_this_thread()
        _STARTED[:] = [job for job in _STARTED if not (job._told and job._runnable.is_over)]
        _STARTED.append(self)
        QThreadPool.globalInstance().start(self._runnable)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next progress call."""
        self._stop = True

    def report(self, done: int, total: int) -> None:
        """Say how far the work is. Call it from the work.

        Raises:
            Cancelled: The user gave up.
        """
        if self._stop:
            raise Cancelled
        self.progressed.emit(done, total)

    def _on_ended(self) -> None:
        self._told = True

    def _run(self) -> None:
        try:
            outcome = self._work()
        except Cancelled:
            self.cancelled.emit()
        except self._expected as error:
            self.failed.emit(failure_words(error))
        except BaseException as error:  # noqa: BLE001 - handed to the crash dialog, not swallowed
            self._broke.emit(error)
        else:
            self.succeeded.emit(outcome)
        self.ended.emit()


def failure_words(error: Exception) -> str:
    """Return what a failure says to the user: errors of ours are sentences, the machine's have numbers in front."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    if not isinstance(error.filename, str | bytes):
        return QCoreApplication.translate("Job", "{reason}. Choose another place.").format(reason=error.strerror)
    name = os.fsencode(error.filename).decode("utf-8", "replace")
    words = QCoreApplication.translate("Job", "“{name}” cannot be used: {reason}. Check it, or choose another place.")
    return words.format(name=name, reason=error.strerror)


def _raise_here(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
