"""The appendix: everything behind page one."""

from __future__ import annotations

from collections.abc import Callable

from reports.answers_section import answers_section
from reports.catalogue import printed
from reports.contents import Contents
from reports.gates_section import gate_table_section
from reports.open_section import open_section, out_of_scope_section
from reports.record_section import method_section, record_section
from reports.strips import Strip, Words, baseline_of, kept_with_next, paragraph, space
from reports.style import HEADING, PART
from reports.weights_section import weights_section

REST_ORDER = ("partner", "recommendation", "gates", "ask_next", "purpose")
"""What page one cut, the possibly longest last."""


def appendix_strips(contents: Contents) -> list[Strip]:
    """Return the whole appendix as strips, parts in the order a team reads them."""
    parts: tuple[tuple[str, Callable[[Contents], list[Strip]]], ...] = (
        ("from_page_one", _rest_section),
        ("answers", answers_section),
        ("lists", _lists_section),
        ("weights", weights_section),
        ("record", record_section),
        ("method", method_section),
    )
    strips: list[Strip] = []
    for key, section in parts:
        body = section(contents)
        if body:
            strips += [_part_heading(key), space(6, keep=True), *body, space(12)]
    return strips


def _rest_section(contents: Contents) -> list[Strip]:
    strips: list[Strip] = []
    for key in REST_ORDER:
        if key in contents.rest:
            title = printed(key)
            heading = paragraph(title, HEADING, contents.frame.width)[0]
            strips += [
                Strip(heading.height, heading.items, keep=True, outline=(1, title)),
                *contents.rest[key],
                space(12),
            ]
    return strips


def _lists_section(contents: Contents) -> list[Strip]:
    gates = gate_table_section(contents)
    return [*open_section(contents), *out_of_scope_section(contents), *gates, space(6)]


def _part_heading(key: str) -> Strip:
    title = printed(key)
    words = (Words(0, baseline_of(PART), title, PART),)
    return kept_with_next([Strip(PART.leading, words, outline=(0, title))])[0]
