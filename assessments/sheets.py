"""The sheets of one assessment. They stand beside the score and never change it."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from assessments.conditions import Condition, Decision, Meeting
from assessments.risk_register import Risk
from assessments.shared_goals import Goal
from assessments.value_exchange import Exchange
from assessments.wording_figures import Say, count_words

MOST_ROWS = 1_000
"""In one sheet. Ours: more than a reader can weigh, and every one is checked with every change."""

SheetRow = Goal | Exchange | Risk | Condition | Meeting


class Sheet(StrEnum):
    """The sheets that are tables; each value is the name of its field in `Sheets`."""

    GOALS = "goals"
    EXCHANGES = "exchanges"
    RISKS = "risks"
    CONDITIONS = "conditions"
    MEETINGS = "meetings"


ROW_TYPES: dict[Sheet, type[Any]] = {
    Sheet.GOALS: Goal,
    Sheet.EXCHANGES: Exchange,
    Sheet.RISKS: Risk,
    Sheet.CONDITIONS: Condition,
    Sheet.MEETINGS: Meeting,
}


@dataclass(frozen=True, slots=True)
class Sheets:
    """Everything that stands beside the score, in the order the user gave it.

    Raises:
        ValueError: A row of another sheet, an id that stands twice in a sheet, or more than 1,000 rows.
    """

    goals: tuple[Goal, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    risks: tuple[Risk, ...] = ()
    conditions: tuple[Condition, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decision: Decision | None = None

    def __post_init__(self) -> None:
        for sheet, kind in ROW_TYPES.items():
            rows = self.rows(sheet)
            if not rows:
                continue
            _refuse_many(rows, str)
            if not all(isinstance(row, kind) for row in rows):
                raise ValueError(f"The sheet {sheet} takes only rows of its own kind.")
            if len({row.id for row in rows}) < len(rows):
                raise ValueError(f"A row stands twice in the sheet {sheet}.")

    def rows(self, sheet: Sheet) -> tuple[SheetRow, ...]:
        """Return one sheet's rows in order."""
        rows: tuple[SheetRow, ...] = getattr(self, sheet.value)
        return rows

    def with_rows(self, sheet: Sheet, rows: Iterable[SheetRow], say: Say = str) -> Sheets:
        """Return the sheets with one of them replaced; `say` writes the figures of a refusal.

        Raises:
            ValueError: The rows break a rule of the class.
        """
        after = tuple(rows)
        _refuse_many(after, say)
        changes: dict[str, Any] = {sheet.value: after}
        return replace(self, **changes)


def _refuse_many(rows: Sized, say: Say) -> None:
    if len(rows) > MOST_ROWS:
        most, count = count_words(MOST_ROWS, say), count_words(len(rows), say)
        raise ValueError(f"A sheet can have {most} rows, not {count}. Remove some.")


NO_SHEETS = Sheets()
