"""No page of the window writes a figure in English for somebody who lives where it would mean another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.sample import create_sample
from tests.conftest import TODAY
from tests.locales import in_locale
from tests.reports.sheeted import sheets
from tests.ui.pages.test_result_beside import store
from tests.ui.window.test_accessibility import PAGES, visit
from tests.ui.window.windows import shown_window
from ui.widgets.drawing_view import DrawingView
from ui.window.main_window import MainWindow

_FIGURE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)+(?![\d.,]*\d)")
_GERMAN = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?")
_VERSION = re.compile(r"questionnaire \d+\.\d+")
"""A name, not a figure: it stays as it is everywhere."""

SEEN = {
    "sheet goals": {"63,6"},
    "sheet exchanges": {"110.000", "120.000,50", "0,98"},
    "result": {"63,6", "0,98", "110.000", "10.000"},
    "compare": {"10.000"},
}
"""Page -> some of the figures that it shows."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample, the selected assessment with everything that can stand beside a score, seen from Germany."""
    path = tmp_path / "Sample.rapport"
    create_sample(path, TODAY).close()
    with in_locale("de_DE"):
        made = shown_window(qtbot, path)
        current = made.current_assessment()
        assert made.document is not None
        assert current is not None
        document = made.document.open_assessment(current)
        document.reopen("More is known.")
        store(document, sheets())
        yield made
        made.close()


def shown_texts(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, DrawingView) and widget.drawing is not None:
            yield from (getattr(shape, "text", "") for shape in widget.drawing.shapes)
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(), 40)):
                yield from (str(model.index(row, column).data() or "") for column in range(model.columnCount()))


def figures_of(page: QWidget) -> set[str]:
    texts = {_VERSION.sub("", text) for text in shown_texts(page)}
    return {figure for text in texts for figure in _FIGURE.findall(text)}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_an_english_figure_to_a_german(qtbot: QtBot, window: MainWindow, name: str) -> None:
    page = visit(qtbot, window, name)
    qtbot.waitUntil(lambda: figures_of(page) >= SEEN.get(name, set()))
    assert {one for one in figures_of(page) if not _GERMAN.fullmatch(one)} == set()
