"""What is said when Rapport met an error of its own, with the details to be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import heading, label
from ui.widgets.screen_room import within_screen


class CrashDialog(QDialog):
    """Enter and Escape close it. It has no parent: one that is closed meanwhile would take it along."""

    def __init__(self, details: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(within_screen(560, 400))
        self.words = label(self.tr("Rapport met an error of its own. What was saved before is safe."), wraps=True)
        self.advice = label(
            self.tr("Close and reopen Rapport if something looks odd. The details help to mend it."),
            "secondary",
            wraps=True,
        )
        self.details = QPlainTextEdit()
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setFont(fonts.sans(12.5))
        self.details.setPlainText(details)
        self.copy = button(self.tr("C&opy details"))
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(details)
        )  # it stays: there is more to read
        self.close_button = button(self.tr("&Close"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Something went wrong")))
        for part in (self.words, self.advice):
            column.addWidget(part)
        column.addWidget(self.details, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.close_button.setFocus()
        self._ring = FocusRing(self)
