"""The list page's own quick reader: standard library only, so that it works before SQLModel is loaded.

Sorting and filtering are SQL's; the page holds ids and asks for blocks of rows as it scrolls (measured on 100,000
partners: ids and blocks 139 ms, a sorting proxy model 52 s). Its values are named tuples: dataclasses take five times
as long to define, and the first paint waits for them. So it does for annotations: those of a named tuple would be
compiled one by one if they were kept as text, as the other modules keep theirs.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from models.errors import SQLITE_ERRORS, sqlite_error, strange_error
from models.file_check import check_file, sqlite_uri
from models.partner_ids import PartnerIds
from models.search_key import search_key

NO_ASSESSMENT = "none"
"""In `ListFilter.bands`: partners that have no assessment yet."""


class ListFilter(NamedTuple):
    """Which partners are listed. Everything empty lists all that are not archived."""

    text: str = ""
    """Part of a name, tag or note, in any case; its characters mean themselves."""
    types: frozenset[str] = frozenset()
    """Partner type codes; empty for all."""
    bands: frozenset[str] = frozenset()
    """Recommendations of the newest assessment, or `NO_ASSESSMENT`; empty for all."""
    tag: str = ""
    """Exactly this tag; empty for all."""
    archived: bool = False
    """The archived ones instead of the others."""


class ListSort(NamedTuple):
    """The order. Ties go by name, then id; partners without a value come last both ways."""

    column: str = "name"
    """name, type, supported, recommendation or coverage."""
    descending: bool = False
    """For recommendation: ascending is proceed, conditions, pilot, hold, decline."""


class PartnerRow(NamedTuple):
    """One line of the list: a partner with its newest assessment. Scores are points 0 to 100, shares 0 to 1."""

    partner_id: str
    assessment_id: str | None
    """None, with everything from `band` on, when there is no assessment yet."""
    name: str
    tags: tuple[str, ...]
    type: str
    archived: bool
    is_final: bool
    band: str | None
    supported: float | None
    answered: float | None
    best: float | None
    coverage: float | None
    evidenced: float | None
    open_gate_count: int
    too_little: bool
    """On hold because too little is answered."""
    provisional: bool
    dimensions: tuple[tuple[str, float | None, float | None], ...]
    """Dimension id, supported, best; None where nothing applies."""
    assessment_count: int
    own_weights: bool
    """Whether the dimensions were given weights of the assessment's own."""
    finished_on: date | None = None
    """The day a final assessment is counted on; None while open."""


class PartnerDetails(NamedTuple):
    """What a file of the list has besides; empty where there is no assessment, or no day on which the score changes."""

    country: str
    purpose: str
    scope: str
    fresh_until: str


class ListTotals(NamedTuple):
    """The figures of the page's subtitle, archived partners left out."""

    partners: int
    final_assessments: int


