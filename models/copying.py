"""A copy of a workspace with all its history, to keep or to hand on; another program may be writing meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from models.connection import connect
from models.creation import move_into_place, refuse_existing
from models.errors import SQLITE_ERRORS, StoreError, sqlite_error
from models.file_check import sqlite_uri
from models.watching import Watch, unwatched
from models.whole_file import PartBeside, unrecorded_part

_PAGES = 500
"""Pages of the file, 4 KB each, between two looks at whether the user gave up."""
_OF_THE_TARGET = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")


def copy_workspace(
    path: Path, target: Path, watch: Watch = unwatched, part_beside: PartBeside = unrecorded_part
) -> None:
    """Copy a workspace whole or not at all, and never over another file.

    Args:
        path: A workspace, open or not.
        target: Where the copy goes; there must be no file yet.
        watch: Called with the pages copied and those in all.
        part_beside: Names the file that is written first.

    Raises:
        StoreError: It cannot be read or written, or there is a file of that name.
    """
    refuse_existing(target)
    try:
        with part_beside(target) as part:
            _back_up(path, part, target, watch)
            move_into_place(part, target)
    except OSError as error:
        raise StoreError(f"“{target.name}” cannot be written: {error.strerror}. Choose another place.") from error


def _back_up(path: Path, part: Path, target: Path, watch: Watch) -> None:
    try:
        with closing(connect(path)) as source, closing(sqlite3.connect(sqlite_uri(part, "rwc"), uri=True)) as copy:
            source.backup(copy, pages=_PAGES, progress=lambda _status, left, total: watch(total - left, total))
    except SQLITE_ERRORS as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        raise sqlite_error(target if name.startswith(_OF_THE_TARGET) else path, error) from error
