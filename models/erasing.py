"""Partners and assessments that are deleted for good, with every trace of them in the file.

Everything else can be undone, and the change table keeps all that ever was. This is the one exception, and it is
final: whoever asks for a person's or a company's data to go asks for the data, not for a row that is out of sight.

- What goes: the rows themselves, their part of every stored change (also of what was undone long ago), and the
  assessors and the bytes of attached files that nothing names any more, neither a row nor the history. A file that
  another assessment has too stays.
- What stays: one change with no content, which says that and when something was deleted. Numbers of changes are never
  given twice, so another window's undo cannot meet a change that is not its own.
- How: one transaction, in which deleted bytes are overwritten (`secure_delete`); the triggers that keep the history
  are taken away and put back in it. Then the file is written anew (`VACUUM`), because texts that were overwritten
  earlier may still lie in its free space. A view, `unswept`, stands in the file between the two: when the program is
  killed there, or the disk is full, the next opening sweeps.
- Beyond our reach: copies, exports and briefs elsewhere, the copy that a change of format left beside the file, and
  what the disk itself keeps of files that are gone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from models.changes import append_change
from models.connection import OpenFile, connect
from models.errors import SQLITE_ERRORS, NotFoundError, OvertakenError, StoreError, shown, sqlite_error
from models.schema import TABLES, TRIGGERS
from models.sheet_rows import SHEET_TABLES
from models.summaries import mark_newest
from models.watching import Watch, unwatched, watched

_SWEEP_WAIT = 5_000
"""Milliseconds that sweeping waits for other programs: it runs in a worker, or in a command."""
_STEPS = 4


class Chosen(NamedTuple):
    """What is to be deleted."""

    partners: tuple[UUID, ...] = ()
    """With all their assessments."""
    assessments: tuple[UUID, ...] = ()
    """These alone; their partners stay."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much belongs to what was chosen."""

    names: tuple[str, ...]
    """Of the partners, also of those that stay."""
    assessments: int
    finished: int
    """Of the assessments."""
    answers: int
    sheet_rows: int
    decisions: int
    files: int
    links: int


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """What came of a deletion."""

    contents: Contents
    is_swept: bool
    """Whether the file's free space is swept too; if not, it was in use or its disk is full."""


def count_contents(path: Path, chosen: Chosen, watch: Watch = unwatched) -> Contents:
    """Count what would be deleted. Made for a worker thread: of thousands it takes a while.

    Args:
        path: A workspace of this format.
        chosen: Its partners and assessments.
        watch: Called between steps; what it raises ends the count.

    Raises:
        NotFoundError: One of them is not in the file.
        StoreError: It cannot be read.
    """
    file = OpenFile(path)
    try:
        with file.reading() as connection:
            return _count(connection, path, chosen, watch)
    finally:
        file.close()


def erase(path: Path, chosen: Chosen, watch: Watch = unwatched, expected: Contents | None = None) -> ErasureReport:
    """Delete for good, with a connection of its own. Made for a worker thread.

    Args:
        path: A workspace of this format, open or not.
        chosen: What goes; a finished assessment too.
        watch: Called between steps; what it raises leaves the file as it was.
        expected: What was counted and agreed to; None deletes whatever belongs to what was chosen.

    Raises:
        NotFoundError: Some of it is not in the file. Nothing changed.
        OvertakenError: It is more or less than expected by now. Nothing changed.
        StoreError: The file refuses. Nothing changed.
    """
    file = OpenFile(path)
    try:
        with file.writing() as connection:
            contents = _count(connection, path, chosen)
            if expected not in (None, contents):
                raise OvertakenError(
                    f"Another window or program changed what was to be deleted from “{shown(path)}” meanwhile. "
                    "Nothing was deleted: look at what is there now, then delete."
                )
            _erase(connection, chosen, watch)
    finally:
        file.close()
    try:
        sweep(path)
    except StoreError:
        return ErasureReport(contents, is_swept=False)
    return ErasureReport(contents, is_swept=True)


