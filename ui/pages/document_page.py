"""Any document of a workspace on screen: a preview of the very PDF that is saved, options beside it, printing."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from ui.documents.print_choices import first_choices, keep_choices, keep_folder, keep_shown, last_folder, shown_beside
from ui.documents.printed import Made, NotLaid, Printed, make, write
from ui.jobs.job import Job
from ui.jobs.newest import Newest
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.day_reading import day_words
from ui.widgets.document_viewer import DocumentViewer
from ui.widgets.page_header import PageHeader
from ui.widgets.print_options_panel import PrintOptionsPanel
from ui.widgets.save_name import with_ending
from ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from reports.document import WrittenDocument
    from ui.widgets.printing import Printing

_NARROW = 860
"""Pixels: with less room for all, small pages and options wait until they are asked for."""
_OPTIONS = 268
_SOON = 600
"""Milliseconds until it is said that an older document is still shown."""


class DocumentPage(QWidget):
    """Shows, saves and prints one document. It is made anew in a worker after every change; the newest wish wins."""

    back_requested = Signal()
    told = Signal(str)
    """A confirmation for the status bar."""
    shown = Signal()
    """The preview shows what the document holds."""

    def __init__(self, printed: Printed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.printed = printed
        self.made: Made | None = None
        self._stale = True
        self._narrow: bool | None = None
        self._saving: Job | None = None
        self._keyboard_on_save = False
        self._making = Newest(self)
        self._making.arrived.connect(self._on_made)
        self._late = QTimer(self, singleShot=True, interval=_SOON)
        self._late.timeout.connect(self._show_words)
        self.header = PageHeader()
        self.back = button(printed.back)
        self.print_button = button(self.tr("Print") + " ▾")
        self.print_button.setAccessibleName(self.tr("Print"))
        self.save = button(self.tr("Save…"), "Ctrl+S", "primary")
        for control in (self.back, self.print_button, self.save):
            self.header.add(control)
        self.notice = SavedNotice()
        self.options = PrintOptionsPanel(first_choices(printed.workspace), printed.for_readers)
        self.options.setFixedWidth(fonts.scaled(_OPTIONS))
        self.viewer = DocumentViewer(self)
        self.preview = self.viewer.preview
        self._lay_out()
        self._connect()

    @cached_property
    def printing(self) -> Printing:
        """The system's dialogs, loaded when first used."""
        from ui.widgets.printing import Printing

        made = Printing(self)
        made.told.connect(self._tell)
        made.failed.connect(lambda sentence: self.notice.say(sentence, "alarm"))
        return made

    def show_printed(self, printed: Printed) -> None:
        """Show another document of the same workspace."""
        for change in self.printed.changes:
            change.disconnect(self.refresh)
        self.printed = printed
        self._follow()
        self.notice.say("")
        self.refresh()

    def refresh(self) -> None:
        """Make the document anew from what there is now; in a worker, the newest wish only."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._show_words()
        self._late.start()
        self._making.ask(partial(make, self.printed.laying(), self.options.choices))

    def focus_search(self) -> None:
        """Look for words in the document."""
        self.viewer.find_bar.open()

    # --- saving

    def ask_where(self) -> None:
        """Ask for a file, then save."""
        self._keyboard_on_save = self.save.hasFocus()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save"), str(self.suggested_path()), self.tr("PDF file (*.pdf)")
        )
        path = with_ending(self, name, ".pdf")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the document to a file. What comes of it is said on the page; a second wish waits for the first."""
        if self._saving is not None:
            return
        from reports.document import DocumentError

        self._keyboard_on_save |= self.save.hasFocus()
        self.save.setEnabled(False)
        self.notice.say(self.tr("Saving…"))
        work = partial(write, self.printed.laying(), self.options.choices, self.options.password, path)
        # Without a parent: the work may outlive the page, and a job keeps itself alive until it ends.
        self._saving = Job(work, (OSError, DocumentError, NotLaid))
        self._saving.succeeded.connect(self._on_saved)
        self._saving.failed.connect(lambda sentence: self.notice.say(sentence, "alarm"))
        self._saving.ended.connect(self._on_saving_ended)
        self._saving.start()

    def suggested_path(self) -> Path:
        """Return where the document is saved unless the user says otherwise."""
        return last_folder() / self.printed.file_name(self.options.choices)

    # --- printing

    def print_now(self) -> None:
        """Open the system's print dialog."""
        if self.made is not None:
            self.notice.say("")
            grey = self.options.choices.grey
            self.printing.print_document(self.made, self.printed.title(), grey=grey, current=self.preview.current)

    def preview_print(self) -> None:
        """Open the system's print preview."""
        if self.made is not None:
            self.notice.say("")
            self.printing.preview_document(self.made, self.printed.title(), grey=self.options.choices.grey)

    # --- showing

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, and give the keyboard to the pages."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self.preview.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the pages where there is little."""
        super().resizeEvent(event)
        narrow = event.size().width() < fonts.scaled(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            pages, options = shown_beside()
            self.viewer.bar.pages.setChecked(pages and not narrow)
            self.viewer.bar.options.setChecked(options and not narrow)

    # --- inside

    def _lay_out(self) -> None:
        self.viewer.add_beside(self.options)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.viewer, 1)
        self.options.hide()
        self._show_words()

    def _connect(self) -> None:
        self._follow()
        self.printed.workspace.own_changed.connect(self._take_own)
        self.options.changed.connect(self._on_options)
        self.back.clicked.connect(self.back_requested)
        self.save.clicked.connect(self.ask_where)
        menu = QMenu(self)
        menu.addAction(self.tr("Print…") + "\tCtrl+P", self.print_now)
        menu.addAction(self.tr("Print preview…"), self.preview_print)
        self.print_button.setMenu(menu)
        bar = self.viewer.bar
        bar.options.toggled.connect(self.options.setVisible)
        for toggle in (bar.pages, bar.options):
            toggle.clicked.connect(lambda: keep_shown(bar.pages.isChecked(), bar.options.isChecked()))

    def _follow(self) -> None:
        for change in self.printed.changes:
            change.connect(self.refresh)

    def _on_options(self) -> None:
        self.notice.say("")  # what was saved is no longer what is shown
        keep_choices(self.options.choices)
        self.refresh()

    def _take_own(self) -> None:
        self.options.show_choices(first_choices(self.printed.workspace))
        self.refresh()

    def _show_words(self) -> None:
        words = [self.tr("as of {day}").format(day=day_words(self.printed.as_of()))]
        if self.made is not None:
            count = len(self.made.sizes)
            words.insert(0, self.tr("1 page") if count == 1 else self.tr("{n} pages").format(n=count))
        readers = {"decider": self.tr("for the decider"), "partner": self.tr("the partner's copy")}
        if self.printed.for_readers and self.options.choices.reader in readers:
            words.append(
                readers[self.options.choices.reader]
            )  # the choice is remembered, and the options may be hidden
        if self.made is not None and self._making.is_busy and not self._late.isActive():
            words.append(self.tr("making it anew…"))
        self.header.show_words(self.printed.title(), " · ".join(words))

    def _on_made(self, made: Made) -> None:
        self.made = None if made.problem else made
        for control in (self.print_button, self.save):
            control.setEnabled(self.made is not None)
        self.viewer.show_document(made)
        self._show_words()
        self.shown.emit()

    def _on_saved(self, written: WrittenDocument) -> None:
        keep_folder(written.path.parent)
        self._tell(self.tr("Saved to {path}").format(path=written.path), written.path)

    def _tell(self, sentence: str, path: Path | None = None) -> None:
        self.notice.say(sentence, "calm", path)
        self.told.emit(sentence)

    def _on_saving_ended(self) -> None:
        self._saving = None
        self.save.setEnabled(True)
        if self._keyboard_on_save:
            self._keyboard_on_save = False
            self.save.setFocus()
