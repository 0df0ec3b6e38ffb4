"""How much each dimension counts in one assessment: four ways to arrive at it, and what it makes of the result."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assessments.assessment import Assessment
from assessments.scoring import dimension_weights, weights_changed
from assessments.weighting import normalised
from ui.documents.assessment_document import AssessmentDocument
from ui.documents.names import isolated
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card, Notice
from ui.widgets.columns import Columns
from ui.widgets.labels import label
from ui.widgets.page_header import PageHeader
from ui.widgets.scrolled_body import ScrolledBody, scroll_area
from ui.widgets.weight_direct import DirectPanel
from ui.widgets.weight_outcome import OutcomeCard
from ui.widgets.weight_pairs import PairsPanel
from ui.widgets.weight_ranking import RankingPanel
from ui.widgets.weight_swing import SwingPanel

Weights = Mapping[str, Fraction]
Panel = DirectPanel | SwingPanel | RankingPanel | PairsPanel
Made = TypeVar("Made", SwingPanel, RankingPanel, PairsPanel)
_BESIDE = 820


class WeightsPage(QWidget):
    """Stores what is wished in one step each. What is only tried is a preview, and says so."""

    result_requested = Signal()

    def __init__(self, document: AssessmentDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.document = document
        self._stale = True
        self._preview: Weights | None = None
        self._shown: Assessment | None = None
        self.header = PageHeader()
        self.back = button(self.tr("Result"))
        self.header.add(self.back)
        self.notice = Notice("calm")
        self.direct = DirectPanel(document.questionnaire.dimensions)
        self._made: dict[int, Panel] = {0: self.direct}
        self.outcome = OutcomeCard()
        self.use = button(self.tr("Use these weights"), kind="primary")
        self.leave = button(self.tr("Back to the stored ones"))
        self._place = 0
        self.methods: list[QPushButton] = []
        self._lay_out()
        self._connect()

    # --- the other ways, made when they are first chosen

    @cached_property
    def swing(self) -> SwingPanel:
        """Points for the swing of each dimension."""
        return self._add(1, SwingPanel(self.document.questionnaire.dimensions))

    @cached_property
    def ranking(self) -> RankingPanel:
        """An order of the dimensions."""
        return self._add(2, RankingPanel(self.document.questionnaire.dimensions))

    @cached_property
    def pairs(self) -> PairsPanel:
        """Each dimension against each other."""
        return self._add(3, PairsPanel(self.document.questionnaire.dimensions))

    def _add(self, place: int, made: Made) -> Made:
        self._made[place] = made
        made.hide()
        made.setEnabled(not self.document.assessment.is_final)
        made.proposed.connect(self._show_preview)
        self._ways.addWidget(made)
        return made

    # --- what it shows

    def refresh(self) -> None:
        """Show what is stored; a preview of other weights is given up."""
        self._stale = False
        assessment = self._shown = self.document.assessment
        changed = (
            self.tr("weights changed") if weights_changed(assessment) else self.tr("the questionnaire's own weights")
        )
        title = self.tr("{partner}: weights").format(partner=isolated(assessment.partner.name))
        self.header.show_words(title, " · ".join(part for part in (assessment.purpose, changed) if part))
        final = assessment.is_final
        self.notice.show_text(
            self.tr("This assessment is finished. Reopen it on the result page to change its weights.") if final else ""
        )
        for panel in self._made.values():
            panel.setEnabled(not final)
        self.direct.show_weights(self._stored())
        self._show_preview(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, and give the keyboard to the chosen way."""
        if self._stale:
            self.refresh()
        super().showEvent(event)
        if not event.spontaneous():
            self.methods[self._place].setFocus()

    def show_method(self, place: int) -> None:
        """Show one way to arrive at weights, begun from the stored ones."""
        self.methods[place].setChecked(True)
        self._place = place
        panel = (lambda: self.direct, lambda: self.swing, lambda: self.ranking, lambda: self.pairs)[place]()
        for number, one in self._made.items():
            one.setVisible(number == place)
        self._show_preview(None)
        if panel is self.direct:
            self.direct.show_weights(self._stored())
        elif isinstance(panel, SwingPanel | RankingPanel):
            panel.show_weights(self._stored())
            panel.propose()
        elif isinstance(panel, PairsPanel):
            panel.propose()

    def store(self, weights: Weights) -> None:
        """Keep weights with the assessment, in one step; the questionnaire's own are kept as none."""
        dimensions = self.document.questionnaire.dimensions
        own = normalised({dimension.id: dimension.weight for dimension in dimensions})
        kept = {} if dict(weights) == own else dict(weights)
        if not self.document.set_details(self.tr("weights"), weights=kept):
            self.refresh()  # refused, and said above: what is stored stands

    def _stored(self) -> dict[str, Fraction]:
        return normalised(dimension_weights(self.document.assessment))

    def _show_preview(self, weights: Weights | None) -> None:
        self._preview = None if weights is None or dict(weights) == self._stored() else weights
        self.outcome.show_weights(self.document.assessment, self.document.result, weights)
        asks = self._place != 0
        for control in (self.use, self.leave):
            control.setVisible(asks)
            control.setEnabled(self._preview is not None and not self.document.assessment.is_final)

    def _on_change(self) -> None:
        if self.document.assessment is self._shown:  # it is another day, on which a preview stays one
            self._show_preview(self._preview)
        elif self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _use(self) -> None:
        if self._preview is not None:
            self.store(self._preview)

    def _connect(self) -> None:
        self.document.result_changed.connect(self._on_change)
        self.back.clicked.connect(self.result_requested)
        self.use.clicked.connect(self._use)
        self.leave.clicked.connect(lambda: self.show_method(self._place))
        self.direct.wanted.connect(self.store)
        self.direct.proposed.connect(self._show_preview)

    def _lay_out(self) -> None:
        columns = Columns(fonts.scaled(_BESIDE))
        columns.add(self._methods_card(), 60)
        columns.add(self.outcome, 40, as_tall_as_needed=True)
        body = ScrolledBody()
        body.setObjectName("pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.notice)
        column.addWidget(columns)
        words = self.tr("The weights are stored with this assessment. Changed weights are marked wherever a score is.")
        column.addWidget(label(words, "secondary", fonts.sans(12.5), wraps=True))
        column.addStretch(1)
        area = scroll_area(body)
        area.setObjectName("page")
        area.setAccessibleName(self.tr("Weights"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(area, 1)

    def _methods_card(self) -> Card:
        card = Card()
        card.column.addLayout(self._method_row())
        card.column.addSpacing(8)
        self._ways = QVBoxLayout()
        self._ways.addWidget(self.direct)
        card.column.addLayout(self._ways)
        keep = QHBoxLayout()
        keep.addWidget(self.use)
        keep.addWidget(self.leave)
        keep.addStretch(1)
        card.column.addLayout(keep)
        return card

    def _method_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        names = (self.tr("Direct"), self.tr("Swing"), self.tr("Rank order"), self.tr("Two by two"))
        for place, name in enumerate(names):
            kind = "first" if place == 0 else "last" if place == len(names) - 1 else "middle"
            made = button(name, kind=kind)
            made.setCheckable(True)
            made.setChecked(place == 0)
            made.setAccessibleName(self.tr("Method: {name}").format(name=name))
            made.clicked.connect(partial(self.show_method, place))
            group.addButton(made)
            row.addWidget(made)
            self.methods.append(made)
        row.addStretch(1)
        return row
