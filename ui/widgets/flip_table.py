"""At which score or weight of each dimension the recommendation changes, as a table that can be read cell by cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from assessments.assessment import Assessment
from assessments.result import Result
from assessments.robustness import Robustness
from assessments.scoring import dimension_weights
from assessments.weighting import normalised
from assessments.wording_figures import percent, points
from assessments.wording_robustness import held_words, score_flip_words, weight_flip_words
from ui.theme import fonts
from ui.widgets.figure_table import fit_height, make_figure_table
from ui.widgets.pill import say

_SHARES = (20, 7, 22, 22, 8, 21, 21)
"""Widths of the columns, in parts of the whole."""


class FlipTable(QTableWidget):
    """One row per dimension that flips; as tall as its rows. The numbers behind "What would change it"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_figure_table(self, self.tr("What would change the recommendation, by dimension"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFont(fonts.sans(13))
        self.verticalHeader().hide()
        titles = [
            self.tr("Dimension"),
            self.tr("Score"),
            self.tr("If it falls"),
            self.tr("If it rises"),
            self.tr("Weight"),
            self.tr("If it weighs less"),
            self.tr("If it weighs more"),
        ]
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        header = self.horizontalHeader()
        header.setFont(fonts.sans(12.5))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)

    def show_flips(self, assessment: Assessment, result: Result, found: Robustness) -> None:
        """Show the flip points of a result."""
        weights = normalised(dimension_weights(assessment))
        dimensions = [one for one in assessment.questionnaire.dimensions if one.id in found.flips]
        self.setRowCount(len(dimensions))
        for row, dimension in enumerate(dimensions):
            flips, score = found.flips[dimension.id], result.dimensions[dimension.id]
            falls, rises = (
                f"{score_flip_words(flip, up, say)} {held_words(flip, up, assessment, say)}".strip()
                for flip, up in ((flips.score_down, False), (flips.score_up, True))
            )
            texts = (
                dimension.title,
                points(score.supported if score else None),
                falls,
                rises,
                percent(weights[dimension.id]),
                weight_flip_words(flips.weight_down, False, say),
                weight_flip_words(flips.weight_up, True, say),
            )
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns; a narrow table scrolls."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, header = self.viewport().width(), self.horizontalHeader()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, max(width * share // sum(_SHARES), header.sectionSizeHint(column)))
        self.resizeRowsToContents()
        fit_height(self)
