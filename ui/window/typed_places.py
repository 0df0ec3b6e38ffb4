"""Where text that cannot be stored yet was typed: it keeps the workspace open, so the window leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from assessments.sheets import Sheet
from ui.pages.assessment_page import AssessmentPage
from ui.pages.settings_page import SettingsPage
from ui.widgets.section_progress import DECISION, SHEET_SECTIONS
from ui.widgets.sheet_card import sheet_title

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.window.main_window import MainWindow


def go_to_typing(window: MainWindow, document: WorkspaceDocument, by_file: bool) -> str:
    """Give the keyboard to the first field that keeps the workspace open.

    Args:
        window: Shows the field's page.
        document: What it is open with.
        by_file: The text is as it should be, and the file refused it.

    Returns:
        A sentence that says where the text is and what to do; empty when nothing waits.
    """
    if not document.pending:
        return ""
    first, _, what = document.pending[0].partition(" ")
    if what == "evidence":
        return _say("Files are still on their way. Close once that is done.")
    place = _go_to_setting(window, what) if first == "settings" else _go_to_step(window, document, UUID(first), what)
    QTimer.singleShot(0, window, _show_focused)  # the place of what was just made is known by then
    if by_file:
        words = _say("What you typed in {place} is not stored yet. Close once more to try again, or discard it.")
    else:
        words = _say("What you typed in {place} is not stored yet. Complete it or discard it, then close.")
    return words.format(place=place)


def _go_to_setting(window: MainWindow, name: str) -> str:
    window.show_page("settings")
    page = window.stack.currentWidget()
    title = page.go_to(name) if isinstance(page, SettingsPage) else ""
    return _say("“{field}” in the settings").format(field=title)


def _go_to_step(window: MainWindow, document: WorkspaceDocument, assessment_id: UUID, what: str) -> str:
    kind, _, key = what.partition(" ")
    window.show_assessment(assessment_id)
    page = window.stack.currentWidget()
    if isinstance(page, AssessmentPage):
        _go_within(page, kind)
    names = {
        "note": _say("the note on {id}"),
        "date": _say("the evidence date of {id}"),
        "purpose": _say("the purpose"),
        DECISION: _say("the decision"),
        Sheet.MEETINGS: _say("“Communication rhythm”"),
    }
    field = names[kind].format(id=key) if kind in names else _say("“{sheet}”").format(sheet=sheet_title(Sheet(kind)))
    partner = document.open_assessment(assessment_id).assessment.partner.name
    return _say("{step} of {partner}").format(step=field, partner=partner)


def _go_within(page: AssessmentPage, kind: str) -> None:
    if kind in {"note", "date"}:
        page.stay()
        (page.card.note if kind == "note" else page.card.evidence.day).setFocus()
    elif kind == "purpose":
        page.show_details()
        page.details.purpose.setFocus()
    else:
        page.show_section(DECISION if kind == DECISION else SHEET_SECTIONS[Sheet(kind)])


def _show_focused() -> None:
    """Scroll to where the keyboard is."""
    focused = QApplication.focusWidget()
    area = focused
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if focused is not None and area is not None:
        area.ensureWidgetVisible(focused)


def _say(text: str) -> str:
    return QCoreApplication.translate("leaving", text)
