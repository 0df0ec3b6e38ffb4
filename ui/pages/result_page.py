"""The result: the recommendation with what decided it, the scores, the gates, and what to ask next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.result import AskKind, GateOutcome, Result
from assessments.robustness import Robustness
from assessments.wording import ask_words, gate_symbol, gate_words
from assessments.wording_figures import one_decimal
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.names import isolated
from ui.theme import fonts
from ui.widgets.beside_score import BesideScore
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.columns import GAP, Columns
from ui.widgets.day_reading import day_words
from ui.widgets.flip_table import FlipTable
from ui.widgets.labels import heading
from ui.widgets.link_row import RowWords
from ui.widgets.list_card import ListCard, ListEntry, RowList, put_in_tab_order
from ui.widgets.numbers_table import NumbersTable
from ui.widgets.page_header import PageHeader
from ui.widgets.pill import say
from ui.widgets.radar_card import RadarCard
from ui.widgets.reason_dialog import ask_to_reopen
from ui.widgets.robustness_panel import RobustnessPanel
from ui.widgets.score_card import ScoreCard
from ui.widgets.section_progress import DECISION, SHEET_SECTIONS

_ASKED = 5
"""So many are shown of what to ask next; the brief has the rest."""
_TWO_CARDS, _THREE_CARDS = 800, 880
_GATE_ROLES = {
    GateOutcome.PASSED: "proceed",
    GateOutcome.WEAK: "conditions",
    GateOutcome.CAPPING: "pilot",
    GateOutcome.FAILED: "decline",
    GateOutcome.OPEN: "hold",
    GateOutcome.NOT_APPLICABLE: "faint",
    GateOutcome.INACTIVE: "faint",
}

_PAUSE = 5
"""Milliseconds between the upper part of the page and the rest: timers of 0 would share one turn, and a key would wait
for both."""


class ResultPage(QWidget):
    """One assessment's result. It follows every change, and draws when it is seen."""

    question_requested = Signal(str)
    """Question id."""
    section_requested = Signal(str)
    """Key of a step of the assessment, see `section_progress`."""
    review_requested = Signal()
    brief_requested = Signal()
    agenda_requested = Signal()
    weights_requested = Signal()

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.document = document
        self._stale = self._waits = True
        self.header = PageHeader()
        self.questions = button(self.tr("Questions"))
        self.finish = button(self.tr("Finish"))
        self.reopen = button(self.tr("Reopen…"))
        self.brief = button(self.tr("Brief (PDF)"), "Ctrl+P", "primary")
        self.agenda = button(self.tr("Call agenda (PDF)"))
        for control in (self.questions, self.finish, self.reopen, self.brief):
            self.header.add(control)
        self.finish.setVisible(not document.assessment.is_final)
        self.reopen.setVisible(document.assessment.is_final)
        self.score = ScoreCard()
        self.radar = RadarCard()
        self.table = NumbersTable()
        self.flips = FlipTable()
        self.strengths = RowList(self.tr("Strengths"), self.tr("rating"))
        self.gaps = RowList(self.tr("Gaps"), self.tr("rating"))
        self.gates = RowList(self.tr("Gates"))
        self.ask = RowList(self.tr("What to ask next"), self.tr("points to gain"))
        self.robustness = RobustnessPanel()
        self.beside = BesideScore()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what the document holds now."""
        self._show_first()
        self._show_rest()

    def _show_first(self) -> None:
        self._stale = False
        assessment, result = self.document.assessment, self.document.result
        self.header.show_words(
            self.tr("{partner}: result").format(partner=isolated(assessment.partner.name)), self._subtitle(assessment)
        )
        self.finish.setVisible(not assessment.is_final)
        self.reopen.setVisible(assessment.is_final)
        self.score.show_result(assessment, result)
        self.radar.show_result(assessment, result)

    def _show_rest(self) -> None:
        self._waits = False
        assessment, result = self.document.assessment, self.document.result
        self.table.show_result(assessment.questionnaire, result)
        self._show_answers(assessment, result)
        self._show_gates(assessment, result)
        self._show_agenda(assessment, result)
        put_in_tab_order(self.flips, self.strengths, self.gaps, self.gates, self.ask)
        self.robustness.show_result(assessment, result)
        self.beside.show_assessment(assessment, result)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, and take the keyboard: its keys scroll.

        At first the lower part has a turn of its own: no key waits for all.
        """
        if self._waits:
            self._show_first()
            QTimer.singleShot(_PAUSE, self, lambda: self._show_rest() if self._waits else None)
        elif self._stale:
            self.refresh()
        super().showEvent(event)
        if not event.spontaneous():
            self.area.setFocus()

    def _lay_out(self) -> None:
        """Put everything where it stays, from the outside in: what is moved with its parts is styled with them anew.

        And from the top down, in which order Tab goes through it.
        """
        column = self._scrolled_column()
        first, second = Columns(fonts.scaled(_TWO_CARDS)), Columns(fonts.scaled(_THREE_CARDS))
        column.addWidget(first)
        first.add(self.score, 57)
        first.add(self.radar, 42)
        self._numbers = self._numbers_card()
        column.addWidget(self._numbers)
        column.addWidget(second)
        self._lists = (ListCard(self.strengths, self.gaps), ListCard(self.gates), ListCard(self.ask))
        self._lists[-1].column.insertWidget(1, self.robustness)
        self._lists[-1].column.addWidget(self.agenda, 0, Qt.AlignmentFlag.AlignLeft)
        for card in self._lists:
            second.add(card, 1)
        column.addWidget(self.beside)
        column.addStretch(1)

    def _scrolled_column(self) -> QVBoxLayout:
        self.area = QScrollArea(self)
        self.area.setObjectName("page")
        self.area.setAccessibleName(self.tr("Result"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        body = QWidget()
        body.setObjectName("pageBody")
        self.area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.area, 1)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(GAP)
        return column

    def _numbers_card(self) -> Card:
        made = Card(self.tr("The numbers"))
        made.column.addWidget(self.table)
        self._flips_title = heading(self.tr("What would change it"))
        for part in (self._flips_title, self.flips):
            part.hide()
            made.column.addWidget(part)
        made.hide()
        return made

    def _connect(self) -> None:
        self.document.result_changed.connect(self._on_change)
        self.document.details_changed.connect(self._on_change)
        self.questions.clicked.connect(self._go_back)
        self.score.review_requested.connect(self.review_requested)
        self.brief.clicked.connect(self.brief_requested)
        self.agenda.clicked.connect(self.agenda_requested)
        self.score.weights_requested.connect(self.weights_requested)
        self.finish.clicked.connect(self.document.finish)
        self.reopen.clicked.connect(self.ask_reason)
        self.score.table_requested.connect(self._numbers.setVisible)
        for card in self._lists:
            card.question_requested.connect(self.question_requested)
        self.beside.question_requested.connect(self.question_requested)
        self.robustness.arrived.connect(self._show_flips)
        self.beside.decision_requested.connect(lambda: self.section_requested.emit(DECISION))
        self.beside.sheet_requested.connect(lambda sheet: self.section_requested.emit(SHEET_SECTIONS[sheet]))

    def _on_change(self) -> None:
        self._stale = True
        self.robustness.outdate()
        if self.isVisible():
            self.refresh()

    def _show_flips(self, found: Robustness | None) -> None:
        for part in (self._flips_title, self.flips):
            part.setVisible(found is not None and bool(found.flips))
        if found is not None:
            self.flips.show_flips(self.document.assessment, self.document.result, found)

    def _go_back(self) -> None:
        in_scope = self.document.result.in_scope
        place = self.document.place
        self.question_requested.emit(place if place in in_scope else next(iter(in_scope), ""))

    def ask_reason(self) -> None:
        """Ask why it is opened again, then do so."""
        ask_to_reopen(self.document, self)

    def _subtitle(self, assessment: Assessment) -> str:
        questionnaire = assessment.questionnaire
        state = self.tr("open")
        if assessment.finished_on is not None:
            state = self.tr("final · {day}").format(day=day_words(assessment.finished_on))
        named = self.tr("{title} {version}").format(title=questionnaire.title, version=questionnaire.version)
        return " · ".join(part for part in (assessment.purpose, state, named) if part)

    def _show_answers(self, assessment: Assessment, result: Result) -> None:
        def entries(ids: tuple[str, ...]) -> list[ListEntry]:
            questions = assessment.questionnaire.questions
            return [
                ListEntry(i, RowWords(questions[i].title, str(assessment.answer(i).rating or ""), strong=True))
                for i in ids
            ]

        self.strengths.show_entries(
            entries(result.strengths), self.tr("No answer is rated 4 or 5 on fresh evidence yet.")
        )
        self.gaps.show_entries(entries(result.gaps), self.tr("No answer is rated 3 or lower."))

    def _show_gates(self, assessment: Assessment, result: Result) -> None:
        entries = []
        for gate in result.gates:
            question = assessment.questionnaire.questions[gate.question_id]
            words = RowWords(
                f"{question.id} {question.title}",
                gate_words(gate, assessment, say),
                gate_symbol(gate),
                _GATE_ROLES[gate.outcome],
            )
            entries.append(ListEntry(question.id, words, question.id in result.in_scope))
        self.gates.show_entries(entries, self.tr("This questionnaire has no gates."))

    def _show_agenda(self, assessment: Assessment, result: Result) -> None:
        entries = []
        for ask in result.ask_next[:_ASKED]:
            question = assessment.questionnaire.questions[ask.question_id]
            words = f"{question.id} {question.title}"
            if ask.kind is not AskKind.GAIN:
                words += f": {ask_words(ask, assessment, say)}"
            gain = f"+{one_decimal(ask.gain, say)}" if ask.gain else ""
            entries.append(ListEntry(question.id, RowWords(words, gain)))
        rest = len(result.ask_next) - len(entries)
        more = self.tr("{n} more in the brief").format(n=rest) if rest > 0 else ""
        self.ask.show_entries(entries, self.tr("Nothing is left to ask: everything is confirmed."), more)
