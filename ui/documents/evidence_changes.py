"""Attaching, linking and removing what stands behind an answer; files travel in a worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from assessments.evidence import Attachment, Link, check_url
from ui.jobs.job import Job
from ui.theme.figures import own_figures

if TYPE_CHECKING:  # heavy
    from models.evidence_files import StoredFile
    from ui.documents.assessment_document import AssessmentDocument

MOST_AT_ONCE = 20
"""Files in one drop. Ours."""


class EvidenceChanges(QObject):
    """What the window does with the evidence of one assessment. Refusals are said by `workspace.refused`."""

    busy_changed = Signal(bool)
    """Whether files are on their way in or out."""
    opened = Signal(Path)
    """A read-only copy that the system can show."""

    def __init__(self, document: AssessmentDocument) -> None:
        super().__init__(document)
        self._document = document
        self._jobs: dict[int, Job] = {}

    @property
    def is_busy(self) -> bool:
        """Whether files are on their way in or out."""
        return bool(self._jobs)

    # --- files

    def attach(self, question_id: str, paths: Sequence[Path]) -> None:
        """Attach files to a question, all in one undo step. Returns at once; the bytes are read by a worker."""
        workspace = self._document.workspace
        if self._document.assessment.is_final:
            self._document.commit("", list)  # says that it is finished
        elif len(paths) > MOST_AT_ONCE:
            workspace.refused.emit(self.tr("Attach at most {n} files at a time.").format(n=MOST_AT_ONCE))
        elif paths:
            from models.evidence_files import store_files

            work = partial(store_files, workspace.path, list(paths), workspace.today())
            self._start(work, partial(self._on_stored, question_id))

    def remove_attachment(self, attachment: Attachment) -> bool:
        """Take a file away from its question; undo brings it back."""
        from models.sheet_edits import remove_attachment

        label = self.tr("removing a file of {id}").format(id=attachment.question_id)
        return self._document.commit(label, lambda: [remove_attachment(self._document.assessment, attachment)])

    def open_copy(self, attachment: Attachment) -> None:
        """Make a read-only copy under a generated name and tell it by `opened`."""
        from models.evidence_files import private_folder, write_opened

        private_folder()  # once, and not by two workers at a time
        self._start(partial(write_opened, self._document.workspace.path, attachment), self.opened.emit)

    def save_copy(self, attachment: Attachment, path: Path) -> None:
        """Write a copy of a file to a place of the user's choice."""
        from models.evidence_files import write_copy
        from reports.part_files import part_beside

        copy = partial(write_copy, self._document.workspace.path, attachment, path, part_beside)
        self._start(copy, lambda _done: None)

    def copy_name(self, attachment: Attachment) -> str:
        """Return the name offered for a copy."""
        from models.evidence_files import copy_name

        return copy_name(attachment)

    # --- links

    def add_link(self, question_id: str, url: str) -> bool:
        """Add an address to a question; one that it has already is left as it is."""
        from models.sheet_edits import add_link

        try:
            check_url(url, own_figures)
        except ValueError as error:
            self._document.workspace.refused.emit(str(error))
            return False
        known = [one.url for one in self._document.assessment.links if one.question_id == question_id]
        if url in known:
            return True
        link = Link(uuid4(), question_id, url, datetime.now(UTC))
        label = self.tr("link for {id}").format(id=question_id)
        return self._document.commit(label, lambda: [add_link(self._document.assessment, link)])

    def remove_link(self, link: Link) -> bool:
        """Take an address away from its question; undo brings it back."""
        from models.sheet_edits import remove_link

        label = self.tr("removing a link of {id}").format(id=link.question_id)
        return self._document.commit(label, lambda: [remove_link(self._document.assessment, link)])

    # --- parts

    def _on_stored(self, question_id: str, outcome: tuple[list[StoredFile], list[str]]) -> None:
        if not isValid(self):
            return  # the workspace was closed meanwhile
        from models.sheet_edits import add_attachment

        stored, refused = outcome
        known = {one.sha256 for one in self._document.assessment.attachments if one.question_id == question_id}
        new: list[Attachment] = []
        for file in stored:
            if file.sha256 in known:
                refused.append(self.tr("“{name}” is attached here already.").format(name=file.name))
                continue
            known.add(file.sha256)
            moment = datetime.now(UTC) + timedelta(microseconds=len(new))  # files of one drop keep their order
            new.append(Attachment(uuid4(), question_id, file.name, file.sha256, file.size, moment))
        if new:
            label = self.tr("file for {id}") if len(new) == 1 else self.tr("files for {id}")
            edits = [add_attachment(self._document.assessment, one) for one in new]
            self._document.commit(label.format(id=question_id), lambda: edits)
        if refused:
            self._document.workspace.refused.emit(" ".join(refused))

    def _start(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        from models.errors import StoreError

        job = Job(work, (OSError, StoreError))
        self._jobs[id(job)] = job
        job.succeeded.connect(then)
        job.failed.connect(self._document.workspace.refused)
        job.ended.connect(partial(self._forget, id(job)))  # a connection that held its own job would keep it for ever
        self._tell_busy()
        job.start()

    def _forget(self, key: int) -> None:
        self._jobs.pop(key)
        if isValid(self):
            self._tell_busy()

    def _tell_busy(self) -> None:
        self._document.workspace.set_pending(f"{self._document.assessment.id} evidence", self.is_busy)
        self.busy_changed.emit(self.is_busy)
