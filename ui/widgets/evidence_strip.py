"""The files and links behind an answer: attach, look at, remove."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QSizePolicy, QWidget

from assessments.evidence import Attachment, Link
from assessments.questionnaire import Question
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.evidence_changes import EvidenceChanges
from ui.documents.folders import start_folder
from ui.widgets.buttons import button
from ui.widgets.evidence_chip import EvidenceChip
from ui.widgets.link_dialogs import AddLinkDialog, OpenLinkDialog, opened_address
from ui.widgets.wrapping_row import WrappingRow


class EvidenceStrip(QWidget):
    """One line with "Attach file", "Add link", a chip for each, and the card's way back and on at its end."""

    def __init__(self, document: AssessmentDocument, ends: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self._document = document
        self._question: Question | None = None
        self.changes = EvidenceChanges(document)
        self.chips: list[EvidenceChip] = []
        self.attach = button(self.tr("＋ Attach file"))
        self.attach.setAccessibleName(self.tr("Attach file"))
        self.link = button(self.tr("Add link…"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = WrappingRow(parent=self)
        self._row.addWidget(self.attach)
        self._row.addWidget(self.link)
        for end in ends:
            self._row.add_end(end)
        self._ends = ends
        self.attach.clicked.connect(self.choose_files)
        self.link.clicked.connect(self.ask_link)
        self.changes.busy_changed.connect(self._on_busy)
        self.changes.opened.connect(self._open_path)

    # --- showing

    def show_question(self, question: Question) -> None:
        """Show what stands behind a question's answer."""
        self._question = question
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; the keyboard stays where it was."""
        if self._question is None:
            return
        assessment, key = self._document.assessment, self._question.id
        behind: list[Attachment | Link] = [one for one in assessment.attachments if one.question_id == key]
        behind += [one for one in assessment.links if one.question_id == key]
        for control in (self.attach, self.link):
            control.setEnabled(not assessment.is_final)
        if behind != [chip.evidence for chip in self.chips] or any(
            chip.removable == assessment.is_final for chip in self.chips
        ):
            self._rebuild(behind, removable=not assessment.is_final)

    def _rebuild(self, behind: list[Attachment | Link], *, removable: bool) -> None:
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(one, removable) for one in behind]
        before: QWidget = self.link
        for chip in self.chips:
            self._row.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        for end in self._ends:
            QWidget.setTabOrder(before, end)
            before = end
        if focused is not None:  # the next chip, else the last one, else the button that adds one
            last = len(self.chips) - 1
            (self.chips[min(focused, last)] if self.chips else self.attach).setFocus()
        self.updateGeometry()

    def _chip(self, evidence: Attachment | Link, removable: bool) -> EvidenceChip:
        chip = EvidenceChip(evidence, removable, self)
        if isinstance(evidence, Attachment):
            chip.open_requested.connect(partial(self.changes.open_copy, evidence))
            chip.copy_requested.connect(partial(self.save_copy, evidence))
            chip.remove_requested.connect(partial(self.changes.remove_attachment, evidence))
        else:
            chip.open_requested.connect(partial(self.open_link, evidence))
            chip.copy_requested.connect(partial(_copy_address, evidence))
            chip.remove_requested.connect(partial(self.changes.remove_link, evidence))
        return chip

    # --- acting

    def attach_files(self, paths: list[Path]) -> None:
        """Attach files to the question that is shown."""
        if self._question is not None:
            self.changes.attach(self._question.id, paths)

    def choose_files(self) -> None:
        """Ask for files and attach them."""
        names, _filter = QFileDialog.getOpenFileNames(self, self.tr("Attach files"), str(start_folder()))
        if names:
            self.attach_files([Path(name) for name in names])

    def ask_link(self) -> None:
        """Ask for an address and add it."""
        if self._question is None:
            return
        key = self._question.id
        dialog = AddLinkDialog(self._question.text, self)
        if dialog.exec() == AddLinkDialog.DialogCode.Accepted:
            self.changes.add_link(key, dialog.url)

    def open_link(self, link: Link) -> None:
        """Show where a link leads, and open it when that is wanted."""
        OpenLinkDialog(link.url, self).exec()

    def save_copy(self, attachment: Attachment) -> None:
        """Ask where to, and write a copy of a file."""
        suggested = str(start_folder() / self.changes.copy_name(attachment))
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), suggested)
        if name:
            self.changes.save_copy(attachment, Path(name))

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program here opens {kind} files. Save a copy instead.").format(kind=path.suffix)
            self._document.workspace.refused.emit(words)

    def _on_busy(self, busy: bool) -> None:
        self.attach.setText(self.tr("Copying…") if busy else self.tr("＋ Attach file"))


def _copy_address(link: Link) -> None:
    QGuiApplication.clipboard().setText(opened_address(link.url))
