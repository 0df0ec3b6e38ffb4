"""What came of saving or printing: one sentence above the page, with the ways to the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Notice


class SavedNotice(QWidget):
    """Hidden while there is nothing to say. Open and Open folder are there while a file is spoken of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.notice = Notice("calm")
        self.open_file = button(self.tr("Open"))
        self.open_folder = button(self.tr("Open folder"))
        for control in (self.open_file, self.open_folder):
            self.notice.row.addWidget(control)
        self.open_file.clicked.connect(lambda: self._open(self._path))
        self.open_folder.clicked.connect(lambda: self._open(self._path.parent if self._path else None))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.addWidget(self.notice)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self.notice.text

    def say(self, sentence: str, kind: str = "calm", path: Path | None = None) -> None:
        """Show a sentence, or nothing when it is empty; `path` is the file that it tells of."""
        self._path = path
        for control in (self.open_file, self.open_folder):
            control.setVisible(path is not None)
        self.notice.show_text(sentence, kind)
        self.setVisible(bool(sentence))

    def _open(self, path: Path | None) -> None:
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("Nothing here opens it. You find it at {path}")
            self.notice.show_text(words.format(path=self._path), "alarm")
