"""Colours that can be read: text 4.5:1 on every ground it stands on, outlines and focus 3:1, in both schemes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.theme.palette import Appearance, Scheme, theme, tokens

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
GROUNDS = ("paper", "surface", "sunken", "accent_soft")
BANDS = ("proceed", "conditions", "pilot", "decline", "hold")
TEXT = (
    *((role, ground) for role in ("ink", "secondary", "faint") for ground in GROUNDS),
    *(("accent", ground) for ground in ("paper", "surface", "accent_soft")),
    *((band, f"{band}_soft") for band in BANDS),
    *((band, ground) for band in BANDS for ground in ("paper", "surface")),
    ("accent_text", "accent"),
    ("focus_inner", "focus_outer"),  # the primary button under the pointer
    *(
        (role, ground)
        for role in ("navigation_text", "navigation_strong")
        for ground in ("navigation", "navigation_raised")
    ),
    *((f"series_{n}", "surface") for n in range(1, 5)),
)
LINES = (
    *(("control_line", ground) for ground in ("paper", "surface")),
    *(("focus_outer", ground) for ground in (*GROUNDS, "accent")[:3]),
    ("navigation_focus", "navigation"),
    *((role, ground) for role in ("goals", "value", "trust", "risk", "learning") for ground in ("paper", "surface")),
    *((band, ground) for band in BANDS for ground in ("paper", "surface")),
)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21.

    Source:
        WCAG 2.2, relative luminance and contrast ratio.
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("role", "ground"), TEXT)
def test_text_can_be_read(scheme: Scheme, role: str, ground: str) -> None:
    assert contrast(tokens()[scheme][role], tokens()[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("role", "ground"), LINES)
def test_outlines_charts_and_focus_can_be_seen(scheme: Scheme, role: str, ground: str) -> None:
    assert contrast(tokens()[scheme][role], tokens()[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_two_tones_of_the_focus_ring_differ_so_one_is_seen_on_any_ground(scheme: Scheme) -> None:
    colours = tokens()[scheme]
    assert contrast(colours["focus_outer"], colours["focus_inner"]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_qts_own_widgets_get_readable_pairs_too(qtbot: QtBot, scheme: Appearance) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.appearance
    theme.apply(app, scheme)
    palette = app.palette()
    role = QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
    ):
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            assert contrast(palette.color(group, text).name(), palette.color(group, ground).name()) >= 4.5, text
    theme.apply(app, before)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_high_contrast_makes_every_text_and_outline_stronger(
    qtbot: QtBot, scheme: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.appearance
    monkeypatch.setattr("ui.theme.palette.wants_contrast", lambda: True)
    theme.apply(app, scheme)
    surface = theme.color("surface").name()
    for role, least in (("secondary", 7), ("faint", 7), ("control_line", 7), ("line", 3)):
        assert contrast(theme.color(role).name(), surface) >= least
    monkeypatch.undo()
    theme.apply(app, before)


def test_both_schemes_have_the_same_roles() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_hint_in_an_empty_field_can_be_read(
    qtbot: QtBot, scheme: Appearance, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.appearance
    theme.apply(app, scheme)
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("Search name, tag, note…")
    with qtbot.waitExposed(field):
        field.show()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint.alpha() == 255
    assert contrast(hint.name(), tokens()[theme.scheme]["surface"]) >= 4.5
    theme.apply(app, before)
