"""Adding a link, and looking at one before it is opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from assessments.evidence import check_url
from ui.documents.names import breakable
from ui.theme import fonts
from ui.theme.figures import own_figures
from ui.widgets.buttons import button
from ui.widgets.dialog_buttons import button_row, dialog_buttons
from ui.widgets.focus_ring import FocusRing
from ui.widgets.form import FormRow
from ui.widgets.labels import heading, label
from ui.widgets.screen_room import within_screen
from ui.widgets.scrolled_body import ScrolledBody, fill_dialog

_WIDTH, _HEIGHEST = 560, 700
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


class AddLinkDialog(QDialog):
    """One field for an address that can be opened later."""

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add link"))
        self.setMinimumWidth(fonts.scaled(460))
        self.field = QLineEdit()
        self.field.setFont(fonts.sans(13.5))
        self.field.setPlaceholderText("https://")
        hint = self.tr("A web page or a mail address. Nothing is loaded until you open it.")
        self.row = FormRow(self.tr("Address"), self.field, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading(self.tr("Add link")))
        column.addWidget(label(question, "secondary", wraps=True))
        column.addWidget(self.row)
        column.addLayout(dialog_buttons(self, self.tr("Add link")))
        self.field.setFocus()
        self._ring = FocusRing(self)

    @property
    def url(self) -> str:
        """The address, without the spaces around it."""
        return self.field.text().strip()

    def accept(self) -> None:
        """Close when the address can be kept and opened."""
        try:
            check_url(self.url, own_figures)
            if not place_of(self.url):
                raise ValueError(self.tr("This is not an address that can be opened. Check it for typing errors."))
        except ValueError as error:
            self.row.show_error(str(error))
            self.field.setFocus()
            return
        super().accept()


class OpenLinkDialog(QDialog):
    """Shows the whole address and where it leads, in words, before anything is opened."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open link"))
        self.address = opened_address(url)
        self.shown = QPlainTextEdit(self.address)
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setFont(fonts.sans(13.5))
        self.shown.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.shown.setFixedHeight(self.shown.fontMetrics().lineSpacing() * 4 + 18)
        self.shown.setAccessibleName(self.tr("Whole address"))
        self.words = place_words(url)
        self.warning = label(warning_words(url), "secondary", fonts.sans(12.5), wraps=True)
        self.warning.setVisible(bool(self.warning.text()))
        self.go = button(self.tr("Open"), kind="primary")
        self.copy = button(self.tr("Copy"))
        self.cancel = button(self.tr("Cancel"))
        self._lay_out()
        self.go.setEnabled(bool(place_of(url)))
        self.go.setDefault(True)
        self.go.clicked.connect(self.open_address)
        self.copy.clicked.connect(self.copy_address)
        self.cancel.clicked.connect(self.reject)
        self.go.setFocus() if self.go.isEnabled() else self.copy.setFocus()
        self._ring = FocusRing(self)

    def open_address(self) -> None:
        """Hand the address to the system."""
        QDesktopServices.openUrl(QUrl.fromEncoded(self.address.encode("ascii")))
        self.accept()

    def copy_address(self) -> None:
        """Put the address on the clipboard."""
        QGuiApplication.clipboard().setText(self.address)
        self.reject()

    def _lay_out(self) -> None:
        """Be as high as the whole place needs, by which a reader decides; where the screen has no room, it scrolls."""
        body = ScrolledBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addWidget(label(breakable(self.words), font=fonts.serif(15.5), wraps=True))
        column.addWidget(self.warning)
        column.addWidget(self.shown)
        column.addStretch(1)
        foot = button_row(self.cancel, self.copy, self.go)
        fill_dialog(self, body, foot)
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # how high it is depends on its style
        room = within_screen(_WIDTH, _HEIGHEST)
        height = column.heightForWidth(room.width()) + foot.sizeHint().height()
        self.resize(room.width(), min(height, room.height()))


def opened_address(url: str) -> str:
    """Return the address as it is handed to the system: plain letters only, a mail address without what follows "?".

    What a mail link asks for beside its address could name files to attach.
    """
    encoded = bytes(QUrl(url).toEncoded().data()).decode("ascii")
    return encoded.partition("?")[0] if encoded.startswith("mailto:") else encoded


def place_of(url: str) -> str:
    """Return the host that an address leads to, or the mail address, in plain letters; empty where it has none."""
    found = QUrl(url, QUrl.ParsingMode.StrictMode)
    if not found.isValid():
        return ""
    if found.scheme() == "mailto":
        return found.path(_ENCODED) if "@" in found.path(_ENCODED) else ""
    return found.host(_ENCODED)


def place_words(url: str) -> str:
    """Return where an address leads, in one sentence that names the place alone."""
    place = place_of(url)
    if not place:
        return _say("This address cannot be opened. It can be copied.")
    if url.startswith("mailto:"):
        return _say("This writes a mail to {place}").format(place=place)
    return _say("This leads to {place}").format(place=place)


def warning_words(url: str) -> str:
    """Return what a reader could overlook in an address; empty where there is nothing."""
    found = QUrl(url)
    place, warnings = place_of(url), []
    if found.scheme() == "http":
        warnings.append(_say("The way there is not encrypted: others can read along."))
    if found.userInfo() and found.scheme() != "mailto":
        warnings.append(_say("What stands before the @ is a user name, not the place."))
    if "xn--" in place:
        warnings.append(_say("The name has letters of other alphabets that can look like ours; it is shown encoded."))
    if found.scheme() == "mailto" and found.hasQuery():
        warnings.append(_say("Subject, text and files that the link asks for are left out."))
    return " ".join(warnings)


def _say(text: str) -> str:
    return QCoreApplication.translate("links", text)
