"""The window: one workspace, its pages, built when they are first visited."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.errors import StoreError
from ui.documents.workspace_document import WorkspaceDocument
from ui.jobs.libraries import Libraries
from ui.pages.partners_page import PartnersPage
from ui.theme.palette import Appearance, theme
from ui.widgets.card import Notice
from ui.window import memory
from ui.window.entering import EnterPress
from ui.window.first_paint import REST, FirstPaintWindow, add_late_parts
from ui.window.later_pages import (
    PAGE_MODULES,
    PAGES,
    assessment_page,
    connect_partners,
    go_to_step,
    result_page,
    weights_page,
    welcome_page,
)
from ui.window.leaving import may_leave
from ui.window.menus import Menus
from ui.window.navigation import BesideNavigation, Navigation
from ui.window.page_stack import PageStack, scrolled

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from ui.documents.assessment_document import AssessmentDocument
    from ui.pages.welcome_page import WelcomePage


class MainWindow(FirstPaintWindow):
    """Shows pages and passes requests on. What a page does is the page's own."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.today = today
        self.document: WorkspaceDocument | None = None
        self.libraries = Libraries(self, PAGE_MODULES)
        self._has_told = False
        self._pages: dict[str, QWidget] = {}
        self._page_name = "partners"
        self.setMinimumSize(480, 320)
        self.navigation = Navigation()
        self.navigation.page_requested.connect(self.show_page)
        self.notice = Notice("alarm")
        self.stack = PageStack()
        self._lay_out()
        self.menus = Menus(self)
        self.when_painted(self.menus.fill)
        self.when_painted(partial(add_late_parts, self))
        self.when_painted(partial(EnterPress, self))
        self._name_window()

    @cached_property
    def welcome(self) -> WelcomePage:
        """What is shown while no workspace is open."""
        return welcome_page(self)

    # --- the workspace

    @property
    def is_sample(self) -> bool:
        """Whether the sample of invented partners is open."""
        page = self._pages.get("partners")
        return isinstance(page, PartnersPage) and page.is_sample

    def open_workspace(self, path: Path) -> bool:
        """Open a workspace file; one that cannot be opened leaves everything as it is and says why."""
        if not may_leave(self):
            return False
        document = WorkspaceDocument(path.absolute(), self.today, self)
        document.choice.set_sort(memory.read_sort())
        try:
            page = PartnersPage(document, self.stack)
        except StoreError as error:
            document.deleteLater()
            self.say(str(error), "alarm")
            return False
        if self.document is not None:
            self.close_workspace()
        self.document = document
        document.refused.connect(lambda sentence: self.say(sentence, "alarm"))
        document.saved_changed.connect(lambda _saved: self._show_light())
        connect_partners(self, page)
        self._put("partners", page)
        self.once_painted(partial(memory.keep_recent, document.path), REST)  # a write: the list comes first
        self.menus.follow(document)
        self.show_page("partners")
        self._name_window()
        self.say("")
        self.libraries.once_loaded(lambda: self._settle_in(document))
        return True

    def close_workspace(self) -> bool:
        """Close the file and go back to the welcome page, unless typed text is not stored yet."""
        if not may_leave(self):
            return False
        self.stack.setCurrentWidget(self.welcome)
        for page in self._pages.values():
            if isinstance(page, PartnersPage):
                page.close_reader()
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self.document is not None:
            memory.keep_page(self.document.path, self._page_name)
            self.menus.follow(None)
            self.document.blockSignals(True)  # what a worker ends now, a page would look for in a closed file
            self.document.close()
            self.document.deleteLater()
            self.document = None
        self._name_window()
        return True

    def _settle_in(self, document: WorkspaceDocument) -> None:
        from ui.window.after_opening import settle_in

        settle_in(self, document)

    # --- pages

    def show_page(self, name: str) -> None:
        """Show "partners" or one of `PAGES`; without a workspace there is only the welcome page."""
        if self.document is None:
            self.navigation.show_page("partners")
            return
        if name in self._pages:
            self._show(name)
        else:
            self.visit(name, PAGES[name])

    def show_assessment(
        self, assessment_id: UUID, question_id: str | None = None, review: bool = False, section: str = ""
    ) -> None:
        """Open an assessment where it was left, or at a question, at its review, or at a step by its key."""
        go = partial(go_to_step, question_id=question_id, review=review, section=section)
        self.visit(f"assessment {assessment_id}", assessment_page, assessment_id, then=go)

    def show_result(self, assessment_id: UUID) -> None:
        """Open the result of an assessment."""
        self.visit(f"result {assessment_id}", result_page, assessment_id)

    def show_brief(self, assessment_id: UUID) -> None:
        """Open the preview of an assessment's brief."""
        from ui.window.document_pages import brief_page

        self.visit(f"brief {assessment_id}", brief_page, assessment_id)

    def show_weights(self, assessment_id: UUID) -> None:
        """Open the weights of an assessment."""
        self.visit(f"weights {assessment_id}", weights_page, assessment_id)

    def current_assessment(self) -> UUID | None:
        """Return the assessment that a command like Print brief means: the page's, or the selected partner's newest."""
        page = self.stack.currentWidget()
        row = page.selected() if isinstance(page, PartnersPage) else None
        found = row.assessment_id if row else page and page.property("assessmentId")
        from uuid import UUID

        return UUID(found) if found else None

    def read_assessment(self, assessment_id: UUID) -> AssessmentDocument | None:
        """Return the document of an assessment; None, after saying why, when it cannot be read."""
        if self.document is None:
            return None
        try:
            document = self.document.open_assessment(assessment_id)
        except StoreError as error:
            self.document.say_refused(error)
            return None
        document.removed.connect(partial(self._forget, assessment_id))  # its creation was undone
        return document

    def visit(
        self,
        name: str,
        build: Callable[..., QWidget | None],
        *given: UUID,
        then: Callable[[QWidget], None] | None = None,
    ) -> None:
        """Show a page, built by `build(window, *given)` on its first visit, and let `then` act on it."""

        def show() -> None:
            if name not in self._pages:
                page = build(self, *given)
                if page is None:
                    return
                self._put(name, page, *given)
            self._show(name)
            if then is not None:
                then(self._pages[name])

        self.libraries.when_ready(show)

    def _forget(self, assessment_id: UUID) -> None:
        for name in [name for name in self._pages if name.endswith(str(assessment_id))]:
            page = self._pages.pop(name)
            if self.stack.currentWidget() is page:
                self._show("partners")
            self.stack.removeWidget(page)
            page.deleteLater()

    def _put(self, name: str, page: QWidget, assessment_id: UUID | None = None) -> None:
        if assessment_id is not None:
            page.setProperty("assessmentId", str(assessment_id))
        self._pages[name] = page
        self.stack.addWidget(page)

    def _show(self, name: str) -> None:
        if self.stack.currentWidget() is not self._pages[name]:  # else the keyboard stays where it is
            self.take_in_typing()
        if self._has_told:
            self.statusBar().clearMessage()  # what it confirmed belongs to the page before
        self.stack.setCurrentWidget(self._pages[name])
        self._page_name = name
        self.navigation.show_page(name)
        self.menus.refresh()

    # --- words

    def say(self, sentence: str, kind: str = "notice") -> None:
        """Show a sentence above the page until the next change succeeds; empty takes it away."""
        self.notice.show_text(sentence, kind)

    def tell(self, sentence: str) -> None:
        """Confirm something in the status bar, which goes with its words; a long one loses its middle, not its end."""
        bar = self.statusBar()
        if not self._has_told:
            bar.messageChanged.connect(lambda words: bar.setVisible(bool(words)))
        self._has_told = True
        room = self.width() - 40  # its edges and the grip
        shown = bar.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, room)
        bar.showMessage(shown, 8_000)  # milliseconds

    def choose_appearance(self, appearance: Appearance) -> None:
        """Change the colours at once and remember the choice."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        memory.keep_appearance(appearance)
        theme.apply(app, appearance)

    def _show_light(self) -> None:
        if self.document is not None:
            self.navigation.show_file(self.document.path.name, self.document.is_saved, self.is_sample)
            if self.document.is_saved and not self.document.was_refused:
                self.say("")

    def _name_window(self) -> None:
        name = self.document.path.stem if self.document else ""
        shown = self.tr("{name} (invented partners)").format(name=name) if self.is_sample else name
        self.setWindowTitle(f"{shown} – Rapport" if shown else "Rapport")
        self.navigation.show_file(self.document.path.name if self.document else "", True, self.is_sample)

    # --- leaving

    def showEvent(self, event: QShowEvent) -> None:
        """Start with the welcome page when no workspace was opened."""
        if self.document is None:
            self.stack.setCurrentWidget(self.welcome)
        super().showEvent(event)

    def take_in_typing(self) -> None:
        """Take the keyboard from the field that has it, so that what was typed is stored."""
        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is self:
            focused.clearFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store typed text, then close; only a refused write keeps the window open. Never asks."""
        event.ignore()
        if self.close_workspace():
            memory.keep_window(self)
            event.accept()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addWidget(scrolled(self.stack), 1)
        self.setCentralWidget(BesideNavigation(self.navigation, right))
