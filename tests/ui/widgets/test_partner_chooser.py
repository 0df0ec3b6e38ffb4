"""Choosing one partner by part of its name."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.partner_chooser import PartnerChooser


def test_without_partners_to_add_it_says_why_and_enter_adds_nothing(qtbot: QtBot) -> None:
    chooser = PartnerChooser(lambda _text, _most: ((), False))
    qtbot.addWidget(chooser)
    chooser.show()
    assert chooser.words.text() == "No other partner has an assessment yet."

    chooser.field.setText("Orbit")
    chooser.search()
    assert chooser.words.text() == "No other partner with an assessment matches."

    chooser.accept()
    assert chooser.isVisible()
    assert chooser.chosen() is None
