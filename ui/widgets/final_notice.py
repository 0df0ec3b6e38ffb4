"""Says that an assessment is finished, with the way to open it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessments.assessment import Assessment
from ui.widgets.buttons import button
from ui.widgets.card import Notice
from ui.widgets.day_reading import day_words


class FinalNotice(Notice):
    """Hidden while the assessment is open."""

    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calm", parent)
        reopen = button(self.tr("Reopen…"))
        reopen.clicked.connect(self.reopen_requested)
        self.row.addWidget(reopen)

    def show_state(self, assessment: Assessment) -> None:
        """Show since when it is finished, or nothing."""
        words = ""
        if assessment.is_final and assessment.finished_on:
            words = self.tr("Finished on {day}: read only, apart from conditions and the decision.")
            words = words.format(day=day_words(assessment.finished_on))
        self.show_text(words)
