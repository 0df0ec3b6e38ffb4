"""Which partners a command lists, as of today: the same choices as the window's list has."""

from __future__ import annotations

import argparse
from datetime import date

from assessments.questionnaire_file import packaged_questionnaire
from models.errors import StoreError
from models.partner_list import ListFilter, PartnerList
from models.search_key import search_key
from models.workspace import Workspace
from ui.commands.choosing import CommandRefusedError
from ui.commands.printing import complain


def chosen_filter(parsed: argparse.Namespace, listing: PartnerList) -> ListFilter:
    """Return what the options narrow a list to.

    Raises:
        CommandRefusedError: A type or a tag is not known here; the sentence names those that are.
    """
    return ListFilter(
        text=parsed.search.strip(),
        types=frozenset(_type(wanted, listing) for wanted in parsed.type),
        bands=frozenset(parsed.recommendation),
        tag=_tag(parsed.tag, listing) if parsed.tag else "",
        archived=parsed.archived,
    )


def chosen_type(wanted: str) -> str:
    """Return the code of a type of our questionnaire that is named by its code or its word, in any case.

    Raises:
        CommandRefusedError: It has no such type; the sentence names those that it has.
    """
    types = packaged_questionnaire().partner_types
    for code, words in types.items():
        if search_key(wanted) in {search_key(code), search_key(words)}:
            return code
    known = ", ".join(f"{code} ({words})" for code, words in types.items())
    raise CommandRefusedError(f"There is no partner type “{wanted}”. Known are {known}.")


def refresh_summaries(workspace: Workspace, today: date) -> None:
    """Let the list tell scores as of today; a file that cannot be written, as on a read-only disk, is still listed."""
    try:
        workspace.refresh_summaries(today)
    except StoreError as error:
        complain(f"Evidence may have gone stale since this file was last written. {error}")


def _type(wanted: str, listing: PartnerList) -> str:
    try:
        return chosen_type(wanted)
    except CommandRefusedError:
        wishes = [ListFilter(types=frozenset({wanted}), archived=archived) for archived in (False, True)]
        if any(len(listing.ids(wish)) for wish in wishes):  # an imported questionnaire may have types of its own
            return wanted
        raise


def _tag(wanted: str, listing: PartnerList) -> str:
    """Return a tag as it is written in the file, which is found in any case."""
    tags = listing.tags()
    found = [tag for tag in tags if tag == wanted] or [tag for tag in tags if search_key(tag) == search_key(wanted)]
    if not found:
        known = f"In use are {', '.join(f'“{tag}”' for tag in tags)}." if tags else "No partner has any."
        raise CommandRefusedError(f"There is no tag “{wanted}”. {known}")
    return found[0]
