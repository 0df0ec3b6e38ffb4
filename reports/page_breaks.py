"""Where pages break so that the last one is worth turning to: no leftover of a few lines after a full page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.strips import Page, Strip, fill_pages

_FEW = 0.25
"""Of a page's height: a last page with less on it is a leftover. Ours, as all shares here."""
_TIGHTER = (0.8, 0.6)
"""Empty room becomes so much of itself where that saves the page; less than that would look crowded."""
_MOST_SHARED = 0.6
"""At most so much of a page goes over to the last one together with the heading of its part or list."""
_LEAST_BEFORE = 0.4
"""The page before keeps at least so much."""


@dataclass(frozen=True, slots=True)
class _Break:
    """A place on the page before the last one where the last one could begin."""

    strip: Strip
    level: int | None
    """Of the outline, where a part or a list begins here."""
    before: float
    """How far down the page before would be filled, in points."""
    height: float
    """Of what would stand on the last page."""


def break_pages(strips: Sequence[Strip], top: float, height: float) -> list[Page]:
    """Return the strips placed on as many pages as they need; every one of them is there, in order.

    Where only a leftover stands on the last page, room between the strips is made tighter if that saves the page;
    else the last page begins earlier: with the heading of a part, of a list, or as late as makes it worth a page.

    Args:
        strips: In reading order.
        top: Where the first strip of a page begins.
        height: Room on a page; a strip is never higher.
    """
    pages = fill_pages(strips, top, height)
    if len(pages) < 2 or _filled(pages[-1], top) >= _FEW * height:
        return pages
    for share in _TIGHTER:
        tighter = fill_pages([_tightened(strip, share) for strip in strips], top, height)
        if len(tighter) < len(pages):
            return tighter
    chosen = _chosen(list(_breaks(strips, pages, top)), height)
    shared = fill_pages(strips, top, height, chosen.strip) if chosen else pages
    return shared if len(shared) == len(pages) else pages


def _filled(page: Page, top: float) -> float:
    """Return how far down a page is filled, in points."""
    return page[-1].top + page[-1].strip.height - top


def _tightened(strip: Strip, share: float) -> Strip:
    if strip.items:
        return strip
    return Strip(strip.height * share, (), strip.keep, strip.header, strip.outline)


def _breaks(strips: Sequence[Strip], pages: Sequence[Page], top: float) -> Iterator[_Break]:
    """Yield the places on the page before the last one where no two strips are kept together, the last one first."""
    places = {id(strip): place for place, strip in enumerate(strips)}
    before, last = pages[-2], pages[-1]
    end = _filled(before, top)
    begun = sum(placed.strip.height for placed in last if not placed.repeated)
    level: int | None = None
    for placed in reversed(before):
        if placed.repeated:
            continue
        strip = placed.strip
        level = strip.outline[0] if strip.outline else level
        place = places[id(strip)]
        if place and not strips[place - 1].keep:
            repeated, down = sum(one.height for one in strip.header), placed.top - top
            yield _Break(strip, level, down, begun + repeated + end - down)
            level = None


def _chosen(breaks: Sequence[_Break], height: float) -> _Break | None:
    """Return the best place: where a part begins, a list, or else the last one that makes it worth a page."""
    whole = [one for one in breaks if one.height >= _FEW * height and one.before >= _LEAST_BEFORE * height]
    for level in (0, 1):
        for one in whole:
            if one.level == level and one.height <= _MOST_SHARED * height:
                return one
    return whole[0] if whole else None
