"""Deleting for good: asked with names and counts, done in a worker, and never taken back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from assessments.wording_figures import count_words
from models.errors import StoreError
from models.old_copies import old_copies
from ui.documents.deletion_words import contents_words
from ui.pages.partners_page import PartnersPage
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.pill import say
from ui.widgets.work_progress import WorkProgress

if TYPE_CHECKING:
    from pathlib import Path

    from models.erasing import Chosen, Contents, ErasureReport
    from models.watching import Watch
    from ui.window.main_window import MainWindow


_NAMED = 20
"""Partners named in the question: a tooltip or a voice with thousands would not end."""


class DeleteCommands(QObject):
    """Partners that are selected in the list, or the one assessment in view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def delete_selected(self) -> None:
        """Ask, then delete the partners that are selected in the list, with all they have."""
        page = self._window.stack.currentWidget()
        rows = page.selected_rows() if isinstance(page, PartnersPage) else []
        if rows:
            ids = tuple(UUID(row.partner_id) for row in rows)
            listed = any(not row.archived for row in rows)
            self._window.libraries.when_ready(lambda: self._ask_partners(ids, listed))

    def delete_assessment(self, assessment_id: UUID) -> None:
        """Ask, then delete one assessment; its partner stays."""
        self._window.libraries.when_ready(lambda: self._ask_assessment(assessment_id))

    # --- asking

    def _ask_partners(self, ids: tuple[UUID, ...], listed: bool) -> None:
        from models.erasing import Chosen

        chosen = Chosen(partners=ids)
        found = self._count(chosen)
        if found is None:
            return
        several = len(ids) > 1
        title = self.tr("Delete this partner for good?")
        if several:
            title = self.tr("Delete {n} partners for good?").format(n=count_words(len(ids), say))
        names = self._named(found.names)
        words = [self._what_goes(contents_words(found, say)), self._what_follows()]
        if listed:
            only = (
                self.tr("To only take them out of the list, archive them.")
                if several
                else self.tr("To only take it out of the list, archive it.")
            )
            words.append(only)
        done = self.tr("{name} is deleted for good.").format(name=names)
        if several:
            done = self.tr("{n} partners are deleted for good.").format(n=count_words(len(ids), say))
        self._ask(chosen, found, Asked(title, names, "\n".join(words), self.tr("&Delete for good"), careful=True), done)

    def _ask_assessment(self, assessment_id: UUID) -> None:
        from models.erasing import Chosen

        chosen = Chosen(assessments=(assessment_id,))
        found = self._count(chosen)
        document = self._window.read_assessment(assessment_id)
        if found is None or document is None:
            return
        name, purpose = _in_a_line(found.names), _in_a_line([document.assessment.purpose])
        words = [
            self.tr("It is finished.") if found.finished else "",
            self._what_goes(contents_words(replace(found, assessments=0), say)),
            f"{self._what_follows()} {self.tr('The partner stays.')}",
        ]
        asked = Asked(
            self.tr("Delete this assessment for good?"),
            " · ".join(filter(None, [name, purpose])),
            "\n".join(filter(None, words)),
            self.tr("&Delete for good"),
            careful=True,
        )
        self._ask(chosen, found, asked, self.tr("The assessment of {name} is deleted for good.").format(name=name))

    def _named(self, names: tuple[str, ...]) -> str:
        first = _in_a_line(names[:_NAMED])
        if len(names) <= _NAMED:
            return first
        more = count_words(len(names) - _NAMED, say)
        return self.tr("{names} and {n} more").format(names=first, n=more)

    def _what_goes(self, contents: str) -> str:
        what = contents or self.tr("all that is known of it")
        return self.tr("This deletes {what} from the file and its history of changes.").format(what=what)

    def _what_follows(self) -> str:
        return self.tr("Nothing brings it back. Copies, exports and briefs saved elsewhere stay.")

    def _count(self, chosen: Chosen) -> Contents | None:
        from models.erasing import count_contents

        document, focused = self._window.document, self._window.focusWidget()
        self._window.take_in_typing()
        if focused is not None:
            focused.setFocus()  # where the keyboard goes on when the question is answered
        if document is None:
            return None
        if not document.is_saved:
            self._window.say(self.tr("Something is not stored yet. Complete it or discard it, then delete."), "alarm")
            return None
        try:
            return count_contents(document.path, chosen)
        except StoreError as error:
            document.say_refused(error)
            return None

    # --- doing

    def _ask(self, chosen: Chosen, found: Contents, asked: Asked, done: str) -> None:
        document = self._window.document
        if document is not None and ConfirmDialog(asked, self._window).is_meant():
            progress = WorkProgress(self.tr("Deleting…"), 1, self._window)
            work = partial(_erase, document.path, chosen, found)
            self._window.menus.long_work.run(work, lambda report: self._on_deleted(report, done), progress)

    def _on_deleted(self, report: ErasureReport, done: str) -> None:
        document = self._window.document
        if document is None:
            return
        document.show_deleted()
        self._window.say("")
        self._window.tell(done)
        left = []
        if not report.is_swept:
            left.append(
                self.tr(
                    "Older traces may still lie in the free space of the file: it was in use, or its disk is full. "
                    "They are taken away when the workspace is opened the next time."
                )
            )
        for copy in old_copies(document.path):
            words = self.tr("“{name}”, which an update of the format left, may still have it: delete it yourself.")
            left.append(words.format(name=copy.name))
        if left:
            self._window.say(" ".join([done, *left]))


def _erase(workspace: Path, chosen: Chosen, found: Contents, watch: Watch) -> ErasureReport:
    from models.erasing import erase

    return erase(workspace, chosen, watch, found)


def _in_a_line(texts: tuple[str, ...] | list[str]) -> str:
    return ", ".join(" ".join(text.split()) for text in texts)
