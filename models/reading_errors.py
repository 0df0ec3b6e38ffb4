"""Cells that break a rule, as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import strange_error


@contextmanager
def bad_row(path: Path, table: str, row: object | Callable[[], object]) -> Iterator[None]:
    """Turn cells that break the rules of the values into a sentence that names the row."""
    try:
        yield
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError) as error:
        place = row() if callable(row) else row
        raise strange_error(path, f"{table}, row {place}", error) from error
