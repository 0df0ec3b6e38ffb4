"""What must hold of every page that is laid, whatever the document."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document import Document
from reports.lines import measure
from reports.strips import Image, Page, Picture, Placed, Words

Extent = tuple[float, float, float, float]
_TOUCH = 0.6
"""Points by which letters may reach into each other's boxes: accents and descenders."""


def assert_pages_hold(document: Document) -> None:
    """Nothing stands beyond a margin, no strip on another, and no words on other words."""
    for page in document.pages:
        at = 0.0
        for placed in page:
            assert placed.top >= at - 0.01
            at = placed.top + placed.strip.height
            for item in placed.strip.items:
                if isinstance(item, Picture):
                    assert item.x >= -0.01
                    assert item.x + item.drawing.width * item.scale <= document.frame.width + 0.01
                    assert item.y + item.drawing.height * item.scale <= placed.strip.height + 0.01
                elif isinstance(item, Image):
                    assert item.x >= -0.01
                    assert item.x + item.width <= document.frame.width + 0.01
        assert at <= document.frame.page_height - 20
        extents = list(words_on(page))
        for left, top, right, bottom, words in extents:
            assert left >= -0.5, words
            assert right <= document.frame.width + 0.5, words
            assert top >= 0, words
            assert bottom <= document.frame.page_height - 20, words
        assert_apart(extents)


def words_on(page: Page) -> Iterator[tuple[float, float, float, float, str]]:
    """Yield every line of words as left, top, right, bottom and its text, from the left margin and the page's top."""
    for placed in page:
        for item in placed.strip.items:
            if isinstance(item, Words) and item.text.strip():
                yield (*_extent(placed, item), item.text)


def _extent(placed: Placed, item: Words) -> Extent:
    wide = measure(item.text, item.style)
    left = item.x - {"start": 0, "middle": wide / 2, "end": wide}[item.anchor]
    baseline = placed.top + item.y
    return left, baseline - item.style.size * 0.72, left + wide, baseline + item.style.size * 0.2


def assert_apart(extents: list[tuple[float, float, float, float, str]]) -> None:
    """No two words cover each other."""
    ordered = sorted(extents, key=lambda one: one[1])
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other[1] >= one[3] - _TOUCH:
                break
            assert one[2] - _TOUCH <= other[0] or other[2] - _TOUCH <= one[0], (one, other)
