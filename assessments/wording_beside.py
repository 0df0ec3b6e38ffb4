"""What stands beside the score, in words: balance, money, alignment, risks, conditions and changed weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from assessments.cell_parsing import value_text
from assessments.conditions import ConditionState, Decision
from assessments.risk_register import Risk
from assessments.shared_goals import Goal, alignment
from assessments.sheet_columns import column
from assessments.sheets import Sheet, SheetRow
from assessments.value_exchange import Balance, Exchange, MoneySum, Side, balance
from assessments.wording_figures import NOT_SCORED, Say, figure, hundredths, short_points

_STATE_SYMBOLS = {
    ConditionState.OPEN: "☐",
    ConditionState.AGREED: "☐",
    ConditionState.DONE: "☑",
    ConditionState.DROPPED: "☒",
}


def balance_figure(found: Balance | None, say: Say) -> str:
    """Return a balance as a figure: "0.86"; a dash where there is none."""
    return NOT_SCORED if found is None else hundredths(found.balance, say)


def weights_changed_words(say: Say) -> str:
    """Return the mark of a score whose dimensions weigh otherwise than in the questionnaire."""
    return say("Weights changed")


def choice_words(sheet: Sheet, column_id: str, row: SheetRow, say: Say) -> str:
    """Return the word of a choice in a sheet's row: "Know-how", "Reduce"; empty where none is made."""
    words = value_text(column(sheet, column_id), getattr(row, column_id))
    return say(words) if words else ""


def state_symbol(state: ConditionState) -> str:
    """Return the box before a condition; its word stands beside it where open and agreed must be told apart."""
    return _STATE_SYMBOLS[state]


def state_word(state: ConditionState, say: Say) -> str:
    """Return where a condition stands: "Open", "Agreed", "Done", "Dropped"."""
    return say(value_text(column(Sheet.CONDITIONS, "state"), state))


def balance_sentence(exchanges: Sequence[Exchange], say: Say) -> str:
    """Return both sides' returns, the balance and the favoured side, or why there is none."""
    found = balance(exchanges)
    if found is None:
        return say("No balance yet: each side has to give something, and something has to be worth having.")
    returns = say("We receive {ours} in worth for each point of cost, they receive {theirs}.").format(
        ours=hundredths(found.ours, say), theirs=hundredths(found.theirs, say)
    )
    return f"{returns} {favoured_sentence(found, say)}"


def favoured_sentence(found: Balance, say: Say) -> str:
    """Return the balance with the side it favours."""
    template = {
        None: say("Balance {balance}: both sides gain alike."),
        Side.OURS: say("Balance {balance}: it favours us."),
        Side.THEIRS: say("Balance {balance}: it favours them."),
    }[found.favoured]
    return template.format(balance=balance_figure(found, say))


def amount_words(one: Exchange, say: Say) -> str:
    """Return an amount with its currency: "EUR 90,000", "EUR 90,000 to 120,000"; empty where there is none."""
    ends = [amount for amount in (one.amount_low, one.amount_high) if amount is not None]
    return _range_words(one.currency, ends[0], ends[-1], say) if ends else ""


def money_sentences(sums: Iterable[MoneySum], say: Say) -> tuple[str, ...]:
    """Return what each side gives in money, a sentence for each side, its currencies beside each other, never added."""
    template = {Side.OURS: say("Money from us: {amounts}."), Side.THEIRS: say("Money from them: {amounts}.")}
    amounts: dict[Side, list[str]] = {}
    for one in sums:
        amounts.setdefault(one.giver, []).append(_range_words(one.currency, one.low, one.high, say))
    return tuple(template[giver].format(amounts="; ".join(words)) for giver, words in amounts.items())


def alignment_sentence(goals: Sequence[Goal], say: Say) -> str:
    """Return how alike both sides spread their importance, or what is missing to say so."""
    found = alignment(goals)
    if found is None:
        return say("No alignment yet: it takes two goals, and each side has to hold one.")
    return say("Alignment {points} of 100.").format(points=short_points(found, say))


def holder_words(goal: Goal, say: Say) -> str:
    """Return who holds a goal that only one side holds; empty for the others."""
    if bool(goal.ours) == bool(goal.theirs):
        return ""
    return say("only us") if goal.ours else say("only them")


def response_words(risk: Risk, say: Say) -> str:
    """Return what is done about a risk and by whom: "Reduce: exit clause, Legal", or that nothing is yet."""
    response = choice_words(Sheet.RISKS, "response", risk, say)
    action = ": ".join(part for part in (response, risk.action.strip()) if part)
    return ", ".join(part for part in (action, risk.owner.strip()) if part) or say("none yet")


def decision_words(decision: Decision, day: str, say: Say) -> str:
    """Return a decision with who took it and when; the day is written by the caller."""
    if not decision.who.strip():
        return say("{what} ({day})").format(what=decision.what, day=day)
    return say("{what} ({who}, {day})").format(what=decision.what, who=decision.who, day=day)


def _range_words(currency: str, low: Decimal, high: Decimal, say: Say) -> str:
    """Return one amount or two; no line breaks between a currency and its figure."""
    least, most = (figure(f"{amount:,.2f}".removesuffix(".00"), say) for amount in (low, high))
    least = f"{currency}\u00a0{least}"
    return least if low == high else say("{low} to {high}").format(low=least, high=most)
