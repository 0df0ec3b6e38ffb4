"""Gates in words: all active ones on page one, worst first; every gate of the questionnaire in the appendix."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.result import Gate, GateOutcome
from assessments.wording import gate_symbol, gate_words
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.lines import fit_lines, measure
from reports.strips import Item, Strip, Words, baseline_of
from reports.structure import Element, labelled_item
from reports.style import BODY, HEADING, QUIET, SMALL, STRONG, Style
from reports.table import Cell, Column, table
from reports.text import one_line

_ROW = 15.0
_MOST_ROWS = 6
_BRIEF_LINES = 2
_BETWEEN = 20.0
_SIGN = 13.0
_ID = 22.0
_NAME = Style("sans", 8.3, 12.6)
_PASSED = Style("sans", 7.8, 12.6, "secondary")
_OTHER = Style("semibold", 7.8, 12.6)
_WORST_FIRST = (
    GateOutcome.FAILED,
    GateOutcome.OPEN,
    GateOutcome.CAPPING,
    GateOutcome.WEAK,
    GateOutcome.NOT_APPLICABLE,
    GateOutcome.PASSED,
)


def gates_section(contents: Contents) -> Strip:
    """Return how many gates are passed on evidence, and each with how it stands, in two columns."""
    active = _worst_first(contents)
    items = _heading(active)
    shown = active if len(active) <= 2 * _MOST_ROWS else active[: 2 * _MOST_ROWS - 1]
    half = (contents.frame.width - _BETWEEN) / 2
    rows = (len(shown) + 1) // 2
    top = HEADING.leading + 3
    listed = Element("L")
    for number, gate in enumerate(shown):
        x = 0.0 if number < rows else half + _BETWEEN
        items += _gate_row(contents, gate, (x, top + number % rows * _ROW), half, listed)
    if len(shown) < len(active):
        contents.rest["gates"] = _gate_rows(contents, active)
        more = printed("more", count=len(active) - len(shown), where=contents.rest_page("gates"))
        items.append(Words(half + _BETWEEN, top + (rows - 1) * _ROW + baseline_of(SMALL), more, SMALL))
    return Strip(top + rows * _ROW, tuple(items))


def gates_in_brief(contents: Contents) -> Strip:
    """Return how many gates are passed on evidence and, in running text, those that are not."""
    active = _worst_first(contents)
    others = [gate for gate in active if gate.outcome is not GateOutcome.PASSED]
    named = [
        f"{gate_symbol(gate)} {one_line(gate.question_id)} {_title(contents, gate)}: {_words(contents, gate)}"
        for gate in others
    ]
    width = contents.frame.width
    items = _heading(active)
    at = HEADING.leading + 2
    lines, cut = fit_lines("  ".join(named), BODY, width, _BRIEF_LINES) if named else ([], False)
    for line in lines:
        items.append(Words(0, at + baseline_of(BODY), line, BODY))
        at += BODY.leading
    if cut:
        contents.rest["gates"] = _gate_rows(contents, active)
        rest = printed("in_full_on", where=contents.rest_page("gates"))
        items.append(Words(width, baseline_of(HEADING), rest, SMALL, "end"))
    return Strip(at, tuple(items))


def gate_table_section(contents: Contents) -> list[Strip]:
    """Return a row for every gate of the questionnaire, the inactive ones included."""
    return _gate_rows(contents, contents.result.gates)


def _worst_first(contents: Contents) -> list[Gate]:
    active = [gate for gate in contents.result.gates if gate.outcome is not GateOutcome.INACTIVE]
    return sorted(active, key=lambda gate: _WORST_FIRST.index(gate.outcome))


def _heading(active: Sequence[Gate]) -> list[Item]:
    """Return the title and how many of the active gates are passed on evidence."""
    passed = sum(gate.outcome is GateOutcome.PASSED for gate in active)
    summary = printed("gates_passed", passed=passed, active=len(active)) if active else printed("gates_none")
    title = printed("gates")
    return [
        Words(0, baseline_of(HEADING), title, HEADING),
        Words(measure(title, HEADING) + 7, baseline_of(HEADING), summary, QUIET),
    ]


def _gate_rows(contents: Contents, gates: Sequence[Gate]) -> list[Strip]:
    width = contents.frame.width
    columns = [Column(0, 14), Column(18, 30), Column(52, width - 222), Column(width - 160, 160, "end")]
    rows = [
        [
            Cell(gate_symbol(gate), STRONG),
            Cell(one_line(gate.question_id), SMALL),
            Cell(_title(contents, gate), BODY),
            Cell(_words(contents, gate), QUIET if gate.outcome is GateOutcome.INACTIVE else BODY),
        ]
        for gate in gates
    ]
    return table(columns, (), rows, heading=2)


def _gate_row(contents: Contents, gate: Gate, corner: tuple[float, float], width: float, listed: Element) -> list[Item]:
    """Return sign, id, title and how the gate stands; what is not passed on evidence stands out in bold."""
    x, top = corner
    style = _PASSED if gate.outcome is GateOutcome.PASSED else _OTHER
    words = _words(contents, gate)
    room = width - _SIGN - _ID - measure(words, style) - 12
    title = fit_lines(_title(contents, gate), _NAME, room, 1)[0][0]
    baseline = top + baseline_of(BODY)
    label, body = labelled_item(listed)
    return [
        Words(x + _SIGN / 2 - 2.5, baseline, gate_symbol(gate), STRONG, "middle", label),
        Words(x + _SIGN, baseline, one_line(gate.question_id), SMALL, element=label),
        Words(x + _SIGN + _ID, baseline, title, _NAME, element=body),
        Words(x + width - 6, baseline, words, style, "end", body),
    ]


def _title(contents: Contents, gate: Gate) -> str:
    return one_line(contents.assessment.questionnaire.questions[gate.question_id].title)


def _words(contents: Contents, gate: Gate) -> str:
    return one_line(gate_words(gate, contents.assessment, say))
