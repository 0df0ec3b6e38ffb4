"""The schema of a workspace as SQLModel classes.

They do not validate: the rules are in the values of `assessments`, and CHECK constraints repeat every one, so that no
way into the file goes around them.

Days are ISO texts, moments are UTC with microseconds and offset (32 characters, so text order is time order), lists and
mappings are JSON texts. Tables are STRICT: SQLite refuses a value of the wrong type. No `Relationship`, and no
postponed annotations in this file: SQLModel needs the real ones.
"""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, PrimaryKeyConstraint, Text, text
from sqlmodel import Field, SQLModel

from assessments.text_rules import CONFIDENTIALITY_LIMIT, FOOTER_LIMIT
from models.column_rules import day_rule, flag_rule, id_rule, json_rule, moment_rule, range_rule, text_rule

STRICT = {"sqlite_strict": True}
KEYED = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""Stored in the order of its key: reading the answers of one assessment is one range."""


class WorkspaceRow(SQLModel, table=True):
    """Our own side; a single row."""

    __tablename__ = "workspace"
    __table_args__: ClassVar[Any] = (
        CheckConstraint("id = 1", name="workspace_is_single"),
        text_rule("workspace", "own_name", 0, 200),
        text_rule("workspace", "own_type", 0, 20),
        text_rule("workspace", "assessor", 0, 200),
        CheckConstraint("paper IN ('a4', 'letter')", name="workspace_paper_known"),
        flag_rule("workspace", "sample"),
        text_rule("workspace", "confidentiality", 0, CONFIDENTIALITY_LIMIT),
        text_rule("workspace", "footer", 0, FOOTER_LIMIT),
        STRICT,
    )
    id: int = Field(primary_key=True)
    own_name: str = Field(sa_type=Text)
    own_type: str = Field(sa_type=Text)
    assessor: str = Field(sa_type=Text)
    paper: str = Field(sa_type=Text)
    sample: int
    confidentiality: str = Field(sa_type=Text)
    footer: str = Field(sa_type=Text)
    logo: str | None = Field(default=None, sa_type=Text, sa_column_args=[ForeignKey("attachment_blob.sha256")])


class PartnerRow(SQLModel, table=True):
    """The other side. `name_key` sorts, `search_key` is searched; both follow from name and tags."""

    __tablename__ = "partner"
    __table_args__: ClassVar[Any] = (
        id_rule("partner"),
        text_rule("partner", "name", 1, 200),
        text_rule("partner", "type", 1, 20),
        text_rule("partner", "country", 0, 200),
        text_rule("partner", "website", 0, 2000),
        text_rule("partner", "contact", 0, 2000),
        json_rule("partner", "tags", "array"),
        flag_rule("partner", "archived"),
        Index("partner_by_name", "archived", "name_key", "id"),
        KEYED,
    )
    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    name_key: str = Field(sa_type=Text)
    search_key: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text)
    country: str = Field(sa_type=Text)
    website: str = Field(sa_type=Text)
    contact: str = Field(sa_type=Text)
    tags: str = Field(sa_type=Text)
    archived: int


class QuestionnaireRow(SQLModel, table=True):
    """A questionnaire as it was when first used; never changed, never removed."""

    __tablename__ = "questionnaire"
    __table_args__: ClassVar[Any] = (
        CheckConstraint(
            "length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'", name="questionnaire_hash_is_sha256"
        ),
        json_rule("questionnaire", "body", "object"),
        STRICT,
    )
    content_hash: str = Field(primary_key=True, sa_type=Text)
    title: str = Field(sa_type=Text)
    version: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)


class AssessorRow(SQLModel, table=True):
    """One person or role who answers."""

    __tablename__ = "assessor"
    __table_args__: ClassVar[Any] = (id_rule("assessor"), text_rule("assessor", "name", 0, 200), KEYED)
    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)


class AssessmentRow(SQLModel, table=True):
    """One assessment. `own_name` is kept from the day of finishing; while open it is the workspace's."""

    __tablename__ = "assessment"
    __table_args__: ClassVar[Any] = (
        id_rule("assessment"),
        text_rule("assessment", "partner_type", 1, 20),
        text_rule("assessment", "purpose", 0, 100_000),
        CheckConstraint("scope IN ('quick', 'full')", name="assessment_scope_known"),
        moment_rule("assessment", "created_at"),
        json_rule("assessment", "weights", "object"),
        json_rule("assessment", "switched_on", "array"),
        range_rule("assessment", "gut_feeling", 0, 100),
        moment_rule("assessment", "final_at"),
        day_rule("assessment", "finished_on"),
        text_rule("assessment", "own_name", 0, 200),
        CheckConstraint(
            "(final_at IS NULL) = (finished_on IS NULL) AND (final_at IS NULL) = (own_name IS NULL)",
            name="assessment_open_or_final",
        ),
        Index("assessment_by_partner", "partner_id", text("created_at DESC"), text("id DESC")),
        KEYED,
    )
    id: str = Field(primary_key=True, sa_type=Text)
    partner_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("partner.id")])
    questionnaire_hash: str = Field(sa_type=Text, sa_column_args=[ForeignKey("questionnaire.content_hash")])
    assessor_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessor.id")])
    partner_type: str = Field(sa_type=Text)
    purpose: str = Field(sa_type=Text)
    scope: str = Field(sa_type=Text)
    created_at: str = Field(sa_type=Text)
    weights: str = Field(sa_type=Text)
    switched_on: str = Field(sa_type=Text)
    gut_feeling: int | None = None
    final_at: str | None = Field(default=None, sa_type=Text)
    finished_on: str | None = Field(default=None, sa_type=Text)
    own_name: str | None = Field(default=None, sa_type=Text)


