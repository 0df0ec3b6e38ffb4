"""The briefs of many partners, one after the other, each written or printed and let go of: memory stays as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from models.errors import StoreError
from models.partner_list import ListFilter, ListSort, PartnerRow, open_list
from ui.documents.print_choices import PrintChoices, options_of
from ui.documents.printed import file_name_of, reader_word
from ui.jobs.job import Cancelled

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from models.workspace import Workspace
    from reports.document import Document
    from ui.documents.printer_pages import Sheets

_BLOCK = 100
"""Lines of the list read at once."""

Report = Callable[[int, int, str], object]
"""Called before each brief with those done, all, and the partner's name; raises `Cancelled` where the user gave up."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose briefs, and how."""

    workspace: Path
    today: date
    choices: PrintChoices
    partners: tuple[str, ...] = ()
    """Partner ids in their order; empty for all that the list shows."""
    listed: ListFilter = field(default_factory=ListFilter)
    order: ListSort = field(default_factory=ListSort)


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    done: list[str] = field(default_factory=list)
    """File names, or partners' names when printed."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Partner's name and the sentence that says why."""
    skipped: list[str] = field(default_factory=list)
    """Partners without an assessment."""
    left: int = 0
    """How many were not tried, because the user gave up or nothing could be written any more."""
    cancelled: bool = False


def count_partners(wish: Wish) -> int:
    """Return for how many partners there would be a brief, those without an assessment included."""
    with closing(open_list(wish.workspace)) as reader:
        return len(wish.partners or reader.ids(wish.listed, wish.order))


def save_briefs(wish: Wish, folder: Path, replace: bool, report: Report) -> Outcome:
    """Write a PDF for each partner; for a worker. A brief is in its place whole or not at all.

    Args:
        wish: Whose.
        folder: Where.
        replace: Whether a file of the same name is replaced; else the new one gets a number.
        report: See `Report`.
    """
    from reports.document import DocumentError, write_document

    outcome = Outcome()
    taken: set[str] = set()
    for name, laid, go_on in _laid(wish, outcome, report):
        file_name = file_name_of(name, laid.imprint.as_of, reader_word(wish.choices))
        path = _free(folder, file_name, taken, replace)
        try:
            write_document(laid, path, go_on)
        except Cancelled:
            outcome.cancelled = True
            outcome.left += 1
            break
        except DocumentError as error:
            outcome.refused.append((name, str(error)))
            if _same_twice(outcome):
                break  # the disk is full or the folder gone: the others would fare no better
        else:
            outcome.done.append(path.name)
    return outcome


def print_briefs(wish: Wish, printer: QPrinter, report: Report) -> Outcome:
    """Print the brief of each partner, all in one print job; for a worker.

    Raises:
        PrintError: The printer refuses.
        Cancelled: The user gave up; the printer was told so.
    """
    from ui.documents.printer_pages import print_sheets

    outcome, at = Outcome(), (0, 0, "")

    def note(done: int, total: int, name: str) -> None:
        nonlocal at
        at = (done, total, name)
        report(*at)

    printed = _printed(wish, printer, outcome, note)
    first = next(printed, None)  # where nobody has a brief, the printer is not asked
    if first is not None:
        print_sheets(printer, chain((first,), printed), lambda _page: report(*at))  # any page is a point to give up
    return outcome


def _printed(wish: Wish, printer: QPrinter, outcome: Outcome, report: Report) -> Iterator[Sheets]:
    from reports.document import DocumentError, document_bytes
    from reports.page_pictures import read_page_sizes
    from ui.documents.printer_pages import Sheets, chosen_pages, is_grey

    for name, laid, _ in _laid(wish, outcome, report):
        try:
            pdf = document_bytes(laid)
        except DocumentError as error:
            outcome.refused.append((name, str(error)))
            continue
        sizes = read_page_sizes(pdf)
        yield Sheets(pdf, sizes, chosen_pages(printer, len(sizes), 0), wish.choices.grey or is_grey(printer))
        outcome.done.append(name)
    if outcome.cancelled:
        raise Cancelled  # through the print job, which is then called back


def _laid(wish: Wish, outcome: Outcome, report: Report) -> Iterator[tuple[str, Document, Callable[[int, int], None]]]:
    """Yield partner's name, brief, and what is called between its pages and raises where the user gave up.

    What cannot be read or has no assessment is noted in the outcome.
    """
    from models.workspace import open_workspace

    with closing(open_list(wish.workspace)) as reader, closing(open_workspace(wish.workspace)) as workspace:
        ids = list(wish.partners or reader.ids(wish.listed, wish.order))
        at = 0
        try:
            for start in range(0, len(ids), _BLOCK):
                for row in reader.rows(ids[start : start + _BLOCK]):
                    report(at, len(ids), row.name)
                    at += 1
                    laid = _lay(wish, workspace, row, outcome)
                    if laid is not None:
                        step = (at - 1, len(ids), row.name)
                        yield row.name, laid, lambda _done, _total, step=step: report(*step)  # type: ignore[misc]
            report(len(ids), len(ids), "")
        except Cancelled:
            outcome.cancelled = True
        finally:
            outcome.left += len(ids) - at


def _lay(wish: Wish, workspace: Workspace, row: PartnerRow, outcome: Outcome) -> Document | None:
    from assessments.scoring import score_assessment
    from reports.brief import lay_brief

    if row.assessment_id is None:
        outcome.skipped.append(row.name)
        return None
    try:
        assessment = workspace.read_assessment(UUID(row.assessment_id))
    except StoreError as error:
        outcome.refused.append((row.name, str(error)))
        return None
    return lay_brief(assessment, score_assessment(assessment, wish.today), options_of(wish.choices))


def _free(folder: Path, name: str, taken: set[str], replace: bool) -> Path:
    """Return a path that no brief of this run has, and no other file unless it may be replaced."""
    stem, number, path = name.removesuffix(".pdf"), 1, folder / name
    while _key(path.name) in taken or (not replace and path.exists()):
        number += 1
        path = folder / f"{stem} {number}.pdf"
    taken.add(_key(path.name))
    return path


def _key(name: str) -> str:
    """Return a name as disks that ignore case and composition compare it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _same_twice(outcome: Outcome) -> bool:
    sentences = [sentence for _, sentence in outcome.refused[-2:]]
    return len(sentences) == 2 and sentences[0] == sentences[1]
