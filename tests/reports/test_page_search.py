from __future__ import annotations

import pytest

from assessments.scoring import score_assessment
from reports.brief import lay_brief
from reports.document import document_bytes
from reports.page_pictures import read_page_sizes, render_band, render_page
from reports.page_search import MOST_HITS, find_words, read_outline
from tests.reports.briefs import TODAY, answered


@pytest.fixture(scope="module")
def pdf() -> bytes:
    assessment = answered()
    return document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY)))


def test_words_are_found_whatever_their_capitals_and_the_boxes_lie_on_the_page(pdf: bytes) -> None:
    hits = find_words(pdf, "  SUPPORTED ")
    assert hits
    assert [hit.page for hit in hits] == sorted(hit.page for hit in hits)
    sizes = read_page_sizes(pdf)
    for hit in hits:
        for left, top, right, bottom in hit.boxes:
            assert 0 <= left < right <= sizes[hit.page].width
            assert 0 <= top < bottom <= sizes[hit.page].height


@pytest.mark.parametrize("words", ["", "   ", "no such words anywhere", "\ud800", "a\0b", "(", ".*", "%s", "<b>"])
def test_nothing_is_found_for_what_is_not_there(pdf: bytes, words: str) -> None:
    assert all(hit.boxes for hit in find_words(pdf, words))
    if words.strip() not in ("(", "a\0b"):
        assert find_words(pdf, words) == ()


def test_a_single_letter_ends_somewhere(pdf: bytes) -> None:
    assert 100 < len(find_words(pdf, "e")) <= MOST_HITS


def test_the_outline_leads_to_its_pages(pdf: bytes) -> None:
    outline = read_outline(pdf)
    count = len(read_page_sizes(pdf))
    assert [entry.page for entry in outline] == sorted(entry.page for entry in outline)
    assert {entry.level for entry in outline} >= {0}
    assert all(0 <= entry.page < count and entry.title for entry in outline)


def test_bands_put_together_are_the_page(pdf: bytes) -> None:
    whole = render_page(pdf, 0, 1.0)
    size = (whole.width, whole.height)
    bands = [render_band(pdf, 0, size, top, 100) for top in range(0, whole.height, 100)]
    assert sum(band.height for band in bands) == whole.height
    together = b"".join(band.pixels for band in bands)
    assert len(together) == len(whole.pixels)
    differing = sum(abs(one - other) > 40 for one, other in zip(together, whole.pixels, strict=True))
    assert differing / len(together) < 0.01  # letters are hinted otherwise for a printer