class AnswerRow(SQLModel, table=True):
    """The current answer of one assessor to one question; an untouched question has no row."""

    __tablename__ = "answer"
    __table_args__: ClassVar[Any] = (
        PrimaryKeyConstraint("assessment_id", "assessor_id", "question_id"),
        text_rule("answer", "question_id", 1, 40),
        CheckConstraint("state IN ('unanswered', 'rated', 'unknown', 'not_applicable')", name="answer_state_known"),
        range_rule("answer", "rating", 1, 5),
        CheckConstraint("(state = 'rated') = (rating IS NOT NULL)", name="answer_rated_has_rating"),
        CheckConstraint("(state = 'not_applicable') = (reason <> '')", name="answer_not_applicable_has_reason"),
        CheckConstraint("(state = 'unanswered') = (answered_on IS NULL)", name="answer_has_its_day"),
        CheckConstraint(
            "state <> 'unanswered' OR note <> '' OR flagged = 1 OR grade IS NOT NULL OR evidence_date IS NOT NULL",
            name="answer_says_something",
        ),
        text_rule("answer", "reason", 0, 100_000),
        range_rule("answer", "grade", 0, 3),
        day_rule("answer", "evidence_date"),
        text_rule("answer", "note", 0, 100_000),
        flag_rule("answer", "flagged"),
        day_rule("answer", "answered_on"),
        Index("answer_with_note", "assessment_id", sqlite_where=text("note <> ''")),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    assessor_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessor.id")])
    question_id: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)
    rating: int | None = None
    reason: str = Field(sa_type=Text)
    grade: int | None = None
    evidence_date: str | None = Field(default=None, sa_type=Text)
    note: str = Field(sa_type=Text)
    flagged: int
    answered_on: str | None = Field(default=None, sa_type=Text)


class ReopeningRow(SQLModel, table=True):
    """A finished assessment was opened again."""

    __tablename__ = "reopening"
    __table_args__: ClassVar[Any] = (
        PrimaryKeyConstraint("assessment_id", "at"),
        moment_rule("reopening", "at"),
        text_rule("reopening", "reason", 1, 100_000),
        KEYED,
    )
    assessment_id: str = Field(sa_type=Text, sa_column_args=[ForeignKey("assessment.id")])
    at: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
