"""What a deletion takes away, in words; without Qt, for window and command alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessments.wording_figures import Say, count_words

if TYPE_CHECKING:  # heavy
    from models.erasing import Contents


def contents_words(contents: Contents, say: Say) -> str:
    """Return what is deleted: "3 assessments (1 finished), 108 answers and 2 files"; empty for nothing."""
    assessments = _counted(contents.assessments, say("1 assessment"), say("{n} assessments"), say)
    if contents.finished and assessments:
        finished = say("finished") if contents.assessments == 1 else say("{n} finished").format(n=contents.finished)
        assessments = f"{assessments} ({finished})"
    parts = [
        assessments,
        _counted(contents.answers, say("1 answer"), say("{n} answers"), say),
        _counted(contents.sheet_rows, say("1 row of sheets"), say("{n} rows of sheets"), say),
        _counted(contents.decisions, say("1 decision"), say("{n} decisions"), say),
        _counted(contents.files, say("1 file"), say("{n} files"), say),
        _counted(contents.links, say("1 link"), say("{n} links"), say),
    ]
    *first, last = [part for part in parts if part] or [""]
    return say("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def _counted(count: int, one: str, many: str, say: Say) -> str:
    return "" if count == 0 else one if count == 1 else many.format(n=count_words(count, say))
