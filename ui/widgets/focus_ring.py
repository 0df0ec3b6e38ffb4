"""The two-tone ring around whatever has the keyboard, drawn over everything, the same for every control."""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QScrollArea, QWidget
from shiboken6 import isValid

from ui.theme import palette

_ROOM = 4
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


_rings: WeakSet[FocusRing] = WeakSet()
"""Those that can be told. A dialog that is collected is still alive for Qt when Python has taken its ring apart, and
closing it moves the focus: a ring in that state is no longer in here, while a connection of its own would call it.
"""
_heard: list[QApplication] = []


def _listen() -> None:
    """Hear of every move of the focus, once for all rings."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if app not in _heard:
        _heard.append(app)
        app.focusChanged.connect(_tell)


def _tell(_old: QWidget | None, now: QWidget | None) -> None:
    for ring in list(_rings):
        if isValid(ring):
            ring.follow(now)


class FocusRing(QWidget):
    """An overlay of one window. It takes no input and no focus, and follows the focused control as that moves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._followed: list[QWidget] = []
        self._colors = ("focus_outer", "focus_inner")
        palette.theme.changed.connect(self.update)
        self.hide()
        _listen()
        _rings.add(self)
        self.follow(QApplication.focusWidget())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the focused control and everything it lies in."""
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring: the outer tone, and the inner one that separates it from the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer, inner = self._colors
        box = QRectF(self.rect())
        painter.setPen(QPen(palette.color(outer), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        painter.setPen(QPen(palette.color(inner), 1))
        painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 8, 8)

    def follow(self, now: QWidget | None) -> None:
        """Go to the control that has the keyboard now, if it lies in this ring's window."""
        for widget in self._followed:
            if isValid(widget):  # a dialog that closes takes its controls along
                widget.removeEventFilter(self)
        self._followed.clear()
        if now is None or now.window() is not self._window or isinstance(now, QMenuBar | QMenu):
            self.hide()
            return
        # A page that takes the keys itself names the part that they act on: `ring_target`.
        target: QWidget | None = getattr(now, "ring_target", now)
        if not QApplication.mouseButtons():  # what is clicked is in view, and must not move away under the pointer
            _bring_into_view(now)
        while target is not None and target is not self._window:
            target.installEventFilter(self)
            self._followed.append(target)
            target = target.parentWidget()
        self._colors = (
            ("navigation_focus", "navigation") if now.property("onNavigation") else ("focus_outer", "focus_inner")
        )
        self._place()

    def _place(self) -> None:
        # A dialog that is collected loses what Python knows of it before Qt's last events come.
        followed = getattr(self, "_followed", ())
        control = followed[0] if followed else None
        if control is None or not isValid(control) or not control.isVisible():
            self.hide()
            return
        framed = control.parentWidget() if control.property("ringOnParent") else control
        assert framed is not None
        area = QRect(framed.mapTo(self._window, QPoint(0, 0)), framed.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        area = area.intersected(self._visible_part(framed))
        self.setVisible(not area.isEmpty())
        self.setGeometry(area)
        self.raise_()

    def _visible_part(self, control: QWidget) -> QRect:
        part = self._window.rect()
        parent = control.parentWidget()
        while parent is not None and parent is not self._window:
            outer = parent.parentWidget()
            if isinstance(outer, QAbstractScrollArea) and outer.viewport() is parent:
                corner = parent.mapTo(self._window, QPoint(0, 0))
                part = part.intersected(QRect(corner, parent.size()))
            parent = outer
        return part


def _bring_into_view(control: QWidget) -> None:
    """Scroll to a control that Tab reached from outside its scroll area, which Qt leaves where it is.

    What is larger than the area stays as it is: it fills the view already, and scrolls itself.
    """
    parent = control.parentWidget()
    while parent is not None:
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is parent and control.height() < parent.height():
            area.ensureWidgetVisible(control, _ROOM, 2 * _ROOM)
        parent = area
