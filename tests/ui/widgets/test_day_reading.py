"""Days as people type them: ISO, their locale's ways, a word; and what is said of the rest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale

from tests.conftest import TODAY
from tests.ui.test_strings import TEXTS
from ui.widgets.day_reading import day_words, read_day

US, DE, GB, JP, SE = (QLocale(name) for name in ("en_US", "de_DE", "en_GB", "ja_JP", "sv_SE"))


@pytest.mark.parametrize(
    ("text", "locale", "day"),
    [
        ("2026-11-12", US, date(2026, 11, 12)),
        ("2026-1-2", DE, date(2026, 1, 2)),
        ("  2026-11-12 ", DE, date(2026, 11, 12)),
        ("11/12/26", US, date(2026, 11, 12)),
        ("11/12/2025", US, date(2025, 11, 12)),
        ("12.11.26", DE, date(2026, 11, 12)),
        ("12.11.2026", DE, date(2026, 11, 12)),
        ("2.11.2026", US, date(2026, 11, 2)),
        ("02.11.2026", GB, date(2026, 11, 2)),
        ("2. November 2025", DE, None),
        ("12 Nov 2026", US, date(2026, 11, 12)),
        ("12 November 2026", GB, date(2026, 11, 12)),
        ("12 Nov. 2026", DE, date(2026, 11, 12)),
        ("12/11/2026", GB, date(2026, 11, 12)),
        ("2026/11/12", JP, date(2026, 11, 12)),
        ("2026-11-12", SE, date(2026, 11, 12)),
        ("today", US, TODAY),
        ("T", DE, TODAY),
        ("", US, None),
        ("   ", US, None),
        ("2024-02-29", US, date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_written_here(text: str, locale: QLocale, day: date | None) -> None:
    if text == "2. November 2025":
        day = date(2025, 11, 2)
        text = locale.toString(QDate(2025, 11, 2), locale.dateFormat(QLocale.FormatType.LongFormat))
    assert read_day(text, TODAY, locale) == day


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2023-02-29", "31/02/2026", "13/13/2026", "soon", "2026", "12", "0000-01-01", "-", "1e9"]
)
def test_an_impossible_day_is_refused_with_two_ways_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a day. Write it as 2026-11-23 or 23/11/2026.") as refused:
        read_day(text, TODAY, GB)
    assert f"“{text}”" in str(refused.value)


@pytest.mark.parametrize("text", ["2026-11-24", "24 Nov 2026", "24/11/2026", "2999-01-01"])
def test_a_day_after_today_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^\d+ \w+ \d{4} is after today. Evidence is from today or earlier.$"):
        read_day(text, TODAY, GB)


def test_two_digits_are_the_latest_year_that_is_not_ahead() -> None:
    assert read_day("12/11/26", TODAY, GB) == date(2026, 11, 12)
    assert read_day("12/11/27", TODAY, GB) == date(1927, 11, 12)


@pytest.mark.parametrize("locale", [US, DE, GB, JP, SE], ids=QLocale.name)
@given(day=st.dates(date(1900, 1, 1), TODAY))
def test_what_is_shown_is_read_back(locale: QLocale, day: date) -> None:
    assert read_day(day.isoformat(), TODAY, locale) == day
    assert read_day(day_words(day), TODAY) == day
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    assert read_day(locale.toString(QDate(day.year, day.month, day.day), long), TODAY, locale) == day


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_any_text_is_a_day_or_refused_in_one_sentence(text: str) -> None:
    said = ""
    try:
        found = read_day(text, TODAY)
    except ValueError as error:
        said = str(error)
    assert len(said) < 150
    assert said.endswith(".") or found is None or found <= TODAY
