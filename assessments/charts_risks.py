"""The risks' heat map: where they stand before and after their responses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessments.charts_hatch import hatching
from assessments.charts_text import fitted, text_width
from assessments.drawing import Box, Drawing, Label, Shape
from assessments.risk_register import HIGHEST_LEVEL, SERIOUS_EXPOSURE, Risk, numbered
from assessments.wording_figures import Say

_STEPS = ((SERIOUS_EXPOSURE, "decline"), (10, "pilot"), (5, "conditions"), (1, "proceed"))
"""Lowest exposure -> palette role of a cell's hatching and, soft, of its ground. Ours; a cell says its exposure too."""


def heat_map(
    risks: Sequence[Risk], width: float, height: float, say: Say, *, after: bool = False, text_size: float = 9.0
) -> Drawing:
    """Return five by five cells, likelihood to the right and impact upwards, with the risks' numbers in them.

    Args:
        risks: In sheet order: the first is K1.
        width: In the drawing's unit.
        height: In the drawing's unit.
        say: Translates the words.
        after: Where the responses leave the risks. One that nobody judged after its response stands as now, and the
            map says so.
        text_size: Height of the text.
    """
    placed = {key: _place(risk, after) for key, risk in numbered(risks).items()}
    cell_width, cell_height = width / HIGHEST_LEVEL, max(1.0, (height - text_size * 1.6) / HIGHEST_LEVEL)
    shapes: list[Shape] = []
    for likelihood in range(1, HIGHEST_LEVEL + 1):
        for impact in range(1, HIGHEST_LEVEL + 1):
            left, top = (likelihood - 1) * cell_width, (HIGHEST_LEVEL - impact) * cell_height
            step, role = _step(likelihood * impact)
            cell = Box(left + 1, top + 1, cell_width - 2, cell_height - 2, f"{role}_soft", 2.0)
            here = [key for key, place in placed.items() if place == (likelihood, impact)]
            shapes += [cell, *hatching(cell, role, step, text_size)]
            shapes += _cell_words(here, likelihood * impact, cell, text_size)
    as_now = [key for key, risk in numbered(risks).items() if after and risk.exposure_after is None]
    shapes += _captions(as_now, width, height - text_size * 0.35, text_size * 0.9, say)
    title = say("Risks after the response") if after else say("Risks before the response")
    return Drawing(width, height, tuple(shapes), title, _risk_words(risks, placed, as_now, say))


def _place(risk: Risk, after: bool) -> tuple[int, int]:
    if after and risk.likelihood_after is not None and risk.impact_after is not None:
        return risk.likelihood_after, risk.impact_after
    return risk.likelihood, risk.impact


def _step(exposure: int) -> tuple[int, str]:
    """Return how many steps an exposure is above the lowest, and its role."""
    at = next(place for place, (lowest, _) in enumerate(_STEPS) if exposure >= lowest)
    return len(_STEPS) - 1 - at, _STEPS[at][1]


def _cell_words(keys: Sequence[str], exposure: int, cell: Box, size: float) -> list[Shape]:
    """Return the exposure in a corner and the risks in the middle, each on a patch of plain ground."""
    small = size * 0.75
    shapes: list[Shape] = []
    if cell.height >= size * 2.4 and cell.width >= size * 2:
        wide = text_width(str(exposure), small) + 3
        # A little below the corner, which is round.
        shapes.append(Box(cell.x + cell.width - wide, cell.y + 1, wide, small * 1.2, cell.role))
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
    wide, centre = min(text_width(words, size) + size * 0.4, cell.width), cell.x + cell.width / 2
    top = max(cell.y, middle - size * 0.95)
    patch = Box(centre - wide / 2, top, wide, min(size * 1.25, cell.y + cell.height - top), cell.role, 2.0)
    return [*shapes, patch, Label(centre, middle, words, "ink", size, "middle", True)]


def _captions(as_now: Sequence[str], width: float, base: float, size: float, say: Say) -> list[Shape]:
    """Return what the axes are, and at the right which risks stand as now; their number where they are too many."""
    axes = say("likelihood → · impact ↑")
    shapes: list[Shape] = [Label(0, base, fitted(axes, size, width), "secondary", size)]
    room = width - text_width(axes, size) - size
    for words in (say("as now: {risks}").format(risks=", ".join(as_now)), say("{n} as now").format(n=len(as_now))):
        if as_now and text_width(words, size) <= room:
            return [*shapes, Label(width, base, words, "secondary", size, "end")]
    return shapes


def _risk_words(risks: Sequence[Risk], placed: Mapping[str, tuple[int, int]], as_now: Sequence[str], say: Say) -> str:
    words = [
        say("{key} {risk}: likelihood {likelihood}, impact {impact}, exposure {exposure}.").format(
            key=key, risk=risk.risk, likelihood=likelihood, impact=impact, exposure=likelihood * impact
        )
        for risk, (key, (likelihood, impact)) in zip(risks, placed.items(), strict=True)
    ]
    if as_now:
        words.append(say("Not judged after the response, so as now: {risks}.").format(risks=", ".join(as_now)))
    return " ".join(words) or say("No risks listed.")
