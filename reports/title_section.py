"""The title block: whom the brief is about, for what, by whom and as of when."""

from __future__ import annotations

from dataclasses import replace

from assessments.drawing import Line
from reports.catalogue import long_date, printed
from reports.contents import Contents
from reports.lines import fit_lines, measure
from reports.logo import logo_at_right
from reports.strips import Item, Strip, Words, baseline_of
from reports.style import CAPTION, SMALL, TITLE, TITLE_SMALL, TITLE_SMALLEST, Style
from reports.text import RIGHT_TO_LEFT_NOTE, one_line

_RIGHT = 168.0
_GAP = 24.0
_TITLE_MIDDLE = replace(TITLE, size=18.0, leading=22.5)
_SUBTITLE_LINES = 3
_KICKER_LINES = 2
"""A confidentiality line of any use fits in two."""


def title_section(contents: Contents) -> Strip:
    """Return the block down to its rule. A name or purpose that does not fit is cut here and printed from page 2 on."""
    width = contents.frame.width
    logo, taken = logo_at_right(contents.options, contents.assessment.own_name, width)
    right = _right_column(contents)
    left = width - max(measure(line, CAPTION) for line in right) - _GAP - taken
    items: list[Item] = []
    at = 0.0
    for line in fit_lines(_kicker(contents), CAPTION, left, _KICKER_LINES)[0]:
        items.append(Words(0, at + baseline_of(CAPTION), line, CAPTION))
        at += CAPTION.leading
    name, style = _name_lines(contents, left)
    subtitle, cut = fit_lines(_subtitle(contents), CAPTION, width - _rest_room(contents), _SUBTITLE_LINES)
    if cut:
        contents.keep_rest("purpose", "\n".join(filter(None, (contents.assessment.purpose, _for_whom(contents)))))
    at += 3
    for line in name:
        items.append(Words(0, at + baseline_of(style), line, style))
        at += style.leading
    items += _rest_mark(contents, "partner", at)
    at += 2.5
    for line in [*_direction_note(contents), *subtitle]:
        items.append(Words(0, at + baseline_of(CAPTION), line, CAPTION))
        at += CAPTION.leading
    items += _rest_mark(contents, "purpose", at)
    # After the title, as it is read out; it stands at the right of it.
    items += [
        Words(width - taken, number * CAPTION.leading + baseline_of(CAPTION), line, CAPTION, "end")
        for number, line in enumerate(right)
    ]
    items += [logo] if logo else []
    at = max(at, 3 * CAPTION.leading) + 8
    items.append(Line(((0, at), (width, at)), "ink", 1.3))
    return Strip(at + 2, tuple(items))


def _kicker(contents: Contents) -> str:
    """Return what kind of document this is, how finished, and who may read it."""
    parts = [
        printed("kicker"),
        "" if contents.assessment.is_final else printed("kicker_draft"),
        one_line(contents.options.confidentiality),
    ]
    return " · ".join(part for part in parts if part.strip())


def _rest_room(contents: Contents) -> float:
    """Return the room that the longest rest mark takes, with a gap before it."""
    words = "on_team_page" if contents.options.reader == "decider" else "on_page"
    return measure(printed("rest", where=printed(words, page=999)), SMALL) + 10


def _rest_mark(contents: Contents, key: str, bottom: float) -> list[Item]:
    """Return where the rest stands, at the right of the last line above `bottom`; nothing when nothing was cut."""
    if key not in contents.rest:
        return []
    words = printed("rest", where=contents.rest_page(key))
    return [Words(contents.frame.width, bottom - CAPTION.leading + baseline_of(CAPTION), words, SMALL, "end")]


def _name_lines(contents: Contents, width: float) -> tuple[list[str], Style]:
    """Return the name as large as it fits: on one line, smaller on one, on two, on three; a longer one is cut."""
    name = contents.partner_name.removeprefix(f"{RIGHT_TO_LEFT_NOTE} ")
    lines: list[str] = []
    style = TITLE
    for most, style in ((1, TITLE), (1, _TITLE_MIDDLE), (2, TITLE_SMALL), (3, TITLE_SMALLEST)):
        lines, cut = fit_lines(name, style, width, most)
        if not cut:
            return lines, style
    contents.keep_rest("partner", contents.assessment.partner.name)
    return lines, style


def _direction_note(contents: Contents) -> list[str]:
    """Return the note on right-to-left names, which is not part of the name."""
    return [RIGHT_TO_LEFT_NOTE] if contents.partner_name.startswith(RIGHT_TO_LEFT_NOTE) else []


def _subtitle(contents: Contents) -> str:
    """Return type, purpose and for whom, as far as they are given."""
    parts = [contents.type_word, one_line(contents.assessment.purpose), one_line(_for_whom(contents))]
    return " · ".join(part for part in parts if part.strip())


def _for_whom(contents: Contents) -> str:
    own = contents.assessment.own_name
    return printed("for_own", name=own) if own.strip() else ""


def _right_column(contents: Contents) -> list[str]:
    """Return the day, the assessor and the questionnaire: the lines at the right."""
    assessment = contents.assessment
    questionnaire = assessment.questionnaire
    assessor = one_line(assessment.assessor.name)
    lines = [
        printed("as_of", day=long_date(contents.result.as_of)),
        printed("assessor", name=assessor) if assessor.strip() else "",
        printed("questionnaire", title=one_line(questionnaire.title), version=one_line(questionnaire.version)),
    ]
    return [fit_lines(line, CAPTION, _RIGHT, 1)[0][0] for line in lines if line]
