"""The questionnaire: dimensions, questions, anchors and the numbers the rules use.

A questionnaire is immutable once used: an assessment keeps the one it was started with, found by its content hash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessments.contradiction_rules import ContradictionRule


class GateRule(StrEnum):
    """Whether a bad answer to the question can be bought off by an average."""

    NONE = "none"
    ALWAYS = "always"
    OPTIONAL = "optional"
    """A gate only where the assessment switches it on."""


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion with a permanent id and five anchored ratings."""

    id: str
    dimension: str
    """Id of the dimension it belongs to."""
    title: str
    """Two to five words, as in tables: "Openness about AI use"."""
    text: str
    """The question as asked."""
    why: str
    """Why it matters, one or two sentences."""
    evidence: str
    """What counts as evidence, a list in words."""
    anchors: tuple[str, str, str, str, str]
    """What ratings 1 to 5 mean here; anchors[0] is rating 1."""
    weight: Fraction
    """Weight within its dimension, above 0; weights need not sum to 1."""
    core: bool
    """Asked in a quick assessment too."""
    gate: GateRule
    two_sided: bool
    """Makes sense asked of both sides."""
    applies_to: frozenset[str]
    """Partner type codes, see Questionnaire.partner_types."""
    evidence_months: int
    """Calendar months for which evidence counts as fresh."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """Questions scored together; higher is always better."""

    id: str
    title: str
    """As in headings: "Trust & communication"."""
    short: str
    """As on a chart axis: "Trust"."""
    weight: Fraction
    """Default weight in the overall score, above 0."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of the recommendation rules. They are ours, not a standard's, and stand in the questionnaire file.

    Scores are points from 0 to 100, shares run from 0 to 1.
    """

    proceed: Fraction
    """Lowest supported score of "proceed" (75)."""
    conditions: Fraction
    """Lowest supported score of "proceed with conditions" (60)."""
    pilot: Fraction
    """Lowest supported score of "pilot" (45); below is "decline"."""
    dimension_floor: Fraction
    """An applicable dimension supported under this caps at "pilot" (40)."""
    enough_coverage: Fraction
    """Overall coverage below this holds (0.50)."""
    firm_coverage: Fraction
    """Overall coverage below this is provisional (0.70)."""
    not_applicable_share: Fraction
    """Not-applicable weight over this share of the scope caps at "conditions" (0.25)."""


@dataclass(frozen=True)
class Questionnaire:
    """The whole instrument, as read from one file."""

    id: str
    version: str
    title: str
    rating_labels: tuple[str, str, str, str, str]
    """Words for ratings 1 to 5, the same for every question."""
    partner_types: Mapping[str, str]
    """Type code -> name in words, in the order of the file."""
    dimensions: tuple[Dimension, ...]
    thresholds: Thresholds
    content_hash: str = field(compare=False)
    """SHA-256 of the file's meaning (not of its spacing), 64 hex digits."""
    contradictions: tuple[ContradictionRule, ...] = ()
    """What is looked for between answers and sheets, in the order it is shown."""

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Question id -> question, in questionnaire order."""
        return {question.id: question for question in self._in_order()}

    @cached_property
    def dimension_by_id(self) -> Mapping[str, Dimension]:
        """Dimension id -> dimension, in questionnaire order."""
        return {dimension.id: dimension for dimension in self.dimensions}

    def _in_order(self) -> Iterator[Question]:
        for dimension in self.dimensions:
            yield from dimension.questions
