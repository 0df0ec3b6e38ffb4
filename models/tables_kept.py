"""The tables beside the answers: where the reader was, what the list page shows, and every change ever made.

Same rules as `models.tables`, whose conventions it shares.
"""

from typing import Any, ClassVar

from sqlalchemy import REAL, CheckConstraint, ForeignKey, Index, Text, text
from sqlmodel import Field, SQLModel

from models.column_rules import day_rule, flag_rule, json_rule, moment_rule, range_rule, text_rule
from models.tables import KEYED, STRICT


class PlaceRow(SQLModel, table=True):
    """The question that was last on screen in an assessment."""

    __tablename__ = "place"
    __table_args__: ClassVar[Any] = (text_rule("place", "question_id", 1, 40), KEYED)
    assessment_id: str = Field(
        primary_key=True, sa_type=Text, sa_column_args=[ForeignKey("assessment.id", ondelete="CASCADE")]
    )
    question_id: str = Field(sa_type=Text)


class SummaryRow(SQLModel, table=True):
    """What the list page shows of one assessment; written with every change to it, never by hand."""

    __tablename__ = "summary"
    __table_args__: ClassVar[Any] = (
        flag_rule("summary", "newest"),
        day_rule("summary", "as_of"),
        range_rule("summary", "supported", 0, 100),
        range_rule("summary", "answered", 0, 100),
        range_rule("summary", "best", 0, 100),
        range_rule("summary", "coverage", 0, 1),
        range_rule("summary", "evidenced", 0, 1),
        CheckConstraint("band IN ('proceed', 'conditions', 'pilot', 'decline', 'hold')", name="summary_band_known"),
        CheckConstraint("open_gates >= 0", name="summary_open_gates_range"),
        flag_rule("summary", "too_little"),
        flag_rule("summary", "provisional"),
        json_rule("summary", "dimensions", "array"),
        day_rule("summary", "fresh_until"),
        # Holds all that the list sorts and filters by: without it each of 100,000 lines costs a jump into the table.
        Index(
            "summary_newest", "partner_id", "newest", "band", "supported", "coverage", sqlite_where=text("newest = 1")
        ),
        Index("summary_stale", "fresh_until", sqlite_where=text("fresh_until IS NOT NULL")),
        KEYED,
    )
    assessment_id: str = Field(
        primary_key=True, sa_type=Text, sa_column_args=[ForeignKey("assessment.id", ondelete="CASCADE")]
    )
    partner_id: str = Field(sa_type=Text)
    newest: int
    as_of: str = Field(sa_type=Text)
    supported: float | None = Field(default=None, sa_type=REAL)
    answered: float | None = Field(default=None, sa_type=REAL)
    best: float | None = Field(default=None, sa_type=REAL)
    coverage: float = Field(sa_type=REAL)
    evidenced: float = Field(sa_type=REAL)
    band: str = Field(sa_type=Text)
    open_gates: int
    too_little: int
    provisional: int
    dimensions: str = Field(sa_type=Text)
    fresh_until: str | None = Field(default=None, sa_type=Text)


class ChangeRow(SQLModel, table=True):
    """One transaction, in the order they happened. Triggers refuse to change or remove a row; see `models.erasing`."""

    __tablename__ = "change"
    __table_args__: ClassVar[Any] = (
        text_rule("change", "label", 1, 1000),
        json_rule("change", "edits", "array"),
        json_rule("change", "assessments", "array"),
        moment_rule("change", "at"),
        CheckConstraint("reverts < seq", name="change_reverts_an_earlier_one"),
        STRICT,
    )
    seq: int | None = Field(default=None, primary_key=True)
    label: str = Field(sa_type=Text)
    edits: str = Field(sa_type=Text)
    assessments: str = Field(sa_type=Text)
    at: str = Field(sa_type=Text)
    reverts: int | None = Field(default=None, sa_column_args=[ForeignKey("change.seq")])
