"""New workspace files: made complete beside their place, then moved there, never over another file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import insert

from models.connection import OpenFile
from models.errors import StoreError, shown
from models.schema import TABLES, write_schema
from models.settings import OwnSettings
from models.whole_file import PartBeside, unrecorded_part


def create_file(path: Path, *, sample: bool = False, part_beside: PartBeside = unrecorded_part) -> None:
    """Make an empty workspace file.

    Args:
        path: Must not exist; a failure leaves nothing there.
        sample: Mark it as the sample.
        part_beside: Names the file that is written first.

    Raises:
        StoreError: The file exists, or its folder cannot be written to. No half file stays behind.
    """
    refuse_existing(path)
    with part_beside(path) as part:
        try:
            _write_empty(part, path, sample)
            move_into_place(part, path)
        finally:
            with suppress(OSError):
                part.with_name(part.name + "-journal").unlink(missing_ok=True)


def _write_empty(part: Path, path: Path, sample: bool) -> None:
    file = OpenFile(part, "rwc", shown_as=path)
    try:
        with file.writing() as connection:
            write_schema(connection)
            row = {"id": 1, "sample": int(sample), **OwnSettings().row()}
            connection.execute(insert(TABLES["workspace"]).values(row))
    finally:
        file.close()


def refuse_existing(path: Path) -> None:
    """Refuse a place that has a file already, or no folder.

    Raises:
        StoreError: With the sentence for the user.
    """
    if os.path.lexists(path):
        raise _exists(path)
    if not path.parent.is_dir():
        raise StoreError(f"There is no folder “{shown(path.parent)}” to put the workspace in. Choose another place.")


def move_into_place(part: Path, path: Path) -> None:
    """Give the finished file its name.

    Raises:
        StoreError: Another file got there first, or the folder refuses.
    """
    try:
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if os.path.lexists(path):
                raise FileExistsError from None
            part.rename(path)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise StoreError(f"“{shown(path)}” cannot be made: {error.strerror}. Choose another place.") from error


def _exists(path: Path) -> StoreError:
    return StoreError(f"“{shown(path)}” exists already. Nothing was changed: choose another name, or open it.")
