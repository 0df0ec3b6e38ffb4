"""The value-exchange sheet: who gives what to whom, and whether both gain alike. It stands beside the score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from assessments.text_rules import clean_cell

HIGHEST_POINTS = 5
HIGHEST_AMOUNT = Decimal("999999999999.99")


class Side(StrEnum):
    """One of the two sides."""

    OURS = "ours"
    THEIRS = "theirs"


class Kind(StrEnum):
    """What changes hands."""

    MONEY = "money"
    DATA = "data"
    TECHNOLOGY = "technology"
    AUDIENCE = "audience"
    PEOPLE = "people"
    KNOW_HOW = "know_how"
    BRAND = "brand"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One thing that one side gives and the other receives.

    Raises:
        ValueError: Points outside 0 to 5, an amount upside down, negative, too large or finer than two decimals, an
            amount without currency, a currency that is no code of three letters, or a text that breaks the text rules.
    """

    id: UUID
    item: str
    giver: Side
    kind: Kind
    cost: int
    """Cost to the giver, points 0 to 5."""
    worth: int
    """Worth to the receiver, points 0 to 5."""
    amount_low: Decimal | None = None
    amount_high: Decimal | None = None
    currency: str = ""
    """Three letters (ISO 4217) where there is an amount. Amounts are never added to points or across currencies."""
    timing: str = ""
    certainty: str = ""

    def __post_init__(self) -> None:
        clean_cell(self.item, "What is given", required=True)
        for text in (self.timing, self.certainty):
            clean_cell(text, "A text of an exchange")
        for points in (self.cost, self.worth):
            if not 0 <= points <= HIGHEST_POINTS:
                raise ValueError(f"Cost and worth are whole numbers from 0 to 5, not {points}.")
        amounts = [amount for amount in (self.amount_low, self.amount_high) if amount is not None]
        if any(not amount.is_finite() or amount < 0 for amount in amounts):
            raise ValueError("An amount is a number, 0 or more.")
        if any(amount > HIGHEST_AMOUNT or amount != round(amount, 2) for amount in amounts):
            raise ValueError(f"An amount has at most two decimals and is at most {HIGHEST_AMOUNT:,}.")
        if self.currency and not is_currency(self.currency):
            raise ValueError("A currency is three capital letters, such as EUR.")
        if amounts and not self.currency:
            raise ValueError("An amount needs its currency.")
        if len(amounts) == 2 and amounts[0] > amounts[1]:
            raise ValueError("The low amount is above the high one.")


def is_currency(text: str) -> bool:
    """Say whether a text has the form of a currency code. Source: ISO 4217."""
    return len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()


@dataclass(frozen=True, slots=True)
class Balance:
    """How the two sides' returns compare."""

    ours: Fraction
    """What we receive in worth for each point of cost."""
    theirs: Fraction
    balance: Fraction
    """Smaller return over larger, 0 (one side gains nothing) to 1 (both gain alike)."""
    favoured: Side | None
    """The side with the larger return; None when they are equal."""


def foremost(exchanges: Sequence[Exchange], giver: Side) -> tuple[Exchange, ...]:
    """Return what one side gives, what matters most to us first: by our cost where we give, else by its worth to us."""
    given = [one for one in exchanges if one.giver is giver]
    return tuple(sorted(given, key=lambda one: -(one.cost if giver is Side.OURS else one.worth)))


@dataclass(frozen=True, slots=True)
class MoneySum:
    """What one side gives in one currency."""

    giver: Side
    currency: str
    low: Decimal
    high: Decimal
    """At least `low`; the same where only one figure is known of everything in it."""


def money_sums(exchanges: Sequence[Exchange]) -> tuple[MoneySum, ...]:
    """Return the amounts that each side gives, added up for each currency apart: ours first, by currency.

    An item with one figure counts with it at both ends. Amounts are never added to points or across currencies.
    """
    sums: dict[tuple[Side, str], tuple[Decimal, Decimal]] = {}
    for one in exchanges:
        ends = [amount for amount in (one.amount_low, one.amount_high) if amount is not None]
        if ends:
            low, high = sums.get((one.giver, one.currency), (Decimal(0), Decimal(0)))
            sums[one.giver, one.currency] = low + ends[0], high + ends[-1]
    order = sorted(sums, key=lambda key: (key[0] is not Side.OURS, key[1]))
    return tuple(MoneySum(*key, *sums[key]) for key in order)


def balance(exchanges: Sequence[Exchange]) -> Balance | None:
    """Return both sides' returns and their balance.

    Returns:
        None where a side gives nothing (no cost), or both returns are zero.

    Source:
        Ours. The idea of comparing each side's outcome over its input: equity theory, Adams (1965).
    """
    cost = {side: sum(e.cost for e in exchanges if e.giver is side) for side in Side}
    received = {side: sum(e.worth for e in exchanges if e.giver is not side) for side in Side}
    if not cost[Side.OURS] or not cost[Side.THEIRS]:
        return None
    ours, theirs = (Fraction(received[side], cost[side]) for side in (Side.OURS, Side.THEIRS))
    if not ours and not theirs:
        return None
    favoured = None if ours == theirs else (Side.OURS if ours > theirs else Side.THEIRS)
    return Balance(ours, theirs, min(ours, theirs) / max(ours, theirs), favoured)
