"""The documents beside the brief: call agenda, blank questionnaire, comparison, portfolio summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from assessments.wording_figures import count_words
from models.errors import StoreError
from models.partner_list import ListFilter, ListSort
from ui.documents.list_words import filter_words, sort_words
from ui.documents.names import isolated
from ui.documents.printed import Lay, NotLaid, Printed, file_name_of
from ui.theme.figures import own_figures

MOST_LISTED = 2_000
"""Partners in a printed portfolio: some sixty pages, more than anybody reads."""

if TYPE_CHECKING:
    from assessments.assessment import Assessment
    from assessments.result import Result
    from reports.document import Document
    from reports.options import PrintOptions
    from ui.documents.assessment_document import AssessmentDocument
    from ui.documents.print_choices import PrintChoices
    from ui.documents.workspace_document import WorkspaceDocument


def agenda_of(document: AssessmentDocument) -> Printed:
    """Return the agenda of the next call with the partner of an assessment."""

    def laying() -> Lay:
        return partial(_lay_agenda, document.assessment, document.result)

    def file_name(_choices: PrintChoices) -> str:
        return file_name_of(document.assessment.partner.name, document.result.as_of, _say("call agenda"))

    return Printed(
        workspace=document.workspace,
        title=lambda: _say("{partner}: call agenda").format(partner=isolated(document.assessment.partner.name)),
        as_of=lambda: document.result.as_of,
        laying=laying,
        file_name=file_name,
        changes=(document.result_changed, document.details_changed),
        back=_say("Result"),
    )


def blank_of(workspace: WorkspaceDocument, partner_type: str | None, quick: bool) -> Printed:
    """Return the questionnaire without answers.

    Args:
        workspace: Whose own name and paper are used.
        partner_type: A type's code; None prints the questions of every type.
        quick: Only the core questions and gates.
    """

    def laying() -> Lay:
        return partial(_lay_blank, workspace.own.name, partner_type, quick, workspace.today())

    def file_name(_choices: PrintChoices) -> str:
        return file_name_of(_say("Questionnaire"), workspace.today(), _say("blank"))

    return Printed(
        workspace=workspace,
        title=lambda: _say("Blank questionnaire"),
        as_of=workspace.today,
        laying=laying,
        file_name=file_name,
        changes=(),
        back=_say("Partners"),
    )


def comparison_of(
    workspace: WorkspaceDocument, partners: Sequence[UUID], weights: Mapping[str, Fraction] | None = None
) -> Printed:
    """Return partners side by side.

    Args:
        workspace: Where they are.
        partners: Ids in the order of the columns.
        weights: What-if weights by dimension; None takes those that the partners share.
    """

    def laying() -> Lay:
        return partial(_lay_comparison, workspace.path, tuple(partners), weights, workspace.today())

    return Printed(
        workspace=workspace,
        title=lambda: _say("Comparison of {n} partners").format(n=len(partners)),
        as_of=workspace.today,
        laying=laying,
        file_name=lambda _choices: file_name_of(_say("Partners"), workspace.today(), _say("comparison")),
        changes=(workspace.partners_changed,),
        back=_say("Compare"),
    )


def portfolio_of(workspace: WorkspaceDocument) -> Printed:
    """Return the partners that the list shows, in its order."""

    def laying() -> Lay:
        choice = workspace.choice
        listed = Listing(choice.filter, choice.sort, filter_words(choice.filter, _say), sort_words(choice.sort, _say))
        return partial(_lay_portfolio, workspace.path, listed, workspace.own.name, workspace.today())

    return Printed(
        workspace=workspace,
        title=lambda: _say("Portfolio summary"),
        as_of=workspace.today,
        laying=laying,
        file_name=lambda _choices: file_name_of(_say("Portfolio"), workspace.today(), _say("summary")),
        changes=(workspace.partners_changed, workspace.choice.listed_changed),
        back=_say("Portfolio"),
    )


@dataclass(frozen=True, slots=True)
class Listing:
    """Which partners are printed, and that in words."""

    wanted: ListFilter
    order: ListSort
    listed: str
    sorted_by: str


def _lay_comparison(
    path: Path, partners: tuple[UUID, ...], weights: Mapping[str, Fraction] | None, day: date, options: PrintOptions
) -> Document:
    from assessments.firmness import firmness
    from reports.comparison import lay_comparison
    from ui.documents.comparison_document import read_comparison

    found = read_comparison(path, partners, day)
    if found.comparison is None:
        raise NotLaid(found.problem or _say("Assess at least two partners, then compare them."))
    try:
        return lay_comparison(found.comparison, firmness(found.comparison, weights), options)
    except ValueError as error:  # its message is a sentence for the user
        raise NotLaid(str(error)) from error


def _lay_portfolio(path: Path, listing: Listing, own_name: str, day: date, options: PrintOptions) -> Document:
    from assessments.questionnaire_file import packaged_questionnaire
    from models.partner_list import open_list
    from reports.portfolio import Portfolio, lay_portfolio

    try:
        with closing(open_list(path)) as reader:
            ids = reader.ids(listing.wanted, listing.order)
            if len(ids) > MOST_LISTED:
                words = _say("{n} partners are listed and {most} can be printed. Narrow the list first.")
                raise NotLaid(
                    words.format(n=count_words(len(ids), own_figures), most=count_words(MOST_LISTED, own_figures))
                )
            rows, count = reader.rows(ids), reader.totals().partners
    except StoreError as error:
        raise NotLaid(str(error)) from error
    types = packaged_questionnaire().partner_types
    of_all = None if listing.wanted.archived else count
    return lay_portfolio(Portfolio(rows, day, types, own_name, of_all, listing.listed, listing.sorted_by), options)


def _lay_agenda(assessment: Assessment, result: Result, options: PrintOptions) -> Document:
    from reports.agenda import lay_agenda

    return lay_agenda(assessment, result, options)


def _lay_blank(own_name: str, partner_type: str | None, quick: bool, day: date, options: PrintOptions) -> Document:
    from assessments.assessment import Scope
    from assessments.questionnaire_file import packaged_questionnaire
    from reports.blank_questionnaire import BlankForm, lay_blank

    scope = Scope.QUICK if quick else Scope.FULL
    return lay_blank(BlankForm(packaged_questionnaire(), partner_type, scope, own_name), day, options)


def _say(words: str) -> str:
    return QCoreApplication.translate("PrintedViews", words)
