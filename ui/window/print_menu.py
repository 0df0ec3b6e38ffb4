"""What goes on paper, in the File menu: the documents, and saving and printing the one in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from ui.pages.partners_page import PartnersPage
from ui.window import document_pages
from ui.window.menus import allow

if TYPE_CHECKING:
    from fractions import Fraction
    from uuid import UUID

    from ui.pages.document_page import DocumentPage
    from ui.window.main_window import MainWindow

MOST_PRINTED = 6
"""Partners side by side on paper; `assessments.comparison` has the same, and is loaded later."""


class PrintMenu(QObject):
    """Ctrl+P leads to the brief, and on a document's page to the printer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.views: list[QAction] = []

    def add_commands(self, menu: QMenu) -> None:
        """Add the documents, and what is done with the one in view."""
        self.brief = self._add(menu, self.tr("&Brief (PDF)…"), "Ctrl+P", self._window.menus.file.show_brief)
        more = menu.addMenu(self.tr("Other &documents (PDF)"))
        more.setToolTipsVisible(True)
        self.agenda = self._add(more, self.tr("Call &agenda"), "", self.show_agenda)
        self.comparison = self._add(more, self.tr("&Comparison"), "", self.show_compared)
        self.summary = self._add(more, self.tr("&Portfolio summary"), "", self.show_summary)
        self.blank = self._add(more, self.tr("&Blank questionnaire…"), "", self.ask_blank)
        self.many = self._add(menu, self.tr("&Print briefs…"), "Ctrl+Shift+P", self.ask_many)
        menu.addSeparator()
        self.save = self._add(menu, self.tr("S&ave document…"), "Ctrl+S", self._on_page(lambda page: page.ask_where()))
        self.print = self._add(menu, self.tr("Prin&t…"), "", self._on_page(lambda page: page.print_now()))
        self.preview = self._add(menu, self.tr("Print pre&view…"), "", self._on_page(lambda page: page.preview_print()))

    def add_views(self, menu: QMenu) -> None:
        """Add what the bar above a document does too. The keys belong to the page: they are only shown here."""
        acts: list[tuple[str, str, Callable[[DocumentPage], object]]] = [
            (self.tr("&Larger"), "Ctrl++", lambda page: page.preview.zoom_by(1)),
            (self.tr("&Smaller"), "Ctrl+-", lambda page: page.preview.zoom_by(-1)),
            (self.tr("Fit &width"), "Ctrl+0", lambda page: page.preview.set_zoom("width")),
            (self.tr("&Fit page"), "", lambda page: page.preview.set_zoom("page")),
            (self.tr("&Go to page"), "Ctrl+G", lambda page: page.viewer.bar.focus_page()),
            (self.tr("Find &next"), "F3", lambda page: page.viewer.find_bar.step(1)),
            (self.tr("Find &previous"), "Shift+F3", lambda page: page.viewer.find_bar.step(-1)),
            (self.tr("Small &pages"), "", lambda page: page.viewer.bar.pages.click()),
            (self.tr("&Options"), "", lambda page: page.viewer.bar.options.click()),
        ]
        for words, keys, act in acts:
            action = self._add(menu, words, "", self._on_page(act))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcut(QKeySequence(keys))
            self.views.append(action)

    def refresh(self) -> None:
        """Enable what can be used now; the rest says why not."""
        window = self._window
        open_first = "" if window.document is not None else self.tr("Open a workspace first.")
        unassessed = open_first
        if not open_first and window.current_assessment() is None:
            unassessed = self.tr("Select a partner with an assessment first.")
        few = self.tr("Compare two to six partners, or select them in the list first.")
        page = self._page()
        reason = "" if page is not None and page.made is not None else self.tr("Show a document first.")
        states = [(self.brief, unassessed), (self.agenda, unassessed)]
        states += [(self.comparison, open_first or ("" if self._compared() else few))]
        states += [(one, open_first) for one in (self.summary, self.blank, self.many)]
        states += [(one, reason) for one in (self.save, self.print, self.preview, *self.views)]
        for action, why in states:
            allow(action, why)
        # One key for what prints: the way to the brief, and from there to the printer.
        self.brief.setShortcut(QKeySequence() if page is not None else QKeySequence("Ctrl+P"))
        self.print.setShortcut(QKeySequence("Ctrl+P") if page is not None else QKeySequence())

    # --- documents

    def show_agenda(self) -> None:
        """Show the agenda of the next call with the partner in view."""
        found = self._window.current_assessment()
        if found is not None:
            self._window.visit(f"agenda {found}", document_pages.agenda_page, found)

    def show_compared(self) -> None:
        """Show the comparison of the partners that are compared or selected."""
        compared = self._compared()
        if compared:
            self.show_comparison(compared)

    def show_comparison(self, partners: Sequence[UUID], weights: dict[str, Fraction] | None = None) -> None:
        """Show the comparison of partners, at what-if weights when given."""
        document = self._window.document
        if document is None:
            return

        def choose(page: QWidget) -> None:
            from ui.documents.printed_views import comparison_of

            document_pages.show_printed(page, comparison_of(document, partners, weights))

        self._window.visit("comparison", document_pages.comparison_page, then=choose)

    def show_summary(self) -> None:
        """Show the portfolio summary."""
        self._window.visit("summary", document_pages.summary_page)

    def ask_blank(self) -> None:
        """Ask which questionnaire, then show it without answers."""
        self._window.libraries.when_ready(self._ask_blank)

    def _ask_blank(self) -> None:
        from ui.pages.blank_dialog import BlankDialog

        document = self._window.document
        dialog = BlankDialog(self._window)
        if document is None or dialog.exec() != QDialog.DialogCode.Accepted:
            return
        partner_type, quick = dialog.partner_type, dialog.quick

        def choose(page: QWidget) -> None:
            from ui.documents.printed_views import blank_of

            document_pages.show_printed(page, blank_of(document, partner_type, quick))

        self._window.visit("blank", document_pages.blank_page, then=choose)

    def ask_many(self) -> None:
        """Ask whose briefs are printed, and print or save them."""
        self._window.libraries.when_ready(self._ask_many)

    def _ask_many(self) -> None:
        from dataclasses import replace

        from ui.documents.many_briefs import Wish, count_partners
        from ui.documents.print_choices import first_choices
        from ui.pages.print_many_dialog import PrintManyDialog

        document = self._window.document
        if document is None:
            return
        choice = document.choice
        listed = Wish(document.path, document.today(), first_choices(document), listed=choice.filter, order=choice.sort)
        page = self._window.stack.currentWidget()
        shown = page if isinstance(page, PartnersPage) else None
        count = shown.table.model().rowCount() if shown else count_partners(listed)
        selected = replace(listed, partners=shown.selected_ids() if shown else ())
        PrintManyDialog(selected, listed, count, self._window).exec()

    # --- inside

    def _page(self) -> DocumentPage | None:
        page = self._window.stack.currentWidget()
        if not hasattr(page, "print_now"):  # asked so, its module is not loaded for a look at the menu
            return None
        from ui.pages.document_page import DocumentPage

        assert isinstance(page, DocumentPage)
        return page

    def _on_page(self, act: Callable[[DocumentPage], object]) -> Callable[[], object]:
        def do() -> None:
            page = self._page()
            if page is not None:
                act(page)

        return do

    def _compared(self) -> Sequence[UUID]:
        """Return the partners that the compare page shows, or those selected in the list; none when not two to six."""
        page = self._window.stack.currentWidget()
        found: Sequence[UUID] = getattr(page, "to_compare", list)()
        return found if len(found) <= MOST_PRINTED else ()

    def _add(self, menu: QMenu, text: str, keys: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        return action
