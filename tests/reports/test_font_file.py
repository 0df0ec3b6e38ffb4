from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from reports.font_file import GlyphKey
from reports.fonts import load_font
from tests.reports.briefs import read_text

SANS = "NotoSans-Regular"
CHINESE = "NotoSansSC-Regular"


def drawn(words: str, font: str) -> bytes:
    """Return a PDF that ReportLab's own canvas wrote with a bundled font."""
    load_font(font)
    file = BytesIO()
    canvas = Canvas(file, initialFontName=font, invariant=1)
    for number, line in enumerate(words.split("\n")):
        canvas.drawString(40, 800 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_what_was_written_is_read_back() -> None:
    words = "plain (brackets) \\ “quotes” ß é\u00a0ő €"
    assert read_text(drawn(words, SANS)).strip() == words.replace("\u00a0", " ")


def test_a_font_holds_more_than_one_subset_and_characters_beyond_the_first_plane() -> None:
    words = "\n".join("".join(chr(0x4E00 + 40 * row + column) for column in range(40)) for row in range(15))
    pdf = drawn(f"{words}\n𠀋", CHINESE)
    assert read_text(pdf).split() == [*words.split(), "𠀋"]
    assert len(PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"]) == 3  # type: ignore[index]


def test_the_same_glyph_is_read_as_whatever_text_it_stands_for() -> None:
    font = load_font(SANS)
    document: object = type("Document", (), {})()
    glyph = font.face.charToGlyph[ord("A")]
    first, second = GlyphKey(glyph, "x"), GlyphKey(glyph, "yz")
    ((_, codes),) = font.encode([first, second, first], document)
    assert codes[0] == codes[2] != codes[1]
    assert font.width_of(first) == font.width_of("A")


def test_two_documents_in_a_row_have_the_same_bytes() -> None:
    assert drawn("žluťoučký kůň", SANS) == drawn("žluťoučký kůň", SANS)
    drawn("something else: ő", SANS)
    assert drawn("žluťoučký kůň", SANS) == drawn("žluťoučký kůň", SANS)
