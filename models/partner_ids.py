"""Many ids in one piece: 100,000 of them take 3.5 MB instead of 10, and pages hold two such lists while they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

WIDTH = 36
"""Characters of a UUID as text; every id of a workspace is one."""


class PartnerIds(Sequence[str]):
    """A sequence of ids. What is read from it is made when it is read."""

    __slots__ = ("_text",)

    def __init__(self, pieces: Iterable[Sequence[str]]) -> None:
        """Pack ids.

        Args:
            pieces: Lists of ids, in order.

        Raises:
            ValueError: One of them is no UUID as text.
        """
        packed = []
        for piece in pieces:
            if any(len(one) != WIDTH for one in piece):
                raise ValueError("an id is not 36 characters long")
            packed.append("".join(piece))
        self._text = "".join(packed)

    def __len__(self) -> int:
        return len(self._text) // WIDTH

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return one id, or a list of some."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = place + len(self) if place < 0 else place
        if not 0 <= at < len(self):
            raise IndexError("no such id")
        return self._text[at * WIDTH : (at + 1) * WIDTH]

    def __iter__(self) -> Iterator[str]:
        return (self._text[at : at + WIDTH] for at in range(0, len(self._text), WIDTH))

    def __contains__(self, wanted: object) -> bool:
        return self.place_of(str(wanted)) is not None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(str.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def place_of(self, wanted: str) -> int | None:
        """Return where an id stands, None when it is not among them."""
        if len(wanted) != WIDTH:
            return None
        at = self._text.find(wanted)
        while at >= 0 and at % WIDTH:  # across two others
            at = self._text.find(wanted, at + 1)
        return None if at < 0 else at // WIDTH
