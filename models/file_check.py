"""Whether a file is a workspace this version can open. Standard library only, and it never writes."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from models.errors import SQLITE_ERRORS, StoreError, shown, sqlite_error

APPLICATION_ID = 0x52505254
"""ASCII "RPRT", in SQLite's header field for the owner of a file."""
SCHEMA_VERSION = 3
"""The one version number of the file format; models/migrations leads older files to it."""

_MAKE = "choose a file that Rapport made"


def sqlite_uri(path: Path, mode: str) -> str:
    """Return the SQLite URI of a file; no character of its name can be taken for an option.

    Args:
        path: Any file, also one whose name is not text.
        mode: "ro", "rw" or "rwc", possibly followed by further options ("ro&immutable=1").
    """
    absolute = path.absolute()
    name = os.fsencode(absolute.as_posix())
    return f"file://{'' if name.startswith(b'/') else '/'}{quote(name)}?mode={mode}"


def check_file(path: Path) -> None:
    """Refuse a file that is not a workspace of this version or an older one.

    Raises:
        StoreError: It is missing, a folder, empty, unreadable, damaged, another program's, or newer than this program.
    """
    _check_kind(path)
    application_id, version = _read_header(path)
    if application_id != APPLICATION_ID:
        raise StoreError(f"“{shown(path)}” belongs to another program. Nothing was changed: {_MAKE}.")
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"“{shown(path)}” was made by a newer Rapport (format {version}, this one knows {SCHEMA_VERSION}). "
            "Nothing was changed: install the newer version to open it."
        )
    if version < 1:
        raise StoreError(
            f"“{shown(path)}” is not complete (format {version}). Nothing was changed: open a backup copy."
        )


def file_version(path: Path) -> int:
    """Return the format number a file carries, unchecked."""
    return _read_header(path)[1]


def _check_kind(path: Path) -> None:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"There is no file “{shown(path)}”. Choose another, or make a new workspace.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"“{shown(path)}” cannot be reached: {reason}. Check its name and permissions.") from error
    if stat.S_ISDIR(status.st_mode):
        raise StoreError(f"“{shown(path)}” is a folder, not a workspace: {_MAKE}.")
    if not stat.S_ISREG(status.st_mode):
        raise StoreError(f"“{shown(path)}” is not a file: {_MAKE}.")
    if status.st_size == 0:
        raise StoreError(f"“{shown(path)}” is empty, not a workspace: {_MAKE}, or open a backup copy.")
    if not os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        raise StoreError(f"There is no permission to read “{shown(path)}”. Check the permissions of the file.")


def _read_header(path: Path) -> tuple[int, int]:
    """Return application id and format number, read through SQLite.

    Opening and closing the file ourselves would drop the locks of every SQLite connection this process has on it
    (POSIX locks belong to process and file). Only after a crash there can be none: the journal still lies beside the
    file, nobody gets a lock before it is played back, and a read-only connection may not do that.
    """
    try:
        return _header_pragmas(sqlite_uri(path, "ro"))
    except SQLITE_ERRORS as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        hot = Path(f"{path}-journal").exists() and not name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
        found = _header_bytes(path) if hot else None
        if found is None:
            raise sqlite_error(path, error) from error
        return found


def _header_bytes(path: Path) -> tuple[int, int] | None:
    """Return application id and format number as they stand in the file, None where it is no SQLite file.

    A kill in the middle of a commit can leave a header that promises more pages than there are: SQLite calls such a
    file damaged until the journal is played back, even when only its header is asked for.

    Source:
        Database header, SQLite's file format documentation, section 1.3.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return None
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        return None
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def _header_pragmas(uri: str) -> tuple[int, int]:
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=1.0)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        return int(application_id), int(connection.execute("PRAGMA user_version").fetchone()[0])
