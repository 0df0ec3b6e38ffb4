"""Jump to…: every page, step, question, document, help page and partner that the open workspace offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from models.errors import StoreError
from ui.documents.listed import AT_ONCE, Listed, ListReading
from ui.documents.workspace_document import ListFilter, ListSort
from ui.pages.partners_page import PartnersPage
from ui.widgets.jump_dialog import JumpDialog, JumpTarget

if TYPE_CHECKING:
    from ui.documents.assessment_document import AssessmentDocument
    from ui.documents.workspace_document import PartnerList, PartnerRow, WorkspaceDocument
    from ui.window.main_window import MainWindow

_MOST_PARTNERS = 200
"""Partners offered at once; more letters find the others."""


def jump(window: MainWindow) -> None:
    """Ask for a place and go there."""
    window.libraries.when_ready(partial(_jump, window))


def _jump(window: MainWindow) -> None:
    document = window.document
    if document is None:
        return
    dialog = JumpDialog(places(window), window)
    try:
        reader = document.partner_list()
    except StoreError as error:
        dialog.deleteLater()
        window.say(str(error), "alarm")
        return
    _find_partners(window, document, reader, dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen()
    dialog.deleteLater()
    reader.close()
    if accepted and chosen is not None:
        chosen.go()


def places(window: MainWindow) -> list[JumpTarget]:
    """Return what can be jumped to, apart from partners: pages first, help last."""
    found = window.current_assessment()
    document: AssessmentDocument | None = None
    if found is not None and window.document is not None:
        try:
            document = window.document.open_assessment(found)
        except StoreError:
            document = None  # to go there says why
    of_it = [] if document is None else [*_steps(window, document), *_questions(window, document)]
    return [*_pages(window, document), *of_it, *_help(window)]


def _pages(window: MainWindow, document: AssessmentDocument | None) -> Iterator[JumpTarget]:
    page, paper = _say("Page"), _say("Document")
    named = {"partners": _say("Partners"), "compare": _say("Compare"), "portfolio": _say("Portfolio")}
    for name, title in {**named, "settings": _say("Settings")}.items():
        yield JumpTarget(page, title, partial(window.show_page, name))
    menus = window.menus
    if document is not None:
        whose = _whose(window, document)
        found = document.assessment.id
        yield JumpTarget(page + whose, _say("Result"), partial(window.show_result, found))
        yield JumpTarget(page + whose, _say("Weights"), partial(window.show_weights, found))
        yield JumpTarget(paper + whose, _say("Brief"), partial(window.show_brief, found), words="pdf")
        yield JumpTarget(paper + whose, _say("Call agenda"), menus.print.show_agenda, words="pdf")
    yield JumpTarget(paper, _say("Portfolio summary"), menus.print.show_summary, words="pdf")


def _steps(window: MainWindow, document: AssessmentDocument) -> Iterator[JumpTarget]:
    from ui.widgets.section_progress import progress_of

    kind = _say("Step") + _whose(window, document)
    for section in progress_of(document.assessment, document.result).sections:
        go = partial(window.show_assessment, document.assessment.id, section=section.key)
        yield JumpTarget(kind, section.title, go)


def _questions(window: MainWindow, document: AssessmentDocument) -> Iterator[JumpTarget]:
    whose = _whose(window, document)
    for number, question in enumerate(document.questionnaire.questions.values(), start=1):
        kind = _say("Question {n}").format(n=number) + whose
        go = partial(window.show_assessment, document.assessment.id, question_id=question.id)
        yield JumpTarget(kind, question.title, go, question.id, number, question.text)


def _whose(window: MainWindow, document: AssessmentDocument) -> str:
    """Return whose page, step or question it is, unless the page in view says it."""
    listed = isinstance(window.stack.currentWidget(), PartnersPage)
    return " · " + " ".join(document.assessment.partner.name.split()) if listed else ""


def _help(window: MainWindow) -> Iterator[JumpTarget]:
    from ui.window.help_window import page_titles

    for name, title in page_titles():
        yield JumpTarget(_say("Help"), title, partial(window.menus.help.show_help, name))


# --- partners


def _find_partners(window: MainWindow, document: WorkspaceDocument, reader: PartnerList, dialog: JumpDialog) -> None:
    """Offer partners as letters are typed: at once in a usual workspace, from a worker in a large one."""
    reading = ListReading(document.path, reader, dialog)
    is_large = reader.count() > AT_ONCE

    def look(typed: str) -> None:
        if typed.strip():
            if is_large:
                dialog.await_more()
            with suppress(StoreError):  # of which the list speaks
                reading.ask(ListFilter(text=typed), ListSort())

    def offer(found: Listed) -> None:
        if dialog.isVisible() and dialog.field.text().strip():
            with suppress(StoreError):
                dialog.offer_more([_partner(window, row) for row in reader.rows(found.ids[:_MOST_PARTNERS])])

    reading.arrived.connect(offer)
    dialog.typed.connect(look)


def _partner(window: MainWindow, row: PartnerRow) -> JumpTarget:
    go: Callable[[], object] = partial(_show_in_list, window, row.partner_id)
    if row.assessment_id:
        go = partial(window.show_assessment, UUID(row.assessment_id))
    return JumpTarget(_say("Partner"), row.name, go, words=" ".join(row.tags))


def _show_in_list(window: MainWindow, partner_id: str) -> None:
    """Select a partner that has no assessment yet; filters that would hide it go."""
    if window.document is not None:
        window.document.choice.set_filter(ListFilter())
        window.document.choice.select(partner_id)
        window.show_page("partners")


def _say(text: str) -> str:
    return QCoreApplication.translate("jump", text)
