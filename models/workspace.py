"""An open workspace file: the door for reading and for every change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from assessments.assessment import Assessment, Partner
from assessments.result import Result
from assessments.text_rules import TextRefused, clean_text
from models import lookups
from models.applying import apply_edit
from models.changes import append_change, read_change, read_changes
from models.connection import OpenFile
from models.creation import create_file
from models.edit import Change, Edit
from models.errors import NotFoundError, StoreError, shown
from models.file_check import SCHEMA_VERSION, check_file, file_version
from models.questionnaires import StoredQuestionnaires
from models.reading import AssessmentHead, read_assessment, read_heads, read_ids, read_partner
from models.refusing import refuse_finished, refuse_future_days
from models.settings import OwnSettings
from models.sheet_reading import read_blob
from models.summaries import mark_newest, refresh_stale, write_summary
from models.watching import Watch, unwatched, watched

__all__ = ["AssessmentHead", "OwnSettings", "Workspace", "create_workspace", "open_workspace"]


def create_workspace(path: Path, *, sample: bool = False) -> Workspace:
    """Make a new workspace and open it.

    Args:
        path: Must not exist; a failure leaves nothing there.
        sample: Mark it as the sample, which the window says on every page.

    Raises:
        StoreError: The file exists, or its folder cannot be written to.
    """
    create_file(path, sample=sample)
    return Workspace(path)


def open_workspace(path: Path) -> Workspace:
    """Open a workspace; an older format is first led to this one, with a copy of the old file kept beside it.

    Raises:
        StoreError: It cannot be opened. The file is as it was.
    """
    check_file(path)
    if file_version(path) < SCHEMA_VERSION:
        from models.migrating import migrate_file

        migrate_file(path)
    return Workspace(path)


class Workspace:
    """One open file. May be made in one thread and used in another, one at a time."""

    def __init__(self, path: Path) -> None:
        """Open a file that `check_file` has passed."""
        self.path = path
        self.watch: Watch = unwatched  # of the steps of a change and of `all_assessments`
        self._file = OpenFile(path)
        self._questionnaires = StoredQuestionnaires(path)
        try:
            self._version = self._file.version_elsewhere()
            with self._file.reading() as connection:
                row = lookups.OWN.run(connection).fetchone()
            if row is None:
                raise StoreError(f"“{shown(path)}” is not complete. Nothing was changed: open a backup copy of it.")
        except BaseException:
            self._file.close()
            raise
        self.is_sample = bool(row[7])

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._file.close()

    # --- reading

    def is_changed_elsewhere(self) -> bool:
        """Say whether another connection wrote to the file since the last call, or since the opening.

        While one is writing, it waits some milliseconds only; what that writes is for a later call.

        Raises:
            StoreError: The file cannot be read.
        """
        before, now = self._version, self._file.version_elsewhere()
        self._version = now or before
        return self._version != before

    @property
    def own(self) -> OwnSettings:
        """Who we are and how we print, as stored now."""
        with self._file.reading() as connection:
            row = lookups.OWN.run(connection).fetchone()
        return OwnSettings(*row[:7])

    def has_partner(self, partner_id: UUID) -> bool:
        """Say whether a partner is in the file."""
        with self._file.reading() as connection:
            return lookups.HAS_PARTNER.run(connection, {"id": str(partner_id)}).fetchone() is not None

    def has_assessment(self, assessment_id: UUID) -> bool:
        """Say whether an assessment is in the file."""
        with self._file.reading() as connection:
            return lookups.HAS_ASSESSMENT.run(connection, {"id": str(assessment_id)}).fetchone() is not None

    def assessor_name(self, assessor_id: UUID) -> str | None:
        """Return an assessor's name, None when the file does not know the id."""
        with self._file.reading() as connection:
            row = lookups.ASSESSOR_NAME.run(connection, {"id": str(assessor_id)}).fetchone()
        return None if row is None else str(row[0])

    def read_partner(self, partner_id: UUID) -> Partner:
        """Return one partner.

        Raises:
            StoreError: It is not there, or its row breaks the rules.
        """
        with self._file.reading() as connection:
            return read_partner(connection, self.path, partner_id)

    def read_assessment(self, assessment_id: UUID) -> Assessment:
        """Return one assessment with its answers.

        Raises:
            StoreError: It is not there, or a row breaks the rules.
        """
        with self._file.reading() as connection:
            return read_assessment(connection, self.path, assessment_id, self._questionnaires)

    def all_partners(self) -> list[Partner]:
        """Return every partner, by name."""
        with self._file.reading() as connection:
            ids = read_ids(self.path, "partner", lookups.ALL_PARTNERS.run(connection))
            return [read_partner(connection, self.path, partner_id) for partner_id in ids]

    def all_assessments(self) -> list[Assessment]:
        """Return every assessment, oldest first."""
        with self._file.reading() as connection:
            ids = read_ids(self.path, "assessment", lookups.ALL_ASSESSMENTS.run(connection))
            steps = watched(ids, self.watch)
            return [read_assessment(connection, self.path, one, self._questionnaires) for one in steps]

    def assessments_of(self, partner_id: UUID) -> list[AssessmentHead]:
        """Return a partner's assessments in short, newest first."""
        with self._file.reading() as connection:
            return read_heads(connection, self.path, partner_id)

    def place(self, assessment_id: UUID) -> str | None:
        """Return the question that was last on screen, None when none was."""
        with self._file.reading() as connection:
            row = lookups.PLACE.run(connection, {"id": str(assessment_id)}).fetchone()
        return None if row is None else str(row[0])

    def read_blob(self, sha256: str) -> bytes:
        """Return the bytes of an attached file, checked against their hash.

        Raises:
            StoreError: The workspace does not have them, or they were changed.
        """
        with self._file.reading() as connection:
            content = read_blob(connection, sha256)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            raise StoreError(f"“{shown(self.path)}” does not have the attached file any more as it was attached.")
        return content

    def changes(self, assessment_id: UUID | None = None, limit: int = 100) -> list[Change]:
        """Return the latest changes, newest first; only those of one assessment when it is given."""
        with self._file.reading() as connection:
            return read_changes(connection, self.path, assessment_id, limit)

    # --- changing

    def commit(self, label: str, edits: Sequence[Edit], *, today: date) -> Change:
        """Store edits in one transaction, with the summaries that follow from them and a row in the change table.

        Args:
            label: Names the change in the Edit menu.
            edits: In an order in which parents come before children.
            today: The day that open assessments are scored on; evidence from later is refused.

        Raises:
            StoreError: Something refuses: another program, the disk, a rule, a row that was overtaken. Nothing changed.
        """
        with self._file.writing() as connection:
            return self._commit(connection, label, edits, None, today)

    def revert(self, seq: int, *, today: date) -> Change:
        """Take a stored change back by storing its opposite. Reverting the returned change brings it again.

        Raises:
            StoreError: The file no longer holds what that change left, or refuses the write. Nothing changed.
        """
        with self._file.writing() as connection:
            change = read_change(connection, self.path, seq)
            edits = [edit.inverse for edit in reversed(change.edits)]
            return self._commit(connection, change.label, edits, seq, today)

    def remember_place(self, assessment_id: UUID, question_id: str) -> None:
        """Keep the question that is on screen. Not a change of content: it is not in the change table.

        Raises:
            StoreError: The file refuses the write.
        """
        with self._file.writing() as connection, _texts_refused():
            clean_text(question_id, 40)
            lookups.KEEP_PLACE.run(connection, {"id": str(assessment_id), "question": question_id})

    def refresh_summaries(self, today: date, most: int | None = None) -> int:
        """Bring the list page up to date with evidence that went stale since. Return how many lines changed.

        Args:
            today: The day that open assessments are scored on.
            most: So many in this transaction; all when None. Others wait for the file meanwhile.

        Raises:
            StoreError: The file cannot be read, or refuses the write.
        """
        with self._file.writing() as connection:
            return refresh_stale(connection, self.path, today, self._questionnaires, most)

    # --- parts

    def _commit(
        self, connection: Connection, label: str, edits: Sequence[Edit], reverts: int | None, today: date
    ) -> Change:
        with _texts_refused():
            clean_text(label, 1000)
            wished = [_with_own_name(connection, edit) for edit in edits] if reverts is None else edits
            found = [apply_edit(connection, self.path, edit) for edit in watched(wished, self.watch)]
        applied = [edit for edit in found if edit is not None]
        if not applied:
            return Change.nothing(label)
        if reverts is None:
            refuse_future_days(applied, today)
        touched = tuple(read_ids(self.path, "assessment", ((text,) for text in _touched(connection, applied))))
        stored = self._sum_up(connection, applied, touched, today)
        refuse_finished(applied, stored)
        seq, at = append_change(connection, label, tuple(applied), touched, reverts)
        return Change(seq, label, tuple(applied), touched, at, reverts, stored)

    def _sum_up(
        self, connection: Connection, applied: list[Edit], touched: tuple[UUID, ...], today: date
    ) -> dict[UUID, tuple[Assessment, Result]]:
        stored = {}
        for assessment_id in watched(touched, self.watch):
            try:
                assessment = read_assessment(connection, self.path, assessment_id, self._questionnaires)
            except NotFoundError:
                continue
            stored[assessment_id] = (assessment, write_summary(connection, assessment, today))
        for edit in applied:
            row = edit.after if edit.before is None else edit.before
            if edit.table == "assessment" and row is not None and "partner_id" in row:
                mark_newest(connection, str(row["partner_id"]))
        return stored


def _with_own_name(connection: Connection, edit: Edit) -> Edit:
    """Let a finished assessment keep our own name as it is now, not as it was when the assessment was read."""
    if edit.table != "assessment" or not edit.before or not edit.after:
        return edit
    if edit.before.get("final_at", "") is not None or not edit.after.get("final_at"):
        return edit
    return replace(edit, after={**edit.after, "own_name": lookups.OWN.run(connection).fetchone()[0]})


@contextmanager
def _texts_refused() -> Iterator[None]:
    try:
        yield
    except TextRefused as error:
        raise StoreError(str(error)) from error


def _touched(connection: Connection, applied: list[Edit]) -> list[str]:
    """Return the ids of the assessments whose content changed, each once, in order."""
    ids: dict[str, None] = {}
    for edit in applied:
        if edit.table == "assessment":
            ids[str(edit.key["id"])] = None
        elif "assessment_id" in edit.key:
            ids[str(edit.key["assessment_id"])] = None
        elif edit.table == "partner":
            ids.update((row[0], None) for row in lookups.OF_PARTNER.run(connection, {"id": edit.key["id"]}))
    return list(ids)
