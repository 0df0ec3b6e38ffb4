"""Names in any script that the briefs can print are letters on screen too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from resources import FOLDER
from ui.theme import fonts

SCRIPTS = {
    "Thai": "โฆษณา",
    "Korean": "광고",
    "Chinese": "广告",
    "Devanagari": "विज्ञापन",
    "Bengali": "বিজ্ঞাপন",
    "Tamil": "விளம்பரம்",
    "Khmer": "ពាណិជ្ជ",
    "Ethiopic": "ማስታወቂያ",
    "Hebrew": "פרסום",
    "Arabic": "إعلان",
}
NO_FONT_HAS = "\U000f0000"
"""A private character: always drawn as an empty box."""


def drawn(text: str) -> bytes:
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(fonts.sans(20))
    painter.drawText(QPointF(4, 28), text)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("word", SCRIPTS.values(), ids=SCRIPTS)
def test_a_letter_of_any_printed_script_is_not_an_empty_box(qtbot: QtBot, word: str) -> None:
    fonts.load_missing_scripts()
    assert drawn(word[0]) not in (drawn(NO_FONT_HAS), drawn(" "))


def test_the_fonts_are_added_once(qtbot: QtBot) -> None:
    added = fonts.load_missing_scripts()
    assert fonts.load_missing_scripts() == added <= len(list((FOLDER / "fonts").glob("*.ttf")))
