"""The partner's copy: shared goals, agreed conditions and open questions, printed from what a partner may see alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessments.partner_copy import PartnerCondition, PartnerCopy, PartnerGoal, copy_fingerprint
from reports.catalogue import long_date, printed, short_day
from reports.document import Document
from reports.foot import frame_for, short_fingerprint
from reports.headings import part_heading, under_heading
from reports.options import PrintOptions
from reports.painting import Imprint
from reports.partner_texts import allowed_texts
from reports.plain_head import Head, flowing_pages, framed, title_block
from reports.share_columns import share_columns
from reports.strips import Strip, kept_with_next, paragraph, space
from reports.style import BODY, QUIET, STRONG, Frame
from reports.table import Cell, Column, table
from reports.text import one_line, text

_GAP = 8.0
_NUMBER = 24.0
_GOALS = (("outcome", 0.25), ("metric", 0.19), ("baseline", 0.13), ("target", 0.13), ("source", 0.16), ("date", 0.14))
_CONDITIONS = (("action", 0.4), ("owner", 0.17), ("due", 0.15), ("closes", 0.28))


def lay_partner_copy(copy: PartnerCopy, options: PrintOptions) -> Document:
    """Return the partner's copy with every page filled. Its finished file is checked: see `reports.partner_check`."""
    frame = frame_for(options)
    mark = copy_fingerprint(copy)
    head = partner_head(copy, mark)
    strips = [
        *paragraph(printed("partner_about"), BODY, frame.width),
        space(14),
        *_part(frame, "goals", "", _goals(copy.goals, frame.width)),
        *_part(frame, "conditions", "", _conditions(copy.conditions, frame.width)),
        *_part(frame, "questions", printed("partner_questions_note"), _questions(copy.questions, frame.width)),
    ]
    pages = framed(
        flowing_pages(title_block(head, frame, options), strips, frame),
        head,
        frame,
        options,
    )
    return Document(
        pages,
        frame,
        partner_imprint(copy),
        one_line(copy.partner),
        mark,
        options,
        allowed=allowed_texts(copy, head, partner_imprint(copy), options, len(pages)),
    )


def partner_head(copy: PartnerCopy, mark: str) -> Head:
    """Return what stands around the text of the copy."""
    day = printed("as_of", day=long_date(copy.as_of))
    own = one_line(copy.own_name).strip()
    return Head(
        kicker=" · ".join([printed("partner_kicker"), *([] if copy.is_final else [printed("kicker_draft")])]),
        title=one_line(copy.partner),
        subtitle=printed("partner_with", name=own) if own else "",
        right=(day,),
        running=f"{printed('partner_kicker')} · {day}",
        mark=printed("partner_mark", hash=short_fingerprint(mark)),
        own_name=own,
    )


def partner_imprint(copy: PartnerCopy) -> Imprint:
    """Return what the file says of itself."""
    return Imprint(
        title=printed("partner_title", partner=one_line(copy.partner)),
        author=one_line(copy.own_name),
        subject=printed("partner_subject"),
        as_of=copy.as_of,
    )


def _part(frame: Frame, key: str, note: str, strips: list[Strip]) -> list[Strip]:
    """Return a part under its heading; one sentence where there is nothing in it."""
    title = printed(f"partner_{key}")
    heading = part_heading(title)
    if not strips:
        return [*heading, *paragraph(printed(f"partner_{key}_none"), QUIET, frame.width), space(14)]
    lead = [*kept_with_next(paragraph(note, QUIET, frame.width)), space(3, keep=True)] if note else []
    return [*heading, *lead, *under_heading(title, strips), space(14)]


def _goals(goals: Sequence[PartnerGoal], width: float) -> list[Strip]:
    rows = [
        [*(_cell(words) for words in (one.outcome, one.metric, one.baseline, one.target, one.source)), _day(one.due)]
        for one in goals
    ]
    return _table([(printed(f"goal_{key}"), share) for key, share in _GOALS], rows, width)


def _conditions(conditions: Sequence[PartnerCondition], width: float) -> list[Strip]:
    rows = [[_cell(one.what), _cell(one.owner), _day(one.due), _cell(one.closes)] for one in conditions]
    return _table([(printed(f"condition_{key}"), share) for key, share in _CONDITIONS], rows, width)


def _questions(questions: Sequence[str], width: float) -> list[Strip]:
    rows = [
        [Cell(printed("partner_number", number=number), STRONG), _cell(words)]
        for number, words in enumerate(questions, start=1)
    ]
    return table([Column(0, _NUMBER - 4), Column(_NUMBER, width - _NUMBER)], (), rows)


def _cell(words: str) -> Cell:
    return Cell(text(words), BODY)


def _day(due: date | None) -> Cell:
    return Cell(short_day(due), BODY)


def _table(parts: Sequence[tuple[str, float]], rows: Sequence[Sequence[Cell]], width: float) -> list[Strip]:
    if not rows:
        return []
    titles = [title for title, _ in parts]
    return table(share_columns([share for _, share in parts], titles, rows, width, _GAP), titles, rows)
