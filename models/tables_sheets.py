"""The tables beside the score: sheets, the decision, links and attached files.

One table a sheet, so that every rule of its values is a CHECK of its own: SQLite refuses its json functions in an
untrusted schema, so a JSON body could hold anything. `position` is the place in the sheet, from 0 without gaps.

Same rules as `models.tables`, whose conventions it shares.
"""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, PrimaryKeyConstraint, Text
from sqlmodel import Field, SQLModel

from assessments.evidence import LARGEST_FILE
from assessments.text_rules import CELL_LIMIT
from models.column_rules import day_rule, id_rule, moment_rule, range_rule, text_rule
from models.tables import KEYED, STRICT

MOST_CENTS = 99_999_999_999_999


def _one_of(table: str, column: str, *words: str) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{table}_{column}_known")


def _row_rules(table: str) -> tuple[Any, ...]:
    at_least = CheckConstraint("position >= 0", name=f"{table}_position_range")
    return PrimaryKeyConstraint("assessment_id", "id"), id_rule(table), at_least


class GoalRow(SQLModel, table=True):
    """One goal of the shared-goals sheet."""

    __tablename__ = "goal"
    __table_args__: ClassVar[Any] = (
        *_row_rules("goal"),
        text_rule("goal", "outcome", 1, CELL_LIMIT),
        text_rule("goal", "metric", 0, CELL_LIMIT),
        text_rule("goal", "baseline", 0, CELL_LIMIT),
        text_rule("goal", "target", 0, CELL_LIMIT),
        text_rule("goal", "source", 0, CELL_LIMIT),
        day_rule("goal", "due"),
        range_rule("goal", "ours", 0, 5),
        range_rule("goal", "theirs", 0, 5),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    position: int
    outcome: str = Field(sa_type=Text)
    metric: str = Field(sa_type=Text)
    baseline: str = Field(sa_type=Text)
    target: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)
    due: str | None = Field(default=None, sa_type=Text)
    ours: int
    theirs: int


