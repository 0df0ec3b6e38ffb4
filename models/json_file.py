"""JSON files from elsewhere: read strictly, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from models.errors import StoreError, shown
from models.whole_file import PartBeside, unrecorded_part, write_whole

LARGEST = 400_000_000
"""Bytes. A workspace of 5,000 full assessments needs an eighth of it; attached files are the rest."""


def read_json(path: Path) -> object:
    """Return the value of a JSON file.

    Raises:
        StoreError: It cannot be read, is too large, is not UTF-8, or is not JSON in the strict sense: no NaN, no key
            twice in one object, no number of absurd length, no endless nesting.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"“{shown(path)}” cannot be read: {reason}. Check its name and permissions.") from error
    if len(data) > LARGEST:
        raise StoreError(f"“{shown(path)}” is larger than {LARGEST // 1_000_000} MB. Nothing was imported.")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _refused(path, f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except UnicodeDecodeError as error:
        raise _refused(path, f"byte {error.start} is not UTF-8") from error
    except RecursionError as error:
        raise _refused(path, "it is nested too deep") from error
    except ValueError as error:
        raise _refused(path, str(error)) from error


def write_json(path: Path, value: object, part_beside: PartBeside = unrecorded_part) -> None:
    """Write a value as JSON that a person can read; the same value gives the same bytes.

    Args:
        path: The target; a file that is there is replaced.
        value: What JSON can hold.
        part_beside: Names the file that is written first.

    Raises:
        StoreError: It cannot be written, or is larger than what `read_json` reads. What was there before is as it was.
    """
    data = (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")
    if len(data) > LARGEST:
        raise StoreError(
            f"This workspace would make an exchange file of more than {LARGEST // 1_000_000} MB, which no Rapport "
            "reads. Nothing was written: copy the workspace file itself instead."
        )
    try:
        write_whole(path, data, part_beside)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"“{shown(path)}” cannot be written: {reason}. Choose another place.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{twice[:40]}” stands twice in one object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _refused(path: Path, reason: str) -> StoreError:
    return StoreError(f"“{shown(path)}” is not a JSON file: {reason}. Nothing was imported.")
