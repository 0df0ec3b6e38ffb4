"""The partners that are compared, as the compare page sees them: chosen, read and scored off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from assessments.comparison import FEWEST_PARTNERS, MOST_PARTNERS, Comparison, compare
from assessments.scoring import score_assessment
from models.errors import StoreError
from models.partner_list import ListFilter, ListSort, PartnerRow, open_list
from ui.documents.workspace_document import WorkspaceDocument
from ui.jobs.newest import Newest

AT_FIRST = 3
"""So many partners are compared until the user chooses: those with the highest supported scores."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the file holds of the chosen partners."""

    partners: tuple[UUID, ...]
    """Those that are still there and have an assessment, in the order chosen."""
    comparison: Comparison | None
    problem: str = ""
    """A sentence where the file cannot be read or the assessments cannot be compared."""


class ComparisonDocument(QObject):
    """Up to twelve partners by their newest assessments. Choosing is no change of content: nothing is stored."""

    changed = Signal()
    """Other partners, or other answers of them, are shown now."""

    def __init__(self, workspace: WorkspaceDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.chosen: tuple[UUID, ...] = ()
        self.found = Found((), None)
        self._untouched = True
        self._newest = Newest(self)
        self._newest.arrived.connect(self._on_arrived)

    @property
    def comparison(self) -> Comparison | None:
        """What is compared; None with fewer than two partners or when they have nothing in common."""
        return self.found.comparison

    @property
    def is_busy(self) -> bool:
        """Whether the file is being read."""
        return self._newest.is_busy

    @property
    def is_full(self) -> bool:
        """Whether no partner can be added."""
        return len(self.chosen) >= MOST_PARTNERS

    def refresh(self) -> None:
        """Read the chosen partners again; on the first visit the strongest ones."""
        path, today = self.workspace.path, self.workspace.today()
        chosen = None if self._untouched else self.chosen
        self._newest.ask(partial(read_comparison, path, chosen, today))

    def choose(self, partners: Iterable[UUID]) -> None:
        """Compare these, the first twelve of them."""
        self._untouched = False
        self.chosen = tuple(dict.fromkeys(partners))[:MOST_PARTNERS]
        self.refresh()

    def add(self, partner: UUID) -> None:
        """Compare one more."""
        self.choose((*self.chosen, partner))

    def remove(self, partner: UUID) -> None:
        """Compare one less."""
        self.choose(one for one in self.chosen if one != partner)

    def move(self, partner: UUID, by: int) -> None:
        """Show a partner further right, or with a negative number further left."""
        order = [one for one in self.chosen if one != partner]
        place = min(max(self.chosen.index(partner) + by, 0), len(order))
        self.choose((*order[:place], partner, *order[place:]))

    def offered(self, text: str, most: int) -> tuple[list[PartnerRow], bool]:
        """Return partners that could be added, by name, and whether there are more of them.

        Args:
            text: Part of a name, tag or note; empty for all.
            most: How many to read. Those without an assessment are left out.
        """
        try:
            with closing(open_list(self.workspace.path)) as reader:
                ids = reader.ids(ListFilter(text=text.strip()), ListSort("name"))
                chosen = {str(one) for one in self.chosen}
                free = [one for one in ids if one not in chosen]
                return [row for row in reader.rows(free[:most]) if row.assessment_id], len(free) > most
        except StoreError as error:
            self.workspace.refused.emit(str(error))
            return [], False

    def _on_arrived(self, found: Found) -> None:
        self.found = found
        self.chosen = found.partners
        self._untouched = False
        self.changed.emit()


def read_comparison(path: Path, chosen: Sequence[UUID] | None, today: date) -> Found:
    """Return partners compared by their newest assessments; touches no widget, so that it can run in a worker.

    Args:
        path: Of the workspace.
        chosen: Partner ids in their order; None takes those with the highest supported scores.
        today: The day that open assessments are scored on.
    """
    from models.workspace import open_workspace

    try:
        newest = _newest_assessments(path, chosen)
        if len(newest) < FEWEST_PARTNERS:
            return Found(tuple(newest), None)
        with closing(open_workspace(path)) as workspace:
            read = [workspace.read_assessment(assessment_id) for assessment_id in newest.values()]
        entries = [(assessment, score_assessment(assessment, today)) for assessment in read]
    except StoreError as error:
        return Found(tuple(chosen or ()), None, str(error))
    try:
        return Found(tuple(newest), compare(entries))
    except ValueError as error:  # its message is a sentence for the user
        return Found(tuple(newest), None, str(error))


def _newest_assessments(path: Path, chosen: Sequence[UUID] | None) -> dict[UUID, UUID]:
    with closing(open_list(path)) as reader:
        if chosen is None:
            ids = reader.ids(ListFilter(), ListSort("supported", descending=True))[:AT_FIRST]
        else:
            ids = [str(one) for one in chosen]
        return {UUID(row.partner_id): UUID(row.assessment_id) for row in reader.rows(ids) if row.assessment_id}
