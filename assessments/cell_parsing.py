"""What a person types or pastes into a cell, as a value; what cannot be read for certain is refused with the reason.

Text is data: a cell that begins with = stays that text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assessments.question_names import question_named
from assessments.questionnaire import Questionnaire
from assessments.sheet_columns import Column, ColumnKind
from assessments.text_rules import clean_cell
from assessments.value_exchange import HIGHEST_AMOUNT, is_currency
from assessments.wording_figures import Say, figure

CellValue = str | int | Decimal | date | StrEnum | None

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_BETWEEN_GROUPS = "[.,' ]"
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}({_BETWEEN_GROUPS})\d{{3}}(?:\1\d{{3}})*", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WHOLE = re.compile(r"(\d{1,3})(?:[.,]0{1,2})?")
_LONGEST_NUMBER = 40


def parse_value(column: Column, text: str, questionnaire: Questionnaire | None = None, say: Say = str) -> CellValue:
    """Return the value of a cell; of an empty one the column's default, or None where there is none.

    Args:
        column: What the cell takes.
        text: As typed or pasted. Only texts keep white space around them.
        questionnaire: Whose questions can be named; None takes any text for an id.
        say: Writes the figures of a refusal, and of `value_text`; amounts are read as it groups them too.

    Raises:
        ValueError: A sentence that says what is expected.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if column.kind is ColumnKind.TEXT:
        return clean_cell(text, column.title, required=column.required, say=say)
    bare = text.strip(" \n\t\u00a0")
    if not bare:
        if column.required:
            raise ValueError(f"{column.title} is missing: {expected(column, say)}.")
        return "" if column.kind in (ColumnKind.CURRENCY, ColumnKind.QUESTION) else column.default
    if column.kind is ColumnKind.QUESTION:
        return _question(column, bare, questionnaire)
    if column.kind is ColumnKind.CHOICE:
        return _choice(column, bare)
    if column.kind is ColumnKind.MONEY:
        return _amount(bare, say)
    return _number(column, bare) if column.kind not in _READERS else _READERS[column.kind](bare)


def value_text(column: Column, value: CellValue, say: Say = str) -> str:
    """Return a value as the text that `parse_value` reads back with the same `say`."""
    if value is None:
        return ""
    if isinstance(value, StrEnum):
        return next(word for choice, word in column.choices if choice is value)
    if isinstance(value, date):
        return value.isoformat()
    return figure(f"{value:,.2f}".removesuffix(".00"), say) if isinstance(value, Decimal) else str(value)


def expected(column: Column, say: Say = str) -> str:
    """Return what a cell takes, in words for the end of a sentence."""
    if column.kind is ColumnKind.CHOICE:
        return "one of " + ", ".join(word for _, word in column.choices)
    return {
        ColumnKind.TEXT: "a text",
        ColumnKind.POINTS: "a whole number from 0 to 5",
        ColumnKind.LEVEL: "a whole number from 1 to 5",
        ColumnKind.DATE: "a day such as 2026-12-31",
        ColumnKind.MONEY: f"an amount such as {figure('90,000', say)}",
        ColumnKind.CURRENCY: "three letters such as EUR",
        ColumnKind.QUESTION: "the number or title of a question, such as G1",
    }[column.kind]


def _choice(column: Column, text: str) -> StrEnum:
    wished = _folded(text)
    for value, word in column.choices:
        if wished in (_folded(word), _folded(value.value)):
            return value
    raise ValueError(f"{_shown(text)} is not known: {expected(column)}.")


def _question(column: Column, text: str, questionnaire: Questionnaire | None) -> str:
    if questionnaire is None:
        return clean_cell(text, column.title)
    found = question_named(questionnaire, text)
    if found is None:
        raise ValueError(f"{_shown(text)} is no question of this questionnaire: {expected(column)}.")
    return found


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text).casefold()


def _number(column: Column, text: str) -> int:
    found = _WHOLE.fullmatch(text) if text.isascii() else None
    number = int(found[1]) if found else -1
    least = 1 if column.kind is ColumnKind.LEVEL else 0
    if not least <= number <= 5:
        raise ValueError(f"{_shown(text)} does not fit {column.title}: {expected(column)}.")
    return number


def _date(text: str) -> date:
    if text.isascii():
        if found := _ISO.fullmatch(text):
            return _day(text, *found.groups())
        if found := _DOTTED.fullmatch(text):
            return _day(text, found[3], found[2], found[1])
        if found := _SLASHED.fullmatch(text):
            return _slashed(text, int(found[1]), int(found[2]), found[3])
    raise ValueError(f"{_shown(text)} is not a day: write it as 2026-12-31.")


def _slashed(text: str, first: int, second: int, year: str) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise ValueError(
            f"{_shown(text)} can be {year}-{first:02}-{second:02} or {year}-{second:02}-{first:02}: "
            "write the one that is meant."
        )
    month, day = (second, first) if first > 12 else (first, second)
    return _day(text, year, str(month), str(day))


def _day(text: str, year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"{_shown(text)} is not a day of the calendar.") from None


def _amount(text: str, say: Say) -> Decimal:
    """Read an amount of at most two decimals, so that a group of three digits is always one of thousands.

    Other groups are read only where `say` writes them: 12,34,567 in India. None begins with a zero: 0.500 is a half.
    """
    bare = _one_sign_each(text)
    whole, decimals, point = bare, "", ""
    if found := re.fullmatch(r"(.*\d)([.,])(\d{1,2})", bare):
        whole, point, decimals = found.groups()
    digits = re.sub(_BETWEEN_GROUPS, "", whole)
    if len(bare) > _LONGEST_NUMBER or not (digits.isascii() and digits.isdigit()):
        raise _no_amount(text, say)
    grouped = _GROUPED.fullmatch(whole) or whole == _one_sign_each(figure(f"{int(digits):,}", say))
    if digits != whole and not (grouped and point not in (set(whole) - set(digits))):
        raise _no_amount(text, say)
    amount = Decimal(digits + (f".{decimals}" if decimals else ""))
    if amount > HIGHEST_AMOUNT:
        raise ValueError(f"An amount is at most {figure(f'{HIGHEST_AMOUNT:,}', say)}.")
    return amount


def _one_sign_each(text: str) -> str:
    """Return a figure with one kind of space and one kind of apostrophe between its groups."""
    return _SPACES.sub(" ", text).replace("\u2019", "'")


def _no_amount(text: str, say: Say) -> ValueError:
    grouped, decimals = figure("90,000", say), figure("90000.50", say)
    return ValueError(f"{_shown(text)} is not an amount: write it as {grouped} or {decimals}, without the currency.")


def _currency(text: str) -> str:
    code = text.upper()
    if not is_currency(code):
        raise ValueError(f"{_shown(text)} is not a currency code: three letters such as EUR.")
    return code


def _shown(text: str) -> str:
    short = text if len(text) <= 40 else f"{text[:39]}…"
    return f"“{short}”"


_READERS: dict[ColumnKind, Callable[[str], CellValue]] = {
    ColumnKind.DATE: _date,
    ColumnKind.CURRENCY: _currency,
}
