"""Figures in the window follow the user's locale, and an amount is read as it is shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from PySide6.QtCore import QLocale

from assessments.cell_parsing import parse_value, value_text
from assessments.sheet_columns import column
from assessments.sheets import Sheet
from assessments.wording_figures import LARGE_FIGURE, SMALL_FIGURE, figure
from tests.locales import in_locale, locales_with_our_digits
from tests.sheet_strategies import amounts
from ui.theme.figures import own_figures
from ui.widgets.pill import say

OURS = locales_with_our_digits()
AMOUNT = column(Sheet.EXCHANGES, "amount_low")
ENGLISH = ("0.5", "60.4", "999", "1,000", "1,234.5", "90,000", "90000.50", "1,234,567", "999,999,999,999.99")


def test_there_are_many_ways_to_write_a_figure() -> None:
    signs = {(one.groupSeparator(), one.decimalPoint()) for one in OURS.values()}
    assert {(",", "."), (".", ","), ("\u00a0", ","), ("\u202f", ","), ("'", "."), ("'", ",")} <= signs
    assert "12,34,567" in {one.toString(1234567) for one in OURS.values()}
    assert "1234" in {one.toString(1234) for one in OURS.values()}


# Ewe alone leaves five digits ungrouped; here they are grouped.
@pytest.mark.parametrize("name", sorted(OURS.keys() - {"ee"}))
@pytest.mark.parametrize("english", ENGLISH)
def test_a_figure_is_written_as_the_locale_writes_it(name: str, english: str) -> None:
    with in_locale(name):
        shown, locale = figure(english, own_figures), QLocale()
    if name == "gez":  # its sign between groups is a letter that could not be typed into an amount
        assert shown == english
        return
    if "," not in english:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    decimals = len(english.partition(".")[2])
    assert shown == locale.toString(float(english.replace(",", "")), "f", decimals)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("de_DE", "1.234.567,89"),
        ("fr_FR", "1\u202f234\u202f567,89"),
        ("de_CH", "1'234'567.89"),
        ("en_IN", "12,34,567.89"),
        ("pl_PL", "1\u00a0234\u00a0567,89"),
        ("en_GB", "1,234,567.89"),
        ("C", "1,234,567.89"),
        ("ar_EG", "1,234,567.89"),  # with digits of its own
    ],
)
def test_the_window_writes_figures_as_its_user_does(name: str, shown: str) -> None:
    with in_locale(name):
        assert figure("1,234,567.89", say) == shown


def test_nothing_else_that_the_window_says_is_taken_for_a_figure() -> None:
    with in_locale("de_DE"):
        assert [say(words) for words in ("Goals", "1,234", "12.5")] == ["Goals", "1,234", "12.5"]
        assert (say(LARGE_FIGURE), say(SMALL_FIGURE)) == ("12.345.678,90", "1.234,5")


@pytest.mark.parametrize("name", sorted(OURS))
@given(amount=amounts)
def test_an_amount_is_read_as_its_cell_shows_it(name: str, amount: Decimal) -> None:
    with in_locale(name):
        assert parse_value(AMOUNT, value_text(AMOUNT, amount, own_figures), say=own_figures) == amount


@pytest.mark.parametrize("name", sorted(OURS))
@pytest.mark.parametrize(
    ("text", "amount"),
    [("1.234", "1234"), ("1,234", "1234"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("90 000,50", "90000.5")],
)
def test_an_amount_from_anywhere_means_the_same_everywhere(name: str, text: str, amount: str) -> None:
    with in_locale(name):
        assert parse_value(AMOUNT, text, say=own_figures) == Decimal(amount)


@pytest.mark.parametrize("text", ["12,34,567", "1,23,456.50"])
def test_groups_of_two_are_read_only_where_they_are_written(text: str) -> None:
    with in_locale("en_IN"):
        assert parse_value(AMOUNT, text, say=own_figures) == Decimal(text.replace(",", ""))
    for name in ("en_US", "de_DE"):
        with in_locale(name), pytest.raises(ValueError, match="is not an amount"):
            parse_value(AMOUNT, text, say=own_figures)


@pytest.mark.parametrize(
    ("name", "examples"),
    [("de_DE", "90.000 or 90000,50"), ("de_CH", "90'000 or 90000.50"), ("en_US", "90,000 or 90000.50")],
)
def test_a_refused_amount_is_told_in_the_users_own_writing(name: str, examples: str) -> None:
    with in_locale(name), pytest.raises(ValueError, match=f"write it as {examples}, without the currency"):
        parse_value(AMOUNT, "ninety", say=own_figures)
    with in_locale(name), pytest.raises(ValueError, match=r"write it as 90,000 or 90000\.50, without the currency"):
        parse_value(AMOUNT, "ninety")
