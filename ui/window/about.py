"""What this program is, where its data lies, and the licences of what it is built with, to be read here."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import ElidedLabel, heading
from ui.widgets.screen_room import within_screen
from ui.window.licences import licensed_parts


class AboutDialog(QDialog):
    """Closes with Escape or Enter; the arrow keys go through the licences."""

    def __init__(self, version: str, workspace: str, log: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            version: Of Rapport.
            workspace: Path of the file that is open, or that none is.
            log: Path of the log of crashes.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Rapport"))
        self.resize(within_screen(900, 620))
        self.parts = licensed_parts()
        built = self.tr("Rapport is under the MIT licence. It is built with Qt {qt} and these parts:")
        self.facts = (
            self.tr("Workspace: {workspace}").format(workspace=workspace),
            self.tr("Crash log: {log}").format(log=log),
            self.tr("No account, no server, no network use."),
            built.format(qt=qVersion()),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parts and their licences"))
        self.list.setFont(fonts.sans(13))
        self.list.setFixedWidth(fonts.scaled(230))
        for part in self.parts:
            self.list.addItem(part.name)
        self.licence = ElidedLabel(font=fonts.semibold(13))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(fonts.sans(12.5))
        for scrolls in (self.list, self.text):
            scrolls.setMinimumHeight(fonts.scaled(50))  # all of it fits a small screen, and grows on others
        self.list.currentRowChanged.connect(self._show_part)
        self._lay_out(version)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._ring = FocusRing(self)

    def _show_part(self, place: int) -> None:
        part = self.parts[place]
        self.licence.show_text(part.licence or self.tr("The text says which licence"))
        self.text.setPlainText(part.read() or self.tr("This part comes without the text of its licence."))

    def _lay_out(self, version: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(6)
        column.addWidget(heading(self.tr("Rapport {version}").format(version=version), 19))
        column.addWidget(ElidedLabel(self.tr("Decide whether to enter a partnership, and later whether to stay.")))
        column.addSpacing(6)
        for words in self.facts:
            column.addWidget(ElidedLabel(words, fonts.sans(13), "secondary"))
        column.addSpacing(4)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self.licence)
        beside.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addLayout(beside, 1)
        column.addLayout(row, 1)
        column.addSpacing(6)
        close = button(self.tr("&Close"), kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
