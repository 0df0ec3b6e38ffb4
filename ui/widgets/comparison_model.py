"""What the compare page's table says: a row per dimension, one for the whole, one for the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from assessments.charts import dimension_role, score_words
from assessments.comparison import Comparison, Standing
from assessments.comparison_table import dimension_rows
from assessments.result import Score
from assessments.scoring import weights_changed
from assessments.wording import hold_words
from assessments.wording_beside import weights_changed_words
from assessments.wording_comparison import partner_names, rank_word
from assessments.wording_figures import NOT_SCORED, points
from ui.widgets.labels import plain_tooltip
from ui.widgets.pill import say

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, a dimension or one of the two below them."""

    title: str
    role: str = ""
    """Palette role of a dimension's bars; empty for the other lines."""
    scores: tuple[Score | None, ...] = ()


class ComparisonRows(QAbstractTableModel):
    """A column per partner. The order's line follows the weights of the moment."""

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.names: tuple[str, ...] = ()
        self.rows: list[Row] = []
        self.standings: tuple[Standing, ...] = ()

    def show_comparison(self, comparison: Comparison, standings: Sequence[Standing], differences_only: bool) -> None:
        """Show partners; of the dimensions only those that tell them apart where these are asked for."""
        self.beginResetModel()
        self.comparison = comparison
        self.names = partner_names(comparison)
        self.standings = tuple(standings)
        found = dimension_rows(comparison)
        places = {dimension.id: place for place, dimension in enumerate(comparison.dimensions)}
        self.rows = [
            Row(row.dimension.title, dimension_role(row.dimension, places[row.dimension.id]), row.scores)
            for row in found
            if row.differs or not differences_only
        ]
        limited = comparison.common.is_limited  # the headline is of every question, the order of the common ones
        whole = self.tr("Supported, all questions") if limited else self.tr("Supported")
        self.rows.append(Row(whole, scores=tuple(one.own.overall for one in comparison.partners)))
        self.rows.append(Row(self.tr("Order")))
        self.endResetModel()

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show the points and the order at other weights; the scores stay."""
        self.standings = tuple(standings)
        last = len(self.rows) - 1
        self.dataChanged.emit(self.index(last, 0), self.index(last, self.columnCount() - 1))

    def name_order(self, title: str) -> None:
        """Give the last line another title: that of a what-if, or the plain one."""
        last = len(self.rows) - 1
        if self.rows and self.rows[last].title != title:
            self.rows[last] = Row(title)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, last, last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of partners."""
        return 0 if parent.isValid() else len(self.names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a partner's name or a line's title; a screen reader also hears the recommendation."""
        if orientation is Qt.Orientation.Vertical:
            return self.rows[section].title if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.names[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.names[section]}, {self.band_words(section)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.names[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell in words; the delegate draws it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.names[index.column()]}, {self.rows[index.row()].title}: {self._spoken(index)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._spoken(index))
        return None

    def band_words(self, column: int) -> str:
        """Return a partner's recommendation: "Hold: 2 gates open"."""
        assert self.comparison is not None
        return hold_words(self.comparison.partners[column].own, say)

    def words(self, row: int, column: int) -> str:
        """Return what a cell shows as text."""
        if row == len(self.rows) - 1:
            standing = self.standings[column]
            place = rank_word(standing.place, say)
            return NOT_SCORED if standing.points is None else f"{place} · {points(standing.points)}"
        score = self.rows[row].scores[column]
        return points(score.supported if score else None)

    def own_weights(self, column: int) -> str:
        """Return the mark of a partner whose assessment has weights of its own; empty for the others."""
        assert self.comparison is not None
        changed = weights_changed(self.comparison.partners[column].assessment)
        return weights_changed_words(say) if changed else ""

    def _spoken(self, index: Index) -> str:
        if index.row() == len(self.rows) - 1:
            return self.words(index.row(), index.column())
        words = score_words(self.rows[index.row()].scores[index.column()], say)
        mark = self.own_weights(index.column()) if not self.rows[index.row()].role else ""
        return f"{words}, {mark}" if mark else words