_ORDER = {
    "name": "",
    "type": "p.type {way},",
    "supported": "s.supported IS NULL, s.supported {way},",
    "coverage": "s.coverage IS NULL, s.coverage {way},",
    "recommendation": "s.band IS NULL, CASE s.band WHEN 'proceed' THEN 0 WHEN 'conditions' THEN 1 WHEN 'pilot' THEN 2 "
    "WHEN 'hold' THEN 3 ELSE 4 END {way},",
}
_JOIN = "FROM partner AS p LEFT JOIN summary AS s ON s.partner_id = p.id AND s.newest = 1"
_NOTED = (
    "p.id IN (SELECT a.partner_id FROM answer AS n JOIN assessment AS a ON a.id = n.assessment_id "
    "WHERE n.note <> '' AND instr(search_key(n.note), :text) > 0)"
)
_ROWS = f"""
SELECT p.id, s.assessment_id, p.name, p.tags, p.type, p.archived,
       (SELECT final_at IS NOT NULL FROM assessment WHERE id = s.assessment_id), s.band, s.supported, s.answered,
       s.best, s.coverage, s.evidenced, s.open_gates, s.too_little, s.provisional, s.dimensions,
       (SELECT count(*) FROM assessment WHERE partner_id = p.id),
       (SELECT weights <> '{{}}' FROM assessment WHERE id = s.assessment_id),
       (SELECT finished_on FROM assessment WHERE id = s.assessment_id)
{_JOIN} WHERE p.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - only our own words are put in
_DETAILS = f"""
SELECT p.id, p.country, ifnull(a.purpose, ''), ifnull(a.scope, ''), ifnull(s.fresh_until, '')
{_JOIN} LEFT JOIN assessment AS a ON a.id = s.assessment_id WHERE p.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - only our own words are put in
_TOTALS = """
SELECT (SELECT count(*) FROM partner WHERE +archived = 0),
       (SELECT count(*) FROM assessment AS a JOIN partner AS p ON p.id = a.partner_id
        WHERE a.final_at IS NOT NULL AND +p.archived = 0)
"""
_TAGS = "SELECT DISTINCT value FROM partner, json_each(partner.tags) WHERE tags <> '[]'"

_FETCHED = 1024
"""Ids read before they are packed."""


def open_list(path: Path) -> "PartnerList":
    """Open a workspace for listing.

    Raises:
        StoreError: It is no workspace of this version, or cannot be read.
    """
    check_file(path)
    return PartnerList(path)


