"""What a printed comparison is made from, and the grid in which its partners stand side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from assessments.comparison import Compared, Comparison
from assessments.comparison_gaps import GateRow, QuestionGap, gate_rows, question_gaps
from assessments.firmness import Firmness
from assessments.weighting import normalised
from assessments.wording import hold_words
from assessments.wording_comparison import common_sentence, firmness_sentence, partner_names, weights_sentence
from assessments.wording_figures import band_symbol, percent
from reports.catalogue import printed, say
from reports.lines import cut_text, measure
from reports.style import QUIET, SMALL, Frame, Style
from reports.table import Column
from reports.text import one_line

_FIRST = {2: 190.0, 3: 148.0, 4: 126.0, 5: 110.0, 6: 98.0}
"""Number of partners -> width of the first column, in points."""
_BETWEEN = 7.0
_NAME_LINES = 3


@dataclass(frozen=True)
class Side:
    """The partners side by side on a page."""

    comparison: Comparison
    found: Firmness
    frame: Frame
    fingerprint: str
    """SHA-256 of everything that is printed, 64 hex digits."""

    @property
    def partners(self) -> tuple[Compared, ...]:
        """In the order of the columns."""
        return self.comparison.partners

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The partners' names, printable, on one line each."""
        return tuple(one_line(name) for name in partner_names(self.comparison))

    @cached_property
    def sentence(self) -> str:
        """Who leads, how often, and who could overtake. Printable: each name keeps its own direction."""
        named = tuple(
            replace(one, assessment=replace(one.assessment, partner=replace(one.assessment.partner, name=name)))
            for one, name in zip(self.partners, self.names, strict=True)
        )
        return firmness_sentence(replace(self.comparison, partners=named), self.found, say)

    @cached_property
    def days(self) -> tuple[date, date]:
        """The first and the last day that an assessment is counted on."""
        days = [one.own.as_of for one in self.partners]
        return min(days), max(days)

    @cached_property
    def is_what_if(self) -> bool:
        """Whether it is compared at other weights than the partners share."""
        return dict(self.found.weights) != normalised(dict(self.comparison.weights))

    @cached_property
    def gates(self) -> tuple[GateRow, ...]:
        """Every gate that is compared."""
        return gate_rows(self.comparison)

    @cached_property
    def gaps(self) -> tuple[QuestionGap, ...]:
        """Every question that is compared."""
        return question_gaps(self.comparison, self.found.weights)

    @cached_property
    def notices(self) -> str:
        """What limits the comparison: versions, scopes, weights. Printable, empty where nothing does."""
        sentences = [common_sentence(self.comparison, say), weights_sentence(self.comparison, say)]
        if self.is_what_if:
            dimensions = self.comparison.dimensions
            weights = ", ".join(f"{one_line(one.short)} {percent(self.found.weights[one.id])}" for one in dimensions)
            sentences.append(printed("compare_what_if", weights=weights))
        return " ".join(filter(None, sentences))

    def pill(self, place: int) -> str:
        """Return a partner's recommendation with its sign."""
        own = self.partners[place].own
        return f"{band_symbol(own.recommendation.band)} {one_line(hold_words(own, say))}"

    # --- the grid

    @property
    def first(self) -> float:
        """Width of the column that says what a row is about."""
        return _FIRST[len(self.partners)]

    @property
    def each(self) -> float:
        """From one partner's column to the next."""
        return (self.frame.width - self.first) / len(self.partners)

    @property
    def room(self) -> float:
        """For words in a partner's column."""
        return self.each - _BETWEEN

    def x(self, place: int) -> float:
        """Return where a partner's column begins."""
        return self.first + place * self.each

    def columns(self, beside: float = 0.0) -> list[Column]:
        """Return the grid as columns of a table, narrowed where another column stands at the right."""
        each = (self.frame.width - self.first - beside) / len(self.partners)
        last = len(self.partners) - 1
        gaps = [0.0 if place == last and not beside else _BETWEEN for place in range(len(self.partners))]
        partners = [Column(self.first + place * each, each - gap) for place, gap in enumerate(gaps)]
        return [Column(0, self.first - _BETWEEN), *partners]

    def heads(self, room: float | None = None) -> list[str]:
        """Return the names as titles of columns, long ones cut; the table of partners has all of each."""
        style = self.head_style(room)
        return [cut_text(name, style, room or self.room, _NAME_LINES) for name in self.names]

    def head_style(self, room: float | None = None) -> Style:
        """Return how the names are printed as titles of columns: smaller where a word would be broken."""
        words = [word for name in self.names for word in name.split(" ")]
        return QUIET if all(measure(word, QUIET) <= (room or self.room) for word in words) else SMALL
