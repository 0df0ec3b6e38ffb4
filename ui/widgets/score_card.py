"""The headline of a result: the supported score, the band, what decided it, and a bar for each dimension."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessments.assessment import Assessment, Scope
from assessments.charts import dimension_bars
from assessments.charts_banded import with_band_lines
from assessments.drawing import Drawing
from assessments.result import Result
from assessments.scoring import weights_changed
from assessments.wording import hold_words
from assessments.wording_beside import weights_changed_words
from assessments.wording_figures import points
from assessments.wording_result import recommendation_sentences
from ui.theme import fonts
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import label
from ui.widgets.pill import BandPill, say

_SIDE_BY_SIDE = 430


class ScoreCard(Card):
    """Shows one result; asks for the numbers as a table, and for what is missing."""

    table_requested = Signal(bool)
    review_requested = Signal()
    weights_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.figure = label(font=fonts.serif(54))
        self.caption = label(kind="secondary", wraps=True)
        self.pill = BandPill()
        self.reasons = label(wraps=True, font=fonts.sans(14))
        self.bars = DrawingView()
        self._marks = {
            "draft": label(self.tr("Draft"), "tag", fonts.semibold(12)),
            "quick": label(self.tr("Quick"), "tag", fonts.semibold(12)),
            "provisional": label(self.tr("Provisional"), "tag", fonts.semibold(12)),
            "weights": label(weights_changed_words(say), "tag", fonts.semibold(12)),
        }
        top = Columns(fonts.scaled(_SIDE_BY_SIDE), gap=20)
        top.add(self._score_block(), 5)
        top.add(self._reasons_block(), 12)
        self.column.addWidget(top)
        self.column.addSpacing(4)
        self.column.addWidget(self.bars)
        self.column.addLayout(self._key())
        self.column.addStretch(1)

    def show_result(self, assessment: Assessment, result: Result) -> None:
        """Show a result of an assessment."""
        overall = result.overall
        self.figure.setText(points(overall.supported if overall else None))
        if overall is None:
            self.caption.setText(self.tr("nothing applies"))
        else:
            words = self.tr("supported · {answered} as answered").format(answered=points(overall.answered))
            self.caption.setText(words if overall.answered is not None else self.tr("supported · nothing rated yet"))
        self.pill.show_band(result.recommendation.band, hold_words(result, say))
        self.reasons.setText(" ".join(recommendation_sentences(assessment, result, say)))
        self.review.setVisible(not assessment.is_final)
        self._marks["draft"].setVisible(not assessment.is_final)
        self._marks["quick"].setVisible(assessment.scope is Scope.QUICK)
        self._marks["provisional"].setVisible(result.recommendation.provisional)
        self._marks["weights"].setVisible(weights_changed(assessment))
        dimensions = assessment.questionnaire.dimensions
        size = float(fonts.scaled(14))

        def build(width: float) -> Drawing:
            bars = dimension_bars(dimensions, result.dimensions, width, say, result.weights, size)
            return with_band_lines(bars, assessment.questionnaire.thresholds, say, size)

        self.bars.show_responsive(build)

    def shown_marks(self) -> list[str]:
        """Return the marks that stand beside the band: draft, quick, provisional, weights."""
        return [name for name, mark in self._marks.items() if not mark.isHidden()]

    def _score_block(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figure)
        column.addWidget(self.caption)
        column.addStretch(1)
        return block

    def _reasons_block(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.pill)
        for mark in self._marks.values():
            row.addWidget(mark)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.reasons)
        column.addStretch(1)
        return block

    def _key(self) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(4)
        drawn = self.tr("Solid: supported by evidence. Pale: best case. Tick: as answered. Dashed: bands. %: weight.")
        meaning = self.tr("Higher is better throughout: a high risk figure means well controlled.")
        column.addWidget(label(f"{drawn} {meaning}", "secondary", fonts.sans(12), wraps=True))
        table = button(self.tr("Show as table"), kind="link")
        table.setCheckable(True)
        table.toggled.connect(self.table_requested)
        self.review = button(self.tr("What is missing"), kind="link")
        self.review.clicked.connect(self.review_requested)
        self.weights = button(self.tr("Weights"), kind="link")
        self.weights.clicked.connect(self.weights_requested)
        row.addStretch(1)
        for link in (self.weights, self.review, table):
            row.addWidget(link)
        column.addLayout(row)
        return column
