"""Damaged files: none may end in anything but a clear refusal, and reading none may change it.

`python -m tests.proofs.damage [COUNT] [SEED]` runs long; a short run is part of the tests.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from uuid import UUID

from models.errors import StoreError
from models.exchange import export_workspace
from models.partner_list import ListFilter, ListSort, open_list
from models.workspace import open_workspace
from models.workspace_check import check_workspace
from tests.models.builders import a_partner, damage, filled_workspace


def read_everything(path: Path) -> int:
    """Use a file in every reading way. Return how many of them refused it."""
    refused = 0
    for use in (_list, _read, check_workspace):
        try:
            use(path)
        except StoreError:
            refused += 1
    return refused


def _list(path: Path) -> None:
    reader = open_list(path)
    try:
        for column in ("name", "type", "supported", "recommendation", "coverage"):
            reader.rows(reader.ids(ListFilter(text="both"), ListSort(column, descending=True)))
            reader.rows(reader.ids())
        reader.totals()
        reader.tags()
    finally:
        reader.close()


def _read(path: Path) -> None:
    workspace = open_workspace(path)
    try:
        workspace.changes(None, 100)
        for number in range(1, 9):
            workspace.assessments_of(a_partner(number).id)
            workspace.place(UUID(int=number))
        export_workspace(workspace)
    finally:
        workspace.close()


def run(count: int, seed: int) -> tuple[int, int]:
    """Damage and read so many files. Return how many were refused somewhere, and how many passed as whole."""
    chance = random.Random(seed)
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.rapport"
        whole = filled_workspace(Path(folder) / "whole.rapport").read_bytes()
        for number in range(count):
            path.write_bytes(damage(whole, chance))
            before = path.read_bytes()
            try:
                refused += bool(read_everything(path))
            except Exception as error:
                raise AssertionError(f"file {number} of seed {seed} ended in {error!r}") from error
            if path.read_bytes() != before:
                raise AssertionError(f"file {number} of seed {seed} was changed by reading it")
    return refused, count - refused


def main() -> None:
    """Print how the files fared."""
    count, seed = (int(text) for text in [*sys.argv[1:], *("2000", "1")[len(sys.argv) - 1 :]])
    refused, whole = run(count, seed)
    print(f"{count} damaged files: {refused} refused with a sentence, {whole} readable, none crashed, none changed")


if __name__ == "__main__":
    main()
