"""Which pages show text in another order than it is read: windows say so before they are printed."""

from __future__ import annotations

from collections.abc import Iterable

from reports.strips import Page, Words
from reports.text import RIGHT_TO_LEFT_NOTE

_WANTED = RIGHT_TO_LEFT_NOTE.replace(" ", "")


def pages_in_typing_order(pages: Iterable[Page]) -> list[int]:
    """Return the numbers, from 1, of pages with the note on right-to-left letters that no bundled font has."""
    return [number for number, page in enumerate(pages, start=1) if _WANTED in _words_of(page)]


def _words_of(page: Page) -> str:
    """Return all text of a page without spaces: the note may be broken into lines."""
    items = (item for placed in page for item in placed.strip.items)
    return "".join(item.text.replace(" ", "") for item in items if isinstance(item, Words))
