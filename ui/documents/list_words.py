"""What a list is narrowed to and how it is sorted, in words; without Qt, for window and commands alike."""

from __future__ import annotations

from assessments.wording_figures import Say
from models.partner_list import ListFilter, ListSort


def filter_words(wanted: ListFilter, say: Say) -> str:
    """Return what a list is narrowed to; empty for all."""
    from assessments.questionnaire_file import packaged_questionnaire

    types = packaged_questionnaire().partner_types
    parts = [
        say("search “{text}”").format(text=wanted.text) if wanted.text else "",
        ", ".join(types.get(code, code) for code in sorted(wanted.types)),
        ", ".join(_band_words(band, say) for band in sorted(wanted.bands)),
        say("tag {tag}").format(tag=wanted.tag) if wanted.tag else "",
        say("archived") if wanted.archived else "",
    ]
    return "; ".join(filter(None, parts))


def sort_words(order: ListSort, say: Say) -> str:
    """Return the order of a list in words."""
    highest, lowest = say("highest first"), say("lowest first")
    figures = {"supported": say("supported score"), "coverage": say("share answered")}
    if order.column in figures:
        return f"{figures[order.column]}, {highest if order.descending else lowest}"
    words = {"type": say("type"), "recommendation": say("recommendation")}.get(order.column, say("name"))
    return say("{column}, backwards").format(column=words) if order.descending else words


def _band_words(band: str, say: Say) -> str:
    from assessments.band import Band
    from assessments.wording_figures import band_word

    return band_word(Band(band), say) if band in {one.value for one in Band} else say("no assessment")
