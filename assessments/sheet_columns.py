"""The columns of each sheet: what a table shows, an entry checks and a paste fills."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessments.conditions import ConditionState
from assessments.risk_register import Response
from assessments.sheets import Sheet
from assessments.value_exchange import Kind, Side


class ColumnKind(StrEnum):
    """What a cell takes."""

    TEXT = "text"
    POINTS = "points"
    """0 to 5."""
    LEVEL = "level"
    """1 to 5."""
    CHOICE = "choice"
    DATE = "date"
    MONEY = "money"
    CURRENCY = "currency"
    QUESTION = "question"
    """The id of a question; its title is read too."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: str
    """The name of the field in the sheet's row."""
    title: str
    """In English, as a paste may repeat it."""
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    """A row cannot be without it."""
    choices: tuple[tuple[StrEnum, str], ...] = ()
    """Value and English word, in the order they are offered."""
    default: int | StrEnum | None = None
    """What an empty cell means where the field cannot be empty."""


_POINTS, _LEVEL, _DATE, _CHOICE = ColumnKind.POINTS, ColumnKind.LEVEL, ColumnKind.DATE, ColumnKind.CHOICE
_MONEY = ColumnKind.MONEY

_GIVERS = ((Side.OURS, "We"), (Side.THEIRS, "They"))
_KINDS = (
    (Kind.MONEY, "Money"),
    (Kind.DATA, "Data"),
    (Kind.TECHNOLOGY, "Technology"),
    (Kind.AUDIENCE, "Audience"),
    (Kind.PEOPLE, "People"),
    (Kind.KNOW_HOW, "Know-how"),
    (Kind.BRAND, "Brand"),
)
_RESPONSES = (
    (Response.AVOID, "Avoid"),
    (Response.REDUCE, "Reduce"),
    (Response.SHARE, "Share"),
    (Response.ACCEPT, "Accept"),
)
_STATES = (
    (ConditionState.OPEN, "Open"),
    (ConditionState.AGREED, "Agreed"),
    (ConditionState.DONE, "Done"),
    (ConditionState.DROPPED, "Dropped"),
)

COLUMNS: dict[Sheet, tuple[Column, ...]] = {
    Sheet.GOALS: (
        Column("outcome", "Outcome", required=True),
        Column("metric", "Metric"),
        Column("baseline", "Baseline"),
        Column("target", "Target"),
        Column("source", "Source"),
        Column("due", "Date", _DATE),
        Column("ours", "To us", _POINTS, default=0),
        Column("theirs", "To them", _POINTS, default=0),
    ),
    Sheet.EXCHANGES: (
        Column("item", "What is given", required=True),
        Column("giver", "Giver", _CHOICE, required=True, choices=_GIVERS),
        Column("kind", "Kind", _CHOICE, required=True, choices=_KINDS),
        Column("cost", "Cost to giver", _POINTS, required=True),
        Column("worth", "Worth to receiver", _POINTS, required=True),
        Column("amount_low", "Amount from", _MONEY),
        Column("amount_high", "Amount to", _MONEY),
        Column("currency", "Currency", ColumnKind.CURRENCY),
        Column("timing", "Timing"),
        Column("certainty", "Certainty"),
    ),
    Sheet.RISKS: (
        Column("risk", "Risk", required=True),
        Column("likelihood", "Likelihood", _LEVEL, required=True),
        Column("impact", "Impact", _LEVEL, required=True),
        Column("response", "Response", _CHOICE, choices=_RESPONSES),
        Column("action", "Action"),
        Column("owner", "Owner"),
        Column("due", "Due", _DATE),
        Column("likelihood_after", "Likelihood after", _LEVEL),
        Column("impact_after", "Impact after", _LEVEL),
    ),
    Sheet.CONDITIONS: (
        Column("what", "Condition or action", required=True),
        Column("owner", "Owner"),
        Column("due", "Due", _DATE),
        Column("closes", "Done when"),
        Column("state", "State", _CHOICE, choices=_STATES, default=ConditionState.OPEN),
        Column("question_id", "From question", ColumnKind.QUESTION),
    ),
    Sheet.MEETINGS: (
        Column("ours", "Who of us", required=True),
        Column("theirs", "Meets whom"),
        Column("how_often", "How often"),
        Column("channel", "Channel"),
    ),
}


def column(sheet: Sheet, column_id: str) -> Column:
    """Return one column.

    Raises:
        KeyError: The sheet has no such column.
    """
    for one in COLUMNS[sheet]:
        if one.id == column_id:
            return one
    raise KeyError(column_id)
