"""Sheets and links of every shape, for property tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from assessments.conditions import Condition, ConditionState, Decision, Meeting
from assessments.evidence import Link, in_order
from assessments.risk_register import Response, Risk
from assessments.shared_goals import Goal
from assessments.sheets import Sheet, SheetRow, Sheets
from assessments.text_rules import TextRefused, clean_cell
from assessments.value_exchange import Exchange, Kind, Side


def _visible(text: str) -> bool:
    try:
        clean_cell(text, "It", required=True)
    except TextRefused:
        return False
    return True


_letters = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
cells = st.text(_letters | st.sampled_from("\n\t=+-@"), max_size=15)
needed = st.text(_letters | st.sampled_from("=+-@"), min_size=1, max_size=15).filter(_visible)
dues = st.none() | st.dates(min_value=date(2001, 1, 1), max_value=date(2999, 12, 31))
points = st.integers(0, 5)
levels = st.integers(1, 5)
amounts = st.decimals(
    min_value=0, max_value=Decimal("999999999999.99"), places=2, allow_nan=False, allow_infinity=False
)

goals = st.builds(Goal, st.uuids(), needed, cells, cells, cells, cells, dues, points, points)
meetings = st.builds(Meeting, st.uuids(), needed, cells, cells, cells)
states = st.sampled_from(ConditionState)
conditions = st.builds(Condition, st.uuids(), needed, cells, dues, cells, states, st.sampled_from(["", "G1", "T4"]))
decisions = st.builds(Decision, needed, cells, st.dates(min_value=date(2001, 1, 1)), cells)


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """One thing given."""
    found = sorted(draw(st.lists(amounts, max_size=2)))
    low, high = {0: (None, None), 1: draw(st.permutations([*found, None]))}.get(len(found), found)
    currency = draw(st.sampled_from(["EUR", "USD"] if found else ["", "CHF"]))
    side, kind = draw(st.sampled_from(Side)), draw(st.sampled_from(Kind))
    more = (draw(points), draw(points), low, high, currency, draw(cells), draw(cells))
    return Exchange(draw(st.uuids()), draw(needed), side, kind, *more)


@st.composite
def risks(draw: st.DrawFn) -> Risk:
    """One risk."""
    after = draw(st.none() | st.tuples(levels, levels)) or (None, None)
    response = draw(st.none() | st.sampled_from(Response))
    more = (response, draw(cells), draw(cells), draw(dues), *after)
    return Risk(draw(st.uuids()), draw(needed), draw(levels), draw(levels), *more)


ROWS: dict[Sheet, st.SearchStrategy[SheetRow]] = {
    Sheet.GOALS: goals,
    Sheet.EXCHANGES: exchanges(),
    Sheet.RISKS: risks(),
    Sheet.CONDITIONS: conditions,
    Sheet.MEETINGS: meetings,
}


@st.composite
def sheets(draw: st.DrawFn) -> Sheets:
    """All sheets of an assessment, short ones."""
    found = Sheets(decision=draw(st.none() | decisions))
    for sheet, rows in ROWS.items():
        found = found.with_rows(sheet, draw(st.lists(rows, max_size=2, unique_by=lambda row: row.id)))
    return found


_moments = st.datetimes(min_value=datetime(2001, 1, 1), max_value=datetime(2026, 11, 23), timezones=st.just(UTC))  # noqa: DTZ001
_urls = st.sampled_from(["https://example.org/a?b=c#d", "http://x", "mailto:a@example.org"])
links = st.lists(
    st.builds(Link, st.uuids(), st.sampled_from(["G1", "T4"]), _urls, _moments),
    max_size=2,
    unique_by=lambda one: one.id,
).map(in_order)
