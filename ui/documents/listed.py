"""Reading what the pages list: at once in a usual workspace, in a worker in a large one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.errors import StoreError
from models.partner_ids import PartnerIds
from models.partner_list import ListFilter, ListSort, ListTotals, PartnerList, PartnerRow, open_list
from models.search_key import search_key
from ui.jobs.newest import Newest

__all__ = ["AT_ONCE", "FIRST", "ListReading", "Listed", "PartnerIds", "read_listed", "search_key", "tags_in_use"]

AT_ONCE = 5_000
"""Up to so many partners everything is read in a few milliseconds; beyond, the GUI thread must not wait for it."""
FIRST = 64
"""So many are shown before the worker has the rest."""


class Listed:
    """Partners in the order of the list. Nobody changes it."""

    __slots__ = ("count", "ids", "problem", "rows", "totals")

    def __init__(
        self,
        ids: PartnerIds,
        count: int,
        totals: ListTotals | None = None,
        rows: Sequence[PartnerRow] = (),
        problem: str = "",
    ) -> None:
        """Hold what was read.

        Args:
            ids: All of them, or the first `FIRST` while `count` says that there are more.
            count: How many there are.
            totals: None while the worker counts.
            rows: The first of them, as many as were asked for.
            problem: A sentence when the file cannot be read; nothing is listed then.
        """
        self.ids, self.count, self.totals, self.rows, self.problem = ids, count, totals, rows, problem


class ListReading(QObject):
    """Answers each wish with `arrived`: at once, or later for the newest one."""

    arrived = Signal(object)

    def __init__(self, path: Path, reader: PartnerList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._reader = path, reader
        self._newest = Newest(self)
        self._newest.arrived.connect(self.arrived)
        self._begun = False

    @property
    def is_busy(self) -> bool:
        """Whether a wish has not been answered in full yet."""
        return self._newest.is_busy

    def close(self) -> None:
        """Let go of the file; nothing arrives any more."""
        self._newest.drop()
        self._reader.close()

    def ask(self, wanted: ListFilter, sort: ListSort) -> None:
        """Wish for the partners that match."""
        count = self._reader.count()
        if count <= AT_ONCE:
            self._newest.drop()
            self.arrived.emit(_read(self._reader, wanted, sort, 0))
            return
        if not self._begun and wanted == ListFilter() and sort == ListSort():
            # The first rows by name come from an index; the first paint needs no more.
            self.arrived.emit(Listed(self._reader.ids(wanted, sort, FIRST), count))
        self._begun = True
        self._newest.ask(partial(read_listed, self._path, wanted, sort))


def read_listed(path: Path, wanted: ListFilter, sort: ListSort, most: int = 0) -> Listed:
    """Return the partners that match, the first `most` with their figures; opens the file itself, for a worker."""
    try:
        with closing(open_list(path)) as reader:
            return _read(reader, wanted, sort, most)
    except StoreError as error:
        return Listed(PartnerIds(()), 0, problem=str(error))


def tags_in_use(path: Path) -> list[str]:
    """Return every tag, sorted as people do; none when the file cannot be read, of which the list speaks."""
    try:
        with closing(open_list(path)) as reader:
            return reader.tags()
    except StoreError:
        return []


def _read(reader: PartnerList, wanted: ListFilter, sort: ListSort, most: int) -> Listed:
    ids = reader.ids(wanted, sort)
    return Listed(ids, len(ids), reader.totals(), reader.rows(ids[:most]) if most else ())
