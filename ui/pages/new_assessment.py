"""Starting an assessment: who, what for, how much, and a first feeling."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from assessments.assessment import Partner, Scope
from assessments.effort import minutes_for
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scope import count_asked
from assessments.text_rules import TextRefused, clean_text
from ui.documents.names import breakable
from ui.documents.workspace_document import NewAssessment, WorkspaceDocument
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.dialog_buttons import dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.gut_feeling import GutFeeling
from ui.widgets.labels import heading, label
from ui.widgets.optional_gates import OptionalGates
from ui.widgets.partner_form import PartnerForm
from ui.widgets.screen_room import within_screen
from ui.widgets.scrolled_body import ScrolledBody, fill_dialog

_PURPOSE_LIMIT = 100_000


class NewAssessmentDialog(QDialog):
    """Asks for a new partner, or takes a known one, and for the purpose."""

    def __init__(
        self, document: WorkspaceDocument, partner: Partner | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._known = partner
        self.setWindowTitle(self.tr("New assessment"))
        self.resize(within_screen(680, 712))
        self.form = PartnerForm()
        self.purpose = QLineEdit()
        self.purpose.setFont(fonts.sans(13.5))
        self.purpose.setMaxLength(_PURPOSE_LIMIT + 1)  # Qt would cut it shorter, without a word
        self._purpose_row = FormRow(
            self.tr("What is it &for"), self.purpose, self.tr("As in “2026 media partnership”. It heads the brief.")
        )
        self.quick, self.full = QRadioButton(), QRadioButton()
        self.quick.setChecked(True)
        self.optional = OptionalGates(packaged_questionnaire())
        self.feeling = GutFeeling()
        self.form.type.currentIndexChanged.connect(self._show_effort)
        self.optional.switched.connect(self._show_effort)
        self._show_effort()
        self._lay_out()
        (self.purpose if partner else self.form.name).setFocus()
        self._ring = FocusRing(self)

    def new_assessment(self) -> NewAssessment:
        """Return what was given. Call it after the dialog was accepted."""
        return NewAssessment(
            partner=self._known or self.form.partner(),
            purpose=self.purpose.text(),
            scope=Scope.QUICK if self.quick.isChecked() else Scope.FULL,
            gut_feeling=self.feeling.value,
            switched_on=self.optional.switched_on(),
            is_known=self._known is not None,
        )

    def accept(self) -> None:
        """Close when every field is fine, else go to the first that is not."""
        wrong = None if self._known else self.form.check()
        try:
            clean_text(self.purpose.text(), _PURPOSE_LIMIT, own_figures)
            self._purpose_row.show_error("")
        except TextRefused as error:
            self._purpose_row.show_error(str(error))
            wrong = wrong or self.purpose
        if wrong is None:
            super().accept()
        else:
            wrong.setFocus()

    def _show_effort(self) -> None:
        """Say how many questions each scope asks of this type, and how long they take."""
        code = self._known.type if self._known else self.form.type.currentData()
        offered = {
            Scope.QUICK: (self.quick, self.tr("&Quick: {n} questions, about {minutes} minutes")),
            Scope.FULL: (self.full, self.tr("F&ull: {n} questions, about {minutes} minutes")),
        }
        for scope, (radio, words) in offered.items():
            count = count_asked(packaged_questionnaire(), code, scope, self.optional.switched_on())
            radio.setText(words.format(n=count, minutes=minutes_for(count)))

    def _lay_out(self) -> None:
        body = ScrolledBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(14)
        title = self.tr("New assessment")
        column.addWidget(heading(title, 19))
        if self._known is None:
            column.addWidget(self.form)
        else:
            column.addWidget(label(breakable(self._known.name), font=fonts.semibold(15), wraps=True))
        column.addWidget(self._purpose_row)
        column.addLayout(self._how_much())
        hint = self.tr("Before the first question: what does your gut say? Kept to compare with, never scored.")
        column.addWidget(FormRow(self.tr("Gut f&eeling"), self.feeling, hint))
        column.addStretch(1)
        fill_dialog(self, body, dialog_buttons(self, self.tr("&Start")))

    def _how_much(self) -> QVBoxLayout:
        """Return the choice of the scope, and of the gates that can be left out."""
        named = QVBoxLayout()
        named.setSpacing(4)
        named.addWidget(label(self.tr("How much to ask"), font=fonts.semibold(13)))
        hint = self.tr("Quick asks the core questions and the gates; full asks everything that applies to them.")
        named.addWidget(label(hint, "secondary", fonts.sans(12.5), wraps=True))
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addLayout(named)
        for choice in (self.quick, self.full):
            choice.setFont(fonts.sans(13.5))
            column.addWidget(choice)
        column.addWidget(self.optional)
        return column
