"""The score so far, beside the questions: figure, band, radar and bars."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.charts import Series, dimension_bars, radar
from assessments.result import Result
from assessments.scoring import weights_changed
from assessments.wording import hold_words
from assessments.wording_beside import weights_changed_words
from assessments.wording_figures import points
from ui.theme import fonts
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import label
from ui.widgets.pill import BandPill, say
from ui.widgets.scrolled_body import scroll_area

WIDTH = 250
_THREE_COLUMNS = 830
"""Pixels at 100 % from which steps, question and score stand side by side."""


class LiveScore(QFrame):
    """Follows every answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "aside")
        self.setFixedWidth(fonts.scaled(WIDTH))
        self._page: QWidget | None = None
        self._title = label("", "secondary", fonts.sans(14))
        self._wanted = True
        self._figure = label("", font=fonts.serif(44))
        self._best = label("", "secondary", fonts.sans(15))
        self.pill = BandPill()
        self.weights_mark = label(weights_changed_words(say), "tag", fonts.semibold(12))
        self._radar = DrawingView()
        self._bars = DrawingView()
        scroll = scroll_area(self._content())
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_beside(self, wanted: bool) -> None:
        """Show the score beside what is on the page, as long as the page is wide enough for both."""
        page = self.parentWidget()
        if self._page is None and page is not None:
            self._page = page
            page.installEventFilter(self)
        self._wanted = wanted
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the page's width."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._page.width() if self._page is not None else 0
        self.setVisible(self._wanted and room >= fonts.scaled(_THREE_COLUMNS))

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 16, 14, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._figure)
        row.addWidget(self._best)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.pill)
        column.addWidget(self.weights_mark, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._radar)
        column.addSpacing(6)
        column.addWidget(self._bars)
        column.addSpacing(6)
        meaning = self.tr("Higher is better throughout: a high risk figure means well controlled.")
        column.addWidget(label(meaning, "secondary", fonts.sans(12), wraps=True))
        column.addStretch(1)
        return content

    @property
    def figure(self) -> str:
        """The supported score as shown."""
        return self._figure.text()

    def show_result(self, assessment: Assessment, result: Result) -> None:
        """Show a result."""
        overall = result.overall
        self._title.setText(self.tr("Supported") if assessment.is_final else self.tr("Supported so far"))
        self._figure.setText(points(overall.supported if overall else None))
        best = self.tr("up to {best}").format(best=points(overall.best)) if overall else ""
        self._best.setText(best)
        self.pill.show_band(result.recommendation.band, hold_words(result, say))
        self.weights_mark.setVisible(weights_changed(assessment))
        dimensions = assessment.questionnaire.dimensions
        width = float(fonts.scaled(WIDTH) - 44)
        series = [Series(self.tr("now"), result.dimensions)]
        size = float(fonts.scaled(10))
        self._radar.show_drawing(radar(dimensions, series, width, width * 0.9, say, size))
        self._bars.show_drawing(dimension_bars(dimensions, result.dimensions, width, say, text_size=fonts.scaled(12.5)))
