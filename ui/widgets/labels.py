"""Labels for text that may come from users: always plain text, never markup or a mnemonic."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import fonts


def label(text: str = "", kind: str = "", font: QFont | None = None, wraps: bool = False) -> QLabel:
    """Return a plain-text label.

    Args:
        text: Shown literally.
        kind: A kind of the style sheet: secondary, faint, error, tag.
        font: The text font when None.
        wraps: Whether it breaks into lines; it then takes the width that it is given.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(font or fonts.sans())
    if kind:
        made.setProperty("kind", kind)
    if wraps:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        made.setWordWrap(True)  # last: it makes the height depend on the width, which a new policy would undo
    return made


def heading(text: str, size: float = 15.5) -> QLabel:
    """Return a serif heading."""
    return label(text, font=fonts.serif(size))


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the tooltip has the whole text."""

    def __init__(
        self, text: str = "", font: QFont | None = None, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font or fonts.sans())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # Qt would move a Hebrew name to the far end of the line, away from what belongs to it.
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if kind:
            self.setProperty("kind", kind)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text; line breaks become spaces."""
        self._whole = " ".join(text.split("\n"))
        self.setAccessibleName(self._whole)
        if not self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):  # its width is known
            self._fit()

    def whole_text(self) -> str:
        """Return the text without the ellipsis."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(0, self.contentsRect().width())
        )
        self.setText(shown)
        # A tooltip is read as markup when it looks like it; an explicit plain paragraph cannot be.
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")


# As html.escape does, which first loads a table of every entity there is.
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows any text literally."""
    shortened = text if len(text) <= 600 else text[:600] + "…"
    return f"<p style='white-space:pre-wrap'>{shortened.translate(_MARKUP)}</p>" if text else ""
