"""What stands around the text of a document that is no brief: title block, running head and footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.drawing import Line
from reports.foot import foot_top, footer_strip, running_strip
from reports.lines import break_lines, fit_lines, measure
from reports.logo import logo_at_right
from reports.options import PrintOptions
from reports.page_breaks import break_pages
from reports.strips import Item, Page, Placed, Strip, Words, baseline_of
from reports.style import CAPTION, SMALL, TITLE, TITLE_SMALL, TITLE_SMALLEST, Frame, Style
from reports.text import one_line

_RIGHT = 168.0
_GAP = 24.0
_HEAD_ROOM = 26.0
"""Of the running head, from page 2 on."""
_BELOW_TITLE = 12.0


@dataclass(frozen=True, slots=True)
class Head:
    """What the frame of a document says. Every text is printable and one line long."""

    kicker: str
    """What kind of document it is."""
    title: str
    subtitle: str
    right: tuple[str, ...]
    """The lines at the right of the title: the day first."""
    running: str
    """At the right of the running head: what tells a loose page."""
    mark: str
    """In the middle of the footer: the fingerprint."""
    own_name: str


def title_block(head: Head, frame: Frame, options: PrintOptions) -> Strip:
    """Return the block down to its rule. Nothing is cut: long texts take more lines."""
    logo, taken = logo_at_right(options, head.own_name, frame.width)
    right = [line for words in head.right for line in break_lines(words, CAPTION, _RIGHT)]
    left = frame.width - max((measure(line, CAPTION) for line in right), default=0.0) - _GAP - taken
    kicker = " · ".join(filter(None, (head.kicker, one_line(options.confidentiality).strip())))
    items: list[Item] = [logo] if logo else []
    at = _add_lines(items, break_lines(kicker, CAPTION, left), CAPTION, 0.0)
    lines, style = _title_lines(head.title, left)
    at = _add_lines(items, lines, style, at + 3)
    below_right = max(_add_lines(items, right, CAPTION, 0.0, frame.width - taken), logo.height if logo else 0.0)
    subtitle = break_lines(head.subtitle, CAPTION, frame.width) if head.subtitle else []
    at = _add_lines(items, subtitle, CAPTION, max(at + 2.5, below_right)) + 8
    items.append(Line(((0, at), (frame.width, at)), "ink", 1.3))
    return Strip(at + _BELOW_TITLE, tuple(items))


def flowing_pages(title: Strip, strips: Sequence[Strip], frame: Frame) -> list[Page]:
    """Return the title block and what follows it, on as many pages as they need."""
    # From page 2 on text begins below the running head; on page one the title block reaches up into that room.
    lowered = Strip(title.height - _HEAD_ROOM, title.items)
    pages = break_pages([lowered, *strips], frame.top + _HEAD_ROOM, frame.height - _HEAD_ROOM)
    return [[Placed(frame.top, title), *pages[0][1:]], *pages[1:]]


def following_pages(strips: Sequence[Strip], frame: Frame) -> list[Page]:
    """Return what stands from page 2 on, below the running head."""
    return break_pages(strips, frame.top + _HEAD_ROOM, frame.height - _HEAD_ROOM)


def front_page(strips: Sequence[Strip], frame: Frame) -> Page:
    """Return page one of a document whose first page was measured to hold all of it."""
    page: Page = []
    at = frame.top
    for strip in strips:
        page.append(Placed(at, strip))
        at += strip.height
    return page


def framed(pages: Sequence[Page], head: Head, frame: Frame, options: PrintOptions) -> list[Page]:
    """Return the pages with running heads from page 2 on, and with footers."""
    right = fit_lines(head.running, SMALL, frame.width * 0.6, 1)[0][0]
    running = Placed(frame.top - 4, running_strip(frame, head.title, right))
    top = foot_top(options, frame)
    found = []
    for number, page in enumerate(pages, start=1):
        footer = Placed(top, footer_strip(options, frame, head.mark, head.own_name, (number, len(pages))))
        found.append([*([running] if number > 1 else []), *page, footer])
    return found


def pages_of_parts(following: Sequence[Page]) -> Mapping[str, int]:
    """Return outline title -> the page on which it begins, where `following` begins on page 2."""
    found: dict[str, int] = {}
    for number, page in enumerate(following, start=2):
        for placed in page:
            if placed.strip.outline:
                found.setdefault(placed.strip.outline[1], number)
    return found


def _add_lines(items: list[Item], lines: Sequence[str], style: Style, at: float, end: float | None = None) -> float:
    """Add lines below `at`, right-aligned where their end is given. Return where the next line begins."""
    for line in lines:
        items.append(Words(end or 0.0, at + baseline_of(style), line, style, "start" if end is None else "end"))
        at += style.leading
    return at


def _title_lines(title: str, width: float) -> tuple[list[str], Style]:
    """Return the title as large as it fits: on one line, on two, else in the smallest size on as many as it takes."""
    for most, style in enumerate((TITLE, TITLE_SMALL), start=1):
        lines = break_lines(title, style, width, most + 1)
        if len(lines) <= most:
            return lines, style
    return break_lines(title, TITLE_SMALLEST, width), TITLE_SMALLEST
