"""Reads what stands beside the score. An assessment without any of it costs nothing but the question whether."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Exists, bindparam, or_, select

from assessments.evidence import Attachment, Link, in_order
from assessments.sheets import NO_SHEETS, Sheets
from models.prepared import Prepared
from models.reading_errors import bad_row
from models.schema import TABLES
from models.sheet_rows import SHEET_TABLES, attachment_of, decision_of, link_of, sheet_value

SHEET_NAMES = (*SHEET_TABLES.values(), "decision")
EVIDENCE_NAMES = ("link", "attachment")


def _select(table: str) -> Prepared:
    """Read one table of one assessment: the id first, the place and the assessment left out."""
    columns = TABLES[table].c
    cells = [column for column in columns if column.name not in ("assessment_id", "position")]
    statement = select(*cells).where(columns.assessment_id == bindparam("id"))
    return Prepared(statement.order_by(columns.position, columns.id) if "position" in columns else statement)


_SELECT = {name: _select(name) for name in (*SHEET_NAMES, *EVIDENCE_NAMES)}
_SELECT_BLOB = Prepared(
    select(TABLES["attachment_blob"].c.content).where(TABLES["attachment_blob"].c.sha256 == bindparam("sha256"))
)


def has_any(names: tuple[str, ...], assessment_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the SQL question whether one of some tables has a row of an assessment."""

    def has(name: str) -> Exists:
        return select(TABLES[name].c.assessment_id).where(TABLES[name].c.assessment_id == assessment_id).exists()

    return or_(*(has(name) for name in names))


def read_sheets(connection: Connection, path: Path, assessment_id: UUID) -> Sheets:
    """Return the sheets of an assessment.

    Raises:
        StoreError: A row breaks the rules.
    """
    key = {"id": str(assessment_id)}
    rows: dict[str, Any] = {}
    for sheet, table in SHEET_TABLES.items():
        found = []
        for cells in _SELECT[table].run(connection, key):
            with bad_row(path, table, cells[0]):
                found.append(sheet_value(sheet, cells[0], cells[1:]))
        rows[sheet.value] = tuple(found)
    decision = _SELECT["decision"].run(connection, key).fetchone()
    with bad_row(path, "decision", assessment_id):
        sheets = Sheets(**rows, decision=None if decision is None else decision_of(decision))
    return NO_SHEETS if sheets == NO_SHEETS else sheets


def read_evidence(
    connection: Connection, path: Path, assessment_id: UUID
) -> tuple[tuple[Attachment, ...], tuple[Link, ...]]:
    """Return attachments and links of an assessment, each as they were added.

    Raises:
        StoreError: A row breaks the rules.
    """
    key = {"id": str(assessment_id)}
    attachments, links = [], []
    for cells in _SELECT["attachment"].run(connection, key):
        with bad_row(path, "attachment", cells[0]):
            attachments.append(attachment_of(cells))
    for cells in _SELECT["link"].run(connection, key):
        with bad_row(path, "link", cells[0]):
            links.append(link_of(cells))
    return in_order(attachments), in_order(links)


def read_blob(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes of a file by their hash, None when the workspace has none."""
    row = _SELECT_BLOB.run(connection, {"sha256": sha256}).fetchone()
    return None if row is None else bytes(row[0])
