"""The commands of the File menu and what the partners page asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from models.errors import StoreError
from ui.documents.folders import documents_folder
from ui.jobs.job import failure_words
from ui.pages.partners_page import PartnersPage
from ui.window.folders import FILTER, ask_new_workspace, free_path, open_folder

if TYPE_CHECKING:
    from assessments.assessment import Partner
    from ui.window.main_window import MainWindow


class FileCommands(QObject):
    """Workspaces, partners, new assessments, briefs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # --- workspaces

    def new_workspace(self) -> None:
        """Ask where, create, open."""
        path = ask_new_workspace(self._window, self.tr("New workspace"), self.tr("My partnerships"))
        if path is not None:
            self._create(path, lambda: self._window.open_workspace(path))

    def choose_workspace(self) -> None:
        """Ask which file, open it."""
        start = str(open_folder(self._window))
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open workspace"), start, FILTER)
        if name:
            self._window.open_workspace(Path(name))

    def show_folder(self) -> None:
        """Show the workspace's folder in the system's file manager."""
        if self._window.document is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.document.path.parent)))

    def _create(self, path: Path, then: Callable[[], object]) -> None:
        def make() -> None:
            from models.creation import create_file
            from reports.part_files import part_beside

            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                create_file(path, part_beside=part_beside)
            except (StoreError, OSError) as error:
                self._window.say(failure_words(error), "alarm")
                return
            then()

        self._window.libraries.when_ready(make)

    # --- partners and assessments

    def new_assessment(self) -> None:
        """Ask for partner and purpose; at the first start a workspace is made without asking."""
        if self._window.document is None:
            path = free_path(documents_folder() / "Rapport", self.tr("My partnerships"))
            self._create(path, lambda: self._begin_in(path))
            return
        self._window.libraries.when_ready(self._ask_new)

    def new_assessment_of(self, partner_id: UUID) -> None:
        """Ask for the purpose of a new assessment of a known partner."""
        self._window.libraries.when_ready(lambda: self._ask_new(partner_id))

    def edit_partner(self, partner_id: UUID) -> None:
        """Edit a partner's details."""

        def ask() -> None:
            from ui.pages.partner_dialog import PartnerDialog
            from ui.window.asking import ask_until_stored

            document = self._window.document
            partner = document.find_partner(partner_id) if document is not None else None
            if document is not None and partner is not None:
                dialog = PartnerDialog(partner, self._window)
                ask_until_stored(dialog, document, lambda: document.edit_partner(dialog.partner()))

        self._window.libraries.when_ready(ask)

    def edit_selected(self) -> None:
        """Edit the partner that is selected in the list or assessed on the page."""
        page = self._window.stack.currentWidget()
        found = self._window.current_assessment()
        if isinstance(page, PartnersPage):
            page.edit_selected()
        elif found is not None and self._window.document is not None:
            self.edit_partner(self._window.document.open_assessment(found).assessment.partner.id)

    def find(self) -> None:
        """Go to the search field of the page in view; where it has none, to that of the list."""
        if not hasattr(self._window.stack.currentWidget(), "focus_search"):
            self._window.show_page("partners")
        getattr(self._window.stack.currentWidget(), "focus_search", lambda: None)()

    def show_brief(self) -> None:
        """Show the brief of the page's assessment, or of the selected partner's newest."""
        found = self._window.current_assessment()
        if found is not None:
            self._window.show_brief(found)

    def can_compare(self) -> bool:
        """Whether the partners selected in the list can be compared."""
        page = self._window.stack.currentWidget()
        return isinstance(page, PartnersPage) and bool(page.to_compare())

    def compare_selected(self) -> None:
        """Compare the partners selected in the list."""
        page = self._window.stack.currentWidget()
        if isinstance(page, PartnersPage):
            page.compare_selected()

    def _begin_in(self, path: Path) -> None:
        if self._window.open_workspace(path):
            self._ask_new()

    def _ask_new(self, partner_id: UUID | None = None) -> None:
        from ui.pages.new_assessment import NewAssessmentDialog
        from ui.window.asking import ask_until_stored

        document = self._window.document
        if document is None:
            return
        partner: Partner | None = document.find_partner(partner_id) if partner_id else None
        if partner_id and partner is None:
            return
        dialog = NewAssessmentDialog(document, partner, self._window)
        made: list[UUID | None] = []

        def store() -> bool:
            made.append(document.add_assessment(dialog.new_assessment()))
            return made[-1] is not None

        if ask_until_stored(dialog, document, store) and made[-1] is not None:
            self._window.show_assessment(made[-1])