class PartnerList:
    """A read-only connection. Use it in one thread at a time and close it."""

    def __init__(self, path: Path) -> None:
        """Open the file; a journal that a crash left beside it is played back first, which needs write access."""
        self._path = path
        with self._errors():
            self._connection = sqlite3.connect(
                sqlite_uri(path, "rw"), uri=True, isolation_level=None, timeout=1.0, check_same_thread=False
            )
        try:
            with self._errors():
                self._connection.execute("PRAGMA trusted_schema = OFF")
                self._connection.execute("PRAGMA query_only = ON")
                # Half of SQLite's own: two lists are open at once, and each reads its pages once.
                self._connection.execute("PRAGMA cache_size = -1000")
                self._connection.create_function("search_key", 1, search_key, deterministic=True)
                found = self._connection.execute("SELECT sample FROM workspace").fetchone()
        except BaseException:
            self._connection.close()
            raise
        self.is_sample = bool(found and found[0])

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._connection.close()

    def count(self) -> int:
        """Return how many partners there are, archived ones too: how long the other readings may take."""
        with self._errors():
            return int(self._connection.execute("SELECT count(*) FROM partner").fetchone()[0])

    def ids(
        self, chosen: ListFilter | None = None, sort: ListSort | None = None, most: int | None = None
    ) -> PartnerIds:
        """Return the ids of the listed partners in their order.

        Args:
            chosen: None lists all that are not archived.
            sort: None sorts by name; only that order comes from an index.
            most: Stop after so many.

        Raises:
            StoreError: The file cannot be read.
        """
        sort = sort or ListSort()
        conditions, values = _conditions(chosen or ListFilter())
        # The index serves one order; for any other, reading the table once is three times faster, and "+" says so.
        conditions = f"{'' if sort.column == 'name' else '+'}{conditions}"
        way = "DESC" if sort.descending else "ASC"
        order = _ORDER[sort.column].format(way=way)
        name_way = way if sort.column == "name" else "ASC"
        source = _JOIN if "s." in f"{order}{conditions}" else "FROM partner AS p"
        by_name = f"p.name_key {name_way}, p.id {name_way}"
        sql = f"SELECT p.id {source} WHERE {conditions} ORDER BY {order} {by_name}"
        if most is not None:
            sql += f" LIMIT {most}"  # never without need: SQLite then sorts three times slower
        with self._errors():
            cursor = self._connection.execute(sql, values)
            pieces = iter(lambda: [row[0] for row in cursor.fetchmany(_FETCHED)], [])
            try:
                return PartnerIds(pieces)
            except (ValueError, TypeError) as error:
                raise strange_error(self._path, "partner", error) from error

    def rows(self, ids: Sequence[str]) -> list[PartnerRow]:
        """Return the lines of some partners in the order of `ids`; one that has gone meanwhile is left out.

        Raises:
            StoreError: The file cannot be read, or a row breaks the rules.
        """
        with self._errors():
            found = self._connection.execute(_ROWS, (json.dumps(list(ids)),)).fetchall()
        by_id = {row[0]: self._row(row) for row in found}
        return [by_id[partner_id] for partner_id in ids if partner_id in by_id]

    def details(self, ids: Sequence[str]) -> dict[str, PartnerDetails]:
        """Return partner id -> what else a file of the list has; one that has gone meanwhile is left out.

        Raises:
            StoreError: The file cannot be read.
        """
        with self._errors():
            found = self._connection.execute(_DETAILS, (json.dumps(list(ids)),)).fetchall()
        return {row[0]: PartnerDetails(*row[1:]) for row in found}

    def totals(self) -> ListTotals:
        """Return how many partners and finished assessments there are."""
        with self._errors():
            return ListTotals(*self._connection.execute(_TOTALS).fetchone())

    def tags(self) -> list[str]:
        """Return every tag in use, sorted as people do."""
        with self._errors():
            tags = [str(row[0]) for row in self._connection.execute(_TAGS)]
        return sorted(tags, key=lambda tag: (search_key(tag), tag))

    def _row(self, cells: tuple[Any, ...]) -> PartnerRow:
        try:
            return PartnerRow(
                partner_id=cells[0],
                assessment_id=cells[1],
                name=cells[2],
                tags=tuple(json.loads(cells[3])),
                type=cells[4],
                archived=bool(cells[5]),
                is_final=bool(cells[6]),
                band=cells[7],
                supported=cells[8],
                answered=cells[9],
                best=cells[10],
                coverage=cells[11],
                evidenced=cells[12],
                open_gate_count=cells[13] or 0,
                too_little=bool(cells[14]),
                provisional=bool(cells[15]),
                dimensions=tuple((name, low, high) for name, low, high in json.loads(cells[16] or "[]")),
                assessment_count=cells[17],
                own_weights=bool(cells[18]),
                finished_on=date.fromisoformat(cells[19]) if cells[19] else None,
            )
        except (ValueError, TypeError) as error:
            raise strange_error(self._path, f"partner or summary, row {cells[0]}", error) from error

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except SQLITE_ERRORS as error:
            raise sqlite_error(self._path, error) from error


def _conditions(chosen: ListFilter) -> tuple[str, dict[str, Any]]:
    """Return the WHERE clause and its values; what the user typed is always a value, never part of the clause."""
    parts = ["p.archived = :archived"]
    values: dict[str, Any] = {"archived": int(chosen.archived)}
    text = search_key(chosen.text.strip())
    if text:
        parts.append(f"(instr(p.search_key, :text) > 0 OR {_NOTED})")
        values["text"] = text
    if chosen.types:
        parts.append("p.type IN (SELECT value FROM json_each(:types))")
        values["types"] = json.dumps(sorted(chosen.types))
    if chosen.bands:
        parts.append("ifnull(s.band, :no_band) IN (SELECT value FROM json_each(:bands))")
        values["bands"] = json.dumps(sorted(chosen.bands))
        values["no_band"] = NO_ASSESSMENT
    if chosen.tag:
        parts.append("instr(p.tags, :quoted) > 0 AND EXISTS (SELECT 1 FROM json_each(p.tags) WHERE value = :tag)")
        values["tag"] = chosen.tag
        values["quoted"] = json.dumps(chosen.tag, ensure_ascii=False)  # spares unpacking the tags of all others
    return " AND ".join(parts), values
