"""Reading what the pages list, for a worker: each call has a connection of its own and touches no widget."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from models.errors import StoreError
from models.partner_list import ListFilter, ListSort, PartnerRow, open_list


@dataclass(frozen=True, slots=True)
class Listed:
    """Partners in the order of the list."""

    ids: Sequence[str]
    """All of them."""
    rows: Sequence[PartnerRow]
    """The first of them, as many as were asked for."""
    problem: str = ""
    """A sentence when the file cannot be read; nothing is listed then."""


def read_listed(path: Path, wanted: ListFilter, sort: ListSort, most: int) -> Listed:
    """Return the partners that match, the first `most` of them with their figures."""
    try:
        with closing(open_list(path)) as reader:
            ids = reader.ids(wanted, sort)
            return Listed(ids, reader.rows(ids[:most]))
    except StoreError as error:
        return Listed((), (), str(error))


def tags_in_use(path: Path) -> list[str]:
    """Return every tag, sorted as people do; none when the file cannot be read, of which the list speaks."""
    try:
        with closing(open_list(path)) as reader:
            return reader.tags()
    except StoreError:
        return []
