"""A finished PDF put in its place: beside the target first, on the disk, read back, and only then renamed."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import unicodedata
from contextlib import closing
from pathlib import Path

_OPEN_ELSEWHERE = 32
"""Windows: the file is in use by another process."""


class DocumentError(Exception):
    """The document was not written; `str()` is the sentence for the user, and an earlier file is as it was."""


def replace_file(path: Path, pdf: bytes, pages: int, name: str) -> None:
    """Put a PDF where `path` says, whole or not at all.

    Args:
        path: The target; its folder must be there.
        pdf: The whole file.
        pages: How many pages it must have when read back.
        name: What must be readable on page one.

    Raises:
        DocumentError: The folder is missing, the place is refused, the disk is full, or the copy reads back wrong.
    """
    part: Path | None = None
    try:
        if path.is_dir():
            raise DocumentError(f"“{path}” is a folder. Choose a file name.")
        part = _write_part(path, pdf)
        _read_back(part, path, pages, name)
        part.replace(path)
        part = None
        _settle_folder(path.parent)
    except OSError as error:
        raise DocumentError(_sentence(error, path)) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _write_part(path: Path, pdf: bytes) -> Path:
    """Write the bytes to a new file in the target's folder and wait until the disk has them."""
    handle, name = tempfile.mkstemp(prefix=".rapport-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a file only its owner can read; this one is passed on like any other document.
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _read_back(part: Path, path: Path, pages: int, name: str) -> None:
    """Open what was written as a reader does.

    Raises:
        DocumentError: It is no PDF, has other pages, or page one does not name the partner.
    """
    # Late: a document may be made for the screen or a test, and never be written.
    import pypdfium2  # type: ignore[import-untyped]

    from reports.page_pictures import ONE_READER

    try:
        with ONE_READER, closing(pypdfium2.PdfDocument(part.read_bytes())) as document:
            found = len(document)
            words = document[0].get_textpage().get_text_range()
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_damaged(path)) from error
    if found != pages or not _names(words, name):
        raise DocumentError(_damaged(path))


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
    """Wait until the disk has the new name too, where the system allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass
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
