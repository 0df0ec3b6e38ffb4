"""What the file takes but a change may not do: alter a finished assessment, or bring evidence from the future."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from assessments.assessment import Assessment
from assessments.freshness import refuse_future
from assessments.result import Result
from models.edit import Edit
from models.errors import StoreError
from models.sheet_reading import EVIDENCE_NAMES, SHEET_NAMES

_OWNERS = {
    "assessment": "id",
    "answer": "assessment_id",
    **dict.fromkeys({*SHEET_NAMES, *EVIDENCE_NAMES} - {"decision", "condition"}, "assessment_id"),
}
"""Table -> the column of its key that names the assessment whose content it is.

Conditions and the decision are missing: they are met and taken after an assessment is finished.
"""


def refuse_future_days(edits: Iterable[Edit], today: date) -> None:
    """Refuse a new evidence date after today.

    Raises:
        StoreError: With the sentence for the user.
    """
    for edit in edits:
        day = edit.after.get("evidence_date") if edit.table == "answer" and edit.after is not None else None
        if isinstance(day, str):
            try:
                refuse_future(date.fromisoformat(day), today)
            except ValueError as error:
                raise StoreError(f"{edit.key['question_id']}: {error}") from error


def refuse_finished(edits: Iterable[Edit], stored: Mapping[UUID, tuple[Assessment, Result]]) -> None:
    """Refuse edits of a finished assessment, other than its arrival, its finishing and its reopening.

    Args:
        edits: As applied: only columns that differ.
        stored: The touched assessments as they are now, inside the transaction.

    Raises:
        StoreError: With the sentence for the user.
    """
    edits = list(edits)
    turned = {str(edit.key["id"]) for edit in edits if edit.table == "assessment" and _arrives_or_turns(edit)}
    for edit in edits:
        owner = _OWNERS.get(edit.table)
        if owner is None or str(edit.key[owner]) in turned:
            continue
        found = stored.get(UUID(str(edit.key[owner])))
        if found is not None and found[0].is_final:
            raise StoreError(
                f"The assessment of “{found[0].partner.name}” is finished. Nothing was changed: reopen it to change it."
            )


def _arrives_or_turns(edit: Edit) -> bool:
    return edit.before is None or "final_at" in edit.before
