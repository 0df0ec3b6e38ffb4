"""The list of partners as CSV, as it is filtered and sorted in the window."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from ui.widgets.save_name import with_ending
from ui.widgets.work_progress import WorkProgress
from ui.window.folders import free_path

if TYPE_CHECKING:
    from models.partner_list import ListFilter, ListSort
    from models.watching import Watch
    from ui.window.main_window import MainWindow


def export_list(window: MainWindow) -> None:
    """Ask where, then write the partners that are listed, in their order, in a worker."""
    document = window.document
    if document is None:
        return
    name = _say("{name} list {day}").format(name=document.path.stem, day=document.today().isoformat())
    start = str(free_path(document.path.parent, name, ".csv"))
    name, _ = QFileDialog.getSaveFileName(window, _say("Export list as CSV"), start, _say("CSV file (*.csv)"))
    path = with_ending(window, name, ".csv")
    if path is not None:
        told = _say("List exported to {path}").format(path=path)
        work = partial(_export, document.path, document.choice.filter, document.choice.sort, path)
        progress = WorkProgress(_say("Exporting…"), 2, window)
        window.menus.long_work.run(work, lambda _none: window.tell(told), progress)


def _export(workspace: Path, wanted: ListFilter, order: ListSort, out: Path, watch: Watch) -> None:
    from assessments.questionnaire_file import packaged_questionnaire
    from models.list_file import list_csv
    from models.partner_list import open_list
    from models.whole_file import write_whole
    from reports.part_files import part_beside

    with closing(open_list(workspace)) as listing:
        content = list_csv(listing, packaged_questionnaire(), wanted, order, watch)
    write_whole(out, content, part_beside)


def _say(text: str) -> str:
    return QCoreApplication.translate("list export", text)
