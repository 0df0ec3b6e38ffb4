"""Briefs of many partners: each whole or not at all, whatever their names, the disk, or the user's patience."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from assessments.assessment import Partner
from models import edits
from models.partner_list import ListFilter
from models.workspace import create_workspace
from reports.page_pictures import read_page_sizes
from tests.conftest import TODAY
from tests.models.builders import an_assessment, write_by_hand
from ui.documents.many_briefs import Outcome, Wish, count_partners, print_briefs, save_briefs
from ui.documents.print_choices import PrintChoices
from ui.jobs.job import Cancelled

DECIDER = PrintChoices(reader="decider")
HOSTILE = (
    "../../etc/passwd",
    "CON",
    "a/b\\c:d*e?f",
    "<b>%s {0}",
    "ends with dots...",
    "ENDS WITH DOTS...",
    "שלום",
    "\u202eevil",
    "x" * 200,
    "x" * 199 + "y",
    "Zo\u00eb",
    "Zoe\u0308",
)


def a_workspace(path: Path, names: tuple[str, ...], unassessed: tuple[str, ...] = ()) -> Wish:
    workspace = create_workspace(path)
    changes = []
    for number, name in enumerate(names, start=1):
        partner = Partner(UUID(int=number), name, "AGY")
        assessment = an_assessment(1000 + number, partner, created_at=datetime(2026, 11, 1, tzinfo=UTC))
        changes += [edits.add_partner(partner), *edits.add_assessment(assessment)]
    for number, name in enumerate(unassessed, start=500):
        changes.append(edits.add_partner(Partner(UUID(int=number), name, "AGY")))
    workspace.commit("all", changes, today=TODAY)
    workspace.close()
    return Wish(path, TODAY, DECIDER)


def nothing(_done: int, _total: int, _name: str) -> None: ...


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_partner_gets_a_file_of_its_own_inside_the_folder(tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", HOSTILE, ("Nobody yet",))
    folder = tmp_path / "out"
    folder.mkdir()
    told: list[tuple[int, int, str]] = []
    outcome = save_briefs(wish, folder, False, lambda *step: told.append(step))
    assert count_partners(wish) == len(HOSTILE) + 1
    assert (outcome.refused, outcome.skipped, outcome.left) == ([], ["Nobody yet"], 0)
    assert sorted(outcome.done) == files(folder)
    assert len({name.casefold() for name in outcome.done}) == len(HOSTILE)
    assert files(tmp_path) == ["a.rapport", "out"]
    steps = [done for done, _, _ in told]
    assert steps == sorted(steps)
    assert set(steps) == set(range(len(HOSTILE) + 2))
    assert {name for _, _, name in told} == {*HOSTILE, "Nobody yet", ""}


def test_only_the_chosen_or_the_listed_are_written(tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("One", "Two", "Three"))
    chosen = Wish(wish.workspace, TODAY, DECIDER, partners=(str(UUID(int=3)), str(UUID(int=1))))
    assert save_briefs(chosen, tmp_path, False, nothing).done == [
        "Three brief (decider) 2026-11-23.pdf",
        "One brief (decider) 2026-11-23.pdf",
    ]
    listed = Wish(wish.workspace, TODAY, DECIDER, listed=ListFilter(text="tw"))
    assert save_briefs(listed, tmp_path, False, nothing).done == ["Two brief (decider) 2026-11-23.pdf"]


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("One",))
    first = tmp_path / "One brief (decider) 2026-11-23.pdf"
    first.write_text("mine")
    assert save_briefs(wish, tmp_path, False, nothing).done == ["One brief (decider) 2026-11-23 2.pdf"]
    assert first.read_text() == "mine"
    assert save_briefs(wish, tmp_path, True, nothing).done == [first.name]
    assert first.read_bytes().startswith(b"%PDF")


def test_two_partners_of_one_name_never_share_a_file_even_when_replacing(tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("One", "one", "ONE"))
    assert len(set(save_briefs(wish, tmp_path, True, nothing).done)) == 3


def test_giving_up_leaves_whole_files_only_and_says_how_many_are_left(tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("A", "B", "C", "D"))
    folder = tmp_path / "out"
    folder.mkdir()

    def stop(done: int, _total: int, _name: str) -> None:
        if done == 2:
            raise Cancelled

    outcome = save_briefs(wish, folder, False, stop)
    assert outcome.cancelled
    assert (len(outcome.done), outcome.left) == (2, 2)
    assert files(folder) == sorted(outcome.done)


def test_a_disk_that_fills_up_keeps_what_is_whole_and_stops_trying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = a_workspace(tmp_path / "a.rapport", tuple("ABCDEFGH"))
    folder = tmp_path / "out"
    folder.mkdir()
    whole = os.fsync
    synced: list[int] = []

    def fills_up(handle: int) -> None:
        synced.append(handle)
        if len(synced) > 4:  # a file and its folder each: two briefs
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(handle)

    monkeypatch.setattr(os, "fsync", fills_up)
    outcome = save_briefs(wish, folder, False, nothing)
    assert len(outcome.done) == 2
    assert [name for name, _ in outcome.refused] == ["C", "D"]
    assert "is full" in outcome.refused[0][1]
    assert outcome.left == 4
    assert files(folder) == sorted(outcome.done)


def test_an_assessment_that_cannot_be_read_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("A", "B", "C"))
    broken = f"UPDATE assessment SET weights = '{{x' WHERE id = '{UUID(int=1002)}'"
    write_by_hand(wish.workspace, broken, checks=False)
    outcome = save_briefs(wish, tmp_path, False, nothing)
    assert len(outcome.done) == 2
    ((name, sentence),) = outcome.refused
    assert name == "B"
    assert "a.rapport" in sentence


def test_they_are_printed_in_one_job(qtbot: QtBot, tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("A", "B", "C"), ("Nobody yet",))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "all.pdf"))
    outcome = print_briefs(wish, printer, nothing)
    assert (outcome.done, outcome.skipped) == (["A", "B", "C"], ["Nobody yet"])
    assert len(read_page_sizes((tmp_path / "all.pdf").read_bytes())) == 3


def test_giving_up_calls_the_print_job_back(qtbot: QtBot, tmp_path: Path) -> None:
    wish = a_workspace(tmp_path / "a.rapport", ("A", "B", "C"))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "all.pdf"))

    def stop(done: int, _total: int, _name: str) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_briefs(wish, printer, stop)
    assert files(tmp_path) == ["a.rapport"]


def test_an_outcome_begins_empty() -> None:
    assert Outcome() == Outcome([], [], [], 0, False)
