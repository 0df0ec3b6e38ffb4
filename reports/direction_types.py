"""The middle rules of the bidirectional algorithm: weak characters, brackets and neutral ones.

Source:
    Unicode Standard Annex #9, rules W1 to W7 and N0 to N2.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from unicodedata import category, mirrored

_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_ISOLATE_KINDS = frozenset({"LRI", "RLI", "FSI", "PDI"})
_MOST_OPEN = 63
"""Brackets deeper than this are left unpaired (BD16)."""


def resolve_weak(kinds: list[str], before: str) -> None:
    """Resolve marks, numbers and what belongs to numbers in place (W1 to W7).

    Args:
        kinds: Of one isolating run sequence; afterwards "L", "R", "EN", "AN" or neutral.
        before: "L" or "R", the direction before the sequence.
    """
    strong = previous = before
    for at, kind in enumerate(kinds):
        if kind != "NSM":
            previous = kind
        elif previous in _ISOLATE_KINDS:
            previous = "ON"
        if previous in _STRONG:
            strong = previous
        kinds[at] = "AN" if previous == "EN" and strong == "AL" else previous
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = "R"
    _join_numbers(kinds)
    strong = before
    for at, kind in enumerate(kinds):
        if kind in {"ES", "CS", "ET"}:
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind in {"L", "R"}:
            strong = kind


def _join_numbers(kinds: list[str]) -> None:
    """Make separators between two numbers and terminators beside one part of them (W4, W5)."""
    for at in range(1, len(kinds) - 1):
        sides = kinds[at - 1]
        if sides != kinds[at + 1] or sides not in {"EN", "AN"}:
            continue
        if kinds[at] == "CS" or (kinds[at] == "ES" and sides == "EN"):
            kinds[at] = sides
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and ((at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")):
            kinds[at:end] = ["EN"] * (end - at)
        at = end + 1


def resolve_neutrals(
    kinds: list[str], chars: Sequence[str], marks: Sequence[bool], sides: tuple[str, str], level: int
) -> None:
    """Resolve brackets and neutral characters in place (N0 to N2).

    Args:
        kinds: After `resolve_weak`; afterwards "L", "R", "EN" or "AN".
        chars: The characters of the sequence.
        marks: Whether each was a combining mark: one behind a bracket goes with it.
        sides: The directions before and after the sequence.
        level: Of the sequence.
    """
    own = "LR"[level % 2]
    for opened, closed in _paired_brackets(kinds, chars):
        _resolve_pair(kinds, marks, opened, closed, (own, sides[0]))
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            left = _direction(kinds[at - 1]) if at else sides[0]
            right = _direction(kinds[end]) if end < len(kinds) else sides[1]
            kinds[at:end] = [left if left == right else own] * (end - at)
        at = end + 1


def _resolve_pair(
    kinds: list[str], marks: Sequence[bool], opened: int, closed: int, own_before: tuple[str, str]
) -> None:
    """Give both brackets of a pair the direction of what they hold (N0)."""
    own, before = own_before
    inside = {_direction(kind) for kind in kinds[opened + 1 : closed]} - {""}
    if not inside:
        return
    found = own
    if own not in inside:
        earlier = next((strong for at in range(opened - 1, -1, -1) if (strong := _direction(kinds[at]))), before)
        found = earlier if earlier != own else own
    for place in (opened, closed):
        kinds[place] = found
        at = place + 1
        while at < len(kinds) and marks[at]:
            kinds[at] = found
            at += 1


def _direction(kind: str) -> str:
    """Return the direction a kind counts for beside neutrals: numbers count as right to left."""
    return "R" if kind in {"R", "EN", "AN"} else "L" if kind == "L" else ""


def _paired_brackets(kinds: Sequence[str], chars: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of matching brackets in order of the opening one (BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    closers = _closers()
    for at, char in enumerate(chars):
        if kinds[at] != "ON":
            continue
        if char in closers:
            if len(waiting) == _MOST_OPEN:
                return []
            waiting.append((closers[char], at))
        elif category(char) == "Pe":
            wanted = _same(char)
            for place in range(len(waiting) - 1, -1, -1):
                if waiting[place][0] == wanted:
                    pairs.append((waiting[place][1], at))
                    del waiting[place:]
                    break
    return sorted(pairs)


@cache
def _closers() -> dict[str, str]:
    """Return the closing bracket of every opening one (Bidi_Paired_Bracket, derived as its data file says)."""
    from bidi.mirror import MIRRORED  # type: ignore[import-untyped]

    return {one: _same(other) for one, other in MIRRORED.items() if category(one) == "Ps" and mirrored(one)}


def _same(char: str) -> str:
    """Return the angle bracket that counts as this one."""
    return {"\u232a": "\u3009"}.get(char, char)
