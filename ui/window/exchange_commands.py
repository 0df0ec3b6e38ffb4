"""Copies of a workspace, export to and import from JSON, off the GUI thread."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.save_name import with_ending
from ui.widgets.work_progress import WorkProgress
from ui.window.folders import ask_new_workspace, free_path, open_folder

if TYPE_CHECKING:
    from datetime import date

    from models.exchange import Contents, ImportReport
    from models.watching import Watch
    from ui.window.main_window import MainWindow


class ExchangeCommands(QObject):
    """Each command runs as a long work with a connection of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._run = window.menus.long_work.run

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
            self._run(work, lambda _none: self._window.tell(told), WorkProgress(self.tr("Exporting…"), 1, self._window))

    def save_copy(self) -> None:
        """Ask where, then copy the workspace as it is, with all its history; the window stays on the first one."""
        document = self._window.document
        if document is None:
            return
        name = f"{document.path.stem} {document.today().isoformat()}"
        path = ask_new_workspace(self._window, self.tr("Save a copy"), name)
        if path is not None:
            told = self.tr("Copied to {path}. You go on working in {name}.").format(path=path, name=document.path.name)
            work = partial(_copy, document.path, path)
            self._run(work, lambda _none: self._window.tell(told), WorkProgress(self.tr("Copying…"), 1, self._window))

    def import_file(self) -> None:
        """Ask which file, show what it holds, then read it into this workspace."""
        start = str(open_folder(self._window))
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import"), start, self.tr("JSON file (*.json)"))
        if name:
            work = partial(_look, Path(name))
            looks = WorkProgress(self.tr("Reading the file…"), 1, self._window)
            self._run(work, lambda found: self._confirm(Path(name), found), looks)

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
            self._run(work, self._imported, WorkProgress(self.tr("Importing…"), 3, self._window))

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


def _export(workspace: Path, out: Path, watch: Watch) -> None:
    from models.exchange import write_export
    from models.workspace import open_workspace
    from reports.part_files import part_beside

    with closing(open_workspace(workspace)) as opened:
        opened.watch = watch
        write_export(opened, out, part_beside)


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

    with closing(open_workspace(workspace)) as opened:
        opened.watch = watch
        return import_file(opened, source, as_new=False, today=today)
