"""A slider for each dimension's weight. The sum always stays whole: what one takes, the others give in proportion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from assessments.charts import dimension_role
from assessments.questionnaire import Dimension
from assessments.weighting import moved_weight, whole_shares
from assessments.wording_figures import percent
from ui.theme import fonts
from ui.widgets.labels import label
from ui.widgets.steady import SteadySlider

Weights = Mapping[str, Fraction]


class WeightSlider(SteadySlider):
    """In the colour of its dimension."""

    def __init__(self, dimension: Dimension, role: str) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setPageStep(5)
        self.setProperty("kind", role)
        self.setMinimumHeight(fonts.scaled(26))
        self.setAccessibleName(self.tr("Weight of {dimension} in percent").format(dimension=dimension.title))


class WeightSliders(QWidget):
    """Whole percent that sum to 100; what is shown is what is meant."""

    moved = Signal(object)
    """Dimension id -> share, sum 1; at every step, also while a slider is dragged."""
    released = Signal(object)
    """The same, once a drag or a key's step has ended."""

    def __init__(
        self, dimensions: Sequence[Dimension], least: Fraction, locks: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make the rows.

        Args:
            dimensions: One row each, in their order.
            least: No share falls under it by a slider; 0 where a weight may vanish.
            locks: Whether a weight can be held while the others move.
            parent: The usual one.
        """
        super().__init__(parent)
        self._least = least
        self._weights: dict[str, Fraction] = {}
        self._before: dict[str, Fraction] | None = None
        self.sliders: dict[str, WeightSlider] = {}
        self.locks: dict[str, QToolButton] = {}
        self._figures: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, dimension in enumerate(dimensions):
            self._add_row(grid, place, dimension, locks)

    @property
    def weights(self) -> dict[str, Fraction]:
        """Dimension id -> share, as shown or last moved to."""
        return dict(self._weights)

    def locked(self) -> frozenset[str]:
        """Return the dimensions whose weights are held."""
        return frozenset(key for key, lock in self.locks.items() if lock.isChecked())

    def show_weights(self, weights: Weights) -> None:
        """Show weights; not a wish of the user, so nothing is told.

        Args:
            weights: Dimension id -> share, sum 1. Shares that are not whole percent are shown rounded and stay exact
                until a slider moves.
        """
        self._weights = dict(weights)
        shown = self._whole(weights)
        for key, share in shown.items():
            self._figures[key].setText(percent(share))
        for key, share in shown.items():
            self.sliders[key].setValue(int(share * 100))

    def _add_row(self, grid: QGridLayout, place: int, dimension: Dimension, locks: bool) -> None:
        slider = WeightSlider(dimension, dimension_role(dimension, place))
        slider.valueChanged.connect(partial(self._on_value, dimension.id))
        slider.sliderPressed.connect(self._on_pressed)
        slider.sliderReleased.connect(self._on_released)
        figure = label(font=fonts.sans(13.5))
        figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance(percent(1)) + 4)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label(dimension.short, font=fonts.sans(13.5)), place, 0)
        grid.addWidget(slider, place, 1)
        grid.addWidget(figure, place, 2)
        self.sliders[dimension.id] = slider
        self._figures[dimension.id] = figure
        if locks:
            lock = QToolButton()
            lock.setText(self.tr("Lock"))
            lock.setCheckable(True)
            lock.setFont(fonts.sans(12.5))
            lock.setAccessibleName(self.tr("Hold the weight of {dimension}").format(dimension=dimension.title))
            lock.toggled.connect(slider.setDisabled)
            grid.addWidget(lock, place, 3)
            self.locks[dimension.id] = lock

    def _whole(self, weights: Weights) -> dict[str, Fraction]:
        return whole_shares(weights, fewest=0 if self._least == 0 else 1)

    def _on_pressed(self) -> None:
        # A slider pulled to the end and back leaves the others as they were.
        self._before = dict(self._weights)

    def _on_released(self) -> None:
        if self._before is not None and self._before != self._weights:
            self.released.emit(self.weights)
        self._before = None

    def _on_value(self, key: str, value: int) -> None:
        wished = Fraction(value, 100)
        if not self._weights or self._whole(self._weights)[key] == wished:
            return  # shown, not moved by the user
        base = self._weights if self._before is None else self._before
        self.show_weights(self._whole(moved_weight(base, key, wished, self.locked(), self._least)))
        self.moved.emit(self.weights)
        if self._before is None:
            self.released.emit(self.weights)
