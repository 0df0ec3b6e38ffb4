"""The numbers behind the charts, as a table that can be read cell by cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from assessments.questionnaire import Questionnaire
from assessments.result import Result, Score
from assessments.wording_figures import NOT_SCORED, percent, points
from ui.theme import fonts
from ui.widgets.figure_table import fit_height, make_figure_table

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NumbersTable(QTableWidget):
    """One row per dimension and one for the whole; as tall as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_figure_table(self, self.tr("Scores by dimension"))
        self.setProperty("kind", "numbers")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(32))
        self.setFont(fonts.sans(13.5))
        titles = [
            self.tr("Dimension"),
            self.tr("Supported"),
            self.tr("As answered"),
            self.tr("Best case"),
            self.tr("Answered"),
            self.tr("Evidenced"),
            self.tr("Weight"),
        ]
        self.setColumnCount(len(titles))
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, head)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def show_result(self, questionnaire: Questionnaire, result: Result) -> None:
        """Show the numbers of a result."""
        self.setRowCount(len(questionnaire.dimensions) + 1)
        for place, dimension in enumerate(questionnaire.dimensions):
            weight = percent(result.weights.get(dimension.id, 0))
            self._fill(place, dimension.title, result.dimensions.get(dimension.id), weight)
        self._fill(len(questionnaire.dimensions), self.tr("Overall"), result.overall, percent(1))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the figures leave; a narrow table scrolls."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        rest = self.viewport().width() - self.horizontalHeader().length()
        if rest > 0:
            self.setColumnWidth(0, self.columnWidth(0) + rest)
        fit_height(self)

    def _fill(self, row: int, title: str, score: Score | None, weight: str) -> None:
        figures = [NOT_SCORED] * 5
        if score is not None:
            figures = [points(score.supported), points(score.answered), points(score.best)]
            figures += [percent(score.coverage), percent(score.evidenced)]
        for column, text in enumerate((title, *figures, weight)):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if column else _LEFT)
            self.setItem(row, column, item)
