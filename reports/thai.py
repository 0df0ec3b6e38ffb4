"""Where a line of Thai may be broken: Thai has no spaces between words.

Source:
    BudouX (Google), a linear model over the n-grams around each place; the weights stand in `resources/line_breaks`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from unicodedata import category

from resources import FOLDER

THAI = re.compile("[\u0e01-\u0e5b]{2,}")
"""A stretch that could be broken."""
_PLACES = {
    **{f"UW{number}": (number - 4, 1) for number in range(1, 7)},
    **{f"BW{number}": (number - 3, 2) for number in range(1, 4)},
    **{f"TW{number}": (number - 4, 3) for number in range(1, 5)},
}
"""Name of a feature -> where its characters begin, counted from the place, and how many they are."""


_LEADING = "เแโใไ"
"""Vowels that are written before the consonant they follow."""


@cache
def _weights() -> tuple[list[tuple[int, int, dict[str, int]]], float]:
    """Return begin, length and weights of each feature, and the score without any."""
    model: dict[str, dict[str, int]] = json.loads((FOLDER / "line_breaks" / "thai.json").read_text(encoding="utf-8"))
    features = [(*_PLACES[name], weights) for name, weights in model.items()]
    return features, -0.5 * sum(sum(weights.values()) for weights in model.values())


def phrase_starts(stretch: str) -> list[int]:
    """Return the places in a stretch of Thai, its ends left out, before which a line may be broken."""
    features, base = _weights()
    found = []
    for place in range(1, len(stretch)):
        if stretch[place - 1] in _LEADING or category(stretch[place]) == "Mn":
            continue
        score = base
        for begin, length, weights in features:
            start = place + begin
            if start >= 0 and start + length <= len(stretch):
                score += weights.get(stretch[start : start + length], 0)
        if score > 0:
            found.append(place)
    return found
