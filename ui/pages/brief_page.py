"""The brief: a preview of the very PDF that is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QDate, QLocale, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.result import Result
from ui.documents.assessment_document import AssessmentDocument
from ui.jobs.job import Job
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Notice
from ui.widgets.labels import label
from ui.widgets.page_header import PageHeader
from ui.widgets.pdf_preview import PdfPreview

if TYPE_CHECKING:  # ReportLab and PDFium are loaded by the worker
    from reports.document import WrittenDocument
    from reports.page_pictures import PageSize

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class _Made:
    """A brief as bytes."""

    pdf: bytes
    sizes: tuple[PageSize, ...]


class BriefPage(QWidget):
    """One assessment's brief: looks, paper, saving."""

    result_requested = Signal()
    told = Signal(str)
    """A confirmation for the status bar."""
    shown = Signal()
    """The preview shows what the document holds."""

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.document = document
        self._stale = True
        self._making: Job | None = None
        self._saving: Job | None = None
        self._saved_as: Path | None = None
        self._keyboard_on_save = False
        self.header = PageHeader()
        self.paper = self._choice(self.tr("Paper"), [("A4", "a4"), (self.tr("Letter"), "letter")])
        self.paper.setCurrentIndex(self.paper.findData(document.workspace.own.paper))
        sizes = [(self.tr("Fit width"), None), ("75 %", 0.75), ("100 %", 1.0), ("150 %", 1.5), ("200 %", 2.0)]
        self.zoom = self._choice(self.tr("Zoom"), sizes)
        self.back = button(self.tr("Result"))
        self.save = button(self.tr("Save brief…"), kind="primary")
        for control in (self.back, self.zoom, self.paper, self.save):
            self.header.add(control)
        self.notice = Notice("calm")
        self.open_file = button(self.tr("Open"))
        self.open_folder = button(self.tr("Open folder"))
        for control in (self.open_file, self.open_folder):
            self.notice.row.addWidget(control)
        self.preview = PdfPreview()
        self.waiting = label(self.tr("Making the brief…"), "secondary", fonts.sans(14))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Make the brief anew from what the document holds now; in a worker, and not twice at a time."""
        self._stale = True
        if self._making is not None or not self.isVisible():
            return
        self._stale = False
        self._show_words(None)
        work = partial(_make, self.document.assessment, self.document.result, self._paper())
        # Without a parent: the work may outlive the page, and a job keeps itself alive until it ends.
        self._making = Job(work)
        self._making.succeeded.connect(self._on_made)
        self._making.failed.connect(self._on_not_made)
        self._making.ended.connect(self._on_making_ended)
        self._making.start()

    def save_to(self, path: Path) -> None:
        """Write the brief to a file. What comes of it is said on the page; a second wish waits for the first."""
        if self._saving is not None:
            return
        from reports.document import DocumentError

        self._saved_as = None
        self._keyboard_on_save = self.save.hasFocus()
        self.save.setEnabled(False)
        self._say(self.tr("Saving the brief…"), "calm")
        work = partial(_write, self.document.assessment, self.document.result, path, self._paper())
        self._saving = Job(work, (OSError, DocumentError))
        self._saving.succeeded.connect(self._on_saved)
        self._saving.failed.connect(self._on_not_saved)
        self._saving.ended.connect(self._on_saving_ended)
        self._saving.start()

    def suggested_path(self) -> Path:
        """Return where a brief is saved unless the user says otherwise."""
        from reports.file_name import brief_file_name

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = brief_file_name(self.document.assessment.partner.name, self.document.result.as_of, self.tr("brief"))
        return Path(documents) / name

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.preview)
        strip = QWidget()
        row = QVBoxLayout(strip)
        row.setContentsMargins(24, 8, 24, 6)
        row.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(strip)
        column.addWidget(self._stack, 1)
        self._show_words(None)

    def _connect(self) -> None:
        self.document.result_changed.connect(self.refresh)
        self.document.details_changed.connect(self.refresh)
        self.document.workspace.own_changed.connect(self._take_own_paper)
        self.paper.activated.connect(self.refresh)
        self.zoom.activated.connect(lambda: self.preview.set_zoom(self.zoom.currentData()))
        self.back.clicked.connect(self.result_requested)
        self.save.clicked.connect(self._choose_file)
        self.open_file.clicked.connect(lambda: self._open(self._saved_as))
        self.open_folder.clicked.connect(lambda: self._open(self._saved_as.parent if self._saved_as else None))

    def _choice(self, name: str, offered: list[tuple[str, str]] | list[tuple[str, float | None]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setFont(fonts.sans())
        for words, value in offered:
            box.addItem(words, value)
        return box

    def _paper(self) -> Paper:
        paper: Paper = self.paper.currentData()
        return paper

    def _take_own_paper(self) -> None:
        self.paper.setCurrentIndex(self.paper.findData(self.document.workspace.own.paper))
        self.refresh()

    def _show_words(self, pages: int | None) -> None:
        day = self.document.result.as_of
        words = [
            self.tr("as of {day}").format(day=QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy"))
        ]
        if pages is not None:
            words.insert(0, self.tr("1 page") if pages == 1 else self.tr("{n} pages").format(n=pages))
        name = self.document.assessment.partner.name
        self.header.show_words(self.tr("{partner}: brief").format(partner=name), " · ".join(words))

    def _on_made(self, made: _Made) -> None:
        self.preview.show_pdf(made.pdf, made.sizes)
        self._stack.setCurrentWidget(self.preview)
        self._show_words(len(made.sizes))
        self.shown.emit()

    def _on_not_made(self, sentence: str) -> None:
        self.waiting.setText(sentence)
        self._stack.setCurrentWidget(self.waiting)

    def _on_making_ended(self) -> None:
        self._making = None
        if self._stale:
            self.refresh()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save brief"), str(self.suggested_path()), self.tr("PDF file (*.pdf)")
        )
        if name:
            self.save_to(Path(name) if name.lower().endswith(".pdf") else Path(name + ".pdf"))

    def _on_saved(self, written: WrittenDocument) -> None:
        self._saved_as = written.path
        sentence = self.tr("Brief saved to {path}").format(path=written.path)
        self._say(sentence, "calm")
        self.told.emit(sentence)

    def _on_not_saved(self, sentence: str) -> None:
        self._say(sentence, "alarm")

    def _on_saving_ended(self) -> None:
        self._saving = None
        self.save.setEnabled(True)
        if self._keyboard_on_save:
            self.save.setFocus()

    def _say(self, sentence: str, kind: str) -> None:
        for control in (self.open_file, self.open_folder):
            control.setVisible(self._saved_as is not None)
        self.notice.show_text(sentence, kind)

    def _open(self, path: Path | None) -> None:
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(
                self.tr("Nothing here opens it. You find the brief at {path}").format(path=self._saved_as), "alarm"
            )


def _make(assessment: Assessment, result: Result, paper: Paper) -> _Made:
    from reports.brief import lay_brief
    from reports.document import document_bytes
    from reports.options import PrintOptions
    from reports.page_pictures import read_page_sizes

    pdf = document_bytes(lay_brief(assessment, result, PrintOptions(paper)))
    return _Made(pdf, read_page_sizes(pdf))


def _write(assessment: Assessment, result: Result, path: Path, paper: Paper) -> WrittenDocument:
    from reports.brief import lay_brief
    from reports.document import write_document
    from reports.options import PrintOptions

    return write_document(lay_brief(assessment, result, PrintOptions(paper)), path)
