"""What the program remembers on this machine between starts: appearance, recent files, the window's place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.theme.palette import Appearance

_MOST_RECENT = 8


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Rapport", "Rapport")


def read_appearance() -> Appearance:
    """Return what the user chose; "system" at first."""
    kept = _settings().value("appearance", "system")
    return kept if kept in ("light", "dark") else "system"


def keep_appearance(appearance: Appearance) -> None:
    """Remember what the user chose."""
    _settings().setValue("appearance", appearance)


def read_recent() -> list[Path]:
    """Return the workspaces opened last, newest first; those that are gone are left out."""
    kept = _settings().value("recent", [])
    names = kept if isinstance(kept, list) else [kept]  # a list of one comes back as its only entry
    return [path for path in (Path(str(name)) for name in names) if path.is_file()]


def keep_recent(path: Path) -> None:
    """Remember a workspace as the newest."""
    names = [str(path), *(str(other) for other in read_recent() if other != path)]
    _settings().setValue("recent", names[:_MOST_RECENT])


def clear_recent() -> None:
    """Forget all workspaces; the files stay."""
    _settings().remove("recent")


def keep_window(window: QMainWindow) -> None:
    """Remember size and place."""
    _settings().setValue("geometry", window.saveGeometry())


def restore_window(window: QMainWindow) -> None:
    """Put the window where it was; Qt itself corrects a place that no screen shows any more."""
    kept = _settings().value("geometry")
    if kept is not None:
        from PySide6.QtCore import QByteArray

        if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
            return
    screen = QApplication.primaryScreen().availableSize()
    window.resize(min(1280, screen.width()), min(800, screen.height()))


def keep_value(name: str, value: str) -> None:
    """Remember one small value, as the list's order."""
    _settings().setValue(name, value)


def read_value(name: str, default: str = "") -> str:
    """Return a value kept with `keep_value`."""
    return str(_settings().value(name, default))
