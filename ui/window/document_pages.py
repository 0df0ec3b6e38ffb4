"""Documents on their page, with their requests connected to the window; built on their first visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uuid import UUID

    from ui.documents.printed import Printed
    from ui.pages.document_page import DocumentPage
    from ui.window.main_window import MainWindow


def brief_page(window: MainWindow, assessment_id: UUID) -> DocumentPage | None:
    """Return the preview of an assessment's brief; None when it cannot be read."""
    from ui.documents.printed import brief_of

    document = window.read_assessment(assessment_id)
    return None if document is None else _result_page(window, brief_of(document), assessment_id)


def agenda_page(window: MainWindow, assessment_id: UUID) -> DocumentPage | None:
    """Return the preview of the agenda of the next call; None when the assessment cannot be read."""
    from ui.documents.printed_views import agenda_of

    document = window.read_assessment(assessment_id)
    return None if document is None else _result_page(window, agenda_of(document), assessment_id)


def _result_page(window: MainWindow, printed: Printed, assessment_id: UUID) -> DocumentPage:
    page = document_page(window, printed)
    page.back_requested.connect(lambda: window.show_result(assessment_id))
    return page


def comparison_page(window: MainWindow) -> DocumentPage | None:
    """Return the page of the comparison; which partners, the compare page says."""
    from ui.documents.printed_views import comparison_of

    if window.document is None:
        return None
    page = document_page(window, comparison_of(window.document, ()))
    page.back_requested.connect(lambda: window.show_page("compare"))
    return page


def summary_page(window: MainWindow) -> DocumentPage | None:
    """Return the page of the portfolio summary."""
    from ui.documents.printed_views import portfolio_of

    if window.document is None:
        return None
    page = document_page(window, portfolio_of(window.document))
    page.back_requested.connect(lambda: window.show_page("portfolio"))
    return page


def blank_page(window: MainWindow) -> DocumentPage | None:
    """Return the page of the blank questionnaire."""
    from ui.documents.printed_views import blank_of

    if window.document is None:
        return None
    page = document_page(window, blank_of(window.document, None, quick=False))
    page.back_requested.connect(lambda: window.show_page("partners"))
    return page


def show_printed(page: QWidget, printed: Printed) -> None:
    """Show another document on its page."""
    from ui.pages.document_page import DocumentPage

    assert isinstance(page, DocumentPage)
    page.show_printed(printed)


def document_page(window: MainWindow, printed: Printed) -> DocumentPage:
    """Return the page of any document."""
    from ui.pages.document_page import DocumentPage

    page = DocumentPage(printed, window.stack)
    page.told.connect(window.tell)
    page.shown.connect(window.menus.refresh)  # only now can it be saved and printed, by the keys too
    return page
