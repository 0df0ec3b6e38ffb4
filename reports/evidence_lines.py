"""The files and addresses behind an answer. The files themselves stay in the workspace."""

from __future__ import annotations

from assessments.evidence import Attachment, size_words
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.text import text


def evidence_labels(contents: Contents, question_id: str) -> list[tuple[str, str]]:
    """Return label and text for the files and for the links of a question; nothing where it has none."""
    files = [one for one in contents.assessment.attachments if one.question_id == question_id]
    links = [one for one in contents.assessment.links if one.question_id == question_id]
    found = []
    if files:
        found.append((printed("files"), "\n".join(_file_words(one) for one in files)))
    if links:
        found.append((printed("links"), "\n".join(text(one.url) for one in links)))
    return found


def loose_ids(contents: Contents) -> tuple[str, ...]:
    """Return the questions with files or links that stand neither in scope nor among the answers out of scope."""
    shown = {*contents.result.in_scope, *contents.result.out_of_scope_answered}
    ids = [one.question_id for one in contents.assessment.attachments]
    ids += [one.question_id for one in contents.assessment.links]
    return tuple(dict.fromkeys(key for key in ids if key not in shown))


def _file_words(one: Attachment) -> str:
    short = f"{one.sha256[:8]}…{one.sha256[-4:]}"
    return printed("file", name=text(one.name), size=size_words(one.size, say), hash=short)
