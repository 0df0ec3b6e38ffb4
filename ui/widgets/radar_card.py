"""The dimensions as a radar, with the gut feeling beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessments.assessment import Assessment
from assessments.charts import Series, radar
from assessments.drawing import Drawing
from assessments.result import Result
from ui.theme import fonts
from ui.widgets.card import Card
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import label
from ui.widgets.pill import say

_HEIGHT = 290
_OF_WIDTH = 0.9


class RadarCard(Card):
    """Shows the shape of one result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.radar = DrawingView()
        self.gut_feeling = label(kind="secondary", wraps=True)
        self.gut_feeling.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self.column.addWidget(self.radar)
        self.column.addStretch(1)
        self.column.addWidget(self.gut_feeling)

    def show_result(self, assessment: Assessment, result: Result) -> None:
        """Show a result of an assessment."""
        series = [Series(assessment.partner.name, result.dimensions)]
        dimensions = assessment.questionnaire.dimensions

        def build(width: float) -> Drawing:
            height = max(140.0, min(float(fonts.scaled(_HEIGHT)), width * _OF_WIDTH))
            return radar(dimensions, series, width, height, say, float(fonts.scaled(12)))

        self.radar.show_responsive(build)
        feeling = assessment.gut_feeling
        self.gut_feeling.setText(
            self.tr("Gut feeling: not given")
            if feeling is None
            else self.tr("Gut feeling: {points} · never part of the score").format(points=feeling)
        )
