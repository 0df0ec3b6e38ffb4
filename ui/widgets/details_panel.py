"""Partner and purpose of an assessment, its scope, and the answers that are out of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QScrollArea, QVBoxLayout, QWidget

from assessments.answer import Answer
from assessments.assessment import Reopening, Scope
from assessments.wording import answer_words
from ui.documents.assessment_document import AssessmentDocument
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.day_reading import day_words
from ui.widgets.form import FormRow, chooser
from ui.widgets.gut_feeling import GutFeeling
from ui.widgets.labels import ElidedLabel, heading, label
from ui.widgets.link_row import LinkRow, RowWords
from ui.widgets.note_field import NoteField
from ui.widgets.optional_gates import OptionalGates
from ui.widgets.pill import say
from ui.widgets.radio_group import lead_to_chosen


class DetailsPanel(QScrollArea):
    """Everything that was given at the start; each change is stored at once."""

    partner_requested = Signal()
    question_requested = Signal(str)

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name = ElidedLabel("", fonts.semibold(15))
        self._contact = label("", "secondary", wraps=True)
        self.purpose = NoteField()
        self.purpose.setAccessibleName(self.tr("What is it for"))
        self._purpose_row = FormRow(self.tr("What is it for"), self.purpose, self.tr("It heads the brief."))
        self.type = chooser(document.questionnaire.partner_types)
        self.quick = QRadioButton(self.tr("Quick: core questions and gates"))
        self.full = QRadioButton(self.tr("Full: every question"))
        lead_to_chosen((self.quick, self.full))
        self._optional = OptionalGates(document.questionnaire)
        self.feeling = GutFeeling()
        self._left_out = Card(self.tr("Answered, but outside this scope"))
        self._left_out.column.setSpacing(0)
        self._left_out.hide()
        self._kept: dict[str, Answer] = {}
        self._reopened = Card(self.tr("Reopened"))
        self._reopened.hide()
        self._reopenings: tuple[Reopening, ...] = ()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        assessment = self._document.assessment
        partner = assessment.partner
        self._name.show_text(partner.name)
        self._contact.setText(" · ".join(part for part in (partner.country, partner.website, partner.contact) if part))
        self.purpose.follow(assessment.purpose)
        self.type.setCurrentIndex(self.type.findData(assessment.partner_type))
        (self.quick if assessment.scope is Scope.QUICK else self.full).setChecked(True)
        self._optional.show_switched_on(assessment.switched_on)
        self.feeling.show_value(assessment.gut_feeling)
        for control in (self.type, self.quick, self.full, self.feeling, self._optional):
            control.setEnabled(not assessment.is_final)
        self.purpose.setReadOnly(assessment.is_final)
        self.show_left_out()
        self._show_reopenings()

    def take_focus(self) -> None:
        """Give the keyboard to the first control."""
        self._edit.setFocus(Qt.FocusReason.TabFocusReason)

    def show_left_out(self) -> None:
        """Show the answers that are kept out of scope; links that stay true are left, with the keyboard on them."""
        assessment, keys = self._document.assessment, self._document.result.out_of_scope_answered
        kept = {key: assessment.answer(key) for key in keys}
        if kept == self._kept:
            return
        self._kept = kept
        column = self._left_out.column
        _take_rows(self._left_out)
        self._left_out.setVisible(bool(keys))
        for key in keys:
            title = self._document.questionnaire.questions[key].title
            words = answer_words(self._document.questionnaire, assessment.answer(key), say)
            link = LinkRow(RowWords(f"{key} {title}", words))
            link.clicked.connect(lambda _on=False, key=key: self.question_requested.emit(key))
            column.addWidget(link)

    def _show_reopenings(self) -> None:
        """Show when it was opened again, and why, oldest first."""
        reopenings = tuple(self._document.assessment.reopenings)
        if reopenings == self._reopenings:
            return
        self._reopenings = reopenings
        _take_rows(self._reopened)
        self._reopened.setVisible(bool(reopenings))
        for again in reopenings:
            words = self.tr("{day}: {reason}").format(day=day_words(again.at.astimezone().date()), reason=again.reason)
            self._reopened.column.addWidget(ElidedLabel(words))

    def _connect(self) -> None:
        set_details = self._set_details
        self.purpose.typed.connect(self._keep_purpose)
        place = f"{self._document.assessment.id} purpose"
        self.purpose.pending.connect(partial(self._document.workspace.set_pending, place))
        self._document.workspace.store_requested.connect(self.purpose.store)
        self.purpose.refused.connect(self._purpose_row.show_error)
        self.type.activated.connect(
            lambda _at: set_details(self.tr("partner type"), partner_type=self.type.currentData())
        )
        self.quick.clicked.connect(lambda: set_details(self.tr("scope"), scope=Scope.QUICK))
        self.full.clicked.connect(lambda: set_details(self.tr("scope"), scope=Scope.FULL))
        self._optional.switched.connect(self._switch)
        self.feeling.chosen.connect(lambda value: set_details(self.tr("gut feeling"), gut_feeling=value))

    def _keep_purpose(self, text: str) -> None:
        if not self._document.set_details(self.tr("purpose"), purpose=text):
            self.purpose.keep_waiting()

    def _set_details(self, name: str, **changes: Any) -> None:
        """Store a choice; one that is refused is taken back."""
        if not self._document.set_details(name, **changes):
            self.refresh()

    def _switch(self, key: str, on: bool) -> None:
        before = self._document.assessment.switched_on
        self._set_details(self.tr("gate {id}").format(id=key), switched_on=before | {key} if on else before - {key})

    def _lay_out(self) -> None:
        who = Card(self.tr("Partner"))
        who.column.addWidget(self._name)
        who.column.addWidget(self._contact)
        self._edit = button(self.tr("Edit partner…"))
        self._edit.clicked.connect(self.partner_requested)
        who.column.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignLeft)
        what = Card(self.tr("Purpose and scope"))
        what.column.setSpacing(12)
        what.column.addWidget(self._purpose_row)
        type_hint = self.tr("It decides which questions apply. Answers that fall out of scope are kept.")
        what.column.addWidget(FormRow(self.tr("What they are"), self.type, type_hint))
        for choice in (self.quick, self.full):
            choice.setFont(fonts.sans(13.5))
            what.column.addWidget(choice)
        what.column.addWidget(self._optional)
        feeling_hint = self.tr("Kept to compare with the score, never part of it.")
        what.column.addWidget(FormRow(self.tr("Gut feeling"), self.feeling, feeling_hint))
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 18, 26, 24)
        column.setSpacing(14)
        column.addWidget(heading(self.tr("Partner & purpose"), 19.5))
        for card in (who, what, self._left_out, self._reopened):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(body)


def _take_rows(card: Card) -> None:
    """Empty a card below its heading."""
    while card.column.count() > 1:
        item = card.column.takeAt(1)
        row = item.widget() if item is not None else None
        if row is not None:
            row.deleteLater()
