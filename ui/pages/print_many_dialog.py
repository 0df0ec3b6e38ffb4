"""Briefs of many partners at once: which, how and where to; then how far it is, and what came of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assessments.wording_figures import count_words
from ui.documents.many_briefs import Outcome, Wish, print_briefs, save_briefs
from ui.documents.print_choices import keep_folder, last_folder
from ui.jobs.job import Job
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.buttons import button
from ui.widgets.dialog_buttons import button_row
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow, chooser
from ui.widgets.labels import ElidedLabel, heading, label
from ui.widgets.many_outcome import outcome_headline, outcome_text
from ui.widgets.radio_group import lead_to_chosen
from ui.widgets.screen_room import within_screen
from ui.widgets.scrolled_body import scroll_area

_TIDY = 5
"""Briefs between two collections of what they left, some 10 ms each."""


class PrintManyDialog(QDialog):
    """Asks, works, tells: three faces of one dialog. Closing it while it works gives up."""

    ended = Signal()
    """The work is done or given up, and the summary is shown."""
    _went_on = Signal(int, int, str)
    outcome: Outcome | None = None

    def __init__(self, selected: Wish, listed: Wish, listed_count: int, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            selected: The partners that are selected in the list.
            listed: All that the list shows.
            listed_count: How many these are.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print briefs"))
        self.resize(within_screen(520, 400))
        self._wishes = (selected, listed)
        self._job: Job | None = None
        self.folder = last_folder()
        self.of_selected = QRadioButton(self._counted(self.tr("&Selected"), len(selected.partners)))
        self.of_listed = QRadioButton(self._counted(self.tr("&All listed"), listed_count))
        (self.of_selected if len(selected.partners) > 1 else self.of_listed).setChecked(True)
        self.of_selected.setEnabled(bool(selected.partners))
        self.reader = chooser(
            {"decider": self.tr("Decider"), "team": self.tr("Team"), "partner": self.tr("Partner copy")}
        )
        self.paper = chooser({"a4": self.tr("A4"), "letter": self.tr("Letter")})
        for box, chosen in ((self.reader, listed.choices.reader), (self.paper, listed.choices.paper)):
            box.setCurrentIndex(box.findData(chosen))
        self.to_folder = QRadioButton(self.tr("PDF files in a &folder"))
        self.to_printer = QRadioButton(self.tr("A pri&nter"))
        self.to_folder.setChecked(True)
        self.shown_folder = ElidedLabel(str(self.folder), kind="secondary")
        self.choose = button(self.tr("C&hoose…"))
        self.replaces = QCheckBox(self.tr("R&eplace files of the same name"))
        self.go = button(self.tr("Sa&ve briefs"), kind="primary")
        self.naming = ElidedLabel()
        self.bar = QProgressBar()
        self.stop = button(self.tr("S&top"))
        self.summary = QPlainTextEdit()
        self.open_folder = button(self.tr("&Open folder"))
        self._faces = QStackedWidget()
        self._lay_out()
        self._connect()
        self._ring = FocusRing(self)

    def start(self) -> None:
        """Begin with what was chosen; a printer is asked for first."""
        wish = self._wish()
        if self.to_folder.isChecked():
            keep_folder(self.folder)
            work: Callable[[Job], Outcome] = lambda job: save_briefs(  # noqa: E731
                wish, self.folder, self.replaces.isChecked(), partial(self._report, job)
            )
            self._run(work)
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from ui.widgets.print_dialog import ask_printer

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.tr("Briefs"))
        letter = wish.choices.paper == "letter"
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        if ask_printer(dialog, printer.pageLayout()):
            self._run(lambda job: print_briefs(wish, printer, partial(self._report, job)))

    def reject(self) -> None:
        """Give up while it works; else close."""
        if self._job is not None:
            self._give_up()
        else:
            super().reject()

    # --- working

    def _run(self, work: Callable[[Job], Outcome]) -> None:
        from ui.documents.printer_pages import PrintError

        self._faces.setCurrentIndex(1)
        self.stop.setEnabled(True)
        self.stop.setFocus()
        # Without a parent: the job keeps itself alive until it ends.
        job = self._job = Job(lambda: work(job), (OSError, PrintError))
        job.succeeded.connect(self._show_outcome)
        job.failed.connect(lambda sentence: self._show_outcome(Outcome(refused=[("", sentence)])))
        job.cancelled.connect(lambda: self._show_outcome(Outcome(cancelled=True)))
        job.start()

    def _report(self, job: Job, done: int, total: int, name: str) -> None:
        """Called in the worker, before each brief."""
        job.report(done, total)
        self._went_on.emit(done, total, name)

    def _show_progress(self, done: int, total: int, name: str) -> None:
        if done % _TIDY == 0:
            gc.collect(0)  # the timer alone would find more at once than the window may wait for
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("{at} of {total}: {name}").format(at=min(done + 1, total), total=total, name=name)
        self.naming.show_text(words)
        self.bar.setAccessibleDescription(words)

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop.setEnabled(False)
            self.naming.show_text(self.tr("Stopping…"))

    def _show_outcome(self, outcome: Outcome) -> None:
        self._job = None
        self.outcome = outcome
        printed = self.to_printer.isChecked()
        self._headline.setText(outcome_headline(outcome, printed))
        self.summary.setPlainText(outcome_text(outcome, printed, self.folder))
        self.open_folder.setVisible(not printed and bool(outcome.done))
        self._faces.setCurrentIndex(2)
        self._close.setFocus()
        self.ended.emit()

    # --- parts

    def _wish(self) -> Wish:
        wish = self._wishes[0] if self.of_selected.isChecked() else self._wishes[1]
        choices = replace(wish.choices, reader=self.reader.currentData(), paper=self.paper.currentData())
        return replace(wish, choices=choices)

    def _connect(self) -> None:
        self._went_on.connect(self._show_progress)
        self.choose.clicked.connect(self._choose_folder)
        self.to_folder.toggled.connect(self._show_target)
        (self.of_selected if self.of_selected.isChecked() else self.of_listed).setFocus()
        self.go.clicked.connect(self.start)
        self.stop.clicked.connect(self._give_up)
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))))

    def _show_target(self) -> None:
        folder = self.to_folder.isChecked()
        for control in (self.shown_folder, self.choose, self.replaces):
            control.setEnabled(folder)
        self.go.setText(self.tr("Sa&ve briefs") if folder else self.tr("Pr&int…"))

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder for the briefs"), str(self.folder))
        if found:
            self.folder = Path(found)
            self.shown_folder.show_text(found)

    def _counted(self, words: str, count: int) -> str:
        of = self.tr("1 partner") if count == 1 else self.tr("{n} partners").format(n=count_words(count, own_figures))
        return f"{words}: {of}"

    def _lay_out(self) -> None:
        for face in (self._asking(), self._working(), self._telling()):
            self._faces.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 20)  # at the sides each face has its own: a scroll bar is at the edge
        column.addWidget(self._faces)

    def _asking(self) -> QWidget:
        face, whole = _face()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll_area(self._choices()), 1)
        cancel = button(self.tr("&Cancel"))
        cancel.clicked.connect(self.reject)
        self.go.setDefault(True)
        foot = button_row(cancel, self.go)
        foot.setContentsMargins(24, 0, 24, 0)
        whole.addLayout(foot)
        return face

    def _choices(self) -> QWidget:
        """Return what scrolls. No `ScrolledBody`: that is for wrapped labels, and without any it would be squeezed."""
        body, column = _face()
        body.setObjectName("scrolled")
        self._groups = [_grouped(self.of_selected, self.of_listed), _grouped(self.to_folder, self.to_printer)]
        column.addWidget(label(self.tr("Whose"), font=fonts.semibold(13)))
        column.addWidget(self.of_selected)
        column.addWidget(self.of_listed)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(FormRow(self.tr("&Reader"), self.reader), 1)
        row.addWidget(FormRow(self.tr("&Paper"), self.paper), 1)
        column.addLayout(row)
        column.addWidget(label(self.tr("Where to"), font=fonts.semibold(13)))
        column.addWidget(self.to_folder)
        place = QHBoxLayout()
        place.setContentsMargins(26, 0, 0, 0)
        place.addWidget(self.shown_folder, 1)
        place.addWidget(self.choose)
        column.addLayout(place)
        under = QHBoxLayout()
        under.setContentsMargins(26, 0, 0, 0)
        under.addWidget(self.replaces)
        column.addLayout(under)
        column.addWidget(self.to_printer)
        column.addStretch(1)
        return body

    def _working(self) -> QWidget:
        face, column = _face()
        column.addStretch(1)
        column.addWidget(self.naming)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Briefs done"))
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addLayout(button_row(self.stop))
        return face

    def _telling(self) -> QWidget:
        face, column = _face()
        self._headline = heading("")
        self._headline.setWordWrap(True)
        self.summary.setReadOnly(True)
        self.summary.setFont(fonts.sans(13))
        self.summary.setAccessibleName(self.tr("What came of it"))
        copy = button(self.tr("Cop&y"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.summary.toPlainText()))
        self._close = button(self.tr("C&lose"), kind="primary")
        self._close.clicked.connect(self.accept)
        column.addWidget(self._headline)
        column.addWidget(self.summary, 1)
        column.addLayout(button_row(copy, self.open_folder, self._close))
        return face


def _face() -> tuple[QWidget, QVBoxLayout]:
    face = QWidget()
    column = QVBoxLayout(face)
    column.setContentsMargins(24, 0, 24, 0)
    column.setSpacing(10)
    return face, column


def _grouped(*radios: QRadioButton) -> QButtonGroup:
    group = QButtonGroup(radios[0])
    for radio in radios:
        radio.setFont(fonts.sans())
        group.addButton(radio)
    lead_to_chosen(radios)
    return group
