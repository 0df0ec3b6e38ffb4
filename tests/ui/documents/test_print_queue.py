"""What the queue says of a job is said, and what was given up never reaches it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot

from tests.ui.documents.test_printer_pages import brief, printer_to, send, sheets_of
from ui.documents import print_queue, printer_pages
from ui.documents.printer_pages import PrintError
from ui.jobs.job import Cancelled


class Cups:
    """Answers as the shared library does."""

    def __init__(self, status: int = 0, words: bytes | None = None) -> None:
        self.status, self.words = status, words
        self.servers: list[bytes | None] = []

    def cupsLastError(self) -> int:
        return self.status

    @property
    def cupsLastErrorString(self) -> _Words:
        return _Words(self.words)

    def cupsSetServer(self, server: bytes | None) -> None:
        self.servers.append(server)


class _Words:
    restype: object = None

    def __init__(self, words: bytes | None) -> None:
        self.words = words

    def __call__(self) -> bytes | None:
        return self.words


def answering(monkeypatch: pytest.MonkeyPatch, cups: Cups | None) -> None:
    monkeypatch.setattr(print_queue, "_cups", lambda: cups)


@pytest.mark.parametrize(
    ("cups", "said"),
    [
        (Cups(0x0, b"successful-ok"), ""),
        (Cups(0x1, b"successful-ok-ignored-or-substituted-attributes"), ""),
        (Cups(0x506, b'Destination "Laser" is not accepting jobs.'), 'Destination "Laser" is not accepting jobs'),
        (Cups(0x500), "it gave no reason"),
        (None, ""),
    ],
)
def test_only_an_error_is_a_refusal(monkeypatch: pytest.MonkeyPatch, cups: Cups | None, said: str) -> None:
    answering(monkeypatch, cups)
    assert print_queue.refusal() == said


@pytest.mark.parametrize(
    ("there", "said"),
    [(True, "refused the pages: Not allowed to print. Nothing was printed. Choose"), (False, "is not there any more")],
)
def test_a_refused_job_does_not_pass_for_printed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, there: bool, said: str
) -> None:
    answering(monkeypatch, Cups(0x403, b"Not allowed to print."))
    monkeypatch.setattr(printer_pages, "_print", lambda *_given: 3)
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: QPrinterInfo())
    monkeypatch.setattr(QPrinterInfo, "isNull", lambda _info: not there)
    with pytest.raises(PrintError, match=re.escape(said)):
        send(printer_to(Path()), sheets_of(brief()))


def test_what_was_drawn_before_giving_up_is_not_sent(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups = Cups()
    answering(monkeypatch, cups)

    def stop(done: int) -> None:
        if done == 1:
            raise Cancelled

    assert send(printer_to(tmp_path / "out.pdf"), sheets_of(brief(), [0])) == 1
    assert cups.servers == []
    with pytest.raises(Cancelled):
        send(printer_to(tmp_path / "out.pdf"), sheets_of(brief(), [0, 1]), stop)
    assert cups.servers == [b"/nowhere", None]
