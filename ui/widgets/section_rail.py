"""The steps of an assessment on the left, with how far each one is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QProgressBar,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.theme import fonts, palette
from ui.widgets.labels import label
from ui.widgets.scrolled_body import scroll_area

WIDTH = 206


@dataclass(frozen=True, slots=True)
class Section:
    """One step."""

    key: str
    title: str
    count: str = ""
    """"3/8", or the number of gaps."""
    done: bool = False


class SectionButton(QAbstractButton):
    """A circle that says how far, the step's name, and its count."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = Section("", "")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_section(section)

    def show_section(self, section: Section) -> None:
        """Show another state of the same step. Each answer tells all of them, and changes one."""
        if section == self._section:
            return
        self._section = section
        state = self.tr("complete") if section.done else ""
        self.setAccessibleName(", ".join(part for part in (section.title, section.count, state) if part))
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark to the page."""

    def sizeHint(self) -> QSize:
        """Return the room that the title takes, on two lines where it has to."""
        return QSize(fonts.scaled(WIDTH) - 20, max(fonts.scaled(36), round(self._title_box().height()) + 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the step; the one that is open lies on the soft accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("accent_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        self._draw_circle(painter)
        strong = self.isChecked() or self._section.done
        painter.setPen(palette.color("ink" if strong else "secondary"))
        painter.setFont(self._font())
        box = self._title_box()
        box.moveTop((self.height() - box.height()) / 2)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags), self._section.title)
        painter.setPen(palette.color("secondary"))
        painter.setFont(fonts.semibold(13) if self.isChecked() else fonts.sans(13.5))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -10, 0), right, self._section.count)

    def _draw_circle(self, painter: QPainter) -> None:
        centre = QPointF(19, self.height() / 2)
        if self._section.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("accent"))
            painter.drawEllipse(centre, 9, 9)
            painter.setPen(QPen(palette.color("accent_text"), 1.6))
            x, y = centre.x(), centre.y()
            painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3)])
            return
        painter.setBrush(palette.color("surface"))
        painter.setPen(QPen(palette.color("accent" if self.isChecked() else "control_line"), 1.2))
        painter.drawEllipse(centre, 8.5, 8.5)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("accent"))
            painter.drawEllipse(centre, 4, 4)

    def _font(self) -> QFont:
        return fonts.semibold(13.5) if self.isChecked() else fonts.sans(13.5)

    def _title_box(self) -> QRectF:
        metrics = QFontMetricsF(self._font())
        room = fonts.scaled(WIDTH) - 20 - 36 - 14 - metrics.horizontalAdvance(self._section.count or "0")
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        box = metrics.boundingRect(QRectF(0, 0, room, 400), int(flags), self._section.title)
        return QRectF(36, 0, room, box.height())


class SectionRail(QFrame):
    """All steps and the progress below them."""

    section_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setFixedWidth(fonts.scaled(WIDTH))
        self.sections: list[Section] = []
        """As shown now, in order."""
        self.words = ""
        """How many questions are answered."""
        self._buttons: dict[str, SectionButton] = {}
        self._column = self._scrolled_column()
        self._column.setContentsMargins(10, 16, 10, 16)
        self._column.setSpacing(1)
        self._words = label("", "secondary", fonts.sans(12.5), wraps=True)
        self._words.setContentsMargins(11, 16, 8, 4)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Questions answered"))
        self._column.addWidget(self._words)
        self._column.addWidget(self._bar)
        self._column.addStretch(1)
        palette.theme.changed.connect(self.update)

    def _scrolled_column(self) -> QVBoxLayout:
        """Return a column that scrolls in a low window; the rail is wider then by its bar."""
        body = QWidget()
        body.setObjectName("scrolled")
        area = scroll_area(body)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        bar = area.verticalScrollBar()
        beside = bar.sizeHint().width() + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollView_ScrollBarSpacing)
        bar.rangeChanged.connect(lambda _least, most: self.setFixedWidth(fonts.scaled(WIDTH) + (beside if most else 0)))
        return QVBoxLayout(body)

    def show_sections(self, sections: list[Section]) -> None:
        """Show how far each step is."""
        self.sections = sections
        for place, section in enumerate(sections):
            if section.key not in self._buttons:
                made = SectionButton(section)
                made.clicked.connect(lambda _on, key=section.key: self.section_requested.emit(key))
                self._buttons[section.key] = made
                self._column.insertWidget(place, made)
            self._buttons[section.key].show_section(section)

    def show_current(self, key: str) -> None:
        """Mark the step that is open."""
        for name, made in self._buttons.items():
            made.setChecked(name == key)
            made.updateGeometry()

    def show_progress(self, answered: int, total: int, words: str) -> None:
        """Show how many questions are answered."""
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(answered)
        self.words = words
        self._words.setText(words)

    @property
    def current(self) -> str:
        """Key of the step that is open."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")
