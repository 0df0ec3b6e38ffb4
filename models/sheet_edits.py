"""Edits of what stands beside the score: sheets, the decision, links and attached files."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.assessment import Assessment
from assessments.conditions import Decision
from assessments.evidence import Attachment, Link
from assessments.sheets import Sheet, SheetRow
from models.edit import Edit, Key
from models.rows import Row
from models.sheet_rows import SHEET_TABLES, attachment_row, decision_row, link_row, sheet_row


def edit_sheet(before: Assessment, sheet: Sheet, after: Sequence[SheetRow]) -> list[Edit]:
    """Return the edits from a sheet as it is to another: rows that appear, change, move or go; none when equal."""
    table = SHEET_TABLES[sheet]
    old = _by_id(before.sheets.rows(sheet))
    new = _by_id(after)
    edits = [Edit(table, _key(before, one), row, None) for one, row in old.items() if one not in new]
    for one, row in new.items():
        if old.get(one) != row:
            edits.append(Edit(table, _key(before, one), old.get(one), row))
    return edits


def edit_decision(before: Assessment, after: Decision | None) -> list[Edit]:
    """Return the edit of the decision; None takes it back."""
    old = before.sheets.decision
    if old == after:
        return []
    rows = [None if one is None else decision_row(one) for one in (old, after)]
    return [Edit("decision", {"assessment_id": str(before.id)}, *rows)]


def keep_blob(sha256: str, content: bytes) -> Edit:
    """Return the edit that stores the bytes of a file unless the workspace has them already."""
    return Edit("attachment_blob", {"sha256": sha256}, None, {"content": content})


def add_attachment(assessment: Assessment, attachment: Attachment) -> Edit:
    """Return the edit that attaches a file whose bytes are stored already, or by an edit before this one."""
    return Edit("attachment", _key(assessment, str(attachment.id)), None, attachment_row(attachment))


def remove_attachment(assessment: Assessment, attachment: Attachment) -> Edit:
    """Return the edit that takes an attachment away. Its bytes stay, for undo."""
    return Edit("attachment", _key(assessment, str(attachment.id)), attachment_row(attachment), None)


def add_link(assessment: Assessment, link: Link) -> Edit:
    """Return the edit that adds a link."""
    return Edit("link", _key(assessment, str(link.id)), None, link_row(link))


def remove_link(assessment: Assessment, link: Link) -> Edit:
    """Return the edit that takes a link away."""
    return Edit("link", _key(assessment, str(link.id)), link_row(link), None)


def everything_beside(assessment: Assessment) -> list[Edit]:
    """Return the edits that store the sheets, links and attachments of a new assessment."""
    edits = [
        Edit(SHEET_TABLES[sheet], _key(assessment, one), None, row)
        for sheet in Sheet
        for one, row in _by_id(assessment.sheets.rows(sheet)).items()
    ]
    if assessment.sheets.decision is not None:
        key: Key = {"assessment_id": str(assessment.id)}
        edits.append(Edit("decision", key, None, decision_row(assessment.sheets.decision)))
    edits.extend(add_link(assessment, link) for link in assessment.links)
    edits.extend(add_attachment(assessment, attachment) for attachment in assessment.attachments)
    return edits


def _by_id(rows: Sequence[SheetRow]) -> dict[str, Row]:
    return {str(row.id): sheet_row(row, position) for position, row in enumerate(rows)}


def _key(assessment: Assessment, row_id: str) -> Key:
    return {"assessment_id": str(assessment.id), "id": row_id}
