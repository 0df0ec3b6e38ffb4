"""The sheets in full: shared goals, value exchange, risk register, conditions, communication rhythm, the decision."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assessments.conditions import Condition
from assessments.risk_register import Risk, numbered
from assessments.shared_goals import one_sided
from assessments.sheets import NO_SHEETS, Sheet
from assessments.value_exchange import Exchange, money_sums
from assessments.wording_beside import (
    alignment_sentence,
    amount_words,
    balance_sentence,
    choice_words,
    holder_words,
    money_sentences,
    response_words,
    state_word,
)
from reports.catalogue import long_date, printed, say, short_day
from reports.contents import Contents
from reports.headings import list_heading, under_heading
from reports.share_columns import share_columns
from reports.sheet_pictures import exchange_picture, heat_maps
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, QUIET, SMALL_STRONG, STRONG
from reports.table import Cell, Column, table
from reports.text import text

_GAP = 8.0
_SHORT = 6
"""Lines."""

Parts = Sequence[tuple[str, float]]
"""Of each column the title's key in the catalogue, and its share of the width."""

_GOALS: Parts = (
    ("goal_outcome", 0.22),
    ("goal_metric", 0.14),
    ("goal_baseline", 0.11),
    ("goal_target", 0.11),
    ("goal_source", 0.13),
    ("goal_date", 0.14),
    ("goal_ours", 0.07),
    ("goal_theirs", 0.08),
)
_EXCHANGE: Parts = (
    ("exchange_item", 0.24),
    ("exchange_giver", 0.075),
    ("exchange_kind", 0.11),
    ("exchange_cost", 0.06),
    ("exchange_worth", 0.07),
    ("exchange_amount", 0.17),
    ("exchange_timing", 0.14),
    ("exchange_certainty", 0.135),
)
_RISKS: Parts = (
    ("risk_number", 0.075),
    ("risk", 0.295),
    ("risk_exposure_now", 0.1),
    ("risk_response", 0.27),
    ("risk_due", 0.16),
    ("risk_exposure_after", 0.1),
)
_CONDITIONS: Parts = (
    ("condition_action", 0.32),
    ("condition_owner", 0.15),
    ("condition_due", 0.15),
    ("condition_closes", 0.22),
    ("condition_state", 0.09),
    ("condition_from", 0.07),
)
_RHYTHM: Parts = (
    ("rhythm_ours", 0.26),
    ("rhythm_theirs", 0.26),
    ("rhythm_how_often", 0.22),
    ("rhythm_channel", 0.26),
)


def sheets_section(contents: Contents, only: Collection[str] | None = None) -> list[Strip]:
    """Return every sheet that has rows, the decision first; of these, only those named where some are."""
    sheets = contents.assessment.sheets
    strips: list[Strip] = []
    for key, filled, section in (
        ("decision", sheets.decision, _decision),
        ("goals_all", sheets.goals, _goals),
        ("exchange_all", sheets.exchanges, _exchange),
        ("risks_all", sheets.risks, _risks),
        ("conditions_all", sheets.conditions, _conditions),
        ("rhythm", sheets.meetings, _rhythm),
    ):
        if filled and (only is None or key in only):
            title = printed(key)
            strips += [*list_heading(title, outlined=True), *under_heading(title, section(contents)), space(12)]
    return strips


def empty_sheets(contents: Contents) -> str:
    """Return the sentence that names the sheets without rows; empty where all have some."""
    sheets = contents.assessment.sheets
    keys = {
        Sheet.GOALS: "goals_all",
        Sheet.EXCHANGES: "exchange_all",
        Sheet.RISKS: "risks_all",
        Sheet.CONDITIONS: "conditions_all",
        Sheet.MEETINGS: "rhythm",
    }
    empty = [printed(key).lower() for sheet, key in keys.items() if not sheets.rows(sheet)]
    if sheets == NO_SHEETS or sheets.decision is None:
        empty.append(printed("decision").lower())
    return printed("sheets_none", sheets=", ".join(empty)) if empty else ""


def _decision(contents: Contents) -> list[Strip]:
    decision = contents.assessment.sheets.decision
    assert decision is not None
    entries = [
        ("decision_what", text(decision.what)),
        ("decision_who", text(decision.who)),
        ("decision_when", long_date(decision.on)),
        ("decision_why", text(decision.why_different)),
    ]
    width = contents.frame.width
    rows = [[Cell(printed(key), QUIET), Cell(words, BODY)] for key, words in entries if words.strip()]
    return table([Column(0, 180), Column(190, width - 190)], (), rows)


