"""Where the user's files are: what a file dialog starts in must be there; and how a workspace's file ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

WORKSPACE = ".rapport"
"""A workspace's file ends so."""


def documents_folder() -> Path:
    """Return the user's documents folder, which may still have to be made."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def start_folder() -> Path:
    """Return where a file dialog starts: the documents folder, the home folder where that one is missing.

    A file dialog takes the last part of a folder that is missing for the name of a file.
    """
    folder = documents_folder()
    return folder if folder.is_dir() else Path.home()
