"""The history held against the content: every change applied in order must give what the file holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, select

from models.changes import read_edits
from models.edit import WORKSPACE_KEY, Edit
from models.errors import StoreError
from models.rows import Row
from models.schema import TABLES
from models.settings import OwnSettings
from models.sheet_reading import EVIDENCE_NAMES, SHEET_NAMES

RECORDED = ("workspace", "partner", "assessment", "answer", "reopening", *SHEET_NAMES, *EVIDENCE_NAMES)
"""Tables whose content follows from the change table alone."""

_NOT_RECORDED = {"workspace": {"sample"}}

Place = tuple[str, str]
"""Table and key."""


def history_problems(connection: Connection, path: Path) -> Iterator[str]:
    """Yield a sentence for every row that the history does not lead to."""
    state: dict[Place, Row] = {_place("workspace", WORKSPACE_KEY): OwnSettings().row()}
    try:
        for seq, edits in read_edits(connection, path):
            for edit in edits:
                if not _replay(state, edit):
                    yield f"Table change, row {seq} does not fit what came before it ({edit.table})."
    except StoreError as error:
        yield str(error)
        return
    for name in RECORDED:
        yield from _differences(connection, TABLES[name], state)
    for table, key in state:
        yield f"Table {table}, row {key} is missing: the history says it should be there."


def _replay(state: dict[Place, Row], edit: Edit) -> bool:
    """Apply one edit; say whether what it replaces was there."""
    place = _place(edit.table, edit.key)
    current = state.get(place)
    fits = (current is None) == (edit.before is None)
    if current is not None and edit.before is not None:
        fits = all(current.get(name) == value for name, value in edit.before.items())
    if edit.after is None:
        state.pop(place, None)
    else:
        state[place] = {**(current or {}), **edit.after}
    return fits


def _differences(connection: Connection, table: Table, state: dict[Place, Row]) -> Iterator[str]:
    """Yield what differs in one table, taking its rows out of the state."""
    keys = [column.name for column in table.primary_key.columns]
    left_out = _NOT_RECORDED.get(table.name, set())
    for found in connection.execute(select(table)).mappings():
        place = _place(table.name, {name: found[name] for name in keys})
        expected = state.pop(place, None)
        row = {name: value for name, value in found.items() if name not in keys and name not in left_out}
        if expected is None:
            yield f"Table {table.name}, row {place[1]} is not in the history."
        elif expected != row:
            names = sorted(name for name in row if row[name] != expected.get(name))
            yield f"Table {table.name}, row {place[1]} is not what the history says: {', '.join(names)}."


def _place(table: str, key: object) -> Place:
    return table, json.dumps(key, sort_keys=True)
