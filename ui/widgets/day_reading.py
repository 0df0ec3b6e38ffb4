"""Days as people write them here, and back."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_OURS = ("d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "d.M.yyyy")
_SHOWN = 40


def day_words(day: date) -> str:
    """Return a day as the user's locale writes it, short: "12 Nov 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _OURS[0])


def read_day(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """Return the day that a text means, None for an empty one.

    Read are ISO (2026-11-12), the short and long way of the locale, "12 Nov 2026", "12.11.2026" (whoever writes points
    begins with the day), and the word for today or its first letter. A year of two digits is the latest that is not in
    the future.

    Args:
        text: As typed.
        today: The latest day that evidence can have.
        locale: The user's when None.

    Raises:
        ValueError: It is no day, or one after today. The sentence says how to write it.
    """
    bare = " ".join(text.split())
    if not bare:
        return None
    locale = locale or QLocale()
    word = say("today")
    if bare.casefold() in (word.casefold(), word[:1].casefold()):
        return today
    found = _iso(bare) if _ISO.fullmatch(bare) else _local(bare, today, locale)
    if found is None:
        short = bare if len(bare) <= _SHOWN else f"{bare[:_SHOWN]}…"
        example = locale.toString(QDate(today.year, today.month, today.day), _full_year(locale))
        words = say("“{text}” is not a day. Write it as {iso} or {local}.")
        raise ValueError(words.format(text=short, iso=today.isoformat(), local=example))
    if found > today:
        words = say("{day} is after today. Evidence is from today or earlier.")
        raise ValueError(words.format(day=day_words(found)))
    return found


def say(text: str) -> str:
    """Translate a text about days."""
    return QCoreApplication.translate("days", text)


def _iso(text: str) -> date | None:
    year, month, day = (int(part) for part in text.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _local(text: str, today: date, locale: QLocale) -> date | None:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    formats = [
        _full_year(locale),
        short,
        short.replace("yyyy", "yy"),
        locale.dateFormat(QLocale.FormatType.LongFormat),
        *_OURS,
    ]
    for one in (locale, QLocale.c()):
        for way in formats:
            found = one.toDate(text, way, today.year - 99)
            if found.isValid() and found.year() >= 1:
                return date(found.year(), found.month(), found.day())
    return None


def _full_year(locale: QLocale) -> str:
    """Return the locale's short way with all digits of the year."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
