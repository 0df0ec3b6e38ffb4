"""What would change the recommendation: in words first, then as a chart. Worked out off the GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QVBoxLayout, QWidget

from assessments.assessment import Assessment
from assessments.charts_robustness import band_share_bar, score_swings
from assessments.result import Result
from assessments.robustness import Robustness, robustness
from assessments.wording_robustness import no_robustness_sentence, robustness_sentences
from ui.jobs.newest import Newest
from ui.theme import fonts
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import heading, label
from ui.widgets.pill import say

_DIMMED = 0.35
_REST = 40
"""Milliseconds until the work begins, so that the page is drawn first and does not compete with it for Python."""


class RobustnessPanel(QWidget):
    """Shows how firm one result is. What no longer belongs to the result is dimmed and says so until it is replaced."""

    arrived = Signal(object)
    """`Robustness` of the result that is shown, or None: none is known yet, or no weights matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Assessment, Result] | None = None
        self._newest = Newest(self)
        self._newest.arrived.connect(self._on_arrived)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._begin)
        self.state = label(self.tr("Computing…"), "secondary", fonts.sans(12.5))
        self.words = label(kind="secondary", wraps=True)
        self.shares, self.swings = DrawingView(), DrawingView()
        self._content = QWidget()
        self._dimming = QGraphicsOpacityEffect(self._content)
        self._dimming.setOpacity(_DIMMED)
        self._content.setGraphicsEffect(self._dimming)
        self._lay_out()
        self._show_current(False)

    @property
    def is_current(self) -> bool:
        """Whether the figures belong to the result that was given last."""
        return not self._dimming.isEnabled()

    def outdate(self) -> None:
        """Say that the figures are no longer those of the assessment; they are worked out again when it is shown."""
        self._shown = None
        self._rest.stop()
        self._newest.drop()
        self._show_current(False)

    def show_result(self, assessment: Assessment, result: Result) -> None:
        """Work out how firm a result is, dropping whatever is under way for an earlier one."""
        if self._shown is not None and self._shown[0] is assessment and self._shown[1] is result:
            return
        self._shown = (assessment, result)
        self._show_current(False)
        self._newest.drop()
        self._rest.start()

    def _begin(self) -> None:
        if self._shown is not None:
            self._newest.ask(partial(robustness, *self._shown))

    def _on_arrived(self, found: Robustness | None) -> None:
        if self._shown is None:
            return
        assessment, result = self._shown
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
        self._show_current(True)
        self.arrived.emit(found)

    def _show_current(self, current: bool) -> None:
        self._dimming.setEnabled(not current)
        self.state.setVisible(not current)
        self.words.setAccessibleName("" if current else self.state.text())
        if not current:
            for chart in (self.shares, self.swings):
                chart.setAccessibleDescription(self.state.text())
            self.arrived.emit(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(heading(self.tr("What would change it")))
        head.addStretch(1)
        head.addWidget(self.state)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.words)
        inner.addWidget(self.shares)
        inner.addWidget(self.swings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._content)