def sweep(path: Path) -> None:
    """Write a file anew without its free space, if a deletion asked for it. Killed, it leaves the file as it was.

    Raises:
        StoreError: The file refuses, or its disk has no room; a later call tries again.
    """
    try:
        with closing(connect(path)) as raw:
            raw.execute(f"PRAGMA busy_timeout = {_SWEEP_WAIT}")
            if raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'unswept'").fetchone() is not None:
                raw.execute("PRAGMA secure_delete = ON")
                raw.execute("VACUUM")
                raw.execute("DROP VIEW IF EXISTS unswept")
    except SQLITE_ERRORS as error:
        raise sqlite_error(path, error) from error


def lost_changes(path: Path, numbers: Iterable[int]) -> frozenset[int]:
    """Return those of some stored changes that went with what was deleted.

    Raises:
        StoreError: The file cannot be read.
    """
    asked = frozenset(numbers)
    try:
        with closing(connect(path)) as raw:
            sql = "SELECT seq FROM change WHERE seq IN (SELECT value FROM json_each(?))"
            return asked - {row[0] for row in raw.execute(sql, (json.dumps(sorted(asked)),))}
    except SQLITE_ERRORS as error:
        raise sqlite_error(path, error) from error


# --- counting

_OF_CHOSEN = """
SELECT id, final_at IS NOT NULL, partner_id FROM assessment
WHERE id IN (SELECT value FROM json_each(:assessments)) OR partner_id IN (SELECT value FROM json_each(:partners))
"""
_NAMES = "SELECT id, name FROM partner WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY name_key, id"


_COUNTED = ("answer", *SHEET_TABLES.values(), "decision", "attachment", "link")


def _count(connection: Connection, path: Path, chosen: Chosen, watch: Watch = unwatched) -> Contents:
    found = connection.exec_driver_sql(_OF_CHOSEN, _given(chosen)).fetchall()
    owners = {*map(str, chosen.partners), *(row[2] for row in found)}
    named = connection.exec_driver_sql(_NAMES, {"ids": json.dumps(sorted(owners))}).fetchall()
    known = {row[0] for row in (*found, *named)}
    if not {*map(str, chosen.partners), *map(str, chosen.assessments)} <= known:
        raise NotFoundError(f"“{shown(path)}” does not have it any more. Nothing was deleted.")
    ids = {"ids": json.dumps([row[0] for row in found])}
    sql = 'SELECT count(*) FROM "{}" WHERE assessment_id IN (SELECT value FROM json_each(:ids))'
    run = connection.exec_driver_sql
    rows = {table: run(sql.format(table), ids).scalar_one() for table in watched(_COUNTED, watch)}
    return Contents(
        names=tuple(row[1] for row in named),
        assessments=len(found),
        finished=sum(row[1] for row in found),
        answers=rows["answer"],
        sheet_rows=sum(rows[table] for table in SHEET_TABLES.values()),
        decisions=rows["decision"],
        files=rows["attachment"],
        links=rows["link"],
    )


def _given(chosen: Chosen) -> dict[str, str]:
    return {name: json.dumps([str(one) for one in ids]) for name, ids in chosen._asdict().items()}


# --- deleting

_UNDONE = """
SELECT DISTINCT json_extract(edit.value, '$[1].id') FROM change, json_each(change.edits) AS edit
WHERE instr(change.edits, '"partner_id"') AND json_extract(edit.value, '$[0]') = 'assessment'
  AND ifnull(json_extract(edit.value, '$[2].partner_id'), json_extract(edit.value, '$[3].partner_id'))
      IN (SELECT value FROM json_each(:partners))
"""
"""Assessments of the partners that only the history knows any more: their making was undone."""

_OWNER = """
coalesce(json_extract(edit.value, '$[1].assessment_id'), json_extract(edit.value, '$[1].partner_id'),
         CASE WHEN json_extract(edit.value, '$[0]') IN ('assessment', 'partner')
         THEN json_extract(edit.value, '$[1].id') ELSE '' END)
"""
_TOUCHED = f"""
SELECT seq FROM change, json_each(change.edits) AS edit WHERE {_OWNER} IN (SELECT value FROM json_each(:ids))
UNION
SELECT seq FROM change, json_each(change.assessments) AS one WHERE one.value IN (SELECT value FROM json_each(:ids))
"""  # noqa: S608 - only our own words are put in
_PRUNE = f"""
UPDATE change SET
  edits = (SELECT json_group_array(json(edit.value)) FROM json_each(change.edits) AS edit
           WHERE {_OWNER} NOT IN (SELECT value FROM json_each(:ids))),
  assessments = (SELECT json_group_array(one.value) FROM json_each(change.assessments) AS one
                 WHERE one.value NOT IN (SELECT value FROM json_each(:ids)))
WHERE seq IN (SELECT value FROM json_each(:touched))
"""  # noqa: S608 - only our own words are put in
_EMPTIED = "DELETE FROM change WHERE edits = '[]' AND seq IN (SELECT value FROM json_each(:touched))"
"""A change that takes another back is about the same rows: they are emptied together."""

