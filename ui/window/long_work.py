"""One long work at a time, off the GUI thread: export, import, copies, deletions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import StoreError
from ui.jobs.job import Job

if TYPE_CHECKING:
    from models.watching import Watch
    from ui.widgets.work_progress import WorkProgress
    from ui.window.main_window import MainWindow


class LongWork(QObject):
    """Runs a work in a job; what takes long shows progress and can be cancelled."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None

    def run(
        self,
        work: Callable[[Watch], object],
        then: Callable[..., None],
        progress: WorkProgress,
        usually_long: bool = True,
    ) -> None:
        """Start a work, unless another is running.

        Args:
            work: Runs in a thread, with a connection of its own; it gets what to call between steps.
            then: Gets what the work returned.
            progress: Shows the steps; it is closed here.
            usually_long: Its words are in the status bar from the start; else nothing is seen of a short work.
        """
        if self._job is not None:
            progress.end()
            self._window.tell(self.tr("Wait until the running copy, export, import or deletion is done."))
            return
        afterwards: list[Callable[[], object]] = []
        # The job is made first, because its own report is part of its work.
        job = self._job = Job(lambda: work(job.report), (OSError, StoreError), self)
        job.progressed.connect(progress.show_step)
        progress.canceled.connect(job.cancel)
        job.succeeded.connect(lambda found: afterwards.append(partial(self._go_on, then, found)))
        job.failed.connect(lambda sentence: afterwards.append(partial(self._window.say, sentence, "alarm")))
        given_up = partial(self._window.tell, self.tr("Cancelled. Nothing was changed."))
        job.cancelled.connect(lambda: afterwards.append(given_up))
        job.ended.connect(progress.end)
        job.ended.connect(lambda: self._on_ended(afterwards))
        if usually_long:
            self._window.tell(progress.labelText())
        job.start()

    def _on_ended(self, afterwards: list[Callable[[], object]]) -> None:
        """Tell the outcome and go on only now: whoever reads it may begin the next work."""
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        for act in afterwards:
            act()

    def _go_on(self, then: Callable[..., None], found: object) -> None:
        self._window.statusBar().clearMessage()
        then(found)
