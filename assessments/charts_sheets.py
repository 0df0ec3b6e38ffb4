"""The chart of the value exchange: what each side gives and receives."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.charts_text import fitted
from assessments.drawing import Box, Drawing, Label, Shape
from assessments.value_exchange import Balance, Exchange, Side, balance
from assessments.wording_figures import Say, hundredths


def exchange_columns(
    exchanges: Sequence[Exchange], width: float, height: float, say: Say, text_size: float = 9.0
) -> Drawing:
    """Return what each side gives and receives, in points, as two pairs of columns with each side's return under it.

    Args:
        exchanges: The sheet. Points only: amounts of money are never added to them.
        width: In the drawing's unit.
        height: In the drawing's unit.
        say: Translates the words.
        text_size: Height of the text.
    """
    found = balance(exchanges)
    sides = {Side.OURS: say("We"), Side.THEIRS: say("They")}
    sums = {side: _given_and_received(exchanges, side) for side in Side}
    most = max(*(value for pair in sums.values() for value in pair), 1)
    floor, room = height - text_size * 4.2, height - text_size * 5.6
    column = width / 6
    shapes: list[Shape] = []
    for place, (side, name) in enumerate(sides.items()):
        left = width / 2 * place + column / 2
        for nth, (value, word, role) in enumerate(
            zip(sums[side], (say("give"), say("receive")), ("series_4", "series_1"), strict=True)
        ):
            x = left + column * nth
            tall = max(0.0, room) * value / most
            shapes.append(Box(x + 2, floor - tall, column - 4, tall, role, min(2.0, tall / 2)))
            shapes.append(
                Label(x + column / 2, floor - tall - text_size * 0.4, str(value), "ink", text_size, "middle", True)
            )
            caption = fitted(word, text_size * 0.9, column)
            shapes.append(
                Label(x + column / 2, floor + text_size * 1.1, caption, "secondary", text_size * 0.9, "middle")
            )
        words = fitted(f"{name}: {_return_words(found, side, say)}", text_size, width / 2 - 4)
        shapes.append(Label(left + column, floor + text_size * 2.8, words, "ink", text_size, "middle"))
    return Drawing(
        width, height, tuple(shapes), say("What each side gives and receives"), _exchange_words(sums, found, say)
    )


def _given_and_received(exchanges: Sequence[Exchange], side: Side) -> tuple[int, int]:
    given = sum(one.cost for one in exchanges if one.giver is side)
    return given, sum(one.worth for one in exchanges if one.giver is not side)


def _return_words(found: Balance | None, side: Side, say: Say) -> str:
    if found is None:
        return say("no return yet")
    return say("return {value}").format(value=hundredths(found.ours if side is Side.OURS else found.theirs, say))


def _exchange_words(sums: dict[Side, tuple[int, int]], found: Balance | None, say: Say) -> str:
    (we_give, we_get), (they_give, they_get) = sums[Side.OURS], sums[Side.THEIRS]
    words = say(
        "We give {we_give} points of cost and receive {we_get} of worth; they give {they_give} and receive {they_get}."
    ).format(we_give=we_give, we_get=we_get, they_give=they_give, they_get=they_get)
    if found is None:
        return words + " " + say("No balance: a side gives nothing, or neither receives anything.")
    favoured = {None: say("both sides alike"), Side.OURS: say("us"), Side.THEIRS: say("them")}[found.favoured]
    return (
        words
        + " "
        + say("Balance {balance}, favouring {side}.").format(balance=hundredths(found.balance, say), side=favoured)
    )
