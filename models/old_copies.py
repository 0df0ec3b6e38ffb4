"""The copies that updates of the format left beside a workspace."""

from __future__ import annotations

from pathlib import Path

OLD_COPY = ".before-v"
"""Stands between the name of the workspace and the number of the newer format."""


def old_copies(workspace: Path) -> list[Path]:
    """Return the copies of a workspace in its older formats, by name; none where the folder cannot be read."""
    start = f"{workspace.name}{OLD_COPY}"
    try:
        return sorted(found for found in workspace.parent.iterdir() if found.name.startswith(start))
    except OSError:
        return []
