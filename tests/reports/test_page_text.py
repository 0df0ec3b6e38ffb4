from __future__ import annotations

from contextlib import closing
from datetime import date
from io import BytesIO
from unicodedata import normalize

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from assessments.drawing import Drawing, Label
from reports.painting import Imprint, paint_pages
from reports.strips import Picture, Placed, Strip, Words, paragraph
from reports.style import BODY, frame_of
from reports.text import text
from tests.reports.briefs import read_text, squeezed

FRAME = frame_of("a4")
HEBREW = "בְּרֵאשִׁית בָּרָא אֱלֹהִים"
ARABIC = "والسَّلامُ عليكم"


def painted(*strips: Strip) -> bytes:
    page = [Placed(40.0 + 60 * number, strip) for number, strip in enumerate(strips)]
    return paint_pages([page], FRAME, Imprint("Title", "Author", "Subject", date(2026, 11, 23)))


def places(pdf: bytes) -> dict[str, float]:
    """Return where the left side of each letter stands; of one that is there twice, the last."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[0].get_textpage()
        return {page.get_text_range(at, 1): page.get_charbox(at)[0] for at in range(page.count_chars())}


@pytest.mark.parametrize(
    "typed", ["שלום עולם", HEBREW, ARABIC, "می‌خواهم کتاب‌ها را", "नमस्ते दुनिया", "ที่นี่ดี", "ភាសាខ្មែរ", "தமிழ் கொள்கை"]
)
def test_two_readers_find_a_text_as_it_was_typed(typed: str) -> None:
    pdf = painted(*paragraph(text(typed), BODY, FRAME.width))
    assert normalize("NFC", squeezed(read_text(pdf))) == normalize("NFC", squeezed(typed))
    if "கொ" not in typed:
        # pypdf reads no ActualText, which a vowel on both sides of its letter needs.
        read = PdfReader(BytesIO(pdf)).pages[0].extract_text()
        assert normalize("NFC", squeezed(read)) == normalize("NFC", squeezed(typed))


def test_hebrew_letters_stand_one_left_of_the_other_up_to_the_right_margin() -> None:
    (strip,) = paragraph(text("אבגד"), BODY, FRAME.width)
    found = places(painted(strip))
    assert found["א"] > found["ב"] > found["ג"] > found["ד"]
    assert FRAME.left + FRAME.width - 10 < found["א"] < FRAME.left + FRAME.width


def test_latin_words_and_numbers_inside_hebrew_run_left_to_right() -> None:
    (strip,) = paragraph(text("א xy 12 ב"), BODY, FRAME.width)
    found = places(painted(strip))
    assert found["ב"] < found["x"] < found["y"] < found["1"] < found["2"] < found["א"]


def test_a_label_in_a_drawing_stands_in_order_too() -> None:
    drawing = Drawing(200, 40, (Label(100, 20, "אבגד", size=10, anchor="middle"),), "Title", "Description")
    found = places(painted(Strip(40, (Picture(0, 0, drawing),))))
    assert found["א"] > found["ב"] > found["ג"] > found["ד"]
    assert abs((found["א"] + found["ד"]) / 2 - FRAME.left - 100) < 8


def test_words_anchored_at_their_end_end_there() -> None:
    found = places(painted(Strip(20, (Words(200, 12, text("אבגד"), BODY, "end"),))))
    assert FRAME.left + 190 < found["א"] < FRAME.left + 200


def test_a_font_is_embedded_once_for_letters_and_shaped_glyphs() -> None:
    pdf = painted(*paragraph(text(f"{ARABIC}\n{ARABIC}\nplain ẹ\u0301 text"), BODY, FRAME.width))
    fonts = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = [str(font.get_object()["/BaseFont"]) for font in fonts.values()]
    assert len(names) == len(set(names)) == 3
    assert {name.split("+")[1] for name in names} == {"NotoSans-Regular", "NotoSansArabic-Regular"}
