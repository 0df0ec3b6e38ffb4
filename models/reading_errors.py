"""Cells that break a rule, as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import StoreError, shown


@contextmanager
def bad_row(path: Path, table: str, row: object | Callable[[], object]) -> Iterator[None]:
    """Turn cells that break the rules of the values into a sentence that names the row."""
    try:
        yield
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError) as error:
        place = row() if callable(row) else row
        raise StoreError(
            f"“{shown(path)}” holds something Rapport did not write: table {table}, row {place} ({error}). "
            "Nothing was changed: open a backup copy of it."
        ) from error
