"""The one error of this room, and the sentences for what SQLite reports."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path


class StoreError(Exception):
    """A workspace or exchange file could not be used. `str()` is the whole sentence for the user."""


class OvertakenError(StoreError):
    """Another window or program changed what was to be changed, after it was read here."""


class NotFoundError(StoreError):
    """The partner, assessment or change that was asked for is not in the file."""


_SENTENCES = {
    "SQLITE_BUSY": "Another program is writing to “{path}”. Nothing was changed: wait a moment or close that program, "
    "then try again.",
    "SQLITE_LOCKED": "Another program is writing to “{path}”. Nothing was changed: wait a moment or close that "
    "program, then try again.",
    "SQLITE_READONLY_DBMOVED": "“{path}” was moved, deleted or replaced while it was open. Nothing was changed: put it "
    "back, or open it where it is now.",
    "SQLITE_READONLY": "“{path}” or its folder is read-only. Nothing was changed: allow writing, or work on a copy in "
    "another folder.",
    "SQLITE_CANTOPEN": "“{path}” cannot be opened or its folder cannot be written to. Nothing was changed: check the "
    "permissions, or work on a copy in another folder.",
    "SQLITE_PERM": "There is no permission to use “{path}”. Nothing was changed: check the permissions of the file.",
    "SQLITE_AUTH": "There is no permission to use “{path}”. Nothing was changed: check the permissions of the file.",
    "SQLITE_FULL": "The disk of “{path}” is full. Nothing was changed: free some space, then try again.",
    "SQLITE_IOERR": "The disk of “{path}” could not be read or written. Nothing was changed: check that the drive is "
    "connected and has space, then try again.",
    "SQLITE_CORRUPT": "“{path}” is damaged. Nothing was changed: open a backup copy of it.",
    "SQLITE_NOTADB": "“{path}” is not a Rapport workspace. Nothing was changed: choose a file that Rapport made.",
    "SQLITE_CONSTRAINT_FOREIGNKEY": "Another window or program took away from “{path}” what this belongs to. "
    "Nothing was changed here: copy what you typed if it is still needed, and discard it here.",
    "SQLITE_CONSTRAINT": "“{path}” refused a value that breaks its rules ({detail}). Nothing was changed.",
    "SQLITE_TOOBIG": "“{path}” cannot hold a text that long. Nothing was changed: shorten it.",
    "SQLITE_NOMEM": "There is not enough memory to use “{path}”. Nothing was changed: close other programs.",
}
_OTHER = (
    "“{path}” does not look as Rapport left it ({detail}): it is damaged or another program changed it. "
    "Nothing was changed: open a backup copy of it."
)


def shown(path: Path) -> str:
    """Return a path as text that can always be printed; bytes that are no text become a replacement sign."""
    return os.fsencode(path).decode("utf-8", "replace")


def strange_error(path: Path, where: str, error: Exception) -> StoreError:
    """Return the sentence for cells that break the rules of the values; `where` names table and row."""
    return StoreError(
        f"“{shown(path)}” holds something Rapport did not write: table {where} ({error}). "
        "Nothing was changed: open a backup copy of it."
    )


SQLITE_ERRORS = (sqlite3.Error, sqlite3.Warning, UnicodeError)
"""What the driver raises about a file; the last when a damaged text even stands in SQLite's own message."""


def sqlite_error(path: Path, error: Exception) -> StoreError:
    """Return the sentence for one of `SQLITE_ERRORS` about one file."""
    name = str(getattr(error, "sqlite_errorname", ""))
    detail = "a text in it is no text" if isinstance(error, UnicodeError) else str(error)
    for start, sentence in _SENTENCES.items():
        if name == start or name.startswith(start + "_"):
            kind = OvertakenError if start == "SQLITE_CONSTRAINT_FOREIGNKEY" else StoreError
            return kind(sentence.format(path=shown(path), detail=detail))
    return StoreError(_OTHER.format(path=shown(path), detail=detail))