_IN_HISTORY = """
SELECT json_extract(edit.value, '$[' || place.value || '].{column}')
FROM change, json_each(change.edits) AS edit, json_each('[1,2,3]') AS place
WHERE instr(change.edits, '"{column}"') AND json_extract(edit.value, '$[' || place.value || '].{column}') IS NOT NULL
"""
"""What a column was in any change: read once for all rows, as asking for each would take their number squared."""
_UNNAMED_FILES = f"""
DELETE FROM attachment_blob
WHERE sha256 NOT IN (SELECT sha256 FROM attachment)
  AND sha256 NOT IN (SELECT logo FROM workspace WHERE logo IS NOT NULL)
  AND sha256 NOT IN ({_IN_HISTORY.format(column="sha256")})
  AND sha256 NOT IN ({_IN_HISTORY.format(column="logo")})
"""  # noqa: S608 - only our own words are put in
_UNNAMED_ASSESSORS = f"""
DELETE FROM assessor
WHERE id NOT IN (SELECT assessor_id FROM assessment) AND id NOT IN (SELECT assessor_id FROM answer)
  AND id NOT IN ({_IN_HISTORY.format(column="assessor_id")})
"""  # noqa: S608 - only our own words are put in


def _erase(connection: Connection, chosen: Chosen, watch: Watch) -> None:
    run = connection.exec_driver_sql
    watch(0, _STEPS)
    run("PRAGMA secure_delete = ON").fetchall()
    run("CREATE VIEW IF NOT EXISTS unswept AS SELECT 1")
    given = _given(chosen)
    found = run(_OF_CHOSEN, given).fetchall()
    gone = sorted({row[0] for row in found} | {row[0] for row in run(_UNDONE, given).fetchall()})
    staying = {row[2] for row in found} - set(map(str, chosen.partners))
    for trigger in TRIGGERS:
        run(f"DROP TRIGGER {trigger.split()[2]}")
    append_change(connection, _label(chosen), (), (), None)
    watch(1, _STEPS)
    _prune_history(connection, [*gone, *map(str, chosen.partners)])
    watch(2, _STEPS)
    _delete_rows(connection, {"assessment": json.dumps(gone), "partner": given["partners"]})
    watch(3, _STEPS)
    run(_UNNAMED_FILES)
    run(_UNNAMED_ASSESSORS)
    for partner_id in staying:
        mark_newest(connection, partner_id)
    for trigger in TRIGGERS:
        run(trigger)


def _label(chosen: Chosen) -> str:
    """Return what the history says: that something was deleted, and not what."""
    if len(chosen.partners) > 1:
        return f"deleting {len(chosen.partners)} partners"
    return "deleting a partner" if chosen.partners else "deleting an assessment"


def _prune_history(connection: Connection, ids: list[str]) -> None:
    given = {"ids": json.dumps(ids)}
    touched = [row[0] for row in connection.exec_driver_sql(_TOUCHED, given).fetchall()]
    given["touched"] = json.dumps(touched)
    connection.exec_driver_sql(_PRUNE, given)
    connection.exec_driver_sql(_EMPTIED, given)


def _delete_rows(connection: Connection, gone: Mapping[str, str]) -> None:
    """Delete, children first, what belongs to assessments and partners by the names of its columns."""
    for table in reversed(TABLES.values()):
        for owner, ids in gone.items():
            column = "id" if table.name == owner else f"{owner}_id"
            if column in table.columns:
                sql = f'DELETE FROM "{table.name}" WHERE {column} IN (SELECT value FROM json_each(:ids))'  # noqa: S608
                connection.exec_driver_sql(sql, {"ids": ids})
