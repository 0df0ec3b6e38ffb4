"""Swing weights: how much the step from a dimension's worst to its best score matters, against the most important."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from assessments.questionnaire import Dimension
from assessments.weighting import LARGEST_SWING, swing_weights
from ui.theme import fonts
from ui.widgets.labels import label
from ui.widgets.steady import SteadyNumber


class SwingPanel(QWidget):
    """A number from 1 to 100 for each dimension; one of them has 100."""

    proposed = Signal(object)
    """Dimension id -> share, sum 1; None while no dimension has 100 points."""

    def __init__(self, dimensions: Sequence[Dimension], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QSpinBox] = {}
        self.problem = label(kind="error", wraps=True)
        self.problem.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for place, dimension in enumerate(dimensions):
            field = SteadyNumber()
            field.setRange(1, LARGEST_SWING)
            field.setFont(fonts.sans())
            field.setMinimumWidth(fonts.scaled(96))
            field.lineEdit().setTextMargins(fonts.scaled(9), 0, 0, 0)  # the style sheet's padding does not reach it
            field.setAccessibleName(self.tr("Points of the swing of {dimension}").format(dimension=dimension.title))
            field.valueChanged.connect(self.propose)
            self.fields[dimension.id] = field
            grid.addWidget(label(dimension.title), place, 0)
            grid.addWidget(field, place, 1)
        words = self.tr(
            "Imagine every dimension at its worst. Which one would you raise to its best first? Give it 100 points. "
            "Judge each other step against it."
        )
        source = self.tr("Swing weighting: von Winterfeldt & Edwards 1986.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(words, "secondary", wraps=True))
        column.addLayout(grid)
        column.addWidget(self.problem)
        column.addWidget(label(source, "faint", fonts.sans(12), wraps=True))
        column.addStretch(1)

    def show_weights(self, weights: Mapping[str, Fraction]) -> None:
        """Start from stored weights: the largest has 100 points."""
        largest = max(weights.values())
        for key, share in weights.items():
            self.fields[key].setValue(max(1, round(LARGEST_SWING * share / largest)))

    def propose(self) -> None:
        """Tell the weights of the points as they stand."""
        try:
            found = swing_weights({key: Fraction(field.value()) for key, field in self.fields.items()})
        except ValueError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.proposed.emit(None)
            return
        self.problem.hide()
        self.proposed.emit(found)
