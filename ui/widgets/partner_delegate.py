"""Paints the partner list: two lines a row, bars and pills, without a widget a cell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from assessments.band import Band
from assessments.wording_figures import NOT_SCORED, percent, pill_words, points
from ui.documents.names import elided_at_its_end
from ui.theme import fonts, palette
from ui.widgets.partner_rows import COLUMNS, PartnerRows, below_name
from ui.widgets.pill import paint_pill, pill_width, say

if TYPE_CHECKING:
    from ui.documents.workspace_document import PartnerRow

ROW_HEIGHT = 64
WEIGHTS_MARK = "⚖"
"""Beside a score whose dimensions have weights of their own; the tooltip says it in words."""
_SIDE = 14
# Each look at an enumeration's member is a call in Python.
_SMOOTH, _NO_PEN, _CUT_RIGHT = QPainter.RenderHint.Antialiasing, Qt.PenStyle.NoPen, Qt.TextElideMode.ElideRight
_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_BAR, _GAP, _TALL = 14, 3, 26


class PartnerDelegate(QStyledItemDelegate):
    """Draws one cell of the partner list from its row."""

    def __init__(self, rows: PartnerRows, type_names: dict[str, str], parent: QObject | None = None) -> None:
        """Paint the rows of a list.

        Args:
            rows: The model. It is asked directly: on the way through Qt, PySide6 looks at every row as a QVariant.
            type_names: Partner type code -> words.
            parent: The usual one.
        """
        super().__init__(parent)
        self._rows, self._types = rows, type_names

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(80, fonts.scaled(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell's ground, its content and the hairline under it."""
        row = self._rows.partner_row(index.row())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(_SMOOTH)
        painter.setPen(_NO_PEN)
        view = option.widget
        if isinstance(view, QTableView) and view.selectionModel().isSelected(index):
            _fill(painter, box, "accent_soft")
        _fill(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "line")
        if row is not None:
            getattr(self, f"_paint_{COLUMNS[index.column()]}")(painter, box.adjusted(_SIDE, 0, -6, 0), row)
        painter.restore()

    def _paint_name(self, painter: QPainter, box: QRectF, row: PartnerRow) -> None:
        name = _Line(fonts.semibold(14), palette.color("ink"))
        lower = _Line(fonts.sans(13), palette.color("secondary"))
        below = below_name(row)
        if not below:
            name.draw(painter, box, row.name)
            return
        half, upper = box.height() / 2, fonts.scaled(21)
        name.draw(painter, QRectF(box.left(), box.top() + half - upper, box.width(), upper), row.name)
        lower.draw(painter, QRectF(box.left(), box.top() + half, box.width(), upper), " · ".join(below))

    def _paint_type(self, painter: QPainter, box: QRectF, row: PartnerRow) -> None:
        _Line(fonts.sans(13.5), palette.color("secondary")).draw(painter, box, self._types.get(row.type, row.type))

    def _paint_supported(self, painter: QPainter, box: QRectF, row: PartnerRow) -> None:
        if row.supported is None or row.best is None:
            _Line(fonts.sans(13.5), palette.color("faint")).draw(painter, box, NOT_SCORED)
            return
        figure = _Line(fonts.semibold(16.5), palette.color("ink"))
        figure.draw(painter, box, points(row.supported))
        rest = box.adjusted(figure.width(points(row.supported)) + 5, 1, 0, 1)
        words = say("up to {best}").format(best=points(row.best))
        if row.own_weights:
            words += f" {WEIGHTS_MARK}"
        _Line(fonts.sans(13.5), palette.color("secondary")).draw(painter, rest, words)

    def _paint_dimensions(self, painter: QPainter, box: QRectF, row: PartnerRow) -> None:
        painter.setPen(_NO_PEN)
        top, left = box.center().y() - _TALL / 2, box.left()
        for key, low, high in row.dimensions:
            self._bar(painter, QRectF(left, top, _BAR, _TALL), palette.color("sunken"), 1.0)
            if low is not None and high is not None:
                colour = palette.color(key)
                pale = _pale(colour.rgb())
                self._bar(painter, QRectF(left, top, _BAR, _TALL), pale, high / 100)
                self._bar(painter, QRectF(left, top, _BAR, _TALL), colour, low / 100)
            left += _BAR + _GAP

    def _bar(self, painter: QPainter, box: QRectF, colour: QColor, share: float) -> None:
        height = box.height() * share
        if height > 0:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(box.left(), box.bottom() - height, box.width(), height), 2, 2)

    def _paint_recommendation(self, painter: QPainter, box: QRectF, row: PartnerRow) -> None:
        if row.band is None:
            _Line(fonts.sans(13.5), palette.color("faint")).draw(painter, box, say("No assessment yet"))
            return
        band = Band(row.band)
        words = pill_words(band, row.open_gate_count, row.too_little, say)
        width = min(pill_width(band, words) + 2.0, box.width())
        paint_pill(painter, QRectF(box.left(), box.center().y() - 12, width, 24), band, words)

    def _paint_coverage(self, painter: QPainter, box: QRectF, row: PartnerRow) -> None:
        words = NOT_SCORED if row.coverage is None else percent(row.coverage)
        _Line(fonts.sans(13.5), palette.color("secondary")).draw(painter, box, words)


@cache
def _pale(colour: int) -> QColor:
    """Return a colour, given as 0xAARRGGBB, of which little covers."""
    pale = QColor.fromRgb(colour)
    pale.setAlphaF(0.35)
    return pale


def _fill(painter: QPainter, box: QRectF, role: str) -> None:
    """Fill a box, without a pen. `fillRect` would first make Python see the two hundred gradients it also takes."""
    painter.setBrush(palette.color(role))
    painter.drawRect(box)


class _Line:
    """One line of text in one font and colour, elided to its box, always literal."""

    def __init__(self, font: QFont, colour: QColor) -> None:
        self._font, self._colour = font, colour
        self._metrics = QFontMetrics(font)

    def width(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text)

    def draw(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setFont(self._font)
        painter.setPen(self._colour)
        line = self._metrics.elidedText(text.replace("\n", " "), _CUT_RIGHT, int(box.width()))
        painter.drawText(box, _MIDDLE_LEFT, elided_at_its_end(line))
