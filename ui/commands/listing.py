"""The command that lists the partners."""

from __future__ import annotations

import argparse
import unicodedata
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from assessments.band import Band
from assessments.questionnaire_file import packaged_questionnaire
from assessments.wording_figures import NOT_SCORED, band_symbol, percent, pill_words, points
from models.list_file import list_csv
from models.partner_list import PartnerRow, open_list
from models.whole_file import write_whole
from models.workspace import open_workspace
from reports.part_files import part_beside, sweep_parts
from ui.commands.choosing import CommandRefusedError, output_file
from ui.commands.filtering import chosen_filter, refresh_summaries
from ui.commands.printing import say, say_bytes, say_json, shown
from ui.commands.standing import number

FORMAT = "rapport-list"
VERSION = 1

_WIDEST = 48


def list_partners(parsed: argparse.Namespace, today: date) -> int:
    """Print the partners with their newest assessments, as a table or as JSON; or write them as CSV."""
    if parsed.output is not None and not parsed.csv:
        raise CommandRefusedError("Only --csv writes a file. Give it with -o, or leave -o out.")
    target = None if parsed.output is None else output_file(parsed.output)
    with closing(open_workspace(parsed.file)) as workspace:
        refresh_summaries(workspace, today)
    with closing(open_list(parsed.file)) as listing:
        chosen = chosen_filter(parsed, listing)
        if parsed.csv:
            return _give_csv(list_csv(listing, packaged_questionnaire(), chosen), target, parsed.output)
        rows = listing.rows(listing.ids(chosen))
    if parsed.json:
        say_json({"format": FORMAT, "version": VERSION, "partners": [_record(row) for row in rows]})
    else:
        _print_table(rows)
    return 0


def _give_csv(content: bytes, target: Path | None, named: Path) -> int:
    """Write a list to a file, or to standard output as the very bytes that a file would have."""
    if target is None:
        say_bytes(content)
        return 0
    sweep_parts()
    try:
        write_whole(target, content, part_beside)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandRefusedError(f"“{named}” could not be written: {reason}. Choose another place.") from error
    say(f"{shown(str(named))} is written.")
    return 0


def _record(row: PartnerRow) -> dict[str, Any]:
    """Return one partner in the shape that README.md describes."""
    assessment = None
    if row.assessment_id is not None:
        assessment = {
            "id": row.assessment_id,
            "final": row.is_final,
            "recommendation": row.band,
            "provisional": row.provisional,
            "weights_changed": row.own_weights,
            "open_gates": row.open_gate_count,
            "too_little_answered": row.too_little,
            "supported": _figure(row.supported),
            "answered": _figure(row.answered),
            "best": _figure(row.best),
            "coverage": _figure(row.coverage),
            "evidenced": _figure(row.evidenced),
            "dimensions": {
                key: {"supported": _figure(low), "best": _figure(high)} for key, low, high in row.dimensions
            },
        }
    return {
        "id": row.partner_id,
        "name": row.name,
        "type": row.type,
        "tags": list(row.tags),
        "archived": row.archived,
        "assessments": row.assessment_count,
        "newest": assessment,
    }


def _figure(stored: float | None) -> float | None:
    """Return a figure as `score --json` gives it, or None where nothing is scored."""
    return None if stored is None else number(stored)


def _print_table(rows: list[PartnerRow]) -> None:
    types = packaged_questionnaire().partner_types
    table = [("Partner", "Type", "Supported", "Best", "Answered", "Recommendation")]
    table += [
        (
            shown(row.name),
            shown(types.get(row.type, row.type)),
            points(row.supported),
            points(row.best),
            NOT_SCORED if row.coverage is None else percent(row.coverage),
            _recommendation(row),
        )
        for row in rows
    ]
    widths = [min(max(_width(line[column]) for line in table), _WIDEST) for column in range(5)]
    for line in table:
        cells = [_aligned(line[column], widths[column], right=column > 1) for column in range(5)]
        say("  ".join([*cells, line[-1]]))


def _recommendation(row: PartnerRow) -> str:
    if row.band is None:
        return "No assessment yet"
    band = Band(row.band)
    words = f"{band_symbol(band)} {pill_words(band, row.open_gate_count, row.too_little, str)}"
    marks = ["provisional"] * row.provisional + ["weights changed"] * row.own_weights
    return f"{words} ({', '.join(marks)})" if marks else words


def _aligned(cell: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _width(text: str) -> int:
    """Return how many columns a terminal gives a text: two for wide characters, none for combining ones."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)
