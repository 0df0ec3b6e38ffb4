"""The user's locale, for as long as a test needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale


@contextmanager
def in_locale(name: str) -> Iterator[None]:
    """Have the window's user live somewhere else: "de_DE"."""
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        yield
    finally:
        QLocale.setDefault(before)


def locales_with_our_digits() -> dict[str, QLocale]:
    """Return a locale for every way to write a figure with the digits 0 to 9 that Qt knows."""
    found: dict[str, QLocale] = {}
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    for one in every:
        if one.zeroDigit() == "0" and one.language() is not QLocale.Language.C:
            found.setdefault(f"{one.toString(12345678.9, 'f', 2)} {one.toString(1234.5, 'f', 1)}", one)
    return {one.bcp47Name(): one for one in found.values()}
