"""The compare page: two to twelve partners side by side, their order, and how firm it is."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from uuid import UUID

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assessments.charts import radar
from assessments.charts_net import MOST_SERIES, Series
from assessments.comparison import MOST_PARTNERS, MOST_PRINTED, Comparison, standing
from assessments.comparison_table import question_rows
from assessments.drawing import Drawing
from assessments.wording_comparison import common_sentence, partner_names, weights_sentence
from ui.documents.comparison_document import ComparisonDocument
from ui.documents.workspace_document import WorkspaceDocument
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card, Notice
from ui.widgets.columns import GAP, Columns
from ui.widgets.comparison_model import ComparisonRows
from ui.widgets.comparison_questions import ComparedQuestions
from ui.widgets.comparison_view import ComparisonView
from ui.widgets.drawing_view import DrawingView
from ui.widgets.firmness_panel import FirmnessPanel
from ui.widgets.labels import label
from ui.widgets.page_header import PageHeader
from ui.widgets.partner_chooser import PartnerChooser
from ui.widgets.pill import say
from ui.widgets.scrolled_body import ScrolledBody, scroll_area
from ui.widgets.what_if_panel import WhatIfPanel

_BESIDE = 860
_RADAR = 300


class ComparePage(QWidget):
    """Follows every change of the partners it shows, when it is seen."""

    result_requested = Signal(UUID)
    """Assessment id."""
    question_requested = Signal(UUID, str)
    """Assessment id and question id."""
    print_requested = Signal(object, object)
    """Partner ids in their order, and what-if weights by dimension or None."""
    shown = Signal()
    """The page shows what the file holds."""

    def __init__(self, document: WorkspaceDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.document = ComparisonDocument(document, self)
        self._stale = True
        self.header = PageHeader(self.tr("Compare"))
        self.add = button(self.tr("Add partner…"))
        self.differences = button(self.tr("Differences only"))
        self.differences.setCheckable(True)
        self.printed = button(self.tr("Comparison (PDF)"))
        self.printed.setEnabled(False)
        for control in (self.add, self.differences, self.printed):
            self.header.add(control)
        self.notice = Notice("notice")
        self.rows = ComparisonRows()
        self.table = ComparisonView(self.rows)
        self.radar = DrawingView()
        self.radar_words = label(kind="secondary", wraps=True, font=fonts.sans(12.5))
        self.firmness = FirmnessPanel()
        self.what_if = WhatIfPanel()
        self.questions = ComparedQuestions()
        self.nothing = label(wraps=True, font=fonts.serif(17))
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, and give the keyboard to the table."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.document.refresh()
        self.table.setFocus()

    def compare(self, partners: Sequence[UUID]) -> None:
        """Compare these partners."""
        self._stale = False
        self.document.choose(partners)

    def to_compare(self) -> list[UUID]:
        """Return the partners that are compared; none while there is nothing to compare."""
        return list(self.document.found.partners) if self.document.comparison is not None else []

    # --- what it shows

    def _show(self) -> None:
        comparison = self.document.comparison
        self.differences.setEnabled(comparison is not None)
        self.add.setEnabled(not self.document.is_full)
        many = len(self.to_compare()) > MOST_PRINTED
        self.printed.setEnabled(comparison is not None and not many)
        side = self.tr("At most {n} partners stand side by side on paper.").format(n=MOST_PRINTED)
        self.printed.setToolTip(side if many else "")
        full = self.tr("At most {n} partners can be compared.").format(n=MOST_PARTNERS)
        self.add.setToolTip(full if self.document.is_full else "")
        self._stack.setCurrentIndex(0 if comparison else 1)
        if comparison is None:
            self._show_nothing()
        else:
            self._show_comparison(comparison)
        self.shown.emit()

    def _show_nothing(self) -> None:
        self.firmness.outdate()
        self.header.show_words(self.tr("Compare"), "")
        self.notice.show_text("")
        found = self.document.found
        if found.problem:
            self.nothing.setText(found.problem)
        elif found.partners:
            self.nothing.setText(self.tr("Add a second partner to compare."))
        else:
            self.nothing.setText(self.tr("Assess at least two partners, then compare them here."))

    def _show_comparison(self, comparison: Comparison) -> None:
        self.header.show_words(self.tr("Compare"), self._subtitle(comparison))
        told = (common_sentence(comparison, say), weights_sentence(comparison, say))
        self.notice.show_text(" ".join(sentence for sentence in told if sentence), "notice")
        self.what_if.show_weights(comparison.dimensions, comparison.weights, keep=True)
        self._show_tables(comparison)
        self._show_radar(comparison)
        self.firmness.show_comparison(comparison, self.what_if.weights)

    def _show_tables(self, comparison: Comparison) -> None:
        only = self.differences.isChecked()
        self.rows.show_comparison(comparison, standing(comparison, self.what_if.weights), only)
        rows = question_rows(comparison)
        self.questions.answers.show_rows(comparison, [row for row in rows if row.differs or not only])
        self._show_order_title()

    def _show_radar(self, comparison: Comparison) -> None:
        names = partner_names(comparison)[:MOST_SERIES]
        series = [Series(name, one.result.dimensions) for name, one in zip(names, comparison.partners, strict=False)]

        def build(width: float) -> Drawing:
            height = max(160.0, min(float(fonts.scaled(_RADAR)), width * 1.05))
            return radar(comparison.dimensions, series, width, height, say, float(fonts.scaled(11)))

        self.radar.show_responsive(build)
        rest = len(comparison.partners) - len(series)
        self.radar_words.setVisible(rest > 0)
        self.radar_words.setText(self.tr("The first four partners. Alt+Left and Alt+Right move a partner."))

    def _subtitle(self, comparison: Comparison) -> str:
        first = comparison.partners[0].assessment.questionnaire
        version = (
            self.tr("different questionnaire versions")
            if comparison.common.versions_differ
            else self.tr("same questionnaire {version}").format(version=first.version)
        )
        count = self.tr("{n} partners").format(n=len(comparison.partners))
        return f"{count} · {version} · {self.tr('latest assessments')}"

    def _show_order_title(self) -> None:
        comparison = self.document.comparison
        if self.what_if.is_what_if:
            self.rows.name_order(self.tr("Order, what if"))
        elif comparison is not None and comparison.common.is_limited:
            self.rows.name_order(self.tr("Order, common questions"))
        else:
            self.rows.name_order(self.tr("Order"))

    # --- what it does

    def _print(self) -> None:
        weights = dict(self.what_if.weights) if self.what_if.is_what_if else None
        self.print_requested.emit(self.to_compare(), weights)

    def _on_moved(self, weights: dict[str, Fraction]) -> None:
        comparison = self.document.comparison
        if comparison is not None:
            self.rows.show_standings(standing(comparison, weights))
            self._show_order_title()
            self.firmness.show_comparison(comparison, weights)

    def _on_change(self) -> None:
        self.firmness.outdate()
        if self.isVisible():
            self.document.refresh()
        else:
            self._stale = True

    def _on_differences(self) -> None:
        if self.document.comparison is not None:
            self._show_tables(self.document.comparison)

    def _choose_partner(self) -> None:
        dialog = PartnerChooser(self.document.offered, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._add(dialog.chosen()))
        dialog.open()

    def _add(self, partner: UUID | None) -> None:
        if partner is not None:
            self.document.add(partner)

    def _partner(self, column: int) -> UUID:
        return self.document.found.partners[column]

    def _assessment(self, column: int) -> UUID:
        assert self.document.comparison is not None
        return self.document.comparison.partners[column].assessment.id

    def _keep_in_view(self, cell: QRect) -> None:
        at = self.questions.viewport().mapTo(self._body, cell.center())
        self.area.ensureVisible(at.x(), at.y(), 0, fonts.scaled(60))

    # --- parts

    def _connect(self) -> None:
        self.document.changed.connect(self._show)
        self.document.workspace.partners_changed.connect(self._on_change)
        self.add.clicked.connect(self._choose_partner)
        self._add_first.clicked.connect(self._choose_partner)
        self.differences.toggled.connect(lambda _on: self._on_differences())
        self.what_if.moved.connect(self._on_moved)
        self.printed.clicked.connect(self._print)
        self.table.open_requested.connect(lambda column: self.result_requested.emit(self._assessment(column)))
        self.table.remove_requested.connect(lambda column: self.document.remove(self._partner(column)))
        self.table.move_requested.connect(lambda column, by: self.document.move(self._partner(column), by))
        self.questions.open_requested.connect(
            lambda key, column: self.question_requested.emit(self._assessment(column), key)
        )
        self.questions.current_moved.connect(self._keep_in_view)

    def _lay_out(self) -> None:
        self._body = ScrolledBody()
        self._body.setObjectName("pageBody")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(GAP)
        first, second = Columns(fonts.scaled(_BESIDE)), Columns(fonts.scaled(_BESIDE))
        first.add(self._partners_card(), 69)
        first.add(self._radar_card(), 31)
        second.add(self.firmness, 69)
        second.add(self.what_if, 31, as_tall_as_needed=True)
        answers = Card(self.tr("Question by question"))
        answers.column.addWidget(self.questions)
        for widget in (self.notice, first, second, answers):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = scroll_area(self._body)
        self.area.setObjectName("page")
        self.area.setAccessibleName(self.tr("Comparison"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self._nothing_page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)

    def _partners_card(self) -> Card:
        card = Card()
        card.column.addWidget(self.table)
        hint = self.tr("Enter opens the result · Del takes a partner out · Alt+Left and Alt+Right move it")
        card.column.addWidget(label(hint, "secondary", fonts.sans(12), wraps=True))
        card.column.addStretch(1)
        return card

    def _radar_card(self) -> Card:
        card = Card()
        card.column.addStretch(1)
        card.column.addWidget(self.radar)
        card.column.addWidget(self.radar_words)
        card.column.addStretch(1)
        return card

    def _nothing_page(self) -> QWidget:
        made = QWidget()
        self._add_first = button(self.tr("Add partner…"), kind="primary")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self.nothing)
        column.addWidget(self._add_first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return made
