from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFontFile, TTFontParser  # type: ignore[import-untyped]

from reports.truetype import TrueType
from resources import FOLDER

FONTS = sorted((FOLDER / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_a_font_is_read_as_reportlab_reads_it(path: Path) -> None:
    ours, theirs = TrueType(path), TTFontFile(str(path))
    # ReportLab takes the no-break space for a space.
    theirs_of = {code: glyph for code, glyph in theirs.charToGlyph.items() if glyph and code != 0xA0}
    assert {code: ours.glyph_of[code] for code in theirs_of} == theirs_of
    assert {code for code in ours.glyph_of if ours.glyph_of[code]} - {0xA0} == set(theirs_of)
    assert ours.name == theirs.name.decode("ascii")
    for code in list(theirs_of)[:2000]:
        assert ours.width(ours.glyph_of[code]) == pytest.approx(theirs.charWidths[code], abs=0.6)
    assert ours.box == pytest.approx(theirs.bbox, abs=1)


def outline(font: hb.Font, glyph: int) -> tuple[object, ...]:
    box = font.get_glyph_extents(glyph)
    drawn: list[tuple[object, ...]] = []
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda *at: drawn.append(at[:2]))
    pen.set_line_to_func(lambda *at: drawn.append(at[:2]))
    pen.set_quadratic_to_func(lambda *at: drawn.append(at[:4]))
    font.draw_glyph(glyph, pen)
    return (font.get_glyph_h_advance(glyph), box, *drawn)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_a_subset_is_a_sound_font_with_the_same_outlines(path: Path) -> None:
    whole = TrueType(path)
    glyphs = list(dict.fromkeys((0, *whole.glyph_of.values())))[:256]
    file = whole.subset(glyphs)
    assert len(file) < len(whole.data)
    # Raises where a checksum is wrong.
    TTFontParser(BytesIO(file), validate=1)
    before, after = hb.Font(hb.Face(whole.data)), hb.Font(hb.Face(file))
    for place, glyph in enumerate(glyphs):
        assert outline(after, place) == outline(before, glyph)


def test_parts_of_composite_glyphs_come_along() -> None:
    whole = TrueType(FOLDER / "fonts" / "DejaVuSans.ttf")
    subset = hb.Face(whole.subset([whole.glyph_of[ord("é")]]))
    assert subset.glyph_count == 4, "missing glyph, é, e and the accent"


def test_a_code_may_stand_for_the_same_glyph_twice() -> None:
    whole = TrueType(FOLDER / "fonts" / "NotoSans-Regular.ttf")
    assert hb.Face(whole.subset([5, 5, 6])).glyph_count == 3
