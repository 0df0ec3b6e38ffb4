"""Jump to any place by a few letters of its name: type, choose with the arrow keys, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.documents.listed import search_key
from ui.theme import fonts, palette
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import label, plain_tooltip
from ui.widgets.list_field import ListField
from ui.widgets.screen_room import within_screen

_TARGET = Qt.ItemDataRole.UserRole
_HIGH, _SIDE, _GAP = 32, 10, 9
_KIND_SHARE = 0.5
"""Of a line's width: no kind takes more, however long the name of a partner in it."""


@dataclass(frozen=True, slots=True)
class JumpTarget:
    """A place that one can go to."""

    kind: str
    """What it is, in words, as "Page" or "Question 7"."""
    name: str
    go: Callable[[], object]
    mark: str = ""
    """A short name of its own before the name, as "T4"."""
    number: int | None = None
    """What it is also found by when only digits are typed."""
    words: str = ""
    """Further words that it is found by, after all whose name fits better."""

    def rank(self, typed: str) -> int | None:
        """Return how well it fits what is typed, 0 best; None when it does not fit. Nothing typed fits all alike."""
        wanted = search_key(typed).split()
        mark, name = search_key(self.mark), " ".join(search_key(self.name).split())
        whole = " ".join(wanted)
        if not wanted or whole in (mark, str(self.number), name):
            return 0
        if whole.isdecimal():
            return 1 if str(self.number or "").startswith(whole) else None
        begins = [mark, *name.replace("(", " ").replace("-", " ").split()]
        if name.startswith(whole):
            return 1
        if all(any(begin.startswith(word) for begin in begins) for word in wanted):
            return 2
        if all(word in f"{mark} {name}" for word in wanted):
            return 3
        return 4 if all(word in f"{mark} {name} {search_key(self.words)}" for word in wanted) else None


class JumpDialog(QDialog):
    """Offers targets, the best fit first. Who knows more of them listens to `typed` and calls `offer_more`."""

    typed = Signal(str)

    def __init__(self, targets: Sequence[JumpTarget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Jump to"))
        self.resize(within_screen(600, 460))
        self._targets = tuple(targets)
        self._more: Sequence[JumpTarget] = ()
        self._awaits_more = self._goes_then = False
        self.list = QListWidget()
        self.field = ListField(self.list)
        self.field.setPlaceholderText(self.tr("Page, partner, step, question or its number"))
        self.field.setAccessibleName(self.tr("Part of a page's, partner's, step's or question's name, or its number"))
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self.accept)
        self.list.setFont(fonts.sans(13.5))
        self.list.setAccessibleName(self.tr("Places that fit"))
        self.list.setItemDelegate(_TargetDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard, and moves the choice too
        self.list.itemClicked.connect(lambda _item: self.accept())
        self.nothing = label(self.tr("Nothing has this name."), "secondary", wraps=True)
        self._lay_out()
        self._fill()
        self.field.setFocus()
        self._ring = FocusRing(self)

    def _lay_out(self) -> None:
        keys = self.tr("Up and Down choose · Enter goes there · Esc closes")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        for part in (self.field, self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(label(keys, "secondary", fonts.sans(12.5), wraps=True))

    def chosen(self) -> JumpTarget | None:
        """Return the target that is chosen."""
        item = self.list.currentItem()
        found = item.data(_TARGET) if item is not None else None
        return found if isinstance(found, JumpTarget) else None

    def await_more(self) -> None:
        """Let Enter wait for `offer_more`: what is meant may be among what is still looked for."""
        self._awaits_more = True

    def offer_more(self, targets: Sequence[JumpTarget]) -> None:
        """Offer targets besides those that were known from the start, for what is typed now."""
        self._more = tuple(targets)
        self._awaits_more = False
        self._fill()
        if self._goes_then:
            self.accept()

    def accept(self) -> None:
        """Close with a choice; with none there is nowhere to go."""
        self._goes_then = self._awaits_more
        if not self._awaits_more and self.chosen() is not None:
            super().accept()

    def _on_typed(self, text: str) -> None:
        self._more, self._awaits_more, self._goes_then = (), False, False
        self._fill()
        self.typed.emit(text)

    def _fill(self) -> None:
        text = self.field.text()
        ranked = [(one.rank(text), one) for one in (*self._targets, *self._more)]
        fitting = [(rank, one) for rank, one in ranked if rank is not None]
        self.list.clear()
        for _rank, one in sorted(fitting, key=lambda pair: pair[0]):
            item = QListWidgetItem(", ".join(filter(None, (one.mark, one.name, one.kind))))
            item.setData(_TARGET, one)
            item.setToolTip(plain_tooltip(one.words or one.name))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)


class _TargetDelegate(QStyledItemDelegate):
    """Draws mark and name on the left, and on the right what kind of place it is."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line."""
        return QSize(80, fonts.scaled(_HIGH))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line; the chosen one lies on the soft accent."""
        target = index.data(_TARGET)
        if not isinstance(target, JumpTarget):
            return
        painter.save()
        view = option.widget
        if isinstance(view, QListWidget) and view.currentRow() == index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("accent_soft"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 5, 5)
        box = QRectF(option.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        taken = _draw(painter, box, target.kind, fonts.sans(12.5), "secondary", right=True)
        box.setRight(box.right() - taken - _GAP)
        if target.mark:
            box.setLeft(box.left() + _draw(painter, box, target.mark, fonts.semibold(13.5), "accent") + _GAP)
        _draw(painter, box, " ".join(target.name.split()), fonts.sans(13.5), "ink")
        painter.restore()


def _draw(painter: QPainter, box: QRectF, text: str, font: QFont, role: str, right: bool = False) -> float:
    """Draw one line, elided where it has to be, and return its width."""
    metrics = QFontMetricsF(font)
    room = box.width() * (_KIND_SHARE if right else 1)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(palette.color(role))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)
