"""Where workspaces are looked for and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from ui.documents.folders import WORKSPACE, start_folder
from ui.window import memory

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

FILTER = f"Rapport (*{WORKSPACE})"
"""Which files a dialog for workspaces shows."""


def open_folder(window: MainWindow) -> Path:
    """Return where a file to open is looked for first: beside the open workspace, or the one that was open last."""
    here = [window.document.path] if window.document is not None else []
    for path in (*here, *memory.read_recent()):
        if path.parent != data_folder() and path.parent.is_dir():
            return path.parent
    return start_folder()


def data_folder() -> Path:
    """Return the folder for the program's own files, where the sample goes."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def free_path(folder: Path, name: str, suffix: str = WORKSPACE) -> Path:
    """Return a path that is not taken: "name", "name 2" and so on."""
    number, path = 1, folder / f"{name}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{suffix}"
    return path


def ask_new_workspace(window: MainWindow, title: str, name: str) -> Path | None:
    """Ask for the file of a workspace that is made; None when the user thinks better of it.

    Another file is never replaced, so the dialog does not ask: who makes the workspace refuses then.

    Args:
        window: The dialog's parent.
        title: The dialog's.
        name: Offered, without an ending.
    """
    start = str(free_path(open_folder(window), name))
    options = QFileDialog.Option.DontConfirmOverwrite
    found, _ = QFileDialog.getSaveFileName(window, title, start, FILTER, options=options)
    return Path(found if found.endswith(WORKSPACE) else found + WORKSPACE) if found else None
