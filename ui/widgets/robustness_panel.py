"""What would change the recommendation: in words first, then as a chart. Worked out off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.charts_robustness import band_share_bar, score_swings
from assessments.result import Result
from assessments.robustness import Robustness, robustness
from assessments.wording_robustness import no_robustness_sentence, robustness_sentences
from ui.theme import fonts
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import heading, label
from ui.widgets.pill import say
from ui.widgets.worked_out import WorkedOut

_REST = 40
"""Milliseconds until the work begins, so that the page is drawn first and does not compete with it for Python."""


class RobustnessPanel(QWidget):
    """Shows how firm one result is. What no longer belongs to the result is dimmed and says so until it is replaced."""

    arrived = Signal(object)
    """`Robustness` of the result that is shown, or None: none is known yet, or no weights matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Assessment, Result] | None = None
        self._found: Robustness | None = None
        self.figures = WorkedOut(_REST)
        self.state = self.figures.state
        self.words = label(kind="secondary", wraps=True)
        self.shares, self.swings = DrawingView(), DrawingView()
        self._lay_out()
        self.figures.arrived.connect(self._on_arrived)
        self.figures.settled.connect(self._on_settled)
        self.outdate()

    @property
    def is_current(self) -> bool:
        """Whether the figures belong to the result that was given last."""
        return self.figures.is_current

    def outdate(self) -> None:
        """Say that the figures are no longer those of the assessment; they are worked out again when it is shown."""
        self._shown = None
        self.figures.outdate()

    def show_result(self, assessment: Assessment, result: Result) -> None:
        """Work out how firm a result is, dropping whatever is under way for an earlier one."""
        if self._shown is not None and self._shown[0] is assessment and self._shown[1] is result:
            return
        self._shown = (assessment, result)
        self.figures.wish(partial(robustness, assessment, result))

    def _on_arrived(self, found: Robustness | None) -> None:
        assert self._shown is not None
        assessment, result = self._shown
        self._found = found
        if found is None:
            self.words.setText(no_robustness_sentence(result, say))
        else:
            self.words.setText(" ".join(robustness_sentences(assessment, result, found, say)))
            size = float(fonts.scaled(13))
            self.shares.show_responsive(partial(band_share_bar, found, say=say, text_size=size))
            questionnaire = assessment.questionnaire
            self.swings.show_responsive(
                partial(
                    score_swings,
                    questionnaire.dimensions,
                    result,
                    questionnaire.thresholds,
                    say=say,
                    text_size=size,
                )
            )
        self.shares.setVisible(found is not None and found.holds < 1)  # one band alone is said in words
        self.swings.setVisible(found is not None)

    def _on_settled(self, current: bool) -> None:
        self.words.setAccessibleName("" if current else self.state.text())
        if not current:
            for chart in (self.shares, self.swings):
                chart.setAccessibleDescription(self.state.text())
        self.arrived.emit(self._found if current else None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(heading(self.tr("What would change it")))
        head.addStretch(1)
        head.addWidget(self.state)
        for figure in (self.words, self.shares, self.swings):
            self.figures.column.addWidget(figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.figures)
