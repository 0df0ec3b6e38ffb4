"""The compare page's table: partners side by side, with a bar for every dimension."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assessments.charts import score_bar
from assessments.charts_net import MOST_SERIES, legend_sample, series_styles
from assessments.drawing import Drawing
from assessments.wording_figures import points
from ui.documents.names import elided_at_its_end
from ui.theme import fonts, palette
from ui.widgets.comparison_model import ComparisonRows
from ui.widgets.drawing_view import paint_drawing
from ui.widgets.figure_table import make_figure_table, share_width
from ui.widgets.pill import paint_pill, pill_width, say

_LEAST, _NAMES = 176, 124
"""Widths of a partner's column and of the lines' titles, in pixels."""
_DIMENSION, _WHOLE, _ORDER, _HEAD = 41, 50, 38, 86
"""Heights."""
_EDGE, _TITLE_PADDING, _TITLE_ROOM = 6, 12, 10
Index = QModelIndex | QPersistentModelIndex


class PartnerHeader(QHeaderView):
    """A partner's line in the charts, its name on up to two lines, and its recommendation."""

    def __init__(self, rows: ComparisonRows, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        palette.theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Return room for two lines of a name and the pill."""
        return QSize(super().sizeHint().width(), fonts.scaled(_HEAD))

    def paintSection(self, painter: QPainter, rect: object, logical: int) -> None:
        """Draw one partner's head."""
        box = QRectF(rect)  # type: ignore[call-overload]
        comparison = self._rows.comparison
        if comparison is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("surface"))
        painter.drawRect(box)
        painter.setBrush(palette.color("line"))
        painter.drawRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1))
        pill_height = fonts.scaled(24)
        inner = box.adjusted(_EDGE, 6, -4, -(pill_height + 14))
        self._paint_name(painter, inner, logical)
        band, words = comparison.partners[logical].own.recommendation.band, self._rows.band_words(logical)
        width = min(pill_width(band, words) + 2.0, box.width() - _EDGE)
        paint_pill(painter, QRectF(inner.left(), box.bottom() - pill_height - 8, width, pill_height), band, words)
        painter.restore()

    def _paint_name(self, painter: QPainter, box: QRectF, logical: int) -> None:
        font = fonts.semibold(13.5)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        indent = 0.0
        if logical < MOST_SERIES:  # those in the radar
            size = float(fonts.scaled(12))
            painter.save()
            painter.translate(box.left(), box.top() + metrics.ascent() - size * 0.05)
            sample = Drawing(1, 1, tuple(legend_sample(series_styles()[logical], 0.0, size)), "", "")
            paint_drawing(painter, sample, font)
            painter.restore()
            indent = size * 3 + 6
        painter.setPen(palette.color("ink"))
        first, rest = _split(self._rows.names[logical], metrics, int(box.width() - indent))
        line = float(metrics.height())
        painter.drawText(QRectF(box.left() + indent, box.top(), box.width() - indent, line), 0, first)
        shown = elided_at_its_end(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(box.width())))
        painter.drawText(QRectF(box.left(), box.top() + line, box.width(), line), 0, shown)


class ComparisonDelegate(QStyledItemDelegate):
    """Draws the figure with its bar, or the two lines below the dimensions."""

    def __init__(self, rows: ComparisonRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        state = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(palette.color("accent_soft"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 5, 5)
        row = self._rows.rows[index.row()]
        painter.setBrush(palette.color("line"))
        painter.drawRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1))
        inner = box.adjusted(_EDGE, 0, -_EDGE, 0)
        words = self._rows.words(index.row(), index.column())
        if row.role:
            self._paint_dimension(painter, inner, index, words)
        elif row.scores:
            self._paint_whole(painter, inner, index, words)
        else:
            first = self._rows.standings[index.column()].place == 1
            painter.setFont(fonts.semibold(13.5) if first else fonts.sans(13.5))
            painter.setPen(palette.color("ink"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_dimension(self, painter: QPainter, box: QRectF, index: Index, words: str) -> None:
        row = self._rows.rows[index.row()]
        first = self._rows.standings[index.column()].place == 1
        font = fonts.semibold(13.5) if first else fonts.sans(13.5)
        painter.setFont(font)
        painter.setPen(palette.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        left = QFontMetrics(fonts.semibold(13.5)).horizontalAdvance("100") + 6.0
        width, height = min(box.width() - left, float(fonts.scaled(110))), float(fonts.scaled(14))
        painter.translate(box.left() + left, box.center().y() - height / 2)
        paint_drawing(painter, score_bar(row.scores[index.column()], row.role, width, height, say), font)

    def _paint_whole(self, painter: QPainter, box: QRectF, index: Index, words: str) -> None:
        score = self._rows.rows[index.row()].scores[index.column()]
        figure = fonts.serif(18)
        painter.setFont(figure)
        painter.setPen(palette.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        if score is None:
            return
        rest = say("up to {best}").format(best=points(score.best)) if score.best > score.supported else ""
        mark = self._rows.own_weights(index.column())
        small = fonts.sans(12.5)
        painter.setFont(small)
        painter.setPen(palette.color("secondary"))
        beside = box.adjusted(QFontMetrics(figure).horizontalAdvance(words) + 6, 0, 0, 0)
        metrics = QFontMetrics(small)
        lines = [
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(beside.width())) for line in (rest, mark) if line
        ]
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


class ComparisonView(QTableView):
    """As tall as its lines; with many partners it scrolls sideways. Enter opens, Del removes, Alt+arrow moves."""

    open_requested = Signal(int)
    """Column."""
    remove_requested = Signal(int)
    move_requested = Signal(int, int)
    """Column, and by how many places: negative to the left."""

    def __init__(self, rows: ComparisonRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setHorizontalHeader(PartnerHeader(rows, self))
        self.setItemDelegate(ComparisonDelegate(rows, self))
        make_figure_table(self, self.tr("Partners compared by dimension"))
        titles = self.verticalHeader()
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setFixedWidth(fonts.scaled(_NAMES))
        titles.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        titles.setFont(fonts.sans(13.5))
        self.doubleClicked.connect(lambda index: self.open_requested.emit(index.column()))
        rows.modelReset.connect(self._fit)
        rows.headerDataChanged.connect(lambda *_: self._fit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del removes, Alt and an arrow move the partner; the rest is the grid's."""
        column = self.currentIndex().column()
        if column < 0:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit(column)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(column)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_requested.emit(column, -1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the partners; a column never becomes too narrow to read."""
        super().resizeEvent(event)
        share_width(self, fonts.scaled(_LEAST))

    def _fit(self) -> None:
        last = self._rows.rowCount() - 1
        for row, one in enumerate(self._rows.rows):
            height = fonts.scaled(_DIMENSION if one.role else _ORDER if row == last else _WHOLE)
            self.setRowHeight(row, max(height, self._title_height(one.title)))
        share_width(self, fonts.scaled(_LEAST))

    def _title_height(self, title: str) -> int:
        titles = self.verticalHeader()
        room = titles.width() - fonts.scaled(_TITLE_PADDING)
        lines = titles.fontMetrics().boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, title)
        return lines.height() + fonts.scaled(_TITLE_ROOM)


def _split(name: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """Return what of a name fits on the first line, beside the sample, and the rest."""
    if metrics.horizontalAdvance(name) <= room:
        return name, ""
    words = name.replace("\n", " ").split(" ")
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= room:
        first = f"{first} {words.pop(0)}".strip()
    return first, " ".join(words)
