"""The schema as it stands in a file: tables, indexes and the triggers that keep the change table append-only."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlmodel import SQLModel

from models import tables, tables_kept
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
    )
}
"""Table name -> table, parents before children."""

TRIGGERS = tuple(
    f'CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON "{table}" '
    f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    for table, event, sentence in (
        ("change", "UPDATE", "a stored change is never changed"),
        ("change", "DELETE", "a stored change is never removed"),
        ("questionnaire", "UPDATE", "a used questionnaire is never changed"),
        ("questionnaire", "DELETE", "a used questionnaire is never removed"),
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
