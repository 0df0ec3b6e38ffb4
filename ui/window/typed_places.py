"""Where text that cannot be stored yet was typed: it keeps the workspace open, so the window leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from assessments.sheets import Sheet
from ui.widgets.section_progress import DECISION, SHEET_SECTIONS
from ui.widgets.sheet_card import sheet_title

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument
    from ui.window.main_window import MainWindow


def go_to_typing(window: MainWindow, document: WorkspaceDocument) -> str:
    """Show a sheet, a decision or the settings that keep the workspace open. Return its name; empty for others."""
    for pending in document.pending:
        first, _, rest = pending.partition(" ")
        if first == "settings":
            window.show_page("settings")
            return _say("the settings")
        if rest == DECISION or rest in list(Sheet):
            section = DECISION if rest == DECISION else SHEET_SECTIONS[Sheet(rest)]
            window.show_assessment(UUID(first), section=section)
            partner = document.open_assessment(UUID(first)).assessment.partner.name
            step = _say("the decision") if rest == DECISION else sheet_title(Sheet(rest))
            return _say("{step} of {partner}").format(step=step, partner=partner)
    return ""


def _say(text: str) -> str:
    return QCoreApplication.translate("leaving", text)
