"""The Partner menu: what can be done with the partner in view. A right click on the list shows the same menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from assessments.wording_figures import band_word
from models.errors import StoreError
from ui.pages.partners_page import PartnersPage
from ui.widgets.buttons import literal
from ui.widgets.pill import say
from ui.window.offering import offer

if TYPE_CHECKING:
    from models.workspace import AssessmentHead
    from ui.pages.compare_page import ComparePage
    from ui.window.main_window import MainWindow

_PURPOSE = 60
"""Letters of a purpose shown in a menu."""


class PartnerMenu(QObject):
    """Filled anew each time it opens, so that it always speaks of the partner in view."""

    def __init__(self, menu: QMenu, window: MainWindow) -> None:
        """Take over an empty menu.

        Args:
            menu: Shown in the menu bar, and at the pointer by `show_at`.
            window: Whose partner it is about.
        """
        super().__init__(menu)
        self.menu, self._window = menu, window
        self._assessments: QMenu | None = None
        menu.aboutToShow.connect(self._fill)

    def show_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen."""
        self.menu.popup(place)

    def _fill(self) -> None:
        page, window = self._list(), self._window
        row, partner = page.selected() if page else None, self._partner()
        reason = "" if partner else self.tr("Select a partner first.")
        self._begin()
        opens = self.tr("&Open assessment")
        if row is not None and not row.assessment_id:
            opens = self.tr("&Start assessment…")
        self._add(opens, self._open, reason, "Return")
        self._assessments = self.menu.addMenu(self.tr("&All assessments"))
        self._assessments.setToolTipsVisible(True)
        self._assessments.aboutToShow.connect(self._fill_assessments)
        self._assessments.menuAction().setEnabled(bool(partner))
        self._add(self.tr("&New assessment of this partner…"), self._new, reason)
        self.menu.addSeparator()
        self._add(self.tr("&Details…"), window.menus.file.edit_selected, reason, "F2")
        unassessed = "" if window.current_assessment() else self.tr("Select a partner with an assessment first.")
        self._add(self.tr("&Brief (PDF)…"), window.menus.file.show_brief, unassessed, "Ctrl+P")
        few = self.tr("Select two to twelve partners with an assessment in the list first.")
        compares = window.menus.file.can_compare()
        self._add(self.tr("&Compare selected"), window.menus.file.compare_selected, "" if compares else few)
        self._add_comparison()
        self.menu.addSeparator()
        back = row is not None and row.archived
        away = "" if row is not None else self.tr("Select a partner in the list first.")
        self._add(self.tr("Bring bac&k") if back else self.tr("Arc&hive"), self._archive, away, "Del")
        self._add(self.tr("Dele&te for good…"), self._delete, away, "Shift+Del")

    def _add_comparison(self) -> None:
        """Offer what the compare page's buttons do; why one is off, its button says too."""
        page = self._compare()
        away = "" if page else self.tr("Show the comparison first.")
        alone = "" if page and page.differences.isEnabled() else self.tr("Compare two partners first.")
        full = page.add.toolTip() if page else ""
        add = page.add.click if page else lambda: None
        self._add(self.tr("Add partner to co&mparison…"), add, away or full)
        switch = page.differences.click if page else lambda: None
        only = self._add(self.tr("Differences onl&y"), switch, away or alone)
        only.setCheckable(True)
        only.setChecked(page is not None and page.differences.isChecked())

    def _begin(self) -> None:
        if self._assessments is not None:
            self._assessments.deleteLater()
        self.menu.clear()

    def _add(self, text: str, act: Callable[[], object], reason: str = "", keys: str = "") -> QAction:
        return offer(self.menu, text, act, reason, keys)

    # --- the assessments of a partner

    def _fill_assessments(self) -> None:
        menu, document, partner = self._assessments, self._window.document, self._partner()
        if menu is None or document is None or partner is None:
            return
        menu.clear()
        if not self._window.libraries.ready:  # for a moment after the start
            menu.addAction(self.tr("Not read yet")).setEnabled(False)
            return
        try:
            heads = document.assessments_of(partner)
        except StoreError as error:
            self._window.say(str(error), "alarm")
            heads = []
        for head in heads:
            action = menu.addAction(literal(self._words(head)))
            show = self._window.show_assessment if head.final_at is None else self._window.show_result
            action.triggered.connect(lambda _checked=False, show=show, which=head.id: show(which))
        if menu.isEmpty():
            menu.addAction(self.tr("No assessment yet")).setEnabled(False)

    def _words(self, head: AssessmentHead) -> str:
        from ui.widgets.day_reading import day_words

        day = head.finished_on or head.created_at.astimezone().date()
        purpose = " ".join(head.purpose.split())
        if len(purpose) > _PURPOSE:
            purpose = purpose[: _PURPOSE - 1] + "…"
        state = self.tr("open") if head.final_at is None else self.tr("final")
        band = band_word(head.band, say) if head.band else ""
        return " · ".join(filter(None, [day_words(day), purpose, state, band]))

    # --- whose, and what is done

    def _list(self) -> PartnersPage | None:
        page = self._window.stack.currentWidget()
        return page if isinstance(page, PartnersPage) else None

    def _compare(self) -> ComparePage | None:
        page = self._window.stack.currentWidget()
        if type(page).__name__ != "ComparePage":  # not loaded before it is first shown
            return None
        from ui.pages.compare_page import ComparePage

        return page if isinstance(page, ComparePage) else None

    def _partner(self) -> UUID | None:
        """Return the partner that is selected in the list, or whose assessment is in view."""
        page, document = self._list(), self._window.document
        if page is not None:
            row = page.selected()
            return UUID(row.partner_id) if row else None
        found = self._window.current_assessment()
        return document.open_assessment(found).assessment.partner.id if document and found else None

    def _open(self) -> None:
        page, found = self._list(), self._window.current_assessment()
        if page is not None:
            page.open_selected()
        elif found is not None:
            self._window.show_assessment(found)

    def _new(self) -> None:
        partner = self._partner()
        if partner is not None:
            self._window.menus.file.new_assessment_of(partner)

    def _delete(self) -> None:
        self._window.menus.deletion.delete_selected()

    def _archive(self) -> None:
        page = self._list()
        if page is not None:
            page.archive_selected()
