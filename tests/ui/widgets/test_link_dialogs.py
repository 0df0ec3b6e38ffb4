from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessments.evidence import check_url
from ui.widgets.link_dialogs import OpenLinkDialog, opened_address, place_of, place_words, warning_words


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://example.org/a?b=c#d", "example.org"),
        ("https://google.com@evil.example/login", "evil.example"),
        ("https://google.com:443@evil.example:8080/", "evil.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://аpple.com/", "xn--pple-43d.com"),  # a Cyrillic a
        ("mailto:anna@example.org?subject=x&attach=/etc/passwd", "anna@example.org"),
        ("https://google.com\\@evil.example/", ""),
        ("https:evil.example", ""),
        ("mailto:nobody", ""),
    ],
)
def test_the_place_that_is_named_is_the_place_that_is_opened(url: str, place: str) -> None:
    assert place_of(url) == place
    if place:
        assert place in place_words(url)
        opened = QUrl.fromEncoded(opened_address(url).encode("ascii"))
        encoded = QUrl.ComponentFormattingOption.FullyEncoded
        assert (opened.host(encoded) or opened.path(encoded)) == place
    else:
        assert place_words(url) == "This address cannot be opened. It can be copied."


def test_what_a_reader_could_overlook_is_said() -> None:
    assert warning_words("https://example.org/") == ""
    assert "user name, not the place" in warning_words("https://google.com@evil.example/")
    assert "not encrypted" in warning_words("http://example.org/")
    assert "other alphabets" in warning_words("https://аpple.com/")
    assert "files that the link asks for are left out" in warning_words("mailto:a@example.org?attach=x")


def test_a_mail_link_opens_without_what_it_asks_for() -> None:
    assert opened_address("mailto:a@example.org?attach=/etc/passwd&body=hello") == "mailto:a@example.org"


def test_invisible_and_turning_characters_are_shown_encoded(qtbot: QtBot) -> None:
    url = "https://example.org/\u202egpj.exe\u200b"
    check_url(url)
    dialog = OpenLinkDialog(url)
    qtbot.addWidget(dialog)
    assert dialog.shown.toPlainText() == "https://example.org/%E2%80%AEgpj.exe%E2%80%8B"


def test_the_whole_of_a_long_address_is_shown_as_plain_text(qtbot: QtBot) -> None:
    url = "https://example.org/<img%20src=x>" + "a" * 1900
    dialog = OpenLinkDialog(url)
    qtbot.addWidget(dialog)
    dialog.show()
    assert len(dialog.shown.toPlainText()) >= len(url)
    assert dialog.width() < 900
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in dialog.findChildren(QLabel))


def test_copying_opens_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = OpenLinkDialog("https://example.org/a")
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
    assert opened == []


def test_an_address_without_a_place_cannot_be_opened(qtbot: QtBot) -> None:
    dialog = OpenLinkDialog("https://google.com\\@evil.example/")
    qtbot.addWidget(dialog)
    assert not dialog.go.isEnabled()
    assert dialog.copy.isEnabled()