class ExchangeRow(SQLModel, table=True):
    """One thing given. Amounts are whole hundredths of the currency, so that they compare exactly."""

    __tablename__ = "exchange"
    __table_args__: ClassVar[Any] = (
        *_row_rules("exchange"),
        text_rule("exchange", "item", 1, CELL_LIMIT),
        _one_of("exchange", "giver", "ours", "theirs"),
        _one_of("exchange", "kind", "money", "data", "technology", "audience", "people", "know_how", "brand"),
        range_rule("exchange", "cost", 0, 5),
        range_rule("exchange", "worth", 0, 5),
        range_rule("exchange", "amount_low", 0, MOST_CENTS),
        range_rule("exchange", "amount_high", 0, MOST_CENTS),
        CheckConstraint("amount_low <= amount_high", name="exchange_amounts_in_order"),
        CheckConstraint(
            "currency = '' OR (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*')", name="exchange_currency_form"
        ),
        CheckConstraint(
            "currency <> '' OR (amount_low IS NULL AND amount_high IS NULL)", name="exchange_amount_has_currency"
        ),
        text_rule("exchange", "timing", 0, CELL_LIMIT),
        text_rule("exchange", "certainty", 0, CELL_LIMIT),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    position: int
    item: str = Field(sa_type=Text)
    giver: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    cost: int
    worth: int
    amount_low: int | None = None
    amount_high: int | None = None
    currency: str = Field(sa_type=Text)
    timing: str = Field(sa_type=Text)
    certainty: str = Field(sa_type=Text)


class RiskRow(SQLModel, table=True):
    """One risk of the register."""

    __tablename__ = "risk"
    __table_args__: ClassVar[Any] = (
        *_row_rules("risk"),
        text_rule("risk", "risk", 1, CELL_LIMIT),
        range_rule("risk", "likelihood", 1, 5),
        range_rule("risk", "impact", 1, 5),
        _one_of("risk", "response", "avoid", "reduce", "share", "accept"),
        text_rule("risk", "action", 0, CELL_LIMIT),
        text_rule("risk", "owner", 0, CELL_LIMIT),
        day_rule("risk", "due"),
        range_rule("risk", "likelihood_after", 1, 5),
        range_rule("risk", "impact_after", 1, 5),
        CheckConstraint("(likelihood_after IS NULL) = (impact_after IS NULL)", name="risk_after_is_a_pair"),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    position: int
    risk: str = Field(sa_type=Text)
    likelihood: int
    impact: int
    response: str | None = Field(default=None, sa_type=Text)
    action: str = Field(sa_type=Text)
    owner: str = Field(sa_type=Text)
    due: str | None = Field(default=None, sa_type=Text)
    likelihood_after: int | None = None
    impact_after: int | None = None


class ConditionRow(SQLModel, table=True):
    """One condition or action."""

    __tablename__ = "condition"
    __table_args__: ClassVar[Any] = (
        *_row_rules("condition"),
        text_rule("condition", "what", 1, CELL_LIMIT),
        text_rule("condition", "owner", 0, CELL_LIMIT),
        day_rule("condition", "due"),
        text_rule("condition", "closes", 0, CELL_LIMIT),
        _one_of("condition", "state", "open", "agreed", "done", "dropped"),
        text_rule("condition", "question_id", 0, 40),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    position: int
    what: str = Field(sa_type=Text)
    owner: str = Field(sa_type=Text)
    due: str | None = Field(default=None, sa_type=Text)
    closes: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)
    question_id: str = Field(sa_type=Text)


class MeetingRow(SQLModel, table=True):
    """One line of the communication rhythm."""

    __tablename__ = "meeting"
    __table_args__: ClassVar[Any] = (
        *_row_rules("meeting"),
        text_rule("meeting", "ours", 1, CELL_LIMIT),
        text_rule("meeting", "theirs", 0, CELL_LIMIT),
        text_rule("meeting", "how_often", 0, CELL_LIMIT),
        text_rule("meeting", "channel", 0, CELL_LIMIT),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    position: int
    ours: str = Field(sa_type=Text)
    theirs: str = Field(sa_type=Text)
    how_often: str = Field(sa_type=Text)
    channel: str = Field(sa_type=Text)


class DecisionRow(SQLModel, table=True):
    """What was decided in the end; at most one an assessment."""

    __tablename__ = "decision"
    __table_args__: ClassVar[Any] = (
        text_rule("decision", "what", 1, CELL_LIMIT),
        text_rule("decision", "who", 0, CELL_LIMIT),
        day_rule("decision", "decided_on"),
        text_rule("decision", "why_different", 0, CELL_LIMIT),
        KEYED,
    )
    assessment_id: str = Field(primary_key=True, sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    what: str = Field(sa_type=Text)
    who: str = Field(sa_type=Text)
    decided_on: str = Field(sa_type=Text)
    why_different: str = Field(sa_type=Text)


class LinkRow(SQLModel, table=True):
    """An address behind an answer."""

    __tablename__ = "link"
    __table_args__: ClassVar[Any] = (
        PrimaryKeyConstraint("assessment_id", "id"),
        id_rule("link"),
        text_rule("link", "question_id", 1, 40),
        text_rule("link", "url", 8, CELL_LIMIT),
        CheckConstraint(
            "(url GLOB 'http://*' OR url GLOB 'https://*' OR url GLOB 'mailto:*') AND instr(url, ' ') = 0",
            name="link_url_scheme",
        ),
        moment_rule("link", "added_at"),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    question_id: str = Field(sa_type=Text)
    url: str = Field(sa_type=Text)
    added_at: str = Field(sa_type=Text)


class AttachmentBlobRow(SQLModel, table=True):
    """The bytes of attached files, each content once, found by its hash.

    Never changed, and removed only by `models.erasing` once neither a row nor the history names them: the change table,
    which keeps everything else, can bring back any attachment that was ever there, and needs its bytes then. A
    workspace without its history is made by export and import.
    """

    __tablename__ = "attachment_blob"
    __table_args__: ClassVar[Any] = (
        CheckConstraint("length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'", name="attachment_blob_hash_is_sha256"),
        CheckConstraint(f"length(content) <= {LARGEST_FILE}", name="attachment_blob_size"),
        STRICT,
    )
    sha256: str = Field(primary_key=True, sa_type=Text)
    content: bytes = Field(sa_type=LargeBinary)


class AttachmentRow(SQLModel, table=True):
    """A file behind an answer; its bytes are in `attachment_blob`."""

    __tablename__ = "attachment"
    __table_args__: ClassVar[Any] = (
        PrimaryKeyConstraint("assessment_id", "id"),
        id_rule("attachment"),
        text_rule("attachment", "question_id", 1, 40),
        text_rule("attachment", "name", 1, 200),
        CheckConstraint("instr(name, '/') = 0 AND instr(name, '\\') = 0", name="attachment_name_without_folders"),
        range_rule("attachment", "size", 0, LARGEST_FILE),
        moment_rule("attachment", "added_at"),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    id: str = Field(sa_type=Text)
    question_id: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    sha256: str = Field(sa_type=Text, sa_column_args=[ForeignKey("attachment_blob.sha256")])
    size: int
    added_at: str = Field(sa_type=Text)
