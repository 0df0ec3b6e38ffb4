"""What one transaction changes, row by row, with what was there before.

An edit that is stored, undone, or shown in a history is the same value. Both sides are kept, so that a change which
another window overtook is noticed, and so that every change can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from assessments.assessment import Assessment
from assessments.result import Result
from models.rows import Row

Key = dict[str, str | int]
WORKSPACE_KEY = {"id": 1}


@dataclass(frozen=True, slots=True)
class Edit:
    """One row that appears, changes or goes."""

    table: str
    key: Mapping[str, str | int]
    """The columns of the primary key."""
    before: Row | None
    """The other columns as they must be in the file, None when the row must not be there. Columns may be left out."""
    after: Row | None
    """The other columns as they will be, None to remove the row."""

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One stored transaction."""

    seq: int
    """Its number in the change table, rising; 0 for nothing stored."""
    label: str
    edits: tuple[Edit, ...]
    """Columns that stayed equal are left out."""
    assessment_ids: tuple[UUID, ...]
    """Assessments whose content it touched, through their own rows or their partner's."""
    at: datetime | None
    """UTC."""
    reverts: int | None = None
    """The number of the change it takes back."""
    assessments: Mapping[UUID, tuple[Assessment, Result]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    """Touched assessments as they are stored now, with their result; one that is gone is missing here. Empty when the
    change was read from the history."""

    @classmethod
    def nothing(cls, label: str) -> Change:
        """Return a change that changed nothing."""
        return cls(0, label, (), (), None)
