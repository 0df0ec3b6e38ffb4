"""Long work that is watched: how far it is, and a way to give it up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Watch = Callable[[int, int], object]
"""Called between steps with those done and those in all. What it raises ends the work, and nothing of it stays."""
_CALLS = 200
"""A bar shows no finer steps, and each call may wake another thread."""

Item = TypeVar("Item")


def unwatched(_done: int, _total: int) -> None:
    """Watch nothing."""


def watched(items: Sequence[Item], watch: Watch) -> Iterator[Item]:
    """Yield items, and call `watch` before every one, or before every so many when there are more than 200."""
    apart = max(1, len(items) // _CALLS)
    for done, item in enumerate(items):
        if done % apart == 0:
            watch(done, len(items))
        yield item
