"""Our logo in the settings: what it looks like on paper, choosing another, removing it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.documents.folders import start_folder
from ui.documents.logo_reading import LogoRefused, logo_picture, read_logo_file
from ui.jobs.job import Job
from ui.jobs.newest import Newest
from ui.theme import fonts, palette
from ui.widgets.buttons import button
from ui.widgets.labels import label

_WIDTH, _HEIGHT = 240, 84


class LogoField(QWidget):
    """Asks for a file and reads it in a worker; who stores it is told by `chosen`."""

    chosen = Signal(bytes)
    """A PNG that can be stored; empty to have no logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Job | None = None
        self.picture = _Paper()
        self.choose = button(self.tr("Choose…"))
        self.remove = button(self.tr("Remove"))
        self.words = label("", "secondary", fonts.sans(12.5), wraps=True)
        self.error = label("", "error", fonts.sans(12.5), wraps=True)
        self.error.hide()
        self._drawing = Newest(self)
        self._drawing.arrived.connect(self.picture.show_picture)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self.chosen.emit(b""))
        self._lay_out()
        self.show_logo(b"")

    def show_logo(self, png: bytes) -> None:
        """Show the logo that is stored; empty for none."""
        self.remove.setEnabled(bool(png))
        self.words.setText(
            self.tr("Printed in the head of every document.") if png else self.tr("PNG, JPEG or SVG, at most 5 MB.")
        )
        ratio = self.devicePixelRatioF()
        width, height = (round(fonts.scaled(side - 16) * ratio) for side in (_WIDTH, _HEIGHT))
        self._drawing.ask(partial(logo_picture, png, width, height))

    def read_file(self, path: Path) -> None:
        """Make a picture file into the logo; what is wrong with it is said below."""
        if self._reading is not None:
            return
        self.error.hide()
        self.choose.setEnabled(False)
        # Without a parent: the work may outlive the page, and a job keeps itself alive until it ends.
        self._reading = Job(partial(read_logo_file, path), (LogoRefused,))
        self._reading.succeeded.connect(self.chosen)
        self._reading.failed.connect(self._refuse)
        self._reading.ended.connect(self._on_ended)
        self._reading.start()

    def _ask(self) -> None:
        offered = self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Our logo"), str(start_folder()), offered)
        if name:
            self.read_file(Path(name))

    def _refuse(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()

    def _on_ended(self) -> None:
        self._reading = None
        self.choose.setEnabled(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Our logo"), font=fonts.semibold(13)))
        column.addWidget(self.picture)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.error)


class _Paper(QWidget):
    """A piece of paper with the logo on it: white in both schemes, because it prints so."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.setFixedSize(QSize(fonts.scaled(_WIDTH), fonts.scaled(_HEIGHT)))

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.setAccessibleName(self.tr("No logo") if picture.isNull() else self.tr("Our logo as it prints"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
            size = self._picture.size() / self.devicePixelRatioF()
            place = QRect(self.rect().center() - QRect(0, 0, size.width(), size.height()).center(), size)
            painter.drawImage(place, self._picture)
        else:
            painter.fillRect(self.rect(), palette.color("sunken"))
            painter.setPen(palette.color("secondary"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("No logo"))
        painter.setPen(palette.color("control_line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
