"""The help: our own pages, read offline, with their contents on the left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from resources import FOLDER
from ui.theme import fonts, palette
from ui.widgets.confirm_dialog import Asked, ConfirmDialog
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import label
from ui.widgets.screen_room import within_screen

PAGES = FOLDER / "help"
_LINK = re.compile(r"\]\((\w+)\.md\)")


class HelpWindow(QWidget):
    """A window of its own, so that it can stand beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Rapport help"))
        self.resize(within_screen(880, 640))
        self._contents = QListWidget()
        self._contents.setAccessibleName(self.tr("Help pages"))
        self._contents.setFont(fonts.sans(13.5))
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Help text"))
        self._text.setFont(fonts.sans(14))
        self._text.setOpenLinks(False)
        self._text.setSearchPaths([str(PAGES)])
        self._text.document().setDocumentMargin(22)
        self._text.anchorClicked.connect(self._follow)
        self._contents.currentItemChanged.connect(self._on_choice)
        for name, title in page_titles():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._contents.addItem(item)
        self.search = self._search_field()
        self._none = label(self.tr("No page has these words."), "secondary", fonts.sans(12.5), wraps=True)
        self._none.hide()
        left = QVBoxLayout()
        for widget in (self.search, self._none, self._contents):
            widget.setFixedWidth(fonts.scaled(230))
            left.addWidget(widget)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self._text, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_to_search)
        self._ring = FocusRing(self)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setFont(fonts.sans(13.5))
        field.setPlaceholderText(self.tr("Search the help"))
        field.setAccessibleName(self.tr("Search the help"))
        field.setMaxLength(200)  # as the find bar of documents: a paste of pages would be searched word by word
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda _text: self.search_pages())
        field.returnPressed.connect(self._text.setFocus)
        return field

    def search_pages(self) -> None:
        """List the pages that have every word of the search, and mark the words on the page in view."""
        words = self.search.text().casefold().split()
        first = None
        for place in range(self._contents.count()):
            text = _page_text(self._name_at(place)).casefold()
            found = all(word in text for word in words)
            self._contents.item(place).setHidden(not found)
            if found and first is None:
                first = place
        self._none.setVisible(first is None)
        here = self._contents.currentItem()
        if first is not None and (here is None or here.isHidden()):
            self._contents.setCurrentRow(first)
        self._mark_found()

    def shown_pages(self) -> list[str]:
        """Return the pages that are listed, by their names."""
        places = range(self._contents.count())
        return [self._name_at(place) for place in places if not self._contents.item(place).isHidden()]

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _mark_found(self) -> None:
        marks = []
        for word in set(self.search.text().casefold().split()):
            cursor = self._text.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(palette.color("conditions_soft"))
                marks.append(mark)
                cursor = self._text.document().find(word, cursor)
        self._text.setExtraSelections(marks)

    def show_page(self, name: str) -> None:
        """Show one page: the file's name without its ending; the index when there is no such page."""
        self.search.clear()
        places = [self._name_at(place) for place in range(self._contents.count())]
        self._contents.setCurrentRow(places.index(name) if name in places else 0)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _name_at(self, place: int) -> str:
        return str(self._contents.item(place).data(Qt.ItemDataRole.UserRole))

    def _on_choice(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            path = PAGES / f"{item.data(Qt.ItemDataRole.UserRole)}.md"
            self._text.document().setBaseUrl(QUrl.fromLocalFile(str(PAGES) + "/"))
            self._text.setMarkdown(path.read_text(encoding="utf-8"))
            _set_in_our_type(self._text.document())
            self._mark_found()

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and link.path().endswith(".md"):
            self.show_page(link.path().removesuffix(".md"))
            return
        title, words = self.tr("Open this address?"), self.tr("It opens in your browser.")
        asked = Asked(title, link.toString(), words, self.tr("&Open"), careful=True)
        if ConfirmDialog(asked, self).is_meant():
            QDesktopServices.openUrl(link)


def page_titles() -> list[tuple[str, str]]:
    """Return name and title of every page: the index, then those that it leads to, in its order."""
    return [(name, _title(name)) for name in ("index", *_LINK.findall(_page_text("index")))]


@cache
def _page_text(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def _set_in_our_type(document: QTextDocument) -> None:
    """Put room between paragraphs, which the reader of Markdown leaves out, and use the weights that are bundled."""
    block = document.begin()
    while block.isValid():
        _use_our_weights(block)
        given = block.blockFormat()
        if block.textList() is None and not QTextCursor(block).currentTable():
            given.setTopMargin(fonts.scaled(12) if given.headingLevel() else 0)
            given.setBottomMargin(fonts.scaled(8))
            QTextCursor(block).setBlockFormat(given)
        block = block.next()


def _use_our_weights(block: QTextBlock) -> None:
    """Set headings in the serif of all headings, and bold text in the heavier bundled weight: Qt smears others."""
    ours = QTextCharFormat()
    ours.setFontWeight(QFont.Weight.DemiBold)
    if block.blockFormat().headingLevel():
        ours.setFontFamilies([fonts.SERIF])
    pieces = list(fragments(block))  # before the first is changed: the iterator does not outlive that
    spans = [(one.position(), one.length()) for one in pieces if one.charFormat().fontWeight() > QFont.Weight.DemiBold]
    cursor = QTextCursor(block)
    for start, length in spans:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(ours)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the pieces of a paragraph, each of one format."""
    it = block.begin()
    while not it.atEnd():
        yield it.fragment()
        it += 1


def _title(name: str) -> str:
    first = _page_text(name).lstrip().splitlines()[0]
    return first.lstrip("# ").strip()
