"""The order of a line that holds right-to-left letters: the Unicode bidirectional algorithm, levels by paragraph.

python-bidi only reorders whole paragraphs, and a line can be ordered only after it was broken: the levels come from the
paragraph here, and each line is reordered by them. The tests compare every step with python-bidi.

Source:
    Unicode Standard Annex #9, revision 46 (Unicode 15), rules P2 to L2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from reports.direction_types import resolve_neutrals, resolve_weak

_MOST = 125
"""The deepest level of UAX 9."""
_EMBEDDINGS = frozenset({"RLE", "LRE", "RLO", "LRO"})
_ISOLATES = frozenset({"RLI", "LRI", "FSI"})
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_TRAILING = _REMOVED | _ISOLATES | {"WS", "PDI"}


@dataclass(frozen=True, slots=True)
class Directions:
    """The resolved directions of one paragraph.

    Attributes:
        base: 0 when the paragraph runs left to right, 1 when right to left.
        levels: One a character; odd ones run right to left.
    """

    base: int
    levels: bytes


def resolve_directions(paragraph: str, base: int | None = None) -> Directions:
    """Return the level of every character of a paragraph without newlines.

    Args:
        paragraph: As typed, controls included.
        base: 0 or 1; None takes it from the first strong character. A paragraph of nothing but isolates and spaces
            takes it from inside the first: that is how `reports.text` hands over a text of its own.
    """
    kinds = [bidirectional(char) or "L" for char in paragraph]
    ends = _match_isolates(kinds)
    if base is None:
        inside = _only_isolates(kinds, ends)
        base = _first_strong(kinds, ends, inside.start, inside.stop)
    levels = _explicit_levels(kinds, ends, base)
    resolved = list(levels)
    for sequence in _isolating_runs(kinds, levels, ends):
        own = _resolve_sequence(paragraph, kinds, levels, sequence, base)
        for at, level in zip(sequence, own, strict=True):
            resolved[at] = level
    _settle_removed(kinds, resolved, base)
    return Directions(base, bytes(resolved))


def visual_runs(line: str, levels: bytes, base: int) -> list[tuple[int, int, int]]:
    """Return the pieces of one line as (level, start, end), from left to right.

    Args:
        line: As much of the paragraph as stands on the line.
        levels: Of its characters, from `resolve_directions`.
        base: Of its paragraph; spaces at the line's end take it (rule L1).
    """
    end = len(line)
    while end and bidirectional(line[end - 1]) in _TRAILING:
        end -= 1
    own = bytearray(levels[:end]) + bytes([base]) * (len(line) - end)
    for at, char in enumerate(line):
        if bidirectional(char) in {"S", "B"}:
            own[at] = base
    runs = _level_runs(own)
    highest = max(own, default=0)
    lowest_odd = min((level for level in own if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        _reverse_from(runs, level)
    return runs


def _level_runs(levels: Sequence[int]) -> list[tuple[int, int, int]]:
    runs = []
    start = 0
    for at in range(1, len(levels) + 1):
        if at == len(levels) or levels[at] != levels[start]:
            runs.append((levels[start], start, at))
            start = at
    return runs


def _reverse_from(runs: list[tuple[int, int, int]], level: int) -> None:
    """Reverse every stretch of pieces of at least this level (rule L2)."""
    start = 0
    while start < len(runs):
        end = start
        while end < len(runs) and runs[end][0] >= level:
            end += 1
        if end > start:
            runs[start:end] = runs[start:end][::-1]
        start = end + 1


def _match_isolates(kinds: Sequence[str]) -> dict[int, int]:
    """Return where the isolate that each initiator opens is closed; one that stays open is missing (BD9)."""
    open_at: list[int] = []
    ends: dict[int, int] = {}
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            open_at.append(at)
        elif kind == "PDI" and open_at:
            ends[open_at.pop()] = at
    return ends


def _first_strong(kinds: Sequence[str], ends: dict[int, int], start: int, end: int) -> int:
    """Return the direction of the first strong character outside isolates; 0 when there is none (P2, P3)."""
    at = start
    while at < end:
        kind = kinds[at]
        if kind == "L":
            return 0
        if kind in {"R", "AL"}:
            return 1
        at = ends.get(at, end) if kind in _ISOLATES else at
        at += 1
    return 0


def _only_isolates(kinds: Sequence[str], ends: dict[int, int]) -> range:
    """Return the inside of the first isolate when nothing but spaces and isolates stand beside it, else everything."""
    first = None
    at = 0
    while at < len(kinds):
        if at in ends:
            first = at if first is None else first
            at = ends[at]
        elif kinds[at] != "WS":
            first = None
            break
        at += 1
    return range(len(kinds)) if first is None else range(first + 1, ends[first])


def _explicit_levels(kinds: list[str], ends: dict[int, int], base: int) -> list[int]:
    """Return the levels that the controls ask for (X1 to X8); overridden kinds are changed in place."""
    nesting = _Nesting(base)
    levels = [base] * len(kinds)
    for at, kind in enumerate(kinds):
        levels[at] = nesting.level
        if kind in _EMBEDDINGS or kind in _ISOLATES:
            kinds[at] = nesting.override or kind if kind in _ISOLATES else kind
            if kind == "FSI":
                kind = "RLI" if _first_strong(kinds, ends, at + 1, ends.get(at, len(kinds))) else "LRI"  # noqa: PLW2901
            nesting.open(kind)
        elif kind == "PDI":
            nesting.close_isolate()
            levels[at] = nesting.level
            kinds[at] = nesting.override or kind
        elif kind == "PDF":
            nesting.close_embedding()
        elif kind == "B":
            levels[at] = base
        elif nesting.override and kind != "BN":
            kinds[at] = nesting.override
    return levels


class _Nesting:
    """The embeddings and isolates that are open, with what was opened too deep counted (X1)."""

    def __init__(self, base: int) -> None:
        self._stack = [(base, "", False)]
        self._lost_isolates = 0
        self._lost_embeddings = 0

    @property
    def level(self) -> int:
        return self._stack[-1][0]

    @property
    def override(self) -> str:
        """The kind that every character here takes; empty for none."""
        return self._stack[-1][1]

    def open(self, kind: str) -> None:
        """Go one level deeper (X2 to X5b)."""
        deeper = (self.level + 1) | 1 if kind[0] == "R" else (self.level + 2) & ~1
        isolate = kind in _ISOLATES
        if deeper <= _MOST and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append((deeper, {"RLO": "R", "LRO": "L"}.get(kind, ""), isolate))
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def close_isolate(self) -> None:
        """Leave the innermost isolate with all that was opened in it (X6a)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif any(isolate for _, _, isolate in self._stack):
            self._lost_embeddings = 0
            while not self._stack.pop()[2]:
                pass

    def close_embedding(self) -> None:
        """Leave the innermost embedding, never the isolate around it (X7)."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()


def _isolating_runs(kinds: Sequence[str], levels: Sequence[int], ends: dict[int, int]) -> Iterator[list[int]]:
    """Yield the places of each isolating run sequence without what rule X9 removes (BD13)."""
    kept = [at for at, kind in enumerate(kinds) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for at in kept:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    closers = set(ends.values())
    begins = {run[0]: run for run in runs}
    for run in runs:
        if run[0] in closers:
            continue
        sequence = list(run)
        while sequence[-1] in ends and (following := begins.get(ends[sequence[-1]])):
            sequence += following
        yield sequence


def _resolve_sequence(
    paragraph: str, kinds: Sequence[str], levels: Sequence[int], sequence: Sequence[int], base: int
) -> list[int]:
    """Return the final levels of one isolating run sequence (W1 to I2)."""
    level = levels[sequence[0]]
    before = next((levels[at] for at in range(sequence[0] - 1, -1, -1) if kinds[at] not in _REMOVED), base)
    after = base
    if kinds[sequence[-1]] not in _ISOLATES:
        following = range(sequence[-1] + 1, len(kinds))
        after = next((levels[at] for at in following if kinds[at] not in _REMOVED), base)
    sides = ("LR"[max(level, before) % 2], "LR"[max(level, after) % 2])
    own = [kinds[at] for at in sequence]
    marks = [kind == "NSM" for kind in own]
    resolve_weak(own, sides[0])
    resolve_neutrals(own, [paragraph[at] for at in sequence], marks, sides, level)
    deeper = {"R": 0} if level % 2 else {"L": 0, "R": 1}
    return [level + deeper.get(kind, 2 - level % 2) for kind in own]


def _settle_removed(kinds: Sequence[str], levels: list[int], base: int) -> None:
    """Give removed controls the level of the character before them, so that they divide nothing."""
    last = base
    for at, kind in enumerate(kinds):
        if kind in _REMOVED:
            levels[at] = last
        last = levels[at]
