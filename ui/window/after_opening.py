"""What follows once a workspace is open and the libraries are there: its last page, and a list that fits today."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer

from ui.documents.workspace_document import ListFilter
from ui.jobs.newest import Newest
from ui.pages.partners_page import PartnersPage
from ui.theme import fonts
from ui.window import memory
from ui.window.later_pages import PAGES

if TYPE_CHECKING:
    from datetime import date

    from ui.documents.workspace_document import WorkspaceDocument
    from ui.window.main_window import MainWindow

_AT_ONCE = 8
"""Lines in one transaction: a key pressed meanwhile waits for one only, some 30 ms."""
_FONT_REST = 250
"""Milliseconds that the first keys have to themselves: after further fonts Qt makes every letter on screen anew."""
_SCORING_PAUSE = 20
"""Milliseconds between two assessments that a new day scores: many may be open, and a key waits for one only."""
_DAY_LOOK = 300_000
"""Milliseconds between two looks at the calendar: a window may be open for days."""


def settle_in(window: MainWindow, document: WorkspaceDocument) -> None:
    """Go on with a workspace that was opened, unless it is closed again."""
    if window.document is document:
        show_last_page(window, document)
        say_when_read_only(window, document.path)
        follow_today(document)
        read_ahead(window, document)
        QTimer.singleShot(0, window, partial(_meet_own_widgets_of_qt, window))
        QTimer.singleShot(_FONT_REST, window, partial(write_every_script, window))


def write_every_script(window: MainWindow) -> None:
    """Show names in scripts that this computer has no font for, which until now were empty boxes."""
    if fonts.load_missing_scripts():
        window.update()


def _meet_own_widgets_of_qt(window: MainWindow) -> None:
    """Take the time now that PySide6 needs once, when it first hands out a widget that Qt made: some 10 ms.

    It then prepares every kind of widget. Most pages ask for such a one, and their first visit has enough to do.
    """
    page = window.stack.currentWidget()
    if isinstance(page, PartnersPage):
        page.table.viewport()


def read_ahead(window: MainWindow, document: WorkspaceDocument) -> None:
    """Open the file and read the selected partner's assessment, before a key waits for its page as well."""
    from models.errors import StoreError

    found = window.current_assessment()
    with suppress(StoreError):  # whoever goes there hears why
        document.is_changed_elsewhere()  # what is written from now on, a later look finds
        if found is not None:
            document.open_assessment(found)


def say_when_read_only(window: MainWindow, path: Path) -> None:
    """Say before the first key is lost that a file, or the folder that its journal needs, cannot be written."""
    if not window.notice.text and is_read_only(path):
        window.say(read_only_words(window, path))


def is_read_only(path: Path) -> bool:
    """Say whether a file, or the folder that its journal needs, cannot be written."""
    effective = os.access in os.supports_effective_ids
    return not all(os.access(one, os.W_OK, effective_ids=effective) for one in (path, path.parent))


def read_only_words(window: MainWindow, path: Path) -> str:
    """Return what cannot be done with a workspace that is read-only, and the remedy."""
    words = window.tr(
        "“{name}” is read-only here: you can look and print, and change nothing. "
        "To work on it, save a copy in another folder and open that."
    )
    return words.format(name=path.name)


# --- the page


def show_last_page(window: MainWindow, document: WorkspaceDocument) -> None:
    """Show the page that was open when the workspace was left; not when the reader has begun something else."""
    page = window.stack.currentWidget()
    if not isinstance(page, PartnersPage) or document.choice.filter != ListFilter() or page.filters.search.text():
        return
    name, _, key = memory.read_page(document.path).partition(" ")
    if name in PAGES:
        window.show_page(name)
        return
    shows = {"assessment": window.show_assessment, "result": window.show_result, "brief": window.show_brief,
             "weights": window.show_weights}  # fmt: skip
    found = _assessment(document, key)
    if name in shows and found is not None:
        shows[name](found)


def _assessment(document: WorkspaceDocument, key: str) -> UUID | None:
    """Return the id of an assessment that the file still has."""
    from models.errors import StoreError

    try:
        found = UUID(key)
        return found if document.workspace.has_assessment(found) else None
    except (ValueError, StoreError):
        return None


# --- the list


def follow_today(document: WorkspaceDocument) -> QTimer:
    """Bring all up to today's date, now and on each new day: evidence goes stale while nobody looks.

    The list is brought up to date in a worker; what is open is scored here, and moves nobody.

    Returns:
        The timer that looks at the calendar; it belongs to the document.
    """
    newest = Newest(document)
    newest.arrived.connect(lambda changed: document.partners_changed.emit() if changed else None)
    done: list[date] = []

    def look() -> None:
        today = document.today()
        if done != [today]:
            done[:] = [today]
            newest.ask(partial(_refresh, document.path, today))
            for place, opened in enumerate(list(document.opened.values())):
                QTimer.singleShot(place * _SCORING_PAUSE, opened, opened.follow_today)

    timer = QTimer(document, interval=_DAY_LOOK)
    timer.timeout.connect(look)
    timer.start()
    look()
    return timer


def _refresh(path: Path, today: date) -> int:
    """Return how many lines changed; none in a file that cannot be written, which is listed as it was stored.

    What a deletion could not sweep is swept first; where that is refused still, the list is brought up to date anyway.
    """
    from models.erasing import sweep
    from models.errors import StoreError
    from models.workspace import open_workspace

    with suppress(StoreError):  # the rows are gone; a disk without room to write the file anew has some for lines
        sweep(path)
    try:
        with closing(open_workspace(path)) as workspace:
            changed = 0
            while some := workspace.refresh_summaries(today, _AT_ONCE):
                changed += some
            return changed
    except StoreError:
        return 0
