"""The appendix: everything behind page one."""

from __future__ import annotations

from collections.abc import Callable

from reports.answers_section import answers_section
from reports.catalogue import printed
from reports.contents import Contents
from reports.doubts_section import doubts_section
from reports.gates_section import gate_table_section
from reports.headings import list_heading, part_heading, under_heading
from reports.open_section import loose_evidence_section, open_section, out_of_scope_section
from reports.options import PARTS
from reports.record_section import method_section, record_section
from reports.robustness_section import robustness_section
from reports.sheets_section import empty_sheets, sheets_section
from reports.strips import Strip, paragraph, space
from reports.style import QUIET
from reports.weights_section import weights_section

REST_ORDER = ("partner", "recommendation", "gates", "ask_next", "purpose")
"""What page one cut, the possibly longest last."""


def appendix_strips(contents: Contents) -> list[Strip]:
    """Return the whole appendix as strips, parts in the order a team reads them."""
    parts: tuple[tuple[str, Callable[[Contents], list[Strip]]], ...] = (
        ("from_page_one", _rest_section),
        ("robustness", robustness_section),
        ("sheets", _sheets_section),
        ("answers", answers_section),
        ("lists", _lists_section),
        ("weights", weights_section),
        ("record", record_section),
        ("method", method_section),
    )
    strips: list[Strip] = []
    for key, section in parts:
        if key in PARTS and key not in contents.options.parts:
            continue
        body = section(contents)
        if body:
            strips += [*part_heading(printed(key)), *body, space(10)]
    return strips


def _rest_section(contents: Contents) -> list[Strip]:
    """Return what page one had no room for."""
    strips: list[Strip] = []
    for key in REST_ORDER:
        if key in contents.rest:
            title = printed(key)
            strips += [*list_heading(title, outlined=True), *under_heading(title, contents.rest[key]), space(12)]
    if "sheets" not in contents.options.parts:
        # Page one says on which page a sheet stands: what it shows in part is never left out.
        strips += sheets_section(contents, contents.referred)
    return strips


def _sheets_section(contents: Contents) -> list[Strip]:
    """Return the sheets, what contradicts them, and what to check again."""
    empty = empty_sheets(contents)
    nothing = [*paragraph(empty, QUIET, contents.frame.width), space(10)] if empty else []
    return [*sheets_section(contents), *nothing, *doubts_section(contents)]


def _lists_section(contents: Contents) -> list[Strip]:
    strips = [*open_section(contents), *out_of_scope_section(contents), *loose_evidence_section(contents)]
    gates = gate_table_section(contents)
    if gates:
        title = printed("gate_table")
        strips += [*list_heading(title), *under_heading(title, gates), space(6)]
    return strips
