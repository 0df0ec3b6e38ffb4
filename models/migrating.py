"""Leads a file of an older format to this one: a copy first, then one transaction."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from models.connection import OpenFile, connect
from models.errors import SQLITE_ERRORS, StoreError, shown, sqlite_error
from models.file_check import SCHEMA_VERSION, file_version, sqlite_uri
from models.old_copies import OLD_COPY

FOLDER = Path(__file__).parent / "migrations"


def migrate_file(path: Path, target: int = SCHEMA_VERSION, folder: Path = FOLDER) -> Path:
    """Lead a file to a newer format.

    Args:
        path: A workspace of an older format.
        target: The format to reach.
        folder: Alembic's folder; its revisions are named "0001", "0002", … after the format they lead to.

    Returns:
        The copy of the old file, beside it.

    Raises:
        StoreError: It cannot be done. The file has the bytes it had.
    """
    backup = _copy(path, target)
    file = OpenFile(path)
    try:
        with file.writing() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            run_migrations(connection, int(version), target, folder)
    except Exception as error:
        with suppress(OSError):
            backup.unlink()
        if isinstance(error, StoreError):
            raise
        raise StoreError(
            f"“{shown(path)}” could not be brought to the present format ({error}). Nothing was changed: "
            "open it with the version of Rapport that made it."
        ) from error
    finally:
        file.close()
    return backup


def run_migrations(connection: Connection, version: int, target: int, folder: Path = FOLDER) -> None:
    """Run the revisions after a format inside the caller's transaction.

    Alembic keeps its own table of versions; the file has one number already, so that table lives only here.
    """
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    if version:
        command.stamp(config, f"{version:04}")
    command.upgrade(config, f"{target:04}")
    connection.exec_driver_sql("DROP TABLE alembic_version")
    connection.exec_driver_sql(f"PRAGMA user_version = {target:d}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise ValueError(f"a row of {broken[0]} lost what it belongs to")


def _copy(path: Path, target: int) -> Path:
    """Copy the file beside itself through SQLite, which also waits for a program that writes to it."""
    wished = path.with_name(f"{path.name}{OLD_COPY}{target}")
    backup = wished
    number = 2
    while os.path.lexists(backup):
        backup = wished.with_name(f"{wished.name}-{number}")
        number += 1
    copy_file(path, backup)
    return backup


def copy_file(path: Path, target: Path) -> None:
    """Copy a workspace to a new place, through SQLite.

    Raises:
        StoreError: It cannot be read or written. Nothing stays at the new place.
    """
    try:
        with closing(connect(path)) as source, closing(sqlite3.connect(sqlite_uri(target, "rwc"), uri=True)) as copy:
            source.backup(copy)
        if file_version(target) != file_version(path):
            raise StoreError(f"“{shown(path)}” could not be copied. Nothing was changed: try again.")
    except SQLITE_ERRORS as error:
        with suppress(OSError):
            target.unlink()
        raise sqlite_error(path, error) from error
