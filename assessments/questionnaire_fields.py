"""Reading one table of a questionnaire file field by field: every refusal names the file, the place and the field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessments.text_rules import TextRefused, clean_text

ID = re.compile(r"[A-Za-z0-9_-]{1,20}")
LONGEST_TEXT = 2_000


class QuestionnaireError(ValueError):
    """A questionnaire file that cannot be used; the message names the file, the question and the field."""


class Fields:
    """The fields of one table. Each is asked for once; `finish` refuses what was not asked for."""

    def __init__(self, data: object, place: str) -> None:
        """Start reading.

        Args:
            data: What stands in the file.
            place: File and table in words, for messages: 'ai.toml, question "T4"'.

        Raises:
            QuestionnaireError: It is not a table.
        """
        if not isinstance(data, Mapping):
            raise QuestionnaireError(f"{place}: expected a table of fields, found {_kind(data)}.")
        self._left: dict[str, Any] = dict(data)
        self.place = place

    def refuse(self, field: str, expected: str, found: object) -> QuestionnaireError:
        """Return the error for a field that holds something else than expected."""
        return QuestionnaireError(f'{self.place}: the field "{field}" must be {expected}, not {_shown(found)}.')

    def take(self, field: str, default: object = None) -> Any:
        """Return a field as it stands; without a default it has to be there."""
        if field in self._left:
            return self._left.pop(field)
        if default is None:
            raise QuestionnaireError(f'{self.place}: the field "{field}" is missing.')
        return default

    def text(self, field: str) -> str:
        """Return one line of visible text."""
        found = self.take(field)
        if not isinstance(found, str) or not found.strip() or "\n" in found or len(found) > LONGEST_TEXT:
            raise self.refuse(field, f"one line of text of 1 to {LONGEST_TEXT:,} characters", found)
        try:
            return clean_text(found)
        except TextRefused as error:
            raise QuestionnaireError(f'{self.place}: the field "{field}" cannot be used. {error}') from error

    def id(self, field: str = "id") -> str:
        """Return an id: letters, digits, hyphens and underscores, at most 20."""
        found = self.take(field)
        if not isinstance(found, str) or not ID.fullmatch(found):
            raise self.refuse(field, "1 to 20 letters, digits, hyphens or underscores", found)
        return found

    def flag(self, field: str) -> bool:
        """Return true or false."""
        found = self.take(field)
        if not isinstance(found, bool):
            raise self.refuse(field, "true or false", found)
        return found

    def number(self, field: str, low: int = 0, high: int | None = None) -> Fraction:
        """Return an exact number above `low` (or equal to it, above 0) and up to `high`."""
        found = self.take(field)
        value = _exact(found)
        expected = f"a number above {low}" + (f" and up to {high}" if high is not None else "")
        if value is None or value <= low or (high is not None and value > high):
            raise self.refuse(field, expected, found)
        return value

    def whole(self, field: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        found = self.take(field, default)
        if isinstance(found, bool) or not isinstance(found, int) or not low <= found <= high:
            raise self.refuse(field, f"a whole number from {low} to {high}", found)
        return found

    def texts(self, field: str, count: int) -> tuple[str, ...]:
        """Return exactly so many lines of text."""
        found = self.take(field)
        if not isinstance(found, list) or len(found) != count:
            raise self.refuse(field, f"a list of {count} texts", found)
        lines = [Fields({f"{field} {place}": line}, self.place) for place, line in enumerate(found, start=1)]
        return tuple(line.text(f"{field} {place}") for place, line in enumerate(lines, start=1))

    def tables(self, field: str) -> list[Any]:
        """Return a list with at least one entry."""
        found = self.take(field)
        if not isinstance(found, list) or not found:
            raise self.refuse(field, "a list with at least one entry", found)
        return found

    def finish(self) -> None:
        """Refuse fields that nobody asked for: a misspelt one would be ignored silently."""
        for field in self._left:
            raise QuestionnaireError(f"{self.place}: the field {_shown(field)} is not known. Remove it or correct it.")


_MOST_DIGITS = 20
"""Larger exponents ("1e999999999") would take the machine's memory before any bound could be checked."""


def _exact(found: object) -> Fraction | None:
    if isinstance(found, bool) or not isinstance(found, int | Decimal | str):
        return None
    if isinstance(found, Decimal) and (not found.is_finite() or abs(found.adjusted()) > _MOST_DIGITS):
        return None
    if isinstance(found, str) and (len(found) > 2 * _MOST_DIGITS or not set(found) <= set("0123456789./-")):
        return None
    try:
        value = Fraction(found)
    except (ValueError, ZeroDivisionError):
        return None
    # Bounds keep hand-made files from asking for arithmetic with millions of digits.
    return value if max(abs(value.numerator), value.denominator) < 10**12 else None


def _kind(found: object) -> str:
    return {list: "a list", str: "a text", bool: "true or false"}.get(type(found), "a single value")


def _shown(found: object) -> str:
    text = ascii(found) if not isinstance(found, Decimal) else str(found)
    return text if len(text) <= 60 else text[:57] + "..."


def named_fields(table: object, name: str, what: str, place: int) -> Fields:
    """Start reading a table that has an id, which messages then call it by; by its place where the id is none.

    Args:
        table: What stands in the file.
        name: The file's name.
        what: What the table is, as "question".
        place: From 1, among its like.

    Raises:
        QuestionnaireError: It is not a table.
    """
    key = table.get("id") if isinstance(table, Mapping) else None
    known = isinstance(key, str) and ID.fullmatch(key)
    return Fields(table, f'{name}, {what} "{key}"' if known else f"{name}, {what} {place}")
