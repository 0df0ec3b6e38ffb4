"""The texts that a finished partner copy may hold, listed apart from how it is laid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from assessments.partner_copy import PartnerCopy
from reports.catalogue import LANGUAGE, long_date, printed, short_day
from reports.catalogue_partner import PARTNER
from reports.imprint import packet_texts
from reports.options import PrintOptions
from reports.painting import Imprint
from reports.plain_head import Head
from reports.text import one_line, text

_CONDITION_TITLES = ("condition_action", "condition_owner", "condition_due", "condition_closes")
_MAKER = "Rapport"
_PARTS = ("partner_goals", "partner_conditions", "partner_questions")


def allowed_texts(copy: PartnerCopy, head: Head, imprint: Imprint, options: PrintOptions, pages: int) -> frozenset[str]:
    """Return every text a partner may find in the file: the copy's own, and fixed words of the catalogue.

    Args:
        copy: What is printed.
        head: Of the copy: fixed words with its names, day and fingerprint.
        imprint: Likewise.
        options: Their confidentiality line and footer are ours, chosen for this very file.
        pages: How many it has.
    """
    own = one_line(copy.own_name).strip()
    day = f"D:{copy.as_of:%Y%m%d}000000Z"
    kicker = " · ".join(filter(None, (head.kicker, one_line(options.confidentiality).strip())))
    return frozenset(
        {
            *(shown for leaf in _leaves(copy) for shown in _shown(leaf)),
            *(words for key, words in PARTNER.items() if "{" not in words),
            *(printed(key) for key in _CONDITION_TITLES),
            *(printed("continued", title=printed(key)) for key in _PARTS),
            *(printed("page", number=number, count=pages) for number in range(1, pages + 1)),
            *(printed("partner_number", number=number) for number in range(1, len(copy.questions) + 1)),
            *(kicker, head.title, head.subtitle, *head.right, head.running, head.mark, head.own_name),
            *(imprint.title, imprint.author, imprint.subject, day, LANGUAGE, _MAKER),
            *packet_texts(imprint),
            *(printed("logo"), printed("logo_of", name=own)),
            *(one_line(options.footer).strip(), short_day(None)),
        }
    )


def _leaves(value: Any) -> Iterator[str | date]:
    """Yield every text and day of the copy, at any depth."""
    if isinstance(value, str | date):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _leaves(one)


def _shown(leaf: str | date) -> tuple[str, ...]:
    """Return how a text or a day may be printed."""
    if isinstance(leaf, date):
        return long_date(leaf), short_day(leaf)
    return (text(leaf),)
