"""The change table: appended to by every transaction, read by undo and history, changed by `models.erasing` alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select

from models.edit import Change, Edit
from models.errors import NotFoundError, shown
from models.prepared import Prepared
from models.reading_errors import bad_row
from models.rows import json_text, moment_text
from models.schema import TABLES

_CHANGE = TABLES["change"]
_APPEND = Prepared(
    insert(_CHANGE).values({name: bindparam(name) for name in ("label", "edits", "assessments", "at", "reverts")})
)
_COLUMNS = (_CHANGE.c.seq, _CHANGE.c.label, _CHANGE.c.edits, _CHANGE.c.assessments, _CHANGE.c.at, _CHANGE.c.reverts)
_ONE = Prepared(select(*_COLUMNS).where(_CHANGE.c.seq == bindparam("seq")))
_ALL = Prepared(select(*_COLUMNS).order_by(_CHANGE.c.seq))
_NEWEST_FIRST = select(*_COLUMNS).order_by(_CHANGE.c.seq.desc()).limit(bindparam("limit"))
_LATEST = Prepared(_NEWEST_FIRST)
_LATEST_OF = Prepared(_NEWEST_FIRST.where(func.instr(_CHANGE.c.assessments, bindparam("id")) > 0))


def append_change(
    connection: Connection, label: str, edits: tuple[Edit, ...], touched: tuple[UUID, ...], reverts: int | None
) -> tuple[int, datetime]:
    """Append a transaction's row, inside it. Return its number and moment."""
    at = datetime.now(UTC)
    row = {
        "label": label,
        "edits": json_text([[edit.table, edit.key, edit.before, edit.after] for edit in edits]),
        "assessments": json_text([str(assessment_id) for assessment_id in touched]),
        "at": moment_text(at),
        "reverts": reverts,
    }
    seq = _APPEND.run(connection, row).lastrowid
    return int(seq or 0), at


def read_change(connection: Connection, path: Path, seq: int) -> Change:
    """Return one stored change.

    Raises:
        NotFoundError: There is none of that number.
        StoreError: Its row breaks the rules.
    """
    row = _ONE.run(connection, {"seq": seq}).fetchone()
    if row is None:
        raise NotFoundError(
            f"“{shown(path)}” has no change {seq} any more: what it was about was deleted for good. "
            "Nothing was changed."
        )
    return _change_of(path, row)


def read_changes(connection: Connection, path: Path, assessment_id: UUID | None, limit: int) -> list[Change]:
    """Return stored changes, newest first; only those that touched one assessment when it is given."""
    statement, key = (_LATEST, {}) if assessment_id is None else (_LATEST_OF, {"id": str(assessment_id)})
    return [_change_of(path, row) for row in statement.run(connection, {**key, "limit": limit})]


def read_edits(connection: Connection, path: Path) -> Iterator[tuple[int, tuple[Edit, ...]]]:
    """Iterate over the number and the edits of every change, oldest first."""
    for row in _ALL.run(connection):
        yield row[0], _change_of(path, row).edits


def _change_of(path: Path, row: Sequence[Any]) -> Change:
    seq, label, edits, assessments, at, reverts = row
    with bad_row(path, "change", seq):
        return Change(
            seq=seq,
            label=label,
            edits=tuple(_edit_of(parts) for parts in json.loads(edits)),
            assessment_ids=tuple(UUID(text) for text in json.loads(assessments)),
            at=datetime.fromisoformat(at),
            reverts=reverts,
        )


def _edit_of(parts: Any) -> Edit:
    table, key, before, after = parts
    if table not in TABLES or not isinstance(key, dict):
        raise ValueError("not an edit")
    columns = TABLES[table].columns.keys()
    for row in (key, before, after):
        if row is not None and not (isinstance(row, dict) and row.keys() <= set(columns)):
            raise ValueError("not an edit")
    return Edit(table, key, before, after)
