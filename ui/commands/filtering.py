"""Which partners a command lists: the same choices as the window's list has."""

from __future__ import annotations

import argparse

from assessments.questionnaire_file import packaged_questionnaire
from models.partner_list import ListFilter, PartnerList
from models.search_key import search_key
from ui.commands.choosing import CommandRefusedError


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


def _type(wanted: str, listing: PartnerList) -> str:
    """Return the code of a type that is named by its code or its word, in any case."""
    types = packaged_questionnaire().partner_types
    for code, words in types.items():
        if search_key(wanted) in {search_key(code), search_key(words)}:
            return code
    # A partner of an imported questionnaire may have a type of its own.
    if any(len(listing.ids(ListFilter(types=frozenset({wanted}), archived=archived))) for archived in (False, True)):
        return wanted
    known = ", ".join(f"{code} ({words})" for code, words in types.items())
    raise CommandRefusedError(f"There is no partner type “{wanted}”. Known are {known}.")


def _tag(wanted: str, listing: PartnerList) -> str:
    """Return a tag as it is written in the file, which is found in any case."""
    tags = listing.tags()
    found = [tag for tag in tags if tag == wanted] or [tag for tag in tags if search_key(tag) == search_key(wanted)]
    if not found:
        known = f"In use are {', '.join(f'“{tag}”' for tag in tags)}." if tags else "No partner has any."
        raise CommandRefusedError(f"There is no tag “{wanted}”. {known}")
    return found[0]
