"""The sample: looked around in, left, begun afresh, removed. There is one, and what was changed in it stays."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import StoreError
from ui.documents.folders import WORKSPACE
from ui.jobs.job import Job
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.window import memory
from ui.window.folders import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.documents.workspace_document import WorkspaceDocument
    from ui.window.main_window import MainWindow


class SampleCommands(QObject):
    """Files are made in a worker; a second wish waits for the first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None

    def open_sample(self) -> None:
        """Open the sample as it was left; while nothing was changed in it, its dates are made to fit today."""
        document = self._window.document
        folder = data_folder()
        if document is not None and document.path.parent == folder and self._window.is_sample:
            self._window.show_page("partners")
            self._window.tell(self.tr("The sample is open."))
            return
        kept = [path for path in memory.read_recent() if path.parent == folder]
        first = folder / f"{self.tr('Sample')}{WORKSPACE}"
        self._make(partial(_ready, [*kept, first], first, self._window.today()))

    def start_afresh(self) -> None:
        """Put a fresh sample in the place of the open one; where something was changed in it, ask first."""
        document = self._window.document
        if document is None or not self._window.is_sample:
            return
        words = self.tr("What you changed in it is deleted. Your own workspaces stay.")
        title = self.tr("Start the sample afresh?")
        asked = Asked(title, document.path.name, words, self.tr("&Start afresh"), careful=True)
        if _is_changed(document) and not ConfirmDialog(asked, self._window).is_meant():
            return
        path = document.path
        if self._window.close_workspace():
            memory.keep_page(path, "partners")  # afresh means from the list on
            self._make(partial(_renew, path, self._window.today()), otherwise=path)

    def leave(self) -> None:
        """Go back to the workspace that was open last, or to the welcome page."""
        here = self._window.document.path if self._window.document else None
        for path in memory.read_recent():
            if path != here and path.parent != data_folder() and self._window.open_workspace(path):
                return
        self._window.close_workspace()

    def remove(self) -> None:
        """Ask, then leave the sample and delete its file."""
        document = self._window.document
        if document is None:
            return
        path = document.path
        words = self.tr("Its invented partners and what you changed there are deleted. Your own workspaces stay.")
        asked = Asked(self.tr("Remove the sample?"), path.name, words, self.tr("&Remove"), careful=True)
        if not ConfirmDialog(asked, self._window).is_meant():
            return
        self.leave()
        if self._window.document is not None and self._window.document.path == path:
            return  # something typed is not stored yet, and the window has said so
        try:
            path.unlink()
        except OSError as error:
            self._window.say(self.tr("“{name}” could not be removed: {why}.").format(name=path, why=error), "alarm")
            return
        self._window.tell(self.tr("The sample is removed."))

    def _make(self, work: Callable[[], Path], otherwise: Path | None = None) -> None:
        """Let a worker make a sample, then open it; on failure say why, and open what is there instead."""
        self._window.libraries.when_ready(partial(self._start, work, otherwise))

    def _start(self, work: Callable[[], Path], otherwise: Path | None) -> None:
        if self._job is not None:
            return
        outcome: list[Path] = []
        self._job = Job(work, (OSError, StoreError), self)
        self._job.succeeded.connect(outcome.append)
        refused: list[str] = []
        self._job.failed.connect(refused.append)
        self._job.ended.connect(lambda: self._on_ended(outcome, refused, otherwise))
        self._job.start()

    def _on_ended(self, outcome: list[Path], refused: list[str], otherwise: Path | None) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        for path in outcome or ([otherwise] if otherwise else []):
            self._window.open_workspace(path)
        for sentence in refused:
            self._window.say(sentence, "alarm")


def _is_changed(document: WorkspaceDocument) -> bool:
    from models.sample import is_untouched

    try:
        return not is_untouched(document.workspace)
    except StoreError:
        return True


def _ready(kept: list[Path], first: Path, today: date) -> Path:
    from models.sample import ready_sample

    first.parent.mkdir(parents=True, exist_ok=True)
    return ready_sample(kept, first, today)


def _renew(path: Path, today: date) -> Path:
    from models.sample import renew_sample

    renew_sample(path, today)
    return path
