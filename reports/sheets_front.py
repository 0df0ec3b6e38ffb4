"""The sheets on page one: the first of each, and where the rest is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from assessments.conditions import Condition, ConditionState, by_urgency
from assessments.risk_register import Risk, by_exposure
from assessments.value_exchange import Exchange, Side, balance, foremost
from assessments.wording_beside import amount_words, balance_figure, response_words, state_word
from reports.catalogue import long_date, printed, say, short_day
from reports.contents import Contents
from reports.lines import fit_lines
from reports.short_table import ShortTable, fit_keeping, short_table
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import BODY, QUIET, SMALL, SMALL_STRONG, STRONG
from reports.table import Cell, Column
from reports.text import one_line

_BETWEEN = 20.0
_DECISION_LINES = 2


class Rows(NamedTuple):
    """How much of a table is shown."""

    most: int
    lines: int
    """So many of each cell's."""


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
        rest = printed("in_full_on", where=contents.rest_page("decision"))
        items.append(Words(width, at + baseline_of(SMALL), rest, SMALL, "end"))
        at += SMALL.leading
    return Strip(at, tuple(items))


def pair_strip(contents: Contents, rows: Rows) -> Strip:
    """Return value exchange and main risks side by side, at most so many rows each; one alone takes the whole width."""
    sheets = contents.assessment.sheets
    blocks = [block for block, filled in ((_exchange, sheets.exchanges), (_risks, sheets.risks)) if filled]
    if not blocks:
        return Strip(0)
    width = (contents.frame.width - _BETWEEN * (len(blocks) - 1)) / len(blocks)
    strips = [
        short_table(block(contents, (place * (width + _BETWEEN), width), rows)) for place, block in enumerate(blocks)
    ]
    return Strip(max(strip.height for strip in strips), tuple(item for strip in strips for item in strip.items))


def conditions_strip(contents: Contents, rows: Rows) -> Strip:
    """Return what is to be done next, at most so many rows; what is dropped stands only in the appendix."""
    conditions = contents.assessment.sheets.conditions
    if not conditions:
        return Strip(0)
    shown = [one for one in by_urgency(conditions) if one.state is not ConditionState.DROPPED][: rows.most]
    width = contents.frame.width
    columns = [
        Column(0, width * 0.37),
        Column(width * 0.385, width * 0.15),
        Column(width * 0.55, width * 0.16),
        Column(width * 0.725, width * 0.275),
    ]
    heads = [printed(key) for key in ("condition_action", "condition_owner", "condition_due", "condition_closes")]
    cells = [_condition_row(one) for one in shown]
    closing = partial(_closing, contents, "conditions_all", len(conditions), len(shown))
    return short_table(ShortTable(printed("conditions"), "", columns, heads, cells, closing, rows.lines))


def _condition_row(one: Condition) -> list[Cell]:
    due = state_word(one.state, say) if one.state is ConditionState.DONE else short_day(one.due)
    return [
        Cell(one_line(one.what), BODY),
        Cell(one_line(one.owner), BODY),
        Cell(due, QUIET if one.state is ConditionState.DONE else BODY),
        Cell(one_line(one.closes), BODY),
    ]


def _exchange(contents: Contents, place: tuple[float, float], most: Rows) -> ShortTable:
    """Return what we give beside what we get, what matters most first; `place` is x and width."""
    x, width = place
    exchanges = contents.assessment.sheets.exchanges
    found = balance(exchanges)
    given, got = foremost(exchanges, Side.OURS), foremost(exchanges, Side.THEIRS)
    rows = [
        [Cell(_given(ours), BODY), Cell(_given(theirs), BODY)]
        for ours, theirs in zip_longest(given[: most.most], got[: most.most])
    ]
    half = (width - 10) / 2
    shown = len(given[: most.most]) + len(got[: most.most])
    return ShortTable(
        title=printed("exchange"),
        beside=printed("exchange_balance", balance=balance_figure(found, say)),
        columns=[Column(x, half), Column(x + half + 10, half)],
        heads=[printed("we_give"), printed("we_get")],
        rows=rows,
        closing=partial(_closing, contents, "exchange_all", len(exchanges), shown),
        lines=most.lines,
        heading=None,
    )


def _given(one: Exchange | None) -> str:
    if one is None:
        return ""
    return ", ".join(part for part in (one_line(one.item), amount_words(one, say)) if part)


def _risks(contents: Contents, place: tuple[float, float], most: Rows) -> ShortTable:
    """Return the risks of the largest exposure with response and owner; `place` is x and width."""
    x, width = place
    risks = contents.assessment.sheets.risks
    shown = list(by_exposure(risks).items())[: most.most]
    words_width = width - 22 - 30
    beside = x + 22 + words_width * 0.44
    columns = [
        Column(x, 20),
        Column(x + 22, words_width * 0.44),
        Column(beside + 2, 20, "end"),
        Column(beside + 30, words_width * 0.56),
    ]
    responses = [_response(risk, columns[-1].width, most.lines) for _, risk in shown]
    rows = [
        [
            Cell(key, SMALL_STRONG),
            Cell(one_line(risk.risk), BODY),
            Cell(str(risk.exposure), STRONG),
            Cell(words, BODY),
        ]
        for (key, risk), (words, _) in zip(shown, responses, strict=True)
    ]
    heads: Sequence[str] = ["", printed("risk"), printed("risk_exposure"), printed("risk_response")]
    closing = partial(_closing, contents, "risks_all", len(risks), len(shown))
    cut = any(cut for _, cut in responses)
    return ShortTable(printed("risks"), printed("risk_exposure_key"), columns, heads, rows, closing, most.lines, cut)


def _response(risk: Risk, width: float, lines: int) -> tuple[str, bool]:
    """Return what is done about a risk and by whom, and whether it was cut; the owner is cut last."""
    owner = one_line(risk.owner.strip())
    words = one_line(response_words(risk, say))
    tail = f", {owner}"
    if not owner or not words.endswith(tail):
        return words, False
    return fit_keeping(words.removesuffix(tail), tail, width, lines)


def _closing(contents: Contents, key: str, count: int, shown: int, cut: bool) -> str:
    """Return how many rows are not shown or what was cut, and where all of it is; empty where all of it is here."""
    if count <= shown and not cut:
        return ""
    template = "all_on" if not shown else ("in_full_more" if cut else "and_more")
    if count <= shown:
        template = "in_full_on"
    return printed(template, count=count - shown, where=contents.rest_page(key))
