"""The schema as it stands in a file: tables, indexes and the triggers that keep the change table append-only.

Only `models.erasing` takes the triggers away, and puts them back in the same transaction.
"""

from __future__ import annotations

from sqlalchemy import Connection
from sqlmodel import SQLModel

from models import tables, tables_kept, tables_sheets
from models.file_check import APPLICATION_ID, SCHEMA_VERSION

TABLES = {
    row.__tablename__: SQLModel.metadata.tables[str(row.__tablename__)]
    for row in (
        tables.WorkspaceRow,
        tables.PartnerRow,
        tables.QuestionnaireRow,
        tables.AssessorRow,
        tables.AssessmentRow,
        tables.AnswerRow,
        tables.ReopeningRow,
        tables_kept.PlaceRow,
        tables_kept.SummaryRow,
        tables_kept.ChangeRow,
        tables_sheets.GoalRow,
        tables_sheets.ExchangeRow,
        tables_sheets.RiskRow,
        tables_sheets.ConditionRow,
        tables_sheets.MeetingRow,
        tables_sheets.DecisionRow,
        tables_sheets.LinkRow,
        tables_sheets.AttachmentBlobRow,
        tables_sheets.AttachmentRow,
    )
}
"""Table name -> table, parents before children."""

_KEPT = (
    ("change", "seq", "a stored change"),
    ("questionnaire", "content_hash", "a used questionnaire"),
    ("attachment_blob", "sha256", "an attached file"),
)

TRIGGERS = tuple(
    f'CREATE TRIGGER {table}_{name} BEFORE {event} ON "{table}" {condition}'
    f"BEGIN SELECT RAISE(ABORT, '{what} is never {done}'); END"
    for table, key, what in _KEPT
    for name, event, condition, done in (
        ("no_update", "UPDATE", "", "changed"),
        ("no_delete", "DELETE", "", "removed"),
        # INSERT OR REPLACE removes rows without asking the other two.
        ("no_replace", "INSERT", f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {key} = NEW.{key}) ', "replaced"),  # noqa: S608 - our names
    )
)


def write_schema(connection: Connection) -> None:
    """Create everything in an empty file, inside the caller's transaction."""
    for table in TABLES.values():
        table.create(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
