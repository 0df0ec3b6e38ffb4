"""The help: found by any of its words, opened at the page that fits, and whatever is typed is only text."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.models.builders import filled_workspace
from tests.ui.dialogs import within
from tests.ui.test_strings import TEXTS
from tests.ui.window.windows import page_of, shown_window
from ui.pages.settings_page import SettingsPage
from ui.theme import fonts
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.labels import ElidedLabel
from ui.window.about import AboutDialog
from ui.window.help_window import PAGES, HelpWindow, fragments, page_titles

ROOT = Path(__file__).parents[3]


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    made = HelpWindow()
    qtbot.addWidget(made)
    made.show_page("index")
    return made


def shown(window: HelpWindow) -> str:
    return window._name_at(window._contents.currentRow())


def test_every_page_is_listed_once_with_its_own_title_and_can_be_shown(window: HelpWindow) -> None:
    assert sorted(window.shown_pages()) == sorted(path.stem for path in PAGES.glob("*.md"))
    for name in window.shown_pages():
        window.show_page(name)
        assert shown(window) == name
        assert window._contents.currentItem().text() in window._text.toPlainText()


def test_every_picture_is_shown_in_the_help_or_in_the_readme() -> None:
    written = "".join(path.read_text("utf-8") for path in (*PAGES.glob("*.md"), PAGES.parents[1] / "README.md"))
    assert [path.name for path in (PAGES / "pictures").iterdir() if f"pictures/{path.name})" not in written] == []


def test_typing_lists_the_pages_with_every_word_and_marks_them(qtbot: QtBot, window: HelpWindow) -> None:
    qtbot.keyClicks(window.search, "DUPLICATE")
    assert window.shown_pages() == [
        path for path in window.shown_pages() if "duplicate" in (PAGES / f"{path}.md").read_text("utf-8").casefold()
    ]
    window.search.clear()
    qtbot.keyClicks(window.search, "byte fingerprint")
    assert "brief" in window.shown_pages()
    assert shown(window) in window.shown_pages()
    window.search.setText("fingerprint")
    assert window._text.extraSelections()
    window.search.clear()
    assert window._text.extraSelections() == []
    assert len(window.shown_pages()) == window._contents.count()


def test_words_that_no_page_has_say_so(window: HelpWindow) -> None:
    window.search.setText("xyzzy")
    assert window.shown_pages() == []
    assert window._none.isVisible()
    window.show_page("brief")  # F1 again: what was typed is no hindrance
    assert shown(window) == "brief"
    assert not window._none.isVisible()


def test_any_text_can_be_searched_for(window: HelpWindow) -> None:
    for text in TEXTS:
        window.search.setText(text[:5000])
        words = window.search.text().casefold().split()
        every = {path.stem: path.read_text("utf-8").casefold() for path in PAGES.glob("*.md")}
        assert set(window.shown_pages()) == {name for name, page in every.items() if all(w in page for w in words)}


def test_a_paste_of_pages_is_searched_by_its_beginning(window: HelpWindow) -> None:
    window.search.setText("score " * 10_000)
    assert len(window.search.text()) == 200
    assert "scores" in window.shown_pages()
    marked = window._text.extraSelections()
    assert len({mark.cursor.position() for mark in marked}) == len(marked)


def test_links_lead_to_pages_and_an_address_is_shown_before_it_is_opened(
    qtbot: QtBot, window: HelpWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window._follow(QUrl("evidence.md"))
    assert shown(window) == "evidence"
    address = QUrl("https://example.org/<b>")

    def ask(then: Qt.Key) -> None:
        def answer(box: ConfirmDialog) -> None:
            assert box.asked.about == address.toString()
            if then is Qt.Key.Key_O:
                box.accept()
            else:
                qtbot.keyClick(box, then)

        within(qtbot, ConfirmDialog, lambda: window._follow(address), answer)

    ask(Qt.Key.Key_Return)
    assert opened == []
    ask(Qt.Key.Key_O)
    assert opened == [address]


def test_f1_opens_the_page_that_fits_what_is_in_view(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    window.menus.help.show_help()
    help_window = window.menus.help._help
    assert help_window is not None
    assert shown(help_window) == "partners"
    window.show_page("settings")
    page_of(qtbot, window, SettingsPage)
    window.menus.help.show_help()
    assert shown(help_window) == "settings"
    qtbot.keyClick(help_window, Qt.Key.Key_Escape)
    assert not help_window.isVisible()


@pytest.mark.usefixtures("in_our_look")
def test_about_says_version_place_of_data_licences_and_no_network(qtbot: QtBot, tmp_path: Path) -> None:
    path = filled_workspace(tmp_path / "<b>Partners.rapport")
    window = shown_window(qtbot, path)

    def look(box: AboutDialog) -> None:
        shown = box.findChildren(QLabel)
        words = " ".join(one.whole_text() if isinstance(one, ElidedLabel) else one.text() for one in shown)
        assert box.minimumSizeHint().height() <= 352  # on a screen of 640 by 400, as at 200 %
        assert all(one.textFormat() is Qt.TextFormat.PlainText for one in shown)
        for needed in ("Rapport 0.", str(path), "crashes.log", "No account, no server, no network use", "MIT"):
            assert needed in words

    within(qtbot, AboutDialog, window.menus.help.show_about, look)


def test_about_reads_every_licence_by_the_arrow_keys_and_closes_by_escape(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown_window(qtbot, filled_workspace(tmp_path / "Partners.rapport"))
    read: list[str] = []

    def walk(box: AboutDialog) -> None:
        qtbot.waitUntil(box.list.hasFocus)
        for place, part in enumerate(box.parts):
            assert box.list.currentRow() == place
            assert part.read().strip(), part.name  # each part comes with the text of its licence
            assert box.text.toPlainText().startswith(part.read()[:40].splitlines()[0])
            read.append(part.name.split()[0].casefold())
            qtbot.keyClick(box.list, Qt.Key.Key_Down)
        qtbot.keyClick(box.list, Qt.Key.Key_Escape)
        assert not box.isVisible()

    within(qtbot, AboutDialog, window.menus.help.show_about, walk)
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    named = {re.split(r"[<>=]", one)[0].replace("-", "_").casefold() for one in stated}
    assert named <= {name.replace("-", "_") for name in read}
    assert {"noto", "dejavu", "budoux,", "sqlalchemy"} <= set(read)


def test_headings_are_serif_and_nothing_is_bolder_than_the_bundled_fonts(window: HelpWindow) -> None:
    for name, title in page_titles():
        window.show_page(name)
        text = window.findChild(QTextBrowser)
        assert text is not None
        block = text.document().begin()
        heading = next(fragments(block))
        assert (heading.text(), heading.charFormat().fontFamilies()) == (title, [fonts.SERIF])
        weights = set()
        while block.isValid():
            weights |= {one.charFormat().fontWeight() for one in fragments(block)}
            block = block.next()
        assert max(weights) == QFont.Weight.DemiBold
