"""The list of partners as a CSV file for spreadsheet programs: one line a partner, with its newest assessment.

UTF-8 with a byte order mark, which tells Excel so; commas between cells, CRLF at the end of a line, text in quotes and
figures without. What users typed is data: a cell that a spreadsheet would take for a formula gets an apostrophe in
front, and is otherwise as typed.

Figures are whole points and whole percent, rounded as on screen: a decimal point would be read as a date or a thousand
in half of the world. `list --json` has six decimals.

Source:
    The form: RFC 4180. The apostrophe and its characters: OWASP, "CSV Injection". White space before them counts, since
    Excel skips it, and so does a semicolon, which is what divides cells where the comma is the decimal sign. There the
    quotes around a cell are read as text, so that a line break in it begins a cell too, and a quote in it may end.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from functools import partial
from io import StringIO
from itertools import chain

from assessments.band import Band
from assessments.questionnaire import Questionnaire
from assessments.wording_figures import percent, pill_words, points
from models.partner_list import ListFilter, ListSort, PartnerDetails, PartnerList, PartnerRow
from models.watching import Watch, unwatched, watched

Cell = str | int
Column = tuple[str, Callable[[PartnerRow, PartnerDetails], Cell]]
"""Heading, and what stands below it."""

_FORMULA = re.compile(
    r"^(?=[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])"
    r"|(?<=[;\r\n])(?=(?:[^\S\r\n]|[\"\u200b\ufeff])*[=+\-@＝＋－＠])"
)
_BLOCK = 500
"""Lines read at once."""


def list_csv(
    listing: PartnerList,
    questionnaire: Questionnaire,
    chosen: ListFilter | None = None,
    sort: ListSort | None = None,
    watch: Watch = unwatched,
) -> bytes:
    """Return the list as the bytes of a CSV file; its first line has the headings.

    Args:
        listing: The open list.
        questionnaire: Names partner types and dimensions.
        chosen: Which partners; None lists all that are not archived.
        sort: None sorts by name.
        watch: Called twice through: between blocks that are read, and between lines that are laid out.

    Raises:
        StoreError: The file cannot be read.
    """
    ids = listing.ids(chosen, sort)
    lines: list[tuple[PartnerRow, PartnerDetails]] = []
    for place in watched(range(0, len(ids), _BLOCK), watch):
        block = ids[place : place + _BLOCK]
        details = listing.details(block)
        lines += [(row, details[row.partner_id]) for row in listing.rows(block) if row.partner_id in details]
    dimensions = {one.id: one.title for one in questionnaire.dimensions}
    for key, *_ in chain.from_iterable(row.dimensions for row, _ in lines):
        dimensions.setdefault(key, key)  # of an imported questionnaire
    columns = [*_partner_columns(questionnaire.partner_types), *_score_columns(), *_dimension_columns(dimensions)]
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading, _ in columns])
    for line in watched(lines, watch):
        cells = [cell_of(*line) for _, cell_of in columns]
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula, wherever it divides cells."""
    return _FORMULA.sub("'", text)


def _partner_columns(types: Mapping[str, str]) -> list[Column]:
    return [
        ("Partner", lambda row, _: row.name),
        ("Type", lambda row, _: types.get(row.type, row.type)),
        ("Country", lambda _, more: more.country),
        ("Tags", lambda row, _: ", ".join(row.tags)),
        ("Archived", lambda row, _: _yes(row.archived)),
        ("Assessments", lambda row, _: row.assessment_count),
        ("Purpose", lambda _, more: more.purpose),
        ("Scope", lambda _, more: more.scope),
        ("State", lambda row, _: "" if row.band is None else "final" if row.is_final else "open"),
        ("Finished on", lambda row, _: row.finished_on.isoformat() if row.finished_on else ""),
    ]


def _score_columns() -> list[Column]:
    return [
        ("Recommendation", lambda row, _: _recommendation(row)),
        ("Provisional", lambda row, _: "" if row.band is None else _yes(row.provisional)),
        ("Supported score", lambda row, _: _points(row.supported)),
        ("Answered score", lambda row, _: _points(row.answered)),
        ("Best case", lambda row, _: _points(row.best)),
        ("Answered (%)", lambda row, _: _percent(row.coverage)),
        ("Evidenced (%)", lambda row, _: _percent(row.evidenced)),
        ("Open gates", lambda row, _: "" if row.band is None else row.open_gate_count),
        ("Weights changed", lambda row, _: "" if row.band is None else _yes(row.own_weights)),
        ("Evidence goes stale on", lambda _, more: more.fresh_until),
    ]


def _dimension_columns(titles: Mapping[str, str]) -> list[Column]:
    found: list[Column] = []
    for key, title in titles.items():
        found.append((f"{title}: supported", partial(_dimension, key, 0)))
        found.append((f"{title}: best case", partial(_dimension, key, 1)))
    return found


def _dimension(key: str, which: int, row: PartnerRow, _: PartnerDetails) -> Cell:
    found = ((low, high) for one, low, high in row.dimensions if one == key)
    return _points(next(found, (None, None))[which])


def _recommendation(row: PartnerRow) -> str:
    if row.band is None:
        return "No assessment yet"
    return pill_words(Band(row.band), row.open_gate_count, row.too_little, str)


def _points(value: float | None) -> Cell:
    return "" if value is None else int(points(value))


def _percent(share: float | None) -> Cell:
    return "" if share is None else int(percent(share).removesuffix("\u00a0%"))


def _yes(value: bool) -> str:
    return "yes" if value else "no"
