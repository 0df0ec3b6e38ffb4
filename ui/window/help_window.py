"""The help: our own pages, read offline, with their contents on the left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMessageBox, QTextBrowser, QWidget

from resources import FOLDER
from ui.theme import fonts

PAGES = FOLDER / "help"


class HelpWindow(QWidget):
    """A window of its own, so that it can stand beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Rapport help"))
        self.resize(880, 640)
        self._contents = QListWidget()
        self._contents.setAccessibleName(self.tr("Help pages"))
        self._contents.setFont(fonts.sans(13.5))
        self._contents.setFixedWidth(fonts.scaled(230))
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Help text"))
        self._text.setFont(fonts.sans(14))
        self._text.setOpenLinks(False)
        self._text.setSearchPaths([str(PAGES)])
        self._text.document().setDocumentMargin(22)
        self._text.anchorClicked.connect(self._follow)
        self._contents.currentItemChanged.connect(self._on_choice)
        for name in _order():
            item = QListWidgetItem(_title(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._contents.addItem(item)
        row = QHBoxLayout(self)
        row.addWidget(self._contents)
        row.addWidget(self._text, 1)

    def show_page(self, name: str) -> None:
        """Show one page: the file's name without its ending; the index when there is no such page."""
        places = [self._name_at(place) for place in range(self._contents.count())]
        self._contents.setCurrentRow(places.index(name) if name in places else 0)
        self.show()
        self.raise_()
        self.activateWindow()

    def _name_at(self, place: int) -> str:
        return str(self._contents.item(place).data(Qt.ItemDataRole.UserRole))

    def _on_choice(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            path = PAGES / f"{item.data(Qt.ItemDataRole.UserRole)}.md"
            self._text.document().setBaseUrl(QUrl.fromLocalFile(str(PAGES) + "/"))
            self._text.setMarkdown(path.read_text(encoding="utf-8"))

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and link.path().endswith(".md"):
            self.show_page(link.path().removesuffix(".md"))
            return
        ask = QMessageBox(self)
        ask.setTextFormat(Qt.TextFormat.PlainText)
        ask.setText(self.tr("Open this address in your browser?"))
        ask.setInformativeText(link.toString())
        ask.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
        ask.setDefaultButton(QMessageBox.StandardButton.Cancel)
        if ask.exec() == QMessageBox.StandardButton.Open:
            QDesktopServices.openUrl(link)


def _order() -> list[str]:
    known = [
        "index",
        "first_assessment",
        "partners",
        "assessment",
        "evidence",
        "sheets",
        "scores",
        "review_and_finish",
        "brief",
        "documents",
    ]
    known += ["settings", "data", "method"]
    there = {path.stem for path in PAGES.glob("*.md")}
    return [name for name in known if name in there] + sorted(there - set(known))


def _title(name: str) -> str:
    first = (PAGES / f"{name}.md").read_text(encoding="utf-8").lstrip().splitlines()[0]
    return first.lstrip("# ").strip()
