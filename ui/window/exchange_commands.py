"""Copies of a workspace, export to JSON and CSV, import from JSON, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from models.errors import StoreError
from ui.jobs.job import Job
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.save_name import with_ending
from ui.widgets.work_progress import WorkProgress
from ui.window.folders import FILTER, free_path, open_folder

if TYPE_CHECKING:
    from datetime import date

    from models.exchange import Contents, ImportReport
    from models.partner_list import ListFilter, ListSort
    from models.watching import Watch
    from ui.window.main_window import MainWindow


class ExchangeCommands(QObject):
    """Each command runs in a job with a connection of its own; what takes long shows progress and can be cancelled."""

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
        path = with_ending(self._window, name, ".json")
        if path is not None:
            told = self.tr("Exported to {path}").format(path=path)
            work = partial(_export, document.path, path)
            self.run(work, lambda _none: self._window.tell(told), self._progress(self.tr("Exporting…"), 1))

    def export_list(self) -> None:
        """Ask where, then write the partners that are listed, in their order, to a CSV file."""
        document = self._window.document
        if document is None:
            return
        name = self.tr("{name} list {day}").format(name=document.path.stem, day=document.today().isoformat())
        start = str(free_path(document.path.parent, name, ".csv"))
        words, kind = self.tr("Export list as CSV"), self.tr("CSV file (*.csv)")
        path = with_ending(self._window, QFileDialog.getSaveFileName(self._window, words, start, kind)[0], ".csv")
        if path is not None:
            told = self.tr("List exported to {path}").format(path=path)
            work = partial(_export_list, document.path, document.choice.filter, document.choice.sort, path)
            self.run(work, lambda _none: self._window.tell(told), self._progress(self.tr("Exporting…"), 2))

    def save_copy(self) -> None:
        """Ask where, then copy the workspace as it is, with all its history; the window stays on the first one."""
        document = self._window.document
        if document is None:
            return
        name = f"{document.path.stem} {document.today().isoformat()}"
        start = str(free_path(open_folder(self._window), name))
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save a copy"), start, FILTER, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:  # another file is never replaced: the copy is refused then
            path = Path(name) if name.endswith(".rapport") else Path(name + ".rapport")
            told = self.tr("Copied to {path}. You go on working in {name}.").format(path=path, name=document.path.name)
            work = partial(_copy, document.path, path)
            self.run(work, lambda _none: self._window.tell(told), self._progress(self.tr("Copying…"), 1))

    def import_file(self) -> None:
        """Ask which file, show what it holds, then read it into this workspace."""
        start = str(open_folder(self._window))
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import"), start, self.tr("JSON file (*.json)"))
        if name:
            work = partial(_look, Path(name))
            looks = self._progress(self.tr("Reading the file…"), 1)
            self.run(work, lambda found: self._confirm(Path(name), found), looks)

    def _confirm(self, source: Path, found: Contents) -> None:
        document = self._window.document
        if document is None:
            return
        words = self.tr("It holds {contents}. What is here already is left alone. Undo takes the import back.")
        contents = self._counted(len(found.partners), len(found.assessments))
        title = self.tr("Import into this workspace?")
        asked = Asked(title, source.name, words.format(contents=contents), self.tr("&Import"))
        if ConfirmDialog(asked, self._window).is_meant():
            work = partial(_import, document.path, source, document.today())
            self.run(work, self._imported, self._progress(self.tr("Importing…"), 3))

    def _imported(self, report: ImportReport) -> None:
        document = self._window.document
        if document is None:
            return
        if report.change is None:
            self._window.tell(self.tr("Everything in the file was here already."))
            return
        document.adopt(report.change, self.tr("import"))
        contents = self._counted(report.partners_added, report.assessments_added)
        self._window.tell(self.tr("Imported {contents}.").format(contents=contents))

    def _counted(self, partners: int, assessments: int) -> str:
        one = self.tr("1 partner") if partners == 1 else self.tr("{n} partners").format(n=partners)
        other = self.tr("1 assessment") if assessments == 1 else self.tr("{n} assessments").format(n=assessments)
        return self.tr("{partners} and {assessments}").format(partners=one, assessments=other)

    def _progress(self, words: str, rounds: int) -> WorkProgress:
        return WorkProgress(words, rounds, self._window)

    def run(self, work: Callable[[Watch], object], then: Callable[..., None], progress: WorkProgress) -> None:
        """Start one long work, unless another is running; `then` gets what it returned."""
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


def _export(workspace: Path, out: Path, watch: Watch) -> None:
    from models.exchange import write_export
    from models.workspace import open_workspace
    from reports.part_files import part_beside

    opened = open_workspace(workspace)
    opened.watch = watch
    try:
        write_export(opened, out, part_beside)
    finally:
        opened.close()


def _export_list(workspace: Path, wanted: ListFilter, order: ListSort, out: Path, watch: Watch) -> None:
    from assessments.questionnaire_file import packaged_questionnaire
    from models.list_file import list_csv
    from models.partner_list import open_list
    from models.whole_file import write_whole
    from reports.part_files import part_beside

    with closing(open_list(workspace)) as listing:
        content = list_csv(listing, packaged_questionnaire(), wanted, order, watch)
    write_whole(out, content, part_beside)


def _copy(workspace: Path, target: Path, watch: Watch) -> None:
    from models.copying import copy_workspace
    from reports.part_files import part_beside

    copy_workspace(workspace, target, watch, part_beside)


def _look(source: Path, watch: Watch) -> Contents:
    from models.exchange import read_exchange

    return read_exchange(source, watch)


def _import(workspace: Path, source: Path, today: date, watch: Watch) -> ImportReport:
    from models.exchange import import_file
    from models.workspace import open_workspace

    opened = open_workspace(workspace)
    opened.watch = watch
    try:
        return import_file(opened, source, as_new=False, today=today)
    finally:
        opened.close()
