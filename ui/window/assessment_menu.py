"""The Assessment menu: what the assessment page offers by buttons and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ui.widgets.pill import say
from ui.window.offering import offer

if TYPE_CHECKING:
    from assessments.answer import Grade
    from ui.documents.assessment_document import AssessmentDocument
    from ui.pages.assessment_page import AssessmentPage
    from ui.pages.result_page import ResultPage
    from ui.window.main_window import MainWindow


class AssessmentMenu(QObject):
    """Filled anew each time it opens."""

    def __init__(self, menu: QMenu, window: MainWindow) -> None:
        super().__init__(menu)
        self._menu, self._window = menu, window
        self._grades = QMenu(self.tr("&How do we know?"), menu)
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        self._grades.clear()
        page, document = self._page(), self._document()
        elsewhere = "" if page else self.tr("Open an assessment first.")
        unseen = "" if document else self.tr("Open an assessment first.")
        finished = document is not None and document.assessment.is_final
        done = self.tr("This assessment is finished. Reopen it first.") if finished else ""
        frozen = elsewhere or done
        listed = page is not None and page.panels.shows_list
        self._add(self.tr("&Go to number…"), lambda one: one.go_to_number(), elsewhere, "Ctrl+G")
        self._add(
            self.tr("&Card view") if listed else self.tr("&List view"), lambda one: one.show_list(not listed), elsewhere
        )
        self._add(self.tr("&Ready for a brief?"), lambda one: one.show_review(), elsewhere)
        self._menu.addSeparator()
        self._add(self.tr("Don't &know yet"), lambda one: one.card.set_unknown(), frozen, "U")
        self._add(self.tr("&Not applicable…"), lambda one: one.card.ask_not_applicable(), frozen, "N")
        self._fill_grades(frozen)
        self._add(self.tr("&Write a note"), _write_note, frozen, "W")
        self._add(self.tr("Come &back to this question"), lambda one: one.card.toggle_flag(), frozen, "F")
        self._add(self.tr("&Attach file…"), lambda one: one.card.files.choose_files(), frozen)
        self._add(self.tr("A&dd link…"), lambda one: one.card.files.ask_link(), frozen)
        self._menu.addSeparator()
        offer(self._menu, self.tr("&Finish"), lambda: document.finish() if document else None, unseen or done)
        already = "" if finished else self.tr("It is open already.")
        offer(self._menu, self.tr("Re&open…"), self._reopen, unseen or already)
        self._menu.addSeparator()
        offer(self._menu, self.tr("Dele&te for good…"), self._delete, unseen)

    def _fill_grades(self, reason: str) -> None:
        # With what a question card loads, which no start waits for.
        from assessments.wording import grade_word
        from ui.widgets.answer_keys import GRADE_KEYS

        self._menu.addMenu(self._grades)
        self._grades.menuAction().setEnabled(not reason)
        for grade, key in GRADE_KEYS.items():
            word = grade_word(grade, say)
            at = word.casefold().index(key.casefold())
            pick = partial(self._run, partial(_pick_grade, grade))
            offer(self._grades, f"{word[:at]}&{word[at:]}", pick, reason, key)

    def _add(self, text: str, act: Callable[[AssessmentPage], object], reason: str, keys: str = "") -> None:
        offer(self._menu, text, lambda: self._run(act), reason, keys)

    def _run(self, act: Callable[[AssessmentPage], object]) -> None:
        page = self._page()
        if page is not None:
            act(page)

    def _reopen(self) -> None:
        page, result = self._page(), self._result()
        if page is not None:
            page.reopen()
        elif result is not None:
            result.ask_reason()

    def _delete(self) -> None:
        document = self._document()
        if document is not None:
            self._window.menus.deletion.delete_assessment(document.assessment.id)

    def _document(self) -> AssessmentDocument | None:
        found, workspace = self._window.current_assessment(), self._window.document
        seen = self._page() or self._result()
        return workspace.open_assessment(found) if workspace and found and seen else None

    def _page(self) -> AssessmentPage | None:
        shown = self._window.stack.currentWidget()
        if type(shown).__name__ != "AssessmentPage":  # not loaded before the first one is opened
            return None
        from ui.pages.assessment_page import AssessmentPage

        return shown if isinstance(shown, AssessmentPage) else None

    def _result(self) -> ResultPage | None:
        shown = self._window.stack.currentWidget()
        if type(shown).__name__ != "ResultPage":
            return None
        from ui.pages.result_page import ResultPage

        return shown if isinstance(shown, ResultPage) else None


def _write_note(page: AssessmentPage) -> None:
    from ui.widgets.answer_keys import answer_by_key

    answer_by_key(page.card, "W", page.show_list)


def _pick_grade(grade: Grade, page: AssessmentPage) -> None:
    page.card.evidence.pick(grade)
