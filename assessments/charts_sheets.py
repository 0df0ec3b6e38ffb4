"""Charts of the two-sided sheets: the risks' heat map and the columns of the value exchange."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assessments.charts_text import fitted, text_width
from assessments.drawing import Box, Drawing, Label, Shape
from assessments.risk_register import HIGHEST_LEVEL, SERIOUS_EXPOSURE, Risk, numbered
from assessments.value_exchange import Balance, Exchange, Side, balance
from assessments.wording_figures import Say

_GROUNDS = ((SERIOUS_EXPOSURE, "decline_soft"), (10, "pilot_soft"), (5, "conditions_soft"), (1, "proceed_soft"))
"""Lowest exposure -> palette role of the cell. Ours; each cell says its exposure in figures too."""


def heat_map(
    risks: Sequence[Risk], width: float, height: float, say: Say, *, after: bool = False, text_size: float = 9.0
) -> Drawing:
    """Return five by five cells, likelihood to the right and impact upwards, with the risks' numbers in them.

    Args:
        risks: In sheet order: the first is K1.
        width: In the drawing's unit.
        height: In the drawing's unit.
        say: Translates the words.
        after: Where the responses leave the risks; one without a judgement after its response stays where it is.
        text_size: Height of the text.
    """
    placed = {key: _place(risk, after) for key, risk in numbered(risks).items()}
    cell_width, cell_height = width / HIGHEST_LEVEL, max(1.0, (height - text_size * 1.6) / HIGHEST_LEVEL)
    shapes: list[Shape] = []
    for likelihood in range(1, HIGHEST_LEVEL + 1):
        for impact in range(1, HIGHEST_LEVEL + 1):
            left, top = (likelihood - 1) * cell_width, (HIGHEST_LEVEL - impact) * cell_height
            cell = Box(left + 1, top + 1, cell_width - 2, cell_height - 2, _ground(likelihood * impact), 2.0)
            here = [key for key, place in placed.items() if place == (likelihood, impact)]
            shapes += [cell, *_cell_words(here, likelihood * impact, cell, text_size)]
    axes = fitted(say("likelihood → · impact ↑"), text_size * 0.9, width)
    shapes.append(Label(0, height - text_size * 0.35, axes, "secondary", text_size * 0.9))
    title = say("Risks after the response") if after else say("Risks before the response")
    return Drawing(width, height, tuple(shapes), title, _risk_words(risks, placed, say))


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


def _place(risk: Risk, after: bool) -> tuple[int, int]:
    if after and risk.likelihood_after is not None and risk.impact_after is not None:
        return risk.likelihood_after, risk.impact_after
    return risk.likelihood, risk.impact


def _ground(exposure: int) -> str:
    return next(role for lowest, role in _GROUNDS if exposure >= lowest)


def _cell_words(keys: Sequence[str], exposure: int, cell: Box, size: float) -> list[Shape]:
    small = size * 0.75
    shapes: list[Shape] = []
    if cell.height >= size * 2.4 and cell.width >= size * 2:
        shapes.append(Label(cell.x + cell.width - 2, cell.y + small, str(exposure), "faint", small, "end"))
    if not keys:
        return shapes
    words = " ".join(keys)
    if text_width(words, size) > cell.width - 2 and len(keys) > 1:
        words = f"{keys[0]}+{len(keys) - 1}"
        if text_width(words, size) > cell.width - 2:
            words = f"×{len(keys)}"
    middle = cell.y + cell.height / 2 + size * (0.6 if shapes else 0.35)
    words = fitted(words, size, cell.width - 2)
    return [*shapes, Label(cell.x + cell.width / 2, middle, words, "ink", size, "middle", True)]


def _risk_words(risks: Sequence[Risk], placed: dict[str, tuple[int, int]], say: Say) -> str:
    words = [
        say("{key} {risk}: likelihood {likelihood}, impact {impact}, exposure {exposure}.").format(
            key=key, risk=risk.risk, likelihood=likelihood, impact=impact, exposure=likelihood * impact
        )
        for risk, (key, (likelihood, impact)) in zip(risks, placed.items(), strict=True)
    ]
    return " ".join(words) or say("No risks listed.")


def _given_and_received(exchanges: Sequence[Exchange], side: Side) -> tuple[int, int]:
    given = sum(one.cost for one in exchanges if one.giver is side)
    return given, sum(one.worth for one in exchanges if one.giver is not side)


def _return_words(found: Balance | None, side: Side, say: Say) -> str:
    if found is None:
        return say("no return yet")
    return say("return {value}").format(value=_hundredths(found.ours if side is Side.OURS else found.theirs))


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
        + say("Balance {balance}, favouring {side}.").format(balance=_hundredths(found.balance), side=favoured)
    )


def _hundredths(value: Fraction) -> str:
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{hundredths // 100}.{hundredths % 100:02d}"
