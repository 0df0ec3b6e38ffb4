"""An open workspace as the window sees it: one file, one undo stack, one saved light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from models.partner_list import ListFilter, ListSort, ListTotals, PartnerList, PartnerRow, open_list
from ui.documents.new_assessment import NewAssessment
from ui.documents.partner_choice import PartnerChoice

if TYPE_CHECKING:  # loaded after the first paint, when something is first read or written
    from uuid import UUID

    from assessments.assessment import Partner
    from models.edits import Change, Edit
    from models.workspace import AssessmentHead, OwnSettings, Workspace
    from ui.documents.assessment_document import AssessmentDocument

__all__ = ["ListFilter", "ListSort", "ListTotals", "NewAssessment", "PartnerList", "PartnerRow", "WorkspaceDocument"]


class WorkspaceDocument(QObject):
    """One workspace file. Reads on demand; every change goes through `commit`, and a refused one changes nothing."""

    partners_changed = Signal()
    own_changed = Signal()
    refused = Signal(str)
    """A write or read did not happen; the sentence says why and what to do."""
    saved_changed = Signal(bool)
    store_requested = Signal()
    """Every field that holds typed text, see `set_pending`, shall try now to store it."""

    def __init__(self, path: Path, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.today = today
        self.undo_stack = QUndoStack(self)
        self.choice = PartnerChoice(self)
        self._workspace: Workspace | None = None
        self.opened: dict[UUID, AssessmentDocument] = {}
        self._pending: set[str] = set()
        self._refused_last = False
        self.is_behind = False  # while what another program wrote waits until no typed text waits any more

    # --- the file

    @property
    def workspace(self) -> Workspace:
        """The open file; opened on first use.

        Raises:
            StoreError: The file cannot be opened.
        """
        if self._workspace is None:
            from models.workspace import open_workspace

            self._workspace = open_workspace(self.path)
        return self._workspace

    def partner_list(self) -> PartnerList:
        """Open the list page's own quick reader. The caller closes it.

        Raises:
            StoreError: The file cannot be read.
        """
        return open_list(self.path)

    def close(self) -> None:
        """Close the file. Everything is already stored."""
        # Steps hold the document that holds them: collected together, Qt and Python would each free the other's part.
        self.undo_stack.clear()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    # --- reading

    @property
    def own(self) -> OwnSettings:
        """Who we are and how we print."""
        return self.workspace.own

    def read_partner(self, partner_id: UUID) -> Partner:
        """Return one partner as stored."""
        return self.workspace.read_partner(partner_id)

    def find_partner(self, partner_id: UUID) -> Partner | None:
        """Return one partner as stored; None, after saying why, when it cannot be read: it may be deleted by now."""
        from models.errors import StoreError

        try:
            return self.read_partner(partner_id)
        except StoreError as error:
            self.say_refused(error)
            return None

    def assessments_of(self, partner_id: UUID) -> list[AssessmentHead]:
        """Return the assessments of a partner, newest first."""
        return self.workspace.assessments_of(partner_id)

    def open_assessment(self, assessment_id: UUID) -> AssessmentDocument:
        """Return the document of one assessment; the same object while the workspace is open."""
        from ui.documents.assessment_document import AssessmentDocument

        if assessment_id not in self.opened:
            self.opened[assessment_id] = AssessmentDocument(self, assessment_id)
        return self.opened[assessment_id]

    def let_go(self, assessment_id: UUID) -> None:
        """Forget an assessment that is gone. Pages may still hold it: it goes with the last of them."""
        self.opened.pop(assessment_id).setParent(None)
        for place in self.pending:  # what was typed for it has nowhere to go any more
            if place.startswith(str(assessment_id)):
                self.set_pending(place, False)

    def is_changed_elsewhere(self) -> bool:
        """Say whether another window or program wrote to the file since the last call, or since it was opened.

        Raises:
            StoreError: The file cannot be read.
        """
        return self.workspace.is_changed_elsewhere()

    # --- changing

    def add_assessment(self, new: NewAssessment) -> UUID | None:
        """Store a new assessment, and its partner when new. Return its id, or None when refused."""
        from models import edits
        from models.errors import NotFoundError
        from ui.documents.new_assessment import first_state

        assessment = first_state(new, self.own)

        def changes() -> Sequence[Edit]:
            if self.workspace.has_partner(new.partner.id):
                return edits.add_assessment(assessment)
            if new.is_known:
                raise NotFoundError(gone.format(name=new.partner.name))
            return [edits.add_partner(new.partner), *edits.add_assessment(assessment)]

        label = self.tr("new assessment of {name}").format(name=new.partner.name)
        gone = self.tr(
            "“{name}” was deleted for good in another window or program meanwhile. "
            "No assessment was started: copy what you typed if it is still needed, and cancel."
        )
        return assessment.id if self.commit(label, changes) else None

    def edit_partner(self, after: Partner) -> bool:
        """Store changed partner details."""
        return self._replace_partner(after, self.tr("details of {name}"))

    def archive_partner(self, partner_id: UUID) -> bool:
        """Take a partner out of the list; undo or `restore_partner` brings it back."""
        return self._set_archived(partner_id, True, self.tr("archiving {name}"))

    def restore_partner(self, partner_id: UUID) -> bool:
        """Put an archived partner back into the list."""
        return self._set_archived(partner_id, False, self.tr("restoring {name}"))

    def set_own(self, after: OwnSettings, logo: bytes = b"") -> bool:
        """Store who we are and how we print; `logo` has the bytes of a logo that is new in the file."""
        from models import edits, sheet_edits

        kept = [sheet_edits.keep_blob(after.logo, logo)] if after.logo and logo else []
        return self.commit(self.tr("settings"), lambda: [*kept, edits.edit_own(self.own, after)])

    def _set_archived(self, partner_id: UUID, archived: bool, label: str) -> bool:
        from dataclasses import replace

        found = self.find_partner(partner_id)
        return found is not None and self._replace_partner(replace(found, archived=archived), label)

    def _replace_partner(self, after: Partner, label: str) -> bool:
        from models import edits

        def changes() -> list[Edit]:
            before = self.read_partner(after.id)
            return [edits.edit_partner(before, after)] if before != after else []

        return self.commit(label.format(name=after.name), changes)

    # --- the door

    def commit(self, label: str, changes: Callable[[], Sequence[Edit]]) -> bool:
        """Write edits in one transaction, then tell everyone. The one way in which content changes.

        The write comes before the push on the undo stack, so that a refused one leaves undo and redo as they were.

        Args:
            label: Names the change in the Edit menu: "rating of T4".
            changes: Makes the edits; may raise what the rules refuse. No edits: nothing to do.

        Returns:
            True when what the user wanted is now stored.
        """
        change = self._attempt(lambda: self._write(label, changes()))
        if change is None:
            return False
        if change.edits:
            self._push(label, change.seq)
            self._announce(change)
        return True

    def adopt(self, seq: int, label: str) -> None:
        """Take over a change that a job stored with a connection of its own, so that undo takes it back."""
        self._push(label, seq)
        self.saved_changed.emit(self.is_saved)
        self.partners_changed.emit()
        self.own_changed.emit()

    def _push(self, label: str, seq: int) -> None:
        from ui.documents.stored_change import StoredChange  # nothing changes before the first paint

        self.undo_stack.push(StoredChange(self, label, seq))

    def revert(self, seq: int) -> int | None:
        """Take back a stored change by storing its opposite. Return the new change's number, None when refused."""
        change = self._attempt(lambda: self.workspace.revert(seq, today=self.today()))
        if change is None:
            return None
        self._announce(change)
        return change.seq

    def _write(self, label: str, edits: Sequence[Edit]) -> Change:
        from models.edits import Change

        if not edits:
            return Change.nothing(label)
        return self.workspace.commit(label, edits, today=self.today())

    def _attempt(self, write: Callable[[], Change]) -> Change | None:
        from assessments.text_rules import TextRefused
        from models.errors import StoreError

        try:
            change = write()
        except (StoreError, TextRefused) as error:
            self.say_refused(error)
            return None
        self._refused_last = False
        self.saved_changed.emit(self.is_saved)
        return change

    def say_refused(self, error: Exception) -> None:
        """Say why something was not read or written; what another window changed or took away is shown then."""
        from models.errors import NotFoundError, OvertakenError

        self._refused_last = True
        self.saved_changed.emit(self.is_saved)
        self.refused.emit(str(error))
        if isinstance(error, OvertakenError | NotFoundError):
            QTimer.singleShot(0, self, self._reread)  # once whoever wrote has taken back what it showed

    def _reread(self) -> None:
        from ui.documents.rereading import reread

        if self._workspace is not None:  # it may be closed by now
            reread(self)

    def _announce(self, change: Change) -> None:
        tables = {edit.table for edit in change.edits}
        for assessment_id in change.assessment_ids:
            if assessment_id in self.opened and not self.opened[assessment_id].take_over(change):
                self.let_go(assessment_id)
        if "workspace" in tables:
            self.own_changed.emit()
        self.partners_changed.emit()

    # --- the saved light

    @property
    def is_saved(self) -> bool:
        """Whether the file holds everything that the window shows: a refused change is taken back there."""
        return not self._pending

    @property
    def was_refused(self) -> bool:
        """Whether the file refused the last change, or a reading since."""
        return self._refused_last

    @property
    def pending(self) -> list[str]:
        """The places, see `set_pending`, of fields that hold typed text which is not stored yet."""
        return sorted(self._pending)

    def set_pending(self, place: str, pending: bool) -> None:
        """Say that a field holds typed text that is not stored yet, or no longer does."""
        if pending == (place in self._pending):
            return
        self._pending ^= {place}
        if self.is_behind and not self._pending:
            QTimer.singleShot(0, self, self._reread)  # not at once: a text that was refused waits again in a moment
        self.saved_changed.emit(self.is_saved)
