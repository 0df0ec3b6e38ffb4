"""What may be dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

SUFFIX = ".rapport"


def dropped_workspace(event: QDropEvent) -> Path | None:
    """Return the workspace file in a drop, None when it holds anything else."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix == SUFFIX else None
