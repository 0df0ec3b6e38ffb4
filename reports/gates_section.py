"""Gates in words: a summary for page one, every gate in the appendix."""

from __future__ import annotations

from assessments.drawing import Line
from assessments.result import Gate, GateOutcome
from assessments.wording import gate_words
from reports.catalogue import printed, say
from reports.contents import Contents
from reports.lines import fit_lines
from reports.strips import Item, Strip, Words, baseline_of, kept_with_next, paragraph
from reports.style import BODY, HEADING, SMALL, STRONG
from reports.table import Cell, Column, table
from reports.text import one_line

_SHOWN = 4
_SIGN_WIDTH = 15.0
_SIGNS = {
    GateOutcome.PASSED: "✓",
    GateOutcome.WEAK: "!",
    GateOutcome.CAPPING: "△",
    GateOutcome.FAILED: "✕",
    GateOutcome.OPEN: "?",
    GateOutcome.NOT_APPLICABLE: "–",
    GateOutcome.INACTIVE: "–",
}
_WORST_FIRST = (
    GateOutcome.FAILED,
    GateOutcome.OPEN,
    GateOutcome.CAPPING,
    GateOutcome.WEAK,
    GateOutcome.NOT_APPLICABLE,
)


def gates_section(contents: Contents) -> Strip:
    """Return how many gates are passed on evidence, and the worst of the others in words."""
    active = [gate for gate in contents.result.gates if gate.outcome is not GateOutcome.INACTIVE]
    passed = sum(gate.outcome is GateOutcome.PASSED for gate in active)
    summary = printed("gates_passed", passed=passed, active=len(active)) if active else printed("gates_none")
    rows = [(_SIGNS[GateOutcome.PASSED] if active and passed == len(active) else "", summary)]
    others = sorted((gate for gate in active if gate.outcome in _WORST_FIRST), key=_urgency)
    rows += [(_SIGNS[gate.outcome], _words(gate, contents)) for gate in others[:_SHOWN]]
    if len(others) > _SHOWN:
        contents.keep_rest("gates", "\n".join(_words(gate, contents) for gate in others))
        rows.append(("", printed("gates_more", count=len(others) - _SHOWN, page=contents.rest_page("gates"))))
    items: list[Item] = [Words(0, baseline_of(HEADING), printed("gates"), HEADING)]
    at = HEADING.leading + 3
    for sign, words in rows:
        x = _SIGN_WIDTH if sign else 0.0
        line = fit_lines(words, BODY, contents.frame.width - x, 1)[0][0]
        items += [Words(x, at + baseline_of(BODY), line, BODY)]
        if sign:
            items.append(Words(_SIGN_WIDTH / 2 - 2, at + baseline_of(BODY), sign, STRONG, "middle"))
        at += BODY.leading + 1.2
    return Strip(at, tuple(items))


def gate_table_section(contents: Contents) -> list[Strip]:
    """Return a row for every gate of the questionnaire, the inactive ones included."""
    width = contents.frame.width
    columns = [Column(0, 14), Column(18, 30), Column(52, width - 52)]
    rows = [
        [
            Cell(_SIGNS[gate.outcome], STRONG),
            Cell(one_line(gate.question_id), STRONG),
            Cell(_words(gate, contents), SMALL if gate.outcome is GateOutcome.INACTIVE else BODY),
        ]
        for gate in contents.result.gates
    ]
    heading = kept_with_next(paragraph(printed("gate_table"), HEADING, width))
    return [*heading, *table(columns, (), rows)] if rows else []


def _words(gate: Gate, contents: Contents) -> str:
    return one_line(gate_words(gate, contents.assessment, say))


def _urgency(gate: Gate) -> int:
    return _WORST_FIRST.index(gate.outcome)


def hairline(y: float, left: float, right: float) -> Line:
    """Return a hairline of a list row."""
    return Line(((left, y), (right, y)), "line", 0.6)
