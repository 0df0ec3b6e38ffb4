"""A finished PDF put in its place: beside the target first, on the disk, read back, and only then renamed."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from reports.part_files import part_beside

_OPEN_ELSEWHERE = 32
"""Windows: the file is in use by another process."""


class DocumentError(Exception):
    """The document was not written; `str()` is the sentence for the user, and an earlier file is as it was."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file must show when it is read back."""

    pages: int
    name: str
    """Must be readable on page one."""
    password: str = ""
    """Opens it; empty where anyone may."""
    allowed: frozenset[str] | None = None
    """Every text that it may hold; None where others may stand in it too."""


def replace_file(
    path: Path,
    pdf: bytes,
    expected: Expected,
    records: Path | None = None,
    before_replacing: Callable[[], None] = lambda: None,
) -> None:
    """Put a PDF where `path` says, whole or not at all.

    Args:
        path: The target; its folder must be there.
        pdf: The whole file.
        expected: What must be found when it is read back.
        records: Where the part file is recorded for `sweep_parts`; None for the user's own folder.
        before_replacing: Called when the copy was read back; what it raises leaves an earlier file as it was.

    Raises:
        DocumentError: The folder is missing, the place is refused, the disk is full, or the copy reads back wrong.
    """
    try:
        if path.is_dir():
            raise DocumentError(f"“{path}” is a folder. Choose a file name.")
        with part_beside(path, records) as part:
            _write_part(part, path, pdf)
            _read_back(part, path, expected)
            before_replacing()
            part.replace(path)
        _settle_folder(path.parent)
    except OSError as error:
        raise DocumentError(_sentence(error, path)) from error


def _write_part(part: Path, path: Path, pdf: bytes) -> None:
    """Write the bytes to a new file and wait until the disk has them."""
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        left = memoryview(pdf)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    # Only its owner could read it so far; this one is passed on like any other document.
    part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())


def _read_back(part: Path, path: Path, expected: Expected) -> None:
    """Open what was written as a reader does.

    Raises:
        DocumentError: It is no PDF, does not open with its password, has other pages, page one does not name it, or
            something stands in it that its reader may not see.
    """
    # Only whoever writes a file waits for the library that reads one.
    import pypdfium2  # type: ignore[import-untyped]

    from reports.page_pictures import ONE_READER

    password = expected.password or None
    pdf = part.read_bytes()
    try:
        with ONE_READER, closing(pypdfium2.PdfDocument(pdf, password=password)) as document:
            found = len(document)
            with closing(document[0].get_textpage()) as text:
                words = text.get_text_range()
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_damaged(path)) from error
    if found != expected.pages or not _names(words, expected.name):
        raise DocumentError(_damaged(path))
    if expected.allowed is not None:
        from reports.partner_check import refuse_other_texts

        refuse_other_texts(pdf, expected.allowed, expected.password)


def _names(words: str, name: str) -> bool:
    """Return whether page one holds the beginning of the name, whatever its spacing and direction."""
    wanted = "".join(char for char in re.sub(r"\s|…", "", name) if unicodedata.category(char) != "Cf")[:12]
    found = re.sub(r"\s", "", words)
    return all(char in found for char in wanted) if not wanted.isascii() else wanted in found


def _damaged(path: Path) -> str:
    return (
        f"The file could not be written to “{path}”: what was written reads back wrong. Choose another folder or disk."
    )


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _settle_folder(folder: Path) -> None:
    """Wait until the disk has the new name too, where the system allows it; the file is in its place already."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(error: OSError, path: Path) -> str:
    """Return what happened and what to do about it."""
    folder = path.parent
    if getattr(error, "winerror", None) == _OPEN_ELSEWHERE:
        return f"“{path}” is open in another program. Close it there, or choose another name."
    refused = f"You may not write to “{folder}”. Choose another folder."
    full = f"The disk of “{folder}” is full. Free some space or choose another disk."
    sentences = {
        errno.ENOENT: f"The folder “{folder}” does not exist. Choose another folder.",
        errno.ENOTDIR: f"“{folder}” is not a folder. Choose another place.",
        errno.EACCES: refused,
        errno.EPERM: refused,
        errno.EROFS: refused,
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.ENAMETOOLONG: f"The name “{path.name[:40]}…” is too long for this disk. Choose a shorter one.",
    }
    otherwise = f"The file could not be written to “{path}”: {error.strerror or error}. Choose another place."
    return sentences.get(error.errno or 0, otherwise)