def _goals(contents: Contents) -> list[Strip]:
    goals = contents.assessment.sheets.goals
    alone = [f"{goal.outcome} ({holder_words(goal, say)})" for goal in one_sided(goals)]
    finding = printed("goals_one_sided", goals=", ".join(alone)) if alone else printed("goals_both")
    rows = [
        [
            Cell(text(goal.outcome), BODY),
            *(Cell(text(words), BODY) for words in (goal.metric, goal.baseline, goal.target, goal.source)),
            Cell(short_day(goal.due), BODY),
            Cell(str(goal.ours), STRONG),
            Cell(str(goal.theirs), STRONG),
        ]
        for goal in goals
    ]
    return [
        *_sentences(contents, alignment_sentence(goals, say), finding),
        *_table(contents, _GOALS, rows),
    ]


def _exchange(contents: Contents) -> list[Strip]:
    exchanges = contents.assessment.sheets.exchanges
    money = " ".join(money_sentences(money_sums(exchanges), say))
    return [
        *_sentences(contents, balance_sentence(exchanges, say), money),
        exchange_picture(contents),
        space(4, keep=True),
        *_table(contents, _EXCHANGE, [_exchange_row(one) for one in exchanges]),
    ]


def _exchange_row(one: Exchange) -> list[Cell]:
    return [
        Cell(text(one.item), BODY),
        Cell(choice_words(Sheet.EXCHANGES, "giver", one, say), BODY),
        Cell(choice_words(Sheet.EXCHANGES, "kind", one, say), BODY),
        Cell(str(one.cost), STRONG),
        Cell(str(one.worth), STRONG),
        Cell(amount_words(one, say), BODY),
        Cell(text(one.timing), BODY),
        Cell(text(one.certainty), BODY),
    ]


def _risks(contents: Contents) -> list[Strip]:
    risks = contents.assessment.sheets.risks
    as_now = any(risk.exposure_after is None for risk in risks)
    note = kept_with_next(paragraph(printed("risk_as_now_note"), QUIET, contents.frame.width)) if as_now else []
    return [
        heat_maps(contents),
        space(4, keep=True),
        *note,
        *_table(contents, _RISKS, [_risk_row(key, risk) for key, risk in numbered(risks).items()]),
    ]


def _risk_row(key: str, risk: Risk) -> list[Cell]:
    after = printed("risk_as_now")
    if risk.exposure_after is not None:
        after = _product(risk.likelihood_after or 0, risk.impact_after or 0)
    return [
        Cell(key, SMALL_STRONG),
        Cell(text(risk.risk), BODY),
        Cell(_product(risk.likelihood, risk.impact), BODY),
        Cell(text(response_words(risk, say)), BODY),
        Cell(short_day(risk.due), BODY),
        Cell(after, BODY),
    ]


def _product(likelihood: int, impact: int) -> str:
    return f"{likelihood} × {impact} = {likelihood * impact}"


def _conditions(contents: Contents) -> list[Strip]:
    return _table(contents, _CONDITIONS, [_condition_row(one) for one in contents.assessment.sheets.conditions])


def _condition_row(one: Condition) -> list[Cell]:
    return [
        Cell(text(one.what), BODY),
        Cell(text(one.owner), BODY),
        Cell(short_day(one.due), BODY),
        Cell(text(one.closes), BODY),
        Cell(state_word(one.state, say), STRONG),
        Cell(text(one.question_id), QUIET),
    ]


def _rhythm(contents: Contents) -> list[Strip]:
    rows = [
        [Cell(text(words), BODY) for words in (one.ours, one.theirs, one.how_often, one.channel)]
        for one in contents.assessment.sheets.meetings
    ]
    return _table(contents, _RHYTHM, rows)


def _table(contents: Contents, parts: Parts, rows: Sequence[Sequence[Cell]]) -> list[Strip]:
    titles = [printed(key) for key, _ in parts]
    columns = share_columns([share for _, share in parts], titles, rows, contents.frame.width, _GAP)
    return table(columns, titles, rows)


def _sentences(contents: Contents, *sentences: str) -> list[Strip]:
    """Return what the sheet comes to; a short text stays with its table."""
    words = " ".join(text(sentence) for sentence in sentences if sentence)
    lines = paragraph(words, BODY, contents.frame.width)
    if len(lines) <= _SHORT:
        lines = kept_with_next(lines)
    return [*lines, space(4, keep=True)]
