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
from ui.documents.rereading import show_deleted
from ui.pages.partners_page import PartnersPage
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.pill import say
from ui.widgets.work_progress import WorkProgress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.erasing import Chosen, Contents, ErasureReport
    from models.watching import Watch
    from ui.documents.workspace_document import WorkspaceDocument
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
        ids = page.selected_ids() if isinstance(page, PartnersPage) else ()
        if ids:
            self._window.libraries.when_ready(lambda: self._ask_partners(tuple(map(UUID, ids))))

    def delete_assessment(self, assessment_id: UUID) -> None:
        """Ask, then delete one assessment; its partner stays."""
        self._window.libraries.when_ready(lambda: self._ask_assessment(assessment_id))

    # --- asking

    def _ask_partners(self, ids: tuple[UUID, ...]) -> None:
        from models.erasing import Chosen

        chosen = Chosen(partners=ids)
        self._count(chosen, lambda document, found: self._ask_counted(document, chosen, found))

    def _ask_counted(self, document: WorkspaceDocument, chosen: Chosen, found: Contents) -> None:
        ids = chosen.partners
        several = len(ids) > 1
        title = self.tr("Delete this partner for good?")
        if several:
            title = self.tr("Delete {n} partners for good?").format(n=count_words(len(ids), say))
        names = self._named(found.names)
        words = [self._what_goes(contents_words(found, say)), self._what_follows()]
        if not document.choice.filter.archived:
            only = (
                self.tr("To only take them out of the list, archive them.")
                if several
                else self.tr("To only take it out of the list, archive it.")
            )
            words.append(only)
        done = self.tr("{name} is deleted for good.").format(name=names)
        if several:
            done = self.tr("{n} partners are deleted for good.").format(n=count_words(len(ids), say))
        asked = Asked(title, names, "\n".join(words), self.tr("&Delete for good"), careful=True)
        self._ask(document, chosen, found, asked, done)

    def _ask_assessment(self, assessment_id: UUID) -> None:
        from models.erasing import Chosen

        chosen = Chosen(assessments=(assessment_id,))
        self._count(chosen, lambda document, found: self._ask_about(document, chosen, found))

    def _ask_about(self, document: WorkspaceDocument, chosen: Chosen, found: Contents) -> None:
        seen = self._window.read_assessment(chosen.assessments[0])
        if seen is None:
            return
        name, purpose = _in_a_line(found.names), _in_a_line([seen.assessment.purpose])
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
        done = self.tr("The assessment of {name} is deleted for good.").format(name=name)
        self._ask(document, chosen, found, asked, done)

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

    def _count(self, chosen: Chosen, ask: Callable[[WorkspaceDocument, Contents], None]) -> None:
        """Count in a worker, and `ask` once that is done, if the reader has not gone elsewhere meanwhile."""
        window = self._window
        document, page, focused = window.document, window.stack.currentWidget(), window.focusWidget()
        window.take_in_typing()
        if focused is not None:
            focused.setFocus()  # where the keyboard goes on when the question is answered
        if document is None or not self._may_delete(document):
            return

        def go_on(found: Contents | StoreError) -> None:
            if window.document is not document or window.stack.currentWidget() is not page:
                return
            if isinstance(found, StoreError):
                document.say_refused(found)
            else:
                ask(document, found)

        progress = WorkProgress(self.tr("Counting what would be deleted…"), 1, window)
        window.menus.long_work.run(partial(_count, document.path, chosen), go_on, progress, usually_long=False)

    def _may_delete(self, document: WorkspaceDocument) -> bool:
        from ui.window.after_opening import is_read_only, read_only_words

        if not document.is_saved:
            self._window.say(self.tr("Something is not stored yet. Complete it or discard it, then delete."), "alarm")
        elif is_read_only(document.path):
            self._window.say(read_only_words(self._window, document.path), "alarm")
        else:
            return True
        return False

    # --- doing

    def _ask(self, document: WorkspaceDocument, chosen: Chosen, found: Contents, asked: Asked, done: str) -> None:
        if ConfirmDialog(asked, self._window).is_meant():
            progress = WorkProgress(self.tr("Deleting…"), 1, self._window)
            work = partial(_erase, document.path, chosen, found)
            self._window.menus.long_work.run(work, lambda report: self._on_deleted(report, done), progress)

    def _on_deleted(self, report: ErasureReport, done: str) -> None:
        document = self._window.document
        if document is None:
            return
        show_deleted(document)
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


def _count(workspace: Path, chosen: Chosen, watch: Watch) -> Contents | StoreError:
    """Return a refusal as it is: what another window deleted has to leave the list, too."""
    from models.erasing import count_contents

    try:
        return count_contents(workspace, chosen, watch)
    except StoreError as error:
        return error


def _erase(workspace: Path, chosen: Chosen, found: Contents, watch: Watch) -> ErasureReport:
    from models.erasing import erase

    return erase(workspace, chosen, watch, found)


def _in_a_line(texts: tuple[str, ...] | list[str]) -> str:
    return ", ".join(" ".join(text.split()) for text in texts)
