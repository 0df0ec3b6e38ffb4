"""The colours in use, by role. `resources/palette.toml` has the values; nothing else in the window names a colour."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import read_toml
from ui.theme.style import style_sheet

Appearance = Literal["system", "light", "dark"]
Scheme = Literal["light", "dark"]


@cache
def tokens() -> dict[str, Any]:
    """Return the palette file as plain values."""
    return read_toml("palette.toml")


def wants_contrast() -> bool:
    """Tell whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # since Qt 6.10
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


class Theme(QObject):
    """Which scheme is shown. Widgets that paint listen to `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scheme: Scheme = "light"
        self._contrast = False
        self._appearance: Appearance = "system"
        self._values: dict[str, str] = {}
        self._colors: dict[str, QColor] = {}

    @property
    def scheme(self) -> Scheme:
        """The scheme in use."""
        return self._scheme

    @property
    def appearance(self) -> Appearance:
        """What was asked for: a scheme, or to follow the system."""
        return self._appearance

    def color(self, role: str) -> QColor:
        """Return the colour of a role in the scheme in use.

        Raises:
            KeyError: The palette has no such role.
        """
        if not self._values:
            self._values = self._chosen_values()
        if role not in self._colors:
            self._colors[role] = QColor(self._values[role])
        return self._colors[role]

    def apply(self, app: QApplication, appearance: Appearance) -> None:
        """Show a scheme at once, in every window."""
        self._appearance = appearance
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._scheme = appearance if appearance != "system" else ("dark" if dark else "light")
        self._contrast = wants_contrast()
        self._values = self._chosen_values()
        self._colors.clear()
        app.setPalette(self._qt_palette())
        app.setStyleSheet(style_sheet(self._values))
        self.changed.emit()

    def follow_system(self, app: QApplication) -> None:
        """Change along with the system while "system" is what was asked for."""
        hints = app.styleHints()
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(lambda _wish: self.apply(app, self._appearance))
        hints.colorSchemeChanged.connect(lambda: self.apply(app, "system") if self._appearance == "system" else None)

    def _chosen_values(self) -> dict[str, str]:
        """Return role -> "#RRGGBB" in the scheme in use."""
        plain: dict[str, str] = tokens()[self._scheme]
        stronger = tokens()["high_contrast"] if self._contrast else {}
        return {**plain, **{role: plain[other] for role, other in stronger.items()}}

    def _qt_palette(self) -> QPalette:
        roles = {
            QPalette.ColorRole.Window: "paper",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "sunken",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.PlaceholderText: "faint",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.BrightText: "accent_text",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "accent_text",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.Accent: "accent",
            # Fusion draws its outlines and shades from these; its own dark ones would not be seen.
            QPalette.ColorRole.Light: "surface",
            QPalette.ColorRole.Midlight: "sunken",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Dark: "control_line",
            QPalette.ColorRole.Shadow: "control_line",
        }
        palette = QPalette()
        for role, name in roles.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("faint"))
        return palette


theme = Theme()
"""The one theme of this process, as there is one application."""


def color(role: str) -> QColor:
    """Return the colour of a role in the scheme in use."""
    return theme.color(role)
