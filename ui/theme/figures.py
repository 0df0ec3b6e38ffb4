"""Figures as the user's locale writes them: which signs stand before decimals and between groups."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_READ_BACK = frozenset(("", ".", ",", "'", "’", " ", "\u00a0", "\u2009", "\u202f"))
"""Signs between groups that an amount is read with."""


def own_figures(english: str) -> str:
    """Return what `assessments.wording_figures.figure` asks of a translator: its samples in the user's own writing.

    They stay English where the locale has other digits than ours, or signs that could not be typed into an amount.
    """
    locale = QLocale()
    group, decimal = locale.groupSeparator(), locale.decimalPoint()
    if locale.zeroDigit() != "0" or group not in _READ_BACK or decimal not in (".", ",") or group == decimal:
        return english
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # the locale of no country leaves groups out
    return locale.toString(float(english.replace(",", "")), "f", len(english.partition(".")[2]))
