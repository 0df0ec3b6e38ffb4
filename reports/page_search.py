"""Words found on the pages of a finished PDF, with where they stand; and its outline."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]

from reports.page_pictures import ONE_READER

MOST_HITS = 2_000
"""A single letter in a long document would be marked everywhere; nobody walks through more."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand."""

    page: int
    """From 0."""
    boxes: tuple[tuple[float, float, float, float], ...]
    """Left, top, right and bottom in points from the page's top left corner; one box a line."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of the outline."""

    level: int
    """From 0."""
    title: str
    page: int
    """From 0."""


def find_words(pdf: bytes, words: str) -> tuple[Hit, ...]:
    """Return where the words stand, from the first page to the last; capital letters do not matter.

    Args:
        pdf: The whole file, without a password.
        words: As typed; spaces around them do not count. Nothing is found for none.
    """
    wanted = " ".join(words.split()).encode("utf-16-le", "ignore").decode("utf-16-le")
    if not wanted:
        return ()
    hits: list[Hit] = []
    with ONE_READER, closing(pypdfium2.PdfDocument(pdf)) as document:
        for number in range(len(document)):
            page = document[number]
            with closing(page.get_textpage()) as text, closing(text.search(wanted)) as searcher:
                while len(hits) < MOST_HITS and (found := searcher.get_next()) is not None:
                    hits.append(Hit(number, _boxes(text, found, page.get_height())))
    return tuple(hits)


def read_outline(pdf: bytes) -> tuple[OutlineEntry, ...]:
    """Return the outline in the order of reading; empty when the file has none."""
    with ONE_READER, closing(pypdfium2.PdfDocument(pdf)) as document:
        found = []
        for bookmark in document.get_toc(max_depth=6):
            target = bookmark.get_dest()
            page = None if target is None else target.get_index()
            if page is not None:
                found.append(OutlineEntry(bookmark.level, bookmark.get_title(), page))
        return tuple(found)


def _boxes(
    text: pypdfium2.PdfTextPage, found: tuple[int, int], height: float
) -> tuple[tuple[float, float, float, float], ...]:
    boxes = []
    for number in range(text.count_rects(*found)):
        left, bottom, right, top = text.get_rect(number)
        boxes.append((left, height - top, right, height - bottom))
    return tuple(boxes)
