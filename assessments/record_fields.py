"""Reads JSON values strictly: every refusal names the place, as in `partners[3].name`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

from assessments.text_rules import TextRefused, clean_name, clean_text

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

_MISSING = object()


class RecordError(Exception):
    """A record cannot be read. `str()` is one sentence that begins with the place in it."""


class Fields:
    """A JSON object at a place; every key must be asked for, so that none is lost unseen."""

    def __init__(self, value: object, place: str, known: tuple[str, ...]) -> None:
        """Take an object apart.

        Args:
            value: Parsed JSON.
            place: Where it stands, empty for the whole.
            known: The keys it may have.

        Raises:
            RecordError: It is no object, or has another key.
        """
        if not isinstance(value, dict):
            raise RecordError(f"{place or 'The whole'} must be an object, not {_kind(value)}.")
        self.place = place
        self._value: Mapping[str, object] = value
        for key in value:
            if key not in known:
                raise RecordError(f"{self.at(str(key))} is not known here.")

    def at(self, key: str) -> str:
        """Return the place of a key."""
        return f"{self.place}.{key}" if self.place else key

    def has(self, key: str) -> bool:
        """Say whether the key is there with a value."""
        return self._value.get(key) is not None

    def raw(self, key: str) -> object:
        """Return a value that must be there."""
        value = self._value.get(key, _MISSING)
        if value is _MISSING:
            raise RecordError(f"{self.at(key)} is missing.")
        return value

    def text(self, key: str, limit: int = 100_000) -> str:
        """Return a text that obeys the text rules; empty when the key is missing."""
        value = self._value.get(key, "")
        return checked_text(value, self.at(key), lambda text: clean_text(text, limit))

    def name(self, key: str) -> str:
        """Return a name: one line, not blank."""
        return checked_text(self.raw(key), self.at(key), clean_name)

    def name_or_empty(self, key: str) -> str:
        """Return a name, or an empty text."""
        return self.name(key) if self._value.get(key) else self.text(key, 0)

    def code(self, key: str, length: int = 40) -> str:
        """Return a short identifying text that is not empty."""
        text = self.text(key, length)
        if not text:
            raise RecordError(f"{self.at(key)} is missing or empty.")
        return text

    def whole(self, key: str, least: int, most: int) -> int | None:
        """Return a whole number in a range, or None."""
        value = self._value.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise RecordError(f"{self.at(key)} must be a whole number from {least} to {most}, not {_kind(value)}.")
        return value

    def yes(self, key: str) -> bool:
        """Return true or false; false when missing."""
        value = self._value.get(key, False)
        if not isinstance(value, bool):
            raise RecordError(f"{self.at(key)} must be true or false, not {_kind(value)}.")
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """Return a member of an enumeration by its value."""
        value = self.raw(key)
        for member in kind:
            if member.value == value and type(value) is not bool:
                return member
        known = ", ".join(str(member.value) for member in kind)
        raise RecordError(f"{self.at(key)} must be one of {known}, not {_kind(value)}.")

    def day(self, key: str) -> date | None:
        """Return a day written as 2026-11-24, or None."""
        value = self._value.get(key)
        if value is None:
            return None
        return self._parsed(key, value, _day, "a day such as 2026-11-24", 10)

    def moment(self, key: str) -> datetime:
        """Return a moment with its offset, in UTC."""
        moment = self._parsed(
            key, self.raw(key), datetime.fromisoformat, "a moment such as 2026-11-24T09:30:00+00:00", None
        )
        if moment.tzinfo is None:
            raise RecordError(f"{self.at(key)} must name its offset, such as +00:00.")
        try:
            return moment.astimezone(UTC)
        except OverflowError:
            raise RecordError(f"{self.at(key)} is outside the calendar.") from None

    def id(self, key: str) -> UUID:
        """Return a UUID in its usual writing."""
        identity = self._parsed(key, self.raw(key), UUID, "a UUID", 36)
        if str(identity) != self._value[key]:
            raise RecordError(f"{self.at(key)} must be a UUID in small letters.")
        return identity

    def items(self, key: str, most: int) -> Iterator[tuple[str, object]]:
        """Iterate over a list with the place of each item; nothing when the key is missing."""
        value = self._value.get(key, [])
        if not isinstance(value, list):
            raise RecordError(f"{self.at(key)} must be a list, not {_kind(value)}.")
        if len(value) > most:
            raise RecordError(f"{self.at(key)} has {len(value)} items; {most} is the most.")
        return ((f"{self.at(key)}[{index}]", item) for index, item in enumerate(value))

    def _parsed(self, key: str, value: object, parse: Callable[[str], T], what: str, length: int | None) -> T:
        if isinstance(value, str) and value.isascii() and length in (None, len(value)):
            try:
                return parse(value)
            except ValueError:
                pass
        raise RecordError(f"{self.at(key)} must be {what}, not {_kind(value)}.")


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text:  # week dates are ISO too, and as long
        raise ValueError(text)
    return day


def checked_text(value: object, place: str, check: Callable[[str], str]) -> str:
    """Return a text that passes a text rule.

    Raises:
        RecordError: It is no text, or the rule refuses it.
    """
    if not isinstance(value, str):
        raise RecordError(f"{place} must be a text, not {_kind(value)}.")
    try:
        return check(value)
    except TextRefused as error:
        raise RecordError(f"{place}: {error}") from error


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    if isinstance(value, str) and len(value) <= 40 and value.isprintable():
        return f"“{value}”"
    return names.get(type(value), f"{value!r:.40}")
