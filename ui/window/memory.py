"""What the program remembers on this machine between starts: appearance, recent files, the window's place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.documents.workspace_document import ListSort
from ui.theme.palette import Appearance
from ui.widgets.partner_rows import SORTABLE

_MOST_RECENT = 8
_MOST_PAGES = 30
_FRAME = QSize(4, 40)
"""Pixels that a window manager may put around the window; how many is known only when it is there."""


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
    window.resize(min(1280, screen.width() - _FRAME.width()), min(800, screen.height() - _FRAME.height()))


def keep_page(path: Path, name: str) -> None:
    """Remember the page that is open in a workspace, by its name in the window."""
    pages = {**_read_map("pages")}
    pages.pop(str(path), None)
    kept = [*pages.items(), (str(path), name)][-_MOST_PAGES:]
    _settings().setValue("pages", json.dumps(dict(kept)))


def read_page(path: Path) -> str:
    """Return the page that was open last in a workspace; empty at first."""
    return str(_read_map("pages").get(str(path), ""))


def keep_sort(sort: ListSort) -> None:
    """Remember the order of the list of partners."""
    _settings().setValue("list/sort", f"{sort.column} {'descending' if sort.descending else 'ascending'}")


def read_sort() -> ListSort:
    """Return the order of the list of partners; by name at first."""
    column, _, way = str(_settings().value("list/sort", "")).partition(" ")
    return ListSort(column, way == "descending") if column in SORTABLE else ListSort()


def keep_widths(widths: Mapping[str, float]) -> None:
    """Remember the widths of the list's columns, by name."""
    _settings().setValue("list/widths", json.dumps(dict(widths)))


def read_widths() -> dict[str, float]:
    """Return the widths that the user gave columns; none at first."""
    return {
        name: float(width)
        for name, width in _read_map("list/widths").items()
        if isinstance(width, int | float) and 0 < width < 10_000
    }


def _read_map(name: str) -> dict[str, Any]:
    """Return a mapping kept as JSON; a file that somebody spoiled counts as empty."""
    try:
        found = json.loads(str(_settings().value(name, "{}")))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
