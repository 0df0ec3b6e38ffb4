"""The sheets on page one: the first of each, and where the rest is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from assessments.conditions import Condition, ConditionState, by_urgency
from assessments.risk_register import by_exposure
from assessments.value_exchange import Exchange, Side, balance, foremost
from assessments.wording_beside import amount_words, balance_figure, response_words, state_word
from reports.catalogue import long_date, printed, say, short_day
from reports.contents import Contents
from reports.lines import fit_lines
from reports.short_table import ShortTable, short_table
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import BODY, QUIET, SMALL, SMALL_STRONG, STRONG
from reports.table import Cell, Column
from reports.text import one_line

_BETWEEN = 20.0
_DECISION_LINES = 2


def has_sheets(contents: Contents) -> bool:
    """Say whether page one has anything of the sheets to show."""
    sheets = contents.assessment.sheets
    return bool(sheets.exchanges or sheets.risks or sheets.conditions)


def decision_strip(contents: Contents) -> Strip:
    """Return the decision that was taken in a few lines; an empty strip while there is none."""
    decision = contents.assessment.sheets.decision
    if decision is None:
        return Strip(0)
    width = contents.frame.width
    parts = [one_line(decision.what), one_line(decision.who), long_date(decision.on)]
    lines = [(f"{printed('decided')} {', '.join(part for part in parts if part.strip())}", STRONG)]
    if decision.why_different.strip():
        lines.append((f"{printed('differs')} {one_line(decision.why_different)}", BODY))
    items: list[Item] = []
    at = 0.0
    cut = False
    for words, style in lines:
        fitted, lost = fit_lines(words, style, width, _DECISION_LINES)
        cut = cut or lost
        for line in fitted:
            items.append(Words(0, at + baseline_of(style), line, style))
            at += style.leading
    if cut:
        rest = printed("in_full_on", page=contents.rest_page("decision"))
        items.append(Words(width, at + baseline_of(SMALL), rest, SMALL, "end"))
        at += SMALL.leading
    return Strip(at, tuple(items))


def pair_strip(contents: Contents, most: int) -> Strip:
    """Return value exchange and main risks side by side, at most `most` rows each; one alone takes the whole width."""
    sheets = contents.assessment.sheets
    blocks = [block for block, rows in ((_exchange, sheets.exchanges), (_risks, sheets.risks)) if rows]
    if not blocks:
        return Strip(0)
    width = (contents.frame.width - _BETWEEN * (len(blocks) - 1)) / len(blocks)
    strips = [
        short_table(block(contents, (place * (width + _BETWEEN), width), most)) for place, block in enumerate(blocks)
    ]
    return Strip(max(strip.height for strip in strips), tuple(item for strip in strips for item in strip.items))


def conditions_strip(contents: Contents, most: int) -> Strip:
    """Return what is to be done next, at most `most` rows; what is dropped stands only in the appendix."""
    conditions = contents.assessment.sheets.conditions
    if not conditions:
        return Strip(0)
    shown = [one for one in by_urgency(conditions) if one.state is not ConditionState.DROPPED][:most]
    width = contents.frame.width
    columns = [
        Column(0, width * 0.37),
        Column(width * 0.385, width * 0.15),
        Column(width * 0.55, width * 0.16),
        Column(width * 0.725, width * 0.275),
    ]
    heads = [printed(key) for key in ("condition_action", "condition_owner", "condition_due", "condition_closes")]
    rows = [_condition_row(one) for one in shown]
    more = _more(contents, "conditions_all", len(conditions), len(shown))
    rest = printed("in_full_on", page=contents.rest_page("conditions_all"))
    return short_table(ShortTable(printed("conditions"), "", columns, heads, rows, more, rest))


def _condition_row(one: Condition) -> list[Cell]:
    due = state_word(one.state, say) if one.state is ConditionState.DONE else short_day(one.due)
    return [
        Cell(one_line(one.what), BODY),
        Cell(one_line(one.owner), BODY),
        Cell(due, QUIET if one.state is ConditionState.DONE else BODY),
        Cell(one_line(one.closes), BODY),
    ]


def _exchange(contents: Contents, place: tuple[float, float], most: int) -> ShortTable:
    """Return what we give beside what we get, what matters most first; `place` is x and width."""
    x, width = place
    exchanges = contents.assessment.sheets.exchanges
    found = balance(exchanges)
    given, got = foremost(exchanges, Side.OURS), foremost(exchanges, Side.THEIRS)
    rows = [
        [Cell(_given(ours), BODY), Cell(_given(theirs), BODY)] for ours, theirs in zip_longest(given[:most], got[:most])
    ]
    half = (width - 10) / 2
    shown = len(given[:most]) + len(got[:most])
    return ShortTable(
        title=printed("exchange"),
        beside=printed("exchange_balance", balance=balance_figure(found)),
        columns=[Column(x, half), Column(x + half + 10, half)],
        heads=[printed("we_give"), printed("we_get")],
        rows=rows,
        more=_more(contents, "exchange_all", len(exchanges), shown),
        rest=printed("in_full_on", page=contents.rest_page("exchange_all")),
    )


def _given(one: Exchange | None) -> str:
    if one is None:
        return ""
    return ", ".join(part for part in (one_line(one.item), amount_words(one, say)) if part)


def _risks(contents: Contents, place: tuple[float, float], most: int) -> ShortTable:
    """Return the risks of the largest exposure with response and owner; `place` is x and width."""
    x, width = place
    risks = contents.assessment.sheets.risks
    shown = list(by_exposure(risks).items())[:most]
    rest_width = width - 26 - 24 - 12
    columns = [
        Column(x, 24),
        Column(x + 26, rest_width * 0.5),
        Column(x + 26 + rest_width * 0.5 + 4, 22, "end"),
        Column(x + 26 + rest_width * 0.5 + 38, rest_width * 0.5 - 2),
    ]
    rows = [
        [
            Cell(key, SMALL_STRONG),
            Cell(one_line(risk.risk), BODY),
            Cell(str(risk.exposure), STRONG),
            Cell(one_line(response_words(risk, say)), BODY),
        ]
        for key, risk in shown
    ]
    heads: Sequence[str] = ["", printed("risk"), printed("risk_exposure"), printed("risk_response")]
    more = _more(contents, "risks_all", len(risks), len(shown))
    rest = printed("in_full_on", page=contents.rest_page("risks_all"))
    return ShortTable(printed("risks"), "", columns, heads, rows, more, rest)


def _more(contents: Contents, key: str, count: int, shown: int) -> str:
    """Return how many rows are not shown and where they are; empty where all are."""
    if count <= shown:
        return ""
    template = "and_more" if shown else "all_on"
    return printed(template, count=count - shown, page=contents.rest_page(key))
