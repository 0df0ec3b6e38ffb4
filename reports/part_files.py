"""Part files: a document is written beside its target under a name of its own until it is whole.

A killed program leaves its part file behind. So each one is recorded first, in a file of the user's data folder that
the writer keeps locked while it lives; the next start removes the parts whose records nobody holds, and no other file.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_TOKEN = re.compile(r"[0-9a-f]{16}")
_LOCKED_BYTE = 1 << 20
"""Windows locks bytes and lets nobody read them: one far behind the path that the record holds."""
_TRIES = 100


def records_folder() -> Path:
    """Return where part files are recorded: a folder in the user's data folder, whatever program part writes."""
    home = Path.home()
    if sys.platform == "win32":
        data = Path(os.environ.get("APPDATA", home / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "Rapport" / "Rapport" / "unfinished"


@contextmanager
def part_beside(path: Path, records: Path | None = None) -> Iterator[Path]:
    """Yield the name of a part file in the folder of `path`; what still stands there at the end is removed.

    Args:
        path: The target.
        records: Where the part is recorded; None for the user's own folder. Where nothing can be recorded, a program
            killed in this moment leaves its part.
    """
    token = secrets.token_hex(8)
    part = path.absolute().with_name(_part_name(token))
    record = (records or records_folder()) / token
    held = _hold(record, os.fsencode(part))
    removed = False
    try:
        yield part
    finally:
        with suppress(OSError):  # it stays on record then, for the next start
            with suppress(NotADirectoryError):  # no folder: nothing can stand there
                part.unlink(missing_ok=True)
            removed = True
        if held is not None:
            held.close()
            if removed:
                with suppress(OSError):
                    record.unlink()


def sweep_parts(records: Path | None = None) -> list[Path]:
    """Remove the part files that killed programs left, and return them. Those of a living writer stay.

    Only files that were recorded are touched, and only under the very name that the record stands for. A part on a
    disk that is away stays on record.
    """
    try:
        entries = sorted((records or records_folder()).iterdir())
    except OSError:
        return []
    return [part for record in entries if _TOKEN.fullmatch(record.name) and (part := _sweep(record))]


def _part_name(token: str) -> str:
    return f".rapport-{token}.part"


def _hold(record: Path, part: bytes) -> BinaryIO | None:
    """Return the new record, locked for as long as it is open; None where it cannot be written."""
    file = None
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(_TRIES):
            file = record.open("ab", buffering=0)
            _lock(file, wait=True)
            if file.write(part) < len(part):  # a full disk takes the first bytes
                break
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), record.stat()):
                    return file
            file.close()  # a start swept it away between these lines, while it was empty
    except OSError:
        pass
    if file is not None:
        file.close()
        with suppress(OSError):
            record.unlink(missing_ok=True)
    return None


def _sweep(record: Path) -> Path | None:
    """Remove the part of a record that nobody holds, and the record; return the part if there was one."""
    swept = None
    try:
        with record.open("r+b") as file:
            if not _lock(file, wait=False):
                return None
            part = Path(os.fsdecode(file.read()))
            if part.is_absolute() and part.name == _part_name(record.name):
                if not part.parent.is_dir():
                    return None
                if part.is_file() and not part.is_symlink():
                    part.unlink()
                    swept = part
                    part.with_name(part.name + "-journal").unlink(missing_ok=True)  # a workspace's own part has one
            if sys.platform != "win32":
                record.unlink()  # under the lock: a writer that waits for it sees that its record is gone
        if sys.platform == "win32":
            record.unlink()  # nobody removes an open file there: that of a writer stays
    except OSError:
        return swept
    return swept


def _lock(file: BinaryIO, *, wait: bool) -> bool:
    """Lock a file until it is closed or its program ends; return whether that was possible."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
