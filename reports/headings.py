"""Headings of the appendix. Each stays with what follows, and says "continued" where a page begins in its midst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.catalogue import printed
from reports.lines import break_lines
from reports.strips import Strip, Words, baseline_of, space, with_header
from reports.structure import Element
from reports.style import HEADING, PART, SMALL


def part_heading(title: str) -> list[Strip]:
    """Return the heading of one part of the appendix, which the PDF's outline lists."""
    words = (Words(0, baseline_of(PART), title, PART),)
    return [Strip(PART.leading, words, keep=True, outline=(0, title)), space(5, keep=True)]


def list_heading(title: str, *, outlined: bool = False) -> list[Strip]:
    """Return the heading of one list, a level below a part's."""
    words = (Words(0, baseline_of(HEADING), title, HEADING, element=Element("H3")),)
    outline = (1, title) if outlined else None
    return [Strip(HEADING.leading, words, keep=True, outline=outline), space(1.5, keep=True)]


def wrapped_heading(title: str, width: float) -> list[Strip]:
    """Return the heading of one list whose title is a user's, on as many lines as it takes; the outline lists it."""
    whole = Element("H3")
    lines = [
        Strip(HEADING.leading, (Words(0, baseline_of(HEADING), line, HEADING, element=whole),), keep=True)
        for line in break_lines(title, HEADING, width)
    ]
    return [replace(lines[0], outline=(1, title)), *lines[1:], space(1.5, keep=True)]


def under_heading(title: str, strips: Sequence[Strip]) -> list[Strip]:
    """Return the strips so that a new page begins with the title, continued, before any header of their own."""
    words = (Words(0, baseline_of(SMALL), printed("continued", title=title), SMALL),)
    return with_header(strips, (Strip(SMALL.leading, words, keep=True), space(3, keep=True)))
