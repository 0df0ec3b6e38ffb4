"""What weights make of a result, beside what is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from assessments.assessment import Assessment
from assessments.result import Result
from assessments.scoring import dimension_weights, score_assessment, weights_changed
from assessments.weighting import normalised, whole_shares
from assessments.wording import hold_words
from assessments.wording_beside import weights_changed_words
from assessments.wording_figures import percent, points
from ui.theme import fonts
from ui.widgets.card import Card
from ui.widgets.figure_table import make_figure_table
from ui.widgets.labels import label
from ui.widgets.pill import BandPill, say

Weights = Mapping[str, Fraction]
_ROW = 32
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def result_at(assessment: Assessment, result: Result, weights: Weights) -> Result:
    """Return what the assessment would come to at other weights, as of the same day."""
    return score_assessment(replace(assessment, weights=weights), result.as_of)


class OutcomeCard(Card):
    """The supported score and the recommendation at the weights of the moment, and these weights in figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("At these weights"), parent)
        self.figure = label(font=fonts.serif(44))
        self.caption = label(kind="secondary", wraps=True)
        self.pill = BandPill()
        self.mark = label(weights_changed_words(say), "tag", fonts.semibold(12))
        self.state = label(kind="secondary", wraps=True)
        self.table = _weights_table(self.tr("Weights in percent"), [self.tr("Stored"), self.tr("These")])
        marks = QHBoxLayout()
        marks.setSpacing(6)
        marks.addWidget(self.pill)
        marks.addWidget(self.mark)
        marks.addStretch(1)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.caption)
        self.column.addLayout(marks)
        self.column.addWidget(self.state)
        self.column.addSpacing(6)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def show_weights(self, assessment: Assessment, stored: Result, weights: Weights | None) -> None:
        """Show what weights make of an assessment.

        Args:
            assessment: As stored.
            stored: Its result.
            weights: Dimension id -> share, sum 1; None for the stored ones.
        """
        own = normalised(dimension_weights(assessment))
        chosen = own if weights is None else dict(weights)
        is_stored = chosen == own
        result = stored if is_stored else result_at(assessment, stored, chosen)
        overall = result.overall
        self.figure.setText(points(overall.supported if overall else None))
        self.caption.setText(
            self.tr("supported, up to {best}").format(best=points(overall.best))
            if overall
            else self.tr("nothing applies")
        )
        self.pill.show_band(result.recommendation.band, hold_words(result, say))
        self.mark.setVisible(weights_changed(replace(assessment, weights=chosen)))
        self.state.setText(self.tr("Stored.") if is_stored else self._compared(stored))
        self._fill(assessment, own, chosen)

    def _compared(self, stored: Result) -> str:
        return self.tr("Preview. Stored: {points}, {band}.").format(
            points=points(stored.overall.supported if stored.overall else None), band=hold_words(stored, say)
        )

    def _fill(self, assessment: Assessment, own: Weights, chosen: Weights) -> None:
        dimensions = assessment.questionnaire.dimensions
        self.table.setRowCount(len(dimensions))
        columns = whole_shares(own), whole_shares(chosen)
        for row, dimension in enumerate(dimensions):
            self.table.setVerticalHeaderItem(row, QTableWidgetItem(dimension.title))
            for column, shares in enumerate(columns):
                item = QTableWidgetItem(percent(shares[dimension.id]))
                item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + fonts.scaled(_ROW) * len(dimensions) + 2)


def _weights_table(name: str, titles: list[str]) -> QTableWidget:
    table = QTableWidget()
    make_figure_table(table, name)
    table.setColumnCount(len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setFont(fonts.sans(13))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(_RIGHT)
    table.verticalHeader().setFixedWidth(fonts.scaled(172))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(fonts.scaled(_ROW))
    return table
