"""Archives partners, or brings them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ui.documents.workspace_document import WorkspaceDocument

_AT_ONCE = 4
"""Partners in one turn of the event loop, some 30 ms: keys and painting come between two turns."""


def archive(document: WorkspaceDocument, ids: Sequence[UUID], told: Callable[[str], object]) -> None:
    """Archive partners, and bring back those that are archived. Undo does the opposite, one by one.

    Args:
        document: The workspace; when it is closed meanwhile, the rest stays as it is.
        ids: Any number; one that the file refuses ends it.
        told: Gets a sentence for each.
    """
    for partner_id in ids[:_AT_ONCE]:
        found = document.find_partner(partner_id)
        if found is None:
            continue
        back = found.archived
        if not (document.restore_partner if back else document.archive_partner)(partner_id):
            return
        words = document.tr("{name} is back in the list.") if back else document.tr("{name} is archived.")
        told(words.format(name=" ".join(found.name.split("\n"))))
    if rest := ids[_AT_ONCE:]:
        QTimer.singleShot(0, document, partial(archive, document, rest, told))
