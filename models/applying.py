"""Puts edits into the file: one way for every table, over statements that are built once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from assessments.text_rules import CELL_LIMIT, clean_confidentiality, clean_footer, clean_name, clean_text
from models.edit import Edit
from models.errors import OvertakenError, shown
from models.prepared import Prepared
from models.rows import Row, text_list
from models.schema import TABLES

SHARED = frozenset({"questionnaire", "assessor", "attachment_blob"})
"""Rows that several assessments use: stored when absent, not part of the history, never removed by undo."""

_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Statements:
    """The four statements of one table; parameters are column names."""

    columns: tuple[str, ...]
    """Without the key."""
    select: Prepared
    insert: Prepared
    update: Prepared
    delete: Prepared


@cache
def statements_of(name: str) -> Statements:
    """Return a table's statements, built when it is first written to."""
    table = TABLES[name]
    keys = list(table.primary_key.columns)
    others = [column for column in table.columns if not column.primary_key]
    # A parameter of an UPDATE may not have the name of a column that it sets; key columns are never set.
    where = [column == bindparam(f"key_{column.name}", type_=column.type) for column in keys]
    return Statements(
        columns=tuple(column.name for column in others),
        select=Prepared(select(*others).where(*where)),
        insert=Prepared(insert(table).values({column.name: bindparam(column.name) for column in [*keys, *others]})),
        update=Prepared(update(table).where(*where).values({column.name: bindparam(column.name) for column in others})),
        delete=Prepared(delete(table).where(*where)),
    )


_code = partial(clean_text, limit=20)
_cell = partial(clean_text, limit=CELL_LIMIT)


def _name_or_empty(text: str) -> str:
    return clean_name(text) if text else text


def _tags(text: str) -> str:
    for tag in text_list(text):
        clean_name(tag)
    return text


_TEXTS: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    "workspace": {
        "own_name": _name_or_empty,
        "own_type": _code,
        "assessor": _name_or_empty,
        "confidentiality": clean_confidentiality,
        "footer": clean_footer,
    },
    "partner": {
        "name": clean_name,
        "type": _code,
        "country": partial(clean_text, limit=200),
        "website": partial(clean_text, limit=2000),
        "contact": partial(clean_text, limit=2000),
        "tags": _tags,
    },
    "assessor": {"name": _name_or_empty},
    "assessment": {"partner_type": _code, "purpose": clean_text, "own_name": _name_or_empty},
    "answer": {"note": clean_text, "reason": clean_text},
    "reopening": {"reason": clean_text},
    "questionnaire": {},
    "goal": dict.fromkeys(("outcome", "metric", "baseline", "target", "source"), _cell),
    "exchange": dict.fromkeys(("item", "timing", "certainty"), _cell),
    "risk": dict.fromkeys(("risk", "action", "owner"), _cell),
    "condition": {**dict.fromkeys(("what", "owner", "closes"), _cell), "question_id": partial(clean_text, limit=40)},
    "meeting": dict.fromkeys(("ours", "theirs", "how_often", "channel"), _cell),
    "decision": dict.fromkeys(("what", "who", "why_different"), _cell),
    "link": {"url": _cell, "question_id": partial(clean_text, limit=40)},
    "attachment": {"name": clean_name, "question_id": partial(clean_text, limit=40)},
    "attachment_blob": {},
}


def apply_edit(connection: Connection, path: Path, edit: Edit) -> Edit | None:
    """Put one edit into the file, inside the caller's transaction.

    Args:
        connection: In a writing transaction.
        path: The file, for sentences.
        edit: Its `before` must be what the file holds.

    Returns:
        The edit with equal columns left out, as the history keeps it; None when there was nothing to do.

    Raises:
        TextRefused: A text that would be new in the file breaks the text rules.
        OvertakenError: Another window or program changed the row since it was read.
    """
    statements = statements_of(edit.table)
    key = {f"key_{name}": value for name, value in edit.key.items()}
    found = statements.select.run(connection, key).fetchone()
    current: Row | None = None if found is None else dict(zip(statements.columns, found, strict=True))
    if edit.table in SHARED:
        _apply_shared(connection, path, edit, current)
        return None
    if not _as_expected(current, edit.before):
        raise _overtaken(path, edit, gone=current is None)
    if edit.after is None:
        if current is None:
            return None
        statements.delete.run(connection, key)
        return Edit(edit.table, edit.key, current, None)
    refuse_bad_texts(edit.table, current, edit.after)
    if current is None:
        statements.insert.run(connection, {**edit.key, **edit.after})
        return Edit(edit.table, edit.key, None, dict(edit.after))
    changed = [name for name, value in edit.after.items() if current[name] != value]
    if not changed:
        return None
    statements.update.run(connection, {**current, **edit.after, **key})
    return Edit(
        edit.table, edit.key, {name: current[name] for name in changed}, {name: edit.after[name] for name in changed}
    )


def refuse_bad_texts(table: str, current: Row | None, after: Row) -> None:
    """Check the texts that would be new in the file.

    Raises:
        TextRefused: With the sentence for the user.
    """
    for name, check in _TEXTS[table].items():
        value = after.get(name)
        if isinstance(value, str) and (current is None or current[name] != value):
            check(value)


def _apply_shared(connection: Connection, path: Path, edit: Edit, current: Row | None) -> None:
    if edit.after is None or current == edit.after:
        return
    if current is not None:
        raise _overtaken(path, edit)
    refuse_bad_texts(edit.table, None, edit.after)
    statements_of(edit.table).insert.run(connection, {**edit.key, **edit.after})


def _as_expected(current: Row | None, before: Row | None) -> bool:
    if current is None or before is None:
        return current is before
    return all(current[name] == value for name, value in before.items())


def _overtaken(path: Path, edit: Edit, *, gone: bool = False) -> OvertakenError:
    names = [str(value) for value in edit.key.values() if not _ID.fullmatch(str(value))]  # ids say nothing to a reader
    what = " ".join([edit.table.replace("_", " "), *names])
    if gone:
        return OvertakenError(
            f"Another window or program took this away from “{shown(path)}” since it was read ({what}). "
            "Nothing was changed here: copy what you typed if it is still needed, and discard it here."
        )
    return OvertakenError(
        f"Another window or program changed this in “{shown(path)}” since it was read ({what}). "
        "Nothing was changed here: look at what it says now, then try again."
    )
