"""What stands beside the score in words, and in what order it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from assessments.conditions import Condition, ConditionState, Decision, by_urgency
from assessments.risk_register import Response, Risk, by_exposure
from assessments.scoring import weights_changed
from assessments.shared_goals import Goal
from assessments.sheets import Sheet
from assessments.value_exchange import Exchange, Kind, Side, balance, foremost, money_sums
from assessments.wording_beside import (
    alignment_sentence,
    amount_words,
    balance_figure,
    balance_sentence,
    choice_words,
    decision_words,
    holder_words,
    money_sentences,
    response_words,
    state_symbol,
    state_word,
)
from tests.assessments.small_assessments import assessed, question, questionnaire


def given(giver: Side, cost: int, worth: int, low: str = "", high: str = "", currency: str = "") -> Exchange:
    least, most = (Decimal(text) if text else None for text in (low, high))
    return Exchange(UUID(int=cost * 10 + worth), "{item}", giver, Kind.KNOW_HOW, cost, worth, least, most, currency)


def test_a_balance_names_both_returns_and_the_favoured_side() -> None:
    ours, theirs = given(Side.OURS, 4, 3), given(Side.THEIRS, 2, 3)
    assert balance_sentence([ours, theirs], str) == (
        "We receive 0.75 in worth for each point of cost, they receive 1.50. Balance 0.50: it favours them."
    )
    assert "it favours us." in balance_sentence([replace(ours, worth=0), theirs], str)
    assert balance_sentence([given(Side.OURS, 3, 3), given(Side.THEIRS, 3, 3)], str).endswith("both sides gain alike.")
    assert balance_sentence([ours], str).startswith("No balance yet")
    assert balance_figure(balance([ours]), str) == "—"
    assert balance_figure(balance([ours, theirs]), str) == "0.50"


def test_money_is_added_for_each_side_and_currency_apart() -> None:
    exchanges = [
        given(Side.THEIRS, 1, 1, "5", "6", "EUR"),
        given(Side.OURS, 1, 2, "1000", "1500.50", "EUR"),
        given(Side.OURS, 1, 3, "500", "", "EUR"),
        given(Side.OURS, 1, 4, "", "7", "CHF"),
        given(Side.OURS, 1, 5),
    ]
    assert money_sentences(money_sums(exchanges), str) == (
        "Money from us: CHF\u00a07; EUR\u00a01,500 to 2,000.50.",
        "Money from them: EUR\u00a05 to 6.",
    )
    assert [amount_words(one, str) for one in exchanges[1:]] == [
        "EUR\u00a01,000 to 1,500.50",
        "EUR\u00a0500",
        "CHF\u00a07",
        "",
    ]


def test_what_matters_most_to_us_comes_first() -> None:
    cheap, dear = given(Side.OURS, 1, 5), given(Side.OURS, 5, 1)
    poor, rich = given(Side.THEIRS, 5, 1), given(Side.THEIRS, 1, 5)
    assert foremost([cheap, poor, dear, rich], Side.OURS) == (dear, cheap)
    assert foremost([cheap, poor, dear, rich], Side.THEIRS) == (rich, poor)


def test_risks_are_ordered_by_exposure_and_keep_their_numbers() -> None:
    risks = [Risk(UUID(int=n), f"Risk {n}", likelihood, 2) for n, likelihood in enumerate((1, 5, 3, 5))]
    assert list(by_exposure(risks)) == ["K2", "K4", "K3", "K1"]


def test_conditions_are_ordered_by_what_is_due_then_done_then_dropped() -> None:
    def one(number: int, state: ConditionState, due: date | None = None) -> Condition:
        return Condition(UUID(int=number), f"{number}", state=state, due=due)

    sheet = [
        one(1, ConditionState.DROPPED, date(2026, 1, 1)),
        one(2, ConditionState.DONE),
        one(3, ConditionState.OPEN),
        one(4, ConditionState.AGREED, date(2026, 12, 1)),
        one(5, ConditionState.OPEN, date(2026, 11, 1)),
    ]
    assert [condition.what for condition in by_urgency(sheet)] == ["5", "4", "3", "2", "1"]
    assert [state_word(state, str) for state in ConditionState] == ["Open", "Agreed", "Done", "Dropped"]
    assert [state_symbol(state) for state in ConditionState] == ["☐", "☐", "☑", "☒"]


def test_alignment_says_what_is_missing_and_who_alone_holds_a_goal() -> None:
    ours, both = Goal(UUID(int=1), "A", ours=5), Goal(UUID(int=2), "B", ours=1, theirs=3)
    assert alignment_sentence([ours], str).startswith("No alignment yet")
    assert alignment_sentence([ours, both], str) == "Alignment 16.7 of 100."
    assert alignment_sentence([both, replace(both, id=UUID(int=3))], str) == "Alignment 100 of 100."
    assert [holder_words(goal, str) for goal in (ours, replace(ours, ours=0, theirs=1), both)] == [
        "only us",
        "only them",
        "",
    ]


@pytest.mark.parametrize(
    ("response", "action", "owner", "words"),
    [
        (Response.REDUCE, "Exit {clause}", "Legal", "Reduce: Exit {clause}, Legal"),
        (None, "Exit", "", "Exit"),
        (Response.ACCEPT, "", "", "Accept"),
        (None, " ", "Legal", "Legal"),
        (None, "", "", "none yet"),
    ],
)
def test_a_response_names_what_is_done_and_by_whom(
    response: Response | None, action: str, owner: str, words: str
) -> None:
    assert response_words(Risk(UUID(int=1), "Risk", 1, 1, response, action, owner), str) == words


def test_a_decision_says_who_and_when() -> None:
    decision = Decision("{Decline}", "The {board}", date(2026, 11, 23))
    assert decision_words(decision, "23 Nov 2026", str) == "{Decline} (The {board}, 23 Nov 2026)"
    assert decision_words(replace(decision, who=" "), "23 Nov 2026", str) == "{Decline} (23 Nov 2026)"


def test_a_choice_is_said_in_its_word() -> None:
    assert choice_words(Sheet.EXCHANGES, "kind", given(Side.OURS, 1, 1), str) == "Know-how"
    assert choice_words(Sheet.RISKS, "response", Risk(UUID(int=1), "Risk", 1, 1), str) == ""


def test_weights_are_changed_where_their_shares_are() -> None:
    instrument = questionnaire([question("A1", "a"), question("B1", "b")], {"a": Fraction(1), "b": Fraction(1)})
    plain = assessed(instrument, {})
    assert not weights_changed(plain)
    assert not weights_changed(replace(plain, weights={"a": Fraction(3), "b": Fraction(3)}))
    assert weights_changed(replace(plain, weights={"a": Fraction(3), "b": Fraction(2)}))
