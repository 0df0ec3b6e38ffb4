"""Export to and import from JSON, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.errors import StoreError
from ui.jobs.job import Job
from ui.window.file_commands import free_path

if TYPE_CHECKING:
    from datetime import date

    from models.exchange import Contents, ImportReport
    from ui.window.main_window import MainWindow


class ExchangeCommands(QObject):
    """Each command runs in a job with a connection of its own; the window stays usable."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None

    def export_file(self) -> None:
        """Ask where, then write the whole workspace to a JSON file."""
        document = self._window.document
        if document is None:
            return
        start = str(free_path(document.path.parent, document.path.stem, ".json"))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), start, self.tr("JSON file (*.json)"))
        if name:
            told = self.tr("Exported to {path}").format(path=name)
            self._run(partial(_export, document.path, Path(name)), lambda _none: self._window.tell(told))
            self._window.tell(self.tr("Exporting…"))

    def import_file(self) -> None:
        """Ask which file, show what it holds, then read it into this workspace."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import"), "", self.tr("JSON file (*.json)"))
        if name:
            self._run(partial(_look, Path(name)), lambda found: self._confirm(Path(name), found))

    def _confirm(self, source: Path, found: Contents) -> None:
        document = self._window.document
        if document is None:
            return
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Import"))
        box.setText(self.tr("Import from {name}?").format(name=source.name))
        words = self.tr("It holds {partners} partners and {assessments} assessments. Undo takes the import back.")
        box.setInformativeText(words.format(partners=len(found.partners), assessments=len(found.assessments)))
        take = box.addButton(self.tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(take)
        box.exec()
        if box.clickedButton() is take:
            self._run(partial(_import, document.path, source, document.today()), self._imported)
            self._window.tell(self.tr("Importing…"))

    def _imported(self, report: ImportReport) -> None:
        document = self._window.document
        if document is None:
            return
        if report.change is None:
            self._window.tell(self.tr("Everything in the file was here already."))
            return
        document.adopt(report.change, self.tr("import"))
        words = self.tr("Imported {partners} partners and {assessments} assessments.")
        self._window.tell(words.format(partners=report.partners_added, assessments=report.assessments_added))

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if self._job is not None:
            self._window.tell(self.tr("Wait until the running export or import is done."))
            return
        outcome: list[object] = []
        self._job = Job(work, (OSError, StoreError), self)
        self._job.succeeded.connect(outcome.append)
        self._job.failed.connect(lambda sentence: self._window.say(sentence, "alarm"))
        self._job.ended.connect(lambda: self._on_ended(outcome, then))
        self._job.start()

    def _on_ended(self, outcome: list[object], then: Callable[..., None]) -> None:
        """Go on only now: what follows may begin the next job."""
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if outcome:
            then(outcome[0])


def _export(workspace: Path, out: Path) -> None:
    from models.exchange import write_export
    from models.workspace import open_workspace

    opened = open_workspace(workspace)
    try:
        write_export(opened, out)
    finally:
        opened.close()


def _look(source: Path) -> Contents:
    from models.exchange import read_exchange

    return read_exchange(source)


def _import(workspace: Path, source: Path, today: date) -> ImportReport:
    from models.exchange import import_file
    from models.workspace import open_workspace

    opened = open_workspace(workspace)
    try:
        return import_file(opened, source, as_new=False, today=today)
    finally:
        opened.close()
