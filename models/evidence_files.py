"""Files behind answers on their way in and out: read with care, stored once, copied out under names of our own."""

from __future__ import annotations

import atexit
import errno
import hashlib
import os
import re
import stat
import unicodedata
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from assessments.evidence import LARGEST_FILE, Attachment, kept_name, opened_extension, too_large
from models.errors import StoreError, shown
from models.sheet_edits import keep_blob
from models.whole_file import PartBeside, unrecorded_part, write_whole
from models.workspace import open_workspace

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Non-blocking: a pipe that takes the file's place after it was looked at must not hold the thread for ever."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])(\.|$)", re.IGNORECASE)
_MOST_BYTES, _LONGEST_SUFFIX = 200, 20
"""Of a suggested name: common systems take 255 bytes."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose bytes the workspace has."""

    name: str
    sha256: str
    size: int


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that is to be attached.

    Raises:
        StoreError: It is gone, no ordinary file (a folder, a pipe, a device), too large, or cannot be read. The
            sentence says which.
    """
    name = kept_name(path.name)
    try:
        _refuse_kind(path.stat(), name)  # before it is opened: opening alone makes some devices act
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            _refuse_kind(os.fstat(handle), name)
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise StoreError(_not_read(name, error)) from error
    if len(content) > LARGEST_FILE:
        raise StoreError(too_large(name))
    return content


def store_files(workspace: Path, paths: list[Path], today: date) -> tuple[list[StoredFile], list[str]]:
    """Put the bytes of files into a workspace, each once, with a connection of its own. Made for a worker thread.

    Returns:
        The files whose bytes are stored, and a sentence for each that was refused.

    Raises:
        StoreError: The workspace cannot be opened.
    """
    stored, refused = [], []
    with closing(open_workspace(workspace)) as opened:
        for path in paths:
            try:
                content = read_file(path)
                sha256 = hashlib.sha256(content).hexdigest()
                opened.commit("attached file", [keep_blob(sha256, content)], today=today)
            except StoreError as error:
                refused.append(str(error))
            else:
                stored.append(StoredFile(kept_name(path.name), sha256, len(content)))
    return stored, refused


def write_copy(workspace: Path, attachment: Attachment, path: Path, part_beside: PartBeside = unrecorded_part) -> None:
    """Write an attached file to a place of the user's choice, whole or not at all.

    Args:
        workspace: Has its bytes.
        attachment: Which one.
        path: The target; a file that is there is replaced.
        part_beside: Names the file that is written first.

    Raises:
        StoreError: The workspace does not have it, or it cannot be written. What was there before is as it was.
    """
    content = _content(workspace, attachment)
    try:
        write_whole(path, content, part_beside)
    except OSError as error:
        raise StoreError(_not_written(path, error)) from error


def write_opened(workspace: Path, attachment: Attachment) -> Path:
    """Write an attached file where the system can open it: read-only, in a private folder, under a generated name.

    Raises:
        StoreError: The workspace does not have it, it is of a kind that is not opened, or the disk refuses it.
    """
    extension = opened_extension(attachment.name)
    if not extension:
        raise StoreError(f"“{attachment.name}” is not opened from here. Save a copy and look at it with care.")
    content = _content(workspace, attachment)
    path = private_folder() / f"{uuid4().hex}.{extension}"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o400)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        path.chmod(stat.S_IRUSR)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise StoreError(_not_written(path, error)) from error
    return path


@cache
def private_folder() -> Path:
    """Return the folder of this run, for its user alone; it goes with everything in it when the program ends."""
    folder = TemporaryDirectory(prefix="rapport-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)


def copy_name(attachment: Attachment) -> str:
    """Return the name offered for a copy: the file's own, without what some systems refuse."""
    plain = "".join(letter for letter in attachment.name if unicodedata.category(letter) != "Cf")  # could disguise it
    name = _NOT_IN_NAMES.sub("_", plain).strip(" .") or "file"
    stem, suffix = Path(name).stem, Path(name).suffix[:_LONGEST_SUFFIX]
    while len(f"{stem}{suffix}".encode()) > _MOST_BYTES:
        stem = stem[:-1]
    name = f"{stem}{suffix}"
    return "_" + name if _DEVICES.match(name) else name


def _content(workspace: Path, attachment: Attachment) -> bytes:
    with closing(open_workspace(workspace)) as opened:
        return opened.read_blob(attachment.sha256)


def _refuse_kind(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise StoreError(f"“{name}” is a folder. Attach the files in it, or pack it into one file first.")
    if not stat.S_ISREG(status.st_mode):
        raise StoreError(f"“{name}” is not an ordinary file. Attach a document, a picture or another file.")
    if status.st_size > LARGEST_FILE:
        raise StoreError(too_large(name))


def _not_read(name: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"“{name}” is not there any more. Nothing was attached: choose it again where it is now."
    if isinstance(error, PermissionError):
        return f"There is no permission to read “{name}”. Nothing was attached: check its permissions."
    reason = getattr(error, "strerror", None) or str(error)
    return f"“{name}” could not be read: {reason}. Nothing was attached: check the drive it is on."


def _not_written(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk of “{shown(path.parent)}” is full. Free some space or choose another disk."
    reason = error.strerror or str(error)
    return f"“{shown(path)}” could not be written: {reason}. Choose another place."
