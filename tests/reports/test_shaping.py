from __future__ import annotations

import pytest

from reports.fonts import load_font
from reports.shaping import Cluster, shape

ARABIC = "NotoSansArabic-Regular"
HEBREW = "NotoSansHebrew-Regular"
DEVANAGARI = "NotoSansDevanagari-Regular"


def glyphs(clusters: list[Cluster]) -> list[int]:
    return [glyph.key.number for cluster in clusters for glyph in cluster.glyphs]


def carried(clusters: list[Cluster]) -> str:
    """Return what a reader finds glyph by glyph."""
    return "".join(glyph.key.text for cluster in clusters for glyph in cluster.glyphs).replace("\u200b", "")


def test_arabic_letters_join() -> None:
    (isolated,) = glyphs(shape(ARABIC, "ب", right_to_left=True))
    final, medial, initial = glyphs(shape(ARABIC, "ببب", right_to_left=True))
    assert len({isolated, final, medial, initial}) == 4
    assert isolated == load_font(ARABIC).face.charToGlyph[ord("ب")]


def test_a_ligature_carries_each_of_its_letters_for_a_reader_that_turns_them_around() -> None:
    (ligature,) = shape(ARABIC, "لا", right_to_left=True)
    assert [glyph.key.text for glyph in ligature.glyphs] == ["ا", "ل"]
    assert ligature.glyphs[0].advance == 0
    assert ligature.text == "لا"


@pytest.mark.parametrize(
    ("font", "word"),
    [(HEBREW, "בְּרֵאשִׁית"), (ARABIC, "والسَّلامُ"), (ARABIC, "الله محمد"), ("NotoSansSyriac-Regular", "ܣܘܪܝܝܐ")],
)
def test_right_to_left_glyphs_carry_the_word_from_its_end(font: str, word: str) -> None:
    clusters = shape(font, word, right_to_left=True)
    assert carried(clusters)[::-1] == word
    starts = [cluster.start for cluster in clusters]
    assert starts == sorted(starts, reverse=True)


def test_marks_stand_at_their_letter_and_move_no_pen() -> None:
    vowel, letter = shape(HEBREW, "שָ", right_to_left=True)
    (mark,) = (glyph for glyph in vowel.glyphs if glyph.apart)
    assert vowel.advance == 0
    assert 0 < mark.right < letter.advance


def test_a_mark_above_a_mark_stands_higher_but_never_leaves_the_line() -> None:
    two = shape("NotoSans-Regular", "x\u0302\u0301", right_to_left=False)
    assert max(glyph.up for cluster in two for glyph in cluster.glyphs) > 100
    many = shape("NotoSans-Regular", "x" + "\u0301" * 500, right_to_left=False)
    assert max(glyph.up for cluster in many for glyph in cluster.glyphs) <= 450


@pytest.mark.parametrize(
    ("font", "word"),
    [
        (DEVANAGARI, "नमस्ते दुनिया"),
        ("NotoSansThai-Regular", "ที่นี่ดี"),
        ("NotoSansKhmer-Regular", "ភាសាខ្មែរ"),
        ("NotoSansMyanmar-Regular", "မြန်မာ"),
        ("NotoSansBengali-Regular", "বাংলা ভাষা"),
    ],
)
def test_left_to_right_glyphs_carry_the_text_as_typed(font: str, word: str) -> None:
    clusters = shape(font, word, right_to_left=False)
    assert "".join(cluster.text if not cluster.told else carried([cluster]) for cluster in clusters) == word
    assert 0 not in glyphs(clusters)


def test_a_vowel_that_moves_before_its_letter_is_painted_before_it() -> None:
    (cluster,) = shape(DEVANAGARI, "नि", right_to_left=False)
    font = load_font(DEVANAGARI).face
    assert cluster.glyphs[1].key.number == font.charToGlyph[ord("न")]


def test_brackets_are_mirrored_in_right_to_left_text() -> None:
    font = load_font("NotoSans-Regular").face
    assert glyphs(shape("NotoSans-Regular", "(", right_to_left=True)) == [font.charToGlyph[ord(")")]]
