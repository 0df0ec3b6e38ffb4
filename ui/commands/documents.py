"""The commands that write documents beside the brief: comparison, portfolio, call agenda, blank questionnaire."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import date
from pathlib import Path

from assessments.assessment import Scope
from assessments.comparison import FEWEST_PARTNERS, MOST_PRINTED, compare
from assessments.firmness import firmness
from assessments.questionnaire_file import packaged_questionnaire
from assessments.scoring import score_assessment
from models.partner_list import ListSort, open_list
from models.workspace import open_workspace
from reports.agenda import lay_agenda
from reports.blank_questionnaire import BlankForm, lay_blank
from reports.comparison import lay_comparison
from reports.document import Document, DocumentError, sweep_parts, write_document
from reports.options import PrintOptions
from reports.portfolio import Portfolio, lay_portfolio
from ui.commands.choosing import CommandRefusedError, choose_assessment, choose_partner, output_file
from ui.commands.filtering import chosen_filter, chosen_type, refresh_summaries
from ui.commands.print_options import print_options
from ui.commands.printing import say, shown
from ui.documents.list_words import filter_words, sort_words

SORTS = {
    "supported": ListSort("supported", descending=True),
    "name": ListSort("name"),
    "type": ListSort("type"),
    "recommendation": ListSort("recommendation"),
    "coverage": ListSort("coverage", descending=True),
}
"""Word of the command line -> the order."""


def print_comparison(parsed: argparse.Namespace, today: date) -> int:
    """Write two to six partners side by side, each by its newest assessment."""
    target = output_file(parsed.output)
    if not FEWEST_PARTNERS <= len(parsed.partner) <= MOST_PRINTED:
        counts = f"{FEWEST_PARTNERS} to {MOST_PRINTED} partners to print side by side, not {len(parsed.partner)}"
        raise CommandRefusedError(f"Choose {counts}.")
    with closing(open_workspace(parsed.file)) as workspace:
        partners = [choose_partner(workspace, wanted) for wanted in parsed.partner]
        assessments = [choose_assessment(workspace, partner, None) for partner in partners]
        options = print_options(parsed, workspace)
    try:
        comparison = compare([(one, score_assessment(one, today)) for one in assessments])
        laid = lay_comparison(comparison, firmness(comparison), options)
    except ValueError as error:  # its message is a sentence for the user
        raise CommandRefusedError(str(error)) from error
    return write_laid(laid, target, parsed.output)


def print_portfolio(parsed: argparse.Namespace, today: date) -> int:
    """Write the partners with their newest assessments."""
    target = output_file(parsed.output)
    sort = SORTS[parsed.sort]
    with closing(open_workspace(parsed.file)) as workspace:
        refresh_summaries(workspace, today)
        options, own_name = print_options(parsed, workspace), workspace.own.name
    with closing(open_list(parsed.file)) as listing:
        wanted = chosen_filter(parsed, listing)
        rows = listing.rows(listing.ids(wanted, sort))
        of_all = None if wanted.archived else listing.totals().partners
    types = packaged_questionnaire().partner_types
    portfolio = Portfolio(rows, today, types, own_name, of_all, filter_words(wanted, str), sort_words(sort, str))
    return write_laid(lay_portfolio(portfolio, options), target, parsed.output)


def print_agenda(parsed: argparse.Namespace, today: date) -> int:
    """Write what to ask one partner next."""
    target = output_file(parsed.output)
    with closing(open_workspace(parsed.file)) as workspace:
        partner = choose_partner(workspace, parsed.partner)
        assessment = choose_assessment(workspace, partner, parsed.assessment)
        options = print_options(parsed, workspace)
    return write_laid(lay_agenda(assessment, score_assessment(assessment, today), options), target, parsed.output)


def print_blank(parsed: argparse.Namespace, today: date) -> int:
    """Write the questionnaire to be filled in with a pen."""
    target = output_file(parsed.output)
    questionnaire = packaged_questionnaire()
    partner_type = None if parsed.type is None else chosen_type(parsed.type)
    scope = Scope.QUICK if parsed.quick else Scope.FULL
    options = PrintOptions(paper=parsed.paper or "a4", grey=parsed.grey)
    return write_laid(lay_blank(BlankForm(questionnaire, partner_type, scope), today, options), target, parsed.output)


def write_laid(laid: Document, target: Path, named: Path) -> int:
    """Write a document and say so; `named` is the target as it was typed.

    Raises:
        CommandRefusedError: It could not be written.
    """
    sweep_parts()
    try:
        written = write_document(laid, target)
    except DocumentError as error:
        raise CommandRefusedError(str(error)) from error
    pages = "1 page" if written.pages == 1 else f"{written.pages} pages"
    say(f"{shown(str(named))}: {pages}, fingerprint {written.fingerprint}.")
    return 0
