"""Sheets, links and attachments to rows and back, as `models.rows` does for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from assessments.conditions import Condition, ConditionState, Decision, Meeting
from assessments.evidence import Attachment, Link
from assessments.risk_register import Response, Risk
from assessments.shared_goals import Goal
from assessments.sheets import Sheet, SheetRow
from assessments.value_exchange import Exchange, Kind, Side
from models.rows import Row, day_text, moment_text

SHEET_TABLES = {
    Sheet.GOALS: "goal",
    Sheet.EXCHANGES: "exchange",
    Sheet.RISKS: "risk",
    Sheet.CONDITIONS: "condition",
    Sheet.MEETINGS: "meeting",
}


def sheet_row(row: SheetRow, position: int) -> Row:
    """Return the row of a sheet's line at a place, from 0."""
    return {"position": position, **_CELLS[type(row)](row)}


def sheet_value(sheet: Sheet, row_id: str, cells: Iterable[Any]) -> SheetRow:
    """Return the line of a row whose cells come in the order of `sheet_row`, without the place.

    Raises:
        ValueError: The cells break a rule of the line. TypeError likewise.
    """
    return _VALUES[sheet](UUID(row_id), *cells)


def decision_row(decision: Decision) -> Row:
    """Return the row of the decision."""
    return {
        "what": decision.what,
        "who": decision.who,
        "decided_on": day_text(decision.on),
        "why_different": decision.why_different,
    }


def decision_of(cells: Iterable[Any]) -> Decision:
    """Return the decision of a row whose cells come in the order of `decision_row`."""
    what, who, on, why_different = cells
    return Decision(what, who, date.fromisoformat(on), why_different)


def link_row(link: Link) -> Row:
    """Return the row of a link."""
    return {"question_id": link.question_id, "url": link.url, "added_at": moment_text(link.added_at)}


def link_of(cells: Iterable[Any]) -> Link:
    """Return the link of a row whose cells come as id and then in the order of `link_row`."""
    link_id, question_id, url, added_at = cells
    return Link(UUID(link_id), question_id, url, datetime.fromisoformat(added_at))


def attachment_row(attachment: Attachment) -> Row:
    """Return the row of an attachment."""
    return {
        "question_id": attachment.question_id,
        "name": attachment.name,
        "sha256": attachment.sha256,
        "size": attachment.size,
        "added_at": moment_text(attachment.added_at),
    }


def attachment_of(cells: Iterable[Any]) -> Attachment:
    """Return the attachment of a row whose cells come as id and then in the order of `attachment_row`."""
    attachment_id, question_id, name, sha256, size, added_at = cells
    return Attachment(UUID(attachment_id), question_id, name, sha256, size, datetime.fromisoformat(added_at))


def _goal_cells(goal: Goal) -> Row:
    return {
        "outcome": goal.outcome,
        "metric": goal.metric,
        "baseline": goal.baseline,
        "target": goal.target,
        "source": goal.source,
        "due": day_text(goal.due),
        "ours": goal.ours,
        "theirs": goal.theirs,
    }


def _goal(row_id: UUID, *cells: Any) -> Goal:
    outcome, metric, baseline, target, source, due, ours, theirs = cells
    return Goal(row_id, outcome, metric, baseline, target, source, _day(due), ours, theirs)


def _exchange_cells(exchange: Exchange) -> Row:
    return {
        "item": exchange.item,
        "giver": exchange.giver.value,
        "kind": exchange.kind.value,
        "cost": exchange.cost,
        "worth": exchange.worth,
        "amount_low": _cents(exchange.amount_low),
        "amount_high": _cents(exchange.amount_high),
        "currency": exchange.currency,
        "timing": exchange.timing,
        "certainty": exchange.certainty,
    }


def _exchange(row_id: UUID, *cells: Any) -> Exchange:
    item, giver, kind, cost, worth, low, high, currency, timing, certainty = cells
    side, what = Side(giver), Kind(kind)
    return Exchange(row_id, item, side, what, cost, worth, _amount(low), _amount(high), currency, timing, certainty)


def _risk_cells(risk: Risk) -> Row:
    return {
        "risk": risk.risk,
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "response": None if risk.response is None else risk.response.value,
        "action": risk.action,
        "owner": risk.owner,
        "due": day_text(risk.due),
        "likelihood_after": risk.likelihood_after,
        "impact_after": risk.impact_after,
    }


def _risk(row_id: UUID, *cells: Any) -> Risk:
    risk, likelihood, impact, response, action, owner, due, likelihood_after, impact_after = cells
    chosen = None if response is None else Response(response)
    return Risk(row_id, risk, likelihood, impact, chosen, action, owner, _day(due), likelihood_after, impact_after)


def _condition_cells(condition: Condition) -> Row:
    return {
        "what": condition.what,
        "owner": condition.owner,
        "due": day_text(condition.due),
        "closes": condition.closes,
        "state": condition.state.value,
        "question_id": condition.question_id,
    }


def _condition(row_id: UUID, *cells: Any) -> Condition:
    what, owner, due, closes, state, question_id = cells
    return Condition(row_id, what, owner, _day(due), closes, ConditionState(state), question_id)


def _meeting_cells(meeting: Meeting) -> Row:
    return {
        "ours": meeting.ours,
        "theirs": meeting.theirs,
        "how_often": meeting.how_often,
        "channel": meeting.channel,
    }


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * 100)


def _amount(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents) / 100


_CELLS: dict[type, Callable[[Any], Row]] = {
    Goal: _goal_cells,
    Exchange: _exchange_cells,
    Risk: _risk_cells,
    Condition: _condition_cells,
    Meeting: _meeting_cells,
}
_VALUES: dict[Sheet, Callable[..., SheetRow]] = {
    Sheet.GOALS: _goal,
    Sheet.EXCHANGES: _exchange,
    Sheet.RISKS: _risk,
    Sheet.CONDITIONS: _condition,
    Sheet.MEETINGS: Meeting,
}
