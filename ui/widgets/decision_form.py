"""The decision that was taken: typed text is stored after a rest or when its field is left, as one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from assessments.cell_parsing import parse_value
from assessments.conditions import Decision
from assessments.sheet_columns import Column, ColumnKind
from assessments.wording_figures import band_word
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.sheet_changes import set_decision
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.form import FormRow
from ui.widgets.labels import heading, label
from ui.widgets.note_field import REST, NoteField
from ui.widgets.pill import say

_DAY = Column("on", "Day", ColumnKind.DATE, required=True)


class DecisionForm(Card):
    """What was decided, by whom, when, and why it differs from the recommendation."""

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document = document
        self._stored: Decision | None = None
        self._today = document.workspace.today()
        self.recommended = label("", "secondary", wraps=True)
        self.what, self.why = NoteField(2), NoteField(2)
        self.who, self.on = QLineEdit(), QLineEdit()
        self.on.setPlaceholderText("2026-12-31")
        self._day_row = FormRow(self.tr("Day"), self.on)
        self._what_row = FormRow(self.tr("What was decided"), self.what)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.store)
        self.discard = button(self.tr("Discard what is typed"))
        self.take_back = button(self.tr("Take it back"))
        self._lay_out()
        for note in (self.what, self.why):
            note.textChanged.connect(self._on_typed)
        for line in (self.who, self.on):
            line.textEdited.connect(self._on_typed)
            line.returnPressed.connect(self.store)
        for field in self._fields:
            field.installEventFilter(self)
        self.discard.clicked.connect(self.refresh)
        self.take_back.clicked.connect(lambda: set_decision(document, None))
        document.workspace.store_requested.connect(self.store)
        document.sheets_changed.connect(self._follow)
        document.result_changed.connect(self._show_state)
        document.day_changed.connect(self._follow_day)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; typed text that is not stored is given up."""
        stored = self._stored = self._document.assessment.sheets.decision
        self._today = self._document.workspace.today()
        self.what.show_text(stored.what if stored else "")
        self.who.setText(stored.who if stored else "")
        self.on.setText(self._day_of(stored))
        self.why.show_text(stored.why_different if stored else "")
        self._settle()
        self._show_state()

    def store(self) -> None:
        """Store what the fields hold, or say beside the field what is still needed. Nothing typed is lost."""
        self._rest.stop()
        if not self._typed():
            self._settle()
            return
        try:
            after = self._entered()
        except ValueError as error:
            row = self._day_row if self._wrong_day() else self._what_row
            self._tell(row, str(error))
            return
        before, self._stored = self._stored, after
        if not set_decision(self._document, after):
            self._stored = before
            return
        if after is None:
            self.refresh()
        self._settle()
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store when a field is left."""
        if event.type() is QEvent.Type.FocusOut:
            self.store()
            if self._stored is not None and not self.error:
                self.on.setText(self._day_of(self._stored))
        return super().eventFilter(watched, event)

    @property
    def error(self) -> str:
        """What the fields still need; empty when they hold what is stored."""
        return self._what_row.error or self._day_row.error

    # --- parts

    @property
    def _fields(self) -> tuple[NoteField | QLineEdit, ...]:
        return (self.what, self.who, self.on, self.why)

    def _entered(self) -> Decision | None:
        """Return the decision as typed; None when nothing is, the day as it was aside."""
        texts = (self.what.text(), self.who.text(), self.why.text())
        if not any(text.strip() for text in texts) and self.on.text() == self._day_of(self._stored):
            return None
        day = parse_value(_DAY, self.on.text())
        return Decision(texts[0], texts[1], day, texts[2])  # type: ignore[arg-type]

    def _typed(self) -> bool:
        shown = (self.what.text(), self.who.text(), self.on.text(), self.why.text())
        one = self._stored
        if one is None:
            return shown != ("", "", self._day_of(None), "")
        return shown != (one.what, one.who, self._day_of(one), one.why_different)

    def _day_of(self, stored: Decision | None) -> str:
        return (stored.on if stored else self._today).isoformat()

    def _wrong_day(self) -> bool:
        try:
            parse_value(_DAY, self.on.text())
        except ValueError:
            return True
        return False

    def _on_typed(self) -> None:
        if self._typed():
            self._pend(True)
            self._rest.start()
        else:
            self._rest.stop()
            self._settle()

    def _tell(self, row: FormRow, sentence: str) -> None:
        for one in (self._what_row, self._day_row):
            one.show_error(sentence if one is row else "")
        self.discard.show()

    def _settle(self) -> None:
        for row in (self._what_row, self._day_row):
            row.show_error("")
        self.discard.hide()
        self._pend(False)

    def _pend(self, typed: bool) -> None:
        self._document.workspace.set_pending(f"{self._document.assessment.id} decision", typed)

    def _follow(self) -> None:
        """Show another stored decision; a change of a table leaves what is being typed alone."""
        if self._document.assessment.sheets.decision != self._stored:
            self.refresh()

    def _follow_day(self) -> None:
        """Offer today, not yesterday, as the day of a decision that nobody has begun to type."""
        if not self._typed():
            self.refresh()

    def _show_state(self) -> None:
        band = band_word(self._document.result.recommendation.band, say)
        self.recommended.setText(self.tr("The recommendation is: {band}.").format(band=band))
        self.take_back.setVisible(self._stored is not None)

    def _lay_out(self) -> None:
        self.column.addWidget(heading(self.tr("Decision taken")))
        self.column.addWidget(self.recommended)
        self.column.addWidget(self._what_row)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(FormRow(self.tr("By whom"), self.who), 3, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._day_row, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(beside)
        self.column.addWidget(FormRow(self.tr("Why it differs from the recommendation"), self.why))
        row = QHBoxLayout()
        for control in (self.discard, self.take_back):
            row.addWidget(control)
        row.addStretch(1)
        self.column.addLayout(row)
