"""What stands beside the score on paper: page one in short, the appendix in full."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Scope
from assessments.conditions import Condition, ConditionState, Decision
from assessments.evidence import Attachment, Link
from assessments.record import fingerprint
from assessments.sheets import NO_SHEETS, Sheet
from assessments.text_rules import TextRefused, clean_cell
from reports.style import Paper
from reports.text import text
from tests.reports.briefs import (
    TODAY,
    answered,
    printed_brief,
    printed_by_two_processes,
    read_pages,
    read_text,
    squeezed,
)
from tests.reports.sheeted import many, sheeted, sheets

ROOT = Path(__file__).parents[2]
STRINGS: list[str] = [
    entry["text"] for entry in json.loads((ROOT / "tests" / "data" / "strings.json").read_text(encoding="utf-8"))
]


def kept(typed: str) -> bool:
    try:
        clean_cell(typed, "It", required=True)
    except TextRefused:
        return False
    return True


def visible(typed: str) -> Counter[str]:
    """Return how often each character must be found. A reader expands ligatures and drops marks it cannot place."""
    return Counter(char for char in squeezed(text(typed)) if char not in "ﬁﬂ\u0301")


def page_named(page: str, before: str) -> int:
    """Return the page that page one names after some words."""
    found = re.search(rf"{re.escape(before)} on page (\d+)", page)
    assert found is not None, page
    return int(found[1])


def test_page_one_holds_the_sheets_the_decision_and_how_firm_it_is() -> None:
    page = read_pages(printed_brief(sheeted()))[0]
    for words in (
        "Decided: Twelve months, with two conditions, Management board, 23 November 2026",
        "Value exchange",
        "balance 0.98",
        "We give",
        "Yearly fee, EUR\u00a0110,000 to",
        "Generative creative at scale",
        "Main risks",
        "L×I",
        "Unsafe generated",
        "Conditions and next steps",
        "Done when",
        "Countersigned copy filed",
        "12 Dec 2026",
    ):
        assert words in page
    assert squeezed("Asked of you: nothing more to decide; it was decided on 23 November 2026;") in squeezed(page)
    assert squeezed("Holds in all 10,000 weightings; if Learning drops under 40, it falls to Pilot first;") in squeezed(
        page
    )
    assert page.index("K1") < page.index("K2") < page.index("K3")
    assert "Weights changed" not in page


def test_the_agenda_gives_way_to_the_sheets_and_says_where_it_went() -> None:
    pages = read_pages(printed_brief(sheeted()))
    where = page_named(pages[0], "What to ask next: 2")
    assert "What to ask next" in pages[where - 1]
    assert "Truthfulness and kept promises" in pages[where - 1]


def test_without_sheets_the_agenda_stays_and_the_appendix_says_what_is_empty() -> None:
    pages = read_pages(printed_brief(answered()))
    assert "What to ask next" in pages[0]
    for words in ("Main risks", "Conditions and next steps", "Decided:"):
        assert words not in pages[0]
    found = squeezed("".join(pages))
    assert squeezed("Not filled in: shared goals sheet, exchange sheet, risk register") in found
    assert squeezed("An open gate means hold, whatever the weights") in found


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_page_one_stays_one_page_with_twelve_conditions_and_forty_risks(paper: Paper) -> None:
    long = many(40, lambda n: f"Row {n} " + "with words that run on and on " * 4)
    long = long.with_rows(Sheet.CONDITIONS, long.conditions[:12])
    for assessment in (sheeted(sheets=long), sheeted(sheets=replace(long, decision=None), scope=Scope.QUICK)):
        pages = read_pages(printed_brief(assessment, paper))
        assert "Prepared by" in pages[0]
        assert "Prepared by" not in "".join(pages[1:])
        for title, start in (("Risk register", "Before the response"), ("Exchange sheet", "What is given")):
            named = {int(number) for number in re.findall(r"(?:and \d+ more,?|\d+) on page (\d+)", pages[0])}
            begins = next(number for number, page in enumerate(pages, 1) if title in page and start in page)
            assert begins in named


def test_a_sheet_of_a_thousand_rows_is_printed_whole_under_repeated_titles() -> None:
    pages = read_pages(printed_brief(sheeted(sheets=many(1000, lambda n: f"Row{n}."))))
    found = "".join(pages)
    for number in range(1000):
        assert f"Row{number}." in found
    register = [page for page in pages if "Risk register, continued" in page]
    assert len(register) > 20
    assert all("Response, owner" in page for page in register)
    assert found.count("K1000") >= 1


def everywhere(assessment: Assessment, words: list[str]) -> tuple[Assessment, int]:
    """Return the assessment with each text in every cell of every sheet, and how often each text is then printed."""
    full = many(len(words), lambda n: words[n])
    return replace(
        assessment, sheets=replace(full, decision=Decision(words[0], words[1], TODAY, words[2]))
    ), 5 + 3 + 3 + 3 + 4


@pytest.mark.parametrize("start", range(0, len(STRINGS), 35))
def test_every_string_is_printed_in_every_cell(start: int) -> None:
    words = [typed for typed in STRINGS[start : start + 35] if kept(typed)]
    assessment, times = everywhere(sheeted(), words)
    found = Counter(squeezed(read_text(printed_brief(assessment))))
    wanted: Counter[str] = Counter()
    for typed in words:
        for char, count in visible(typed).items():
            wanted[char] += count * times
    assert not wanted - found


def test_a_cell_of_any_length_flows() -> None:
    long = replace(sheets(), risks=tuple(replace(risk, risk="Ж" * 2000, action="Щ" * 2000) for risk in sheets().risks))
    pages = read_pages(printed_brief(sheeted(sheets=long)))
    assert "in full on page" in pages[0]
    assert "".join(pages[1:]).count("Ж") == 6000
    assert "".join(pages[1:]).count("Щ") == 6000


def test_a_long_decision_is_cut_on_page_one_and_printed_in_full() -> None:
    decision = Decision("D" * 2000, "E" * 2000, TODAY, "F" * 2000)
    pages = read_pages(printed_brief(sheeted(sheets=replace(sheets(), decision=decision))))
    where = page_named(pages[0], "in full")
    rest = "".join(pages[where - 1 :])
    for letter in "DEF":
        assert letter * 40 in squeezed(rest)
        assert rest.count(letter) >= 2000


def test_files_and_links_stand_with_their_answer_and_strings_as_names_are_literal() -> None:
    added = datetime(2026, 11, 2, tzinfo=UTC)
    names = [typed for typed in STRINGS if kept(typed) and len(typed) < 200 and not set("/\\\n\t") & set(typed)]
    files = tuple(Attachment(UUID(int=n), "G1", name, "ab" * 32, 2048, added) for n, name in enumerate(names))
    link = Link(UUID(int=1), "T4", "https://example.org/<b>&amp;?q=" + "x" * 300, added)
    found = read_text(printed_brief(sheeted(attachments=files, links=(link,))))
    assert squeezed(link.url) in squeezed(found)
    assert squeezed(found).count("sha256abababab…abab") == len(names)
    wanted = sum(map(visible, names), Counter[str]())
    assert not wanted - Counter(squeezed(found))


def test_evidence_of_questions_that_are_not_asked_is_not_lost() -> None:
    added = datetime(2026, 11, 2, tzinfo=UTC)
    link = Link(UUID(int=1), "L6", "https://example.org/outside", added)
    found = read_text(printed_brief(sheeted(scope=Scope.QUICK, answers=MappingProxyType({}), links=(link,))))
    assert "https://example.org/outside" in found


def test_contradictions_and_what_to_check_again_are_printed() -> None:
    alone = tuple(replace(risk, owner="", likelihood=5, impact=5) for risk in sheets().risks)
    found = squeezed(read_text(printed_brief(sheeted(sheets=replace(sheets(), risks=alone)))))
    assert squeezed("Risk K1, “Unsafe generated content”, has an exposure of 25 and no owner.") in found
    assert squeezed("What to check again") in found
    assert squeezed("Stale from 26 November 2026.") in found


def test_methods_are_named_and_their_limits_stand_beside_them() -> None:
    found = squeezed(read_text(printed_brief(sheeted())))
    for words in (
        "Dirichlet distribution",
        "concentration of 20",
        "SMAA, stochastic multicriteria acceptability analysis",
        "a share of weightings is not a probability that the recommendation is right",
    ):
        assert squeezed(words) in found
    assert squeezed("random index of 1980") not in found


def test_changed_weights_are_marked_wherever_the_score_is() -> None:
    weights = {"goals": Fraction(2), **dict.fromkeys(("value", "trust", "risk", "learning"), Fraction(1))}
    pages = read_pages(printed_brief(sheeted(weights=weights)))
    assert all("Weights changed" in page for page in pages)
    assert squeezed("random index of 1980") in squeezed("".join(pages))
    same = dict.fromkeys(weights, Fraction(3))
    assert "Weights changed" not in read_pages(printed_brief(sheeted(weights=same)))[0]


def test_money_is_added_up_for_each_currency_apart() -> None:
    fee = next(one for one in sheets().exchanges if one.currency)
    more = (replace(fee, id=UUID(int=99)), replace(fee, id=UUID(int=98), currency="USD", amount_high=None))
    found = squeezed(
        read_text(printed_brief(sheeted(sheets=replace(sheets(), exchanges=(*sheets().exchanges, *more)))))
    )
    assert squeezed("Money from us: EUR 220,000 to 240,001; USD 110,000.") in found


def test_the_same_sheets_give_the_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib; from tests.reports.briefs import printed_brief; from tests.reports.sheeted import sheeted;"
        "print(hashlib.sha256(printed_brief(sheeted())).hexdigest())"
    )
    prints = printed_by_two_processes(code)
    assert len(prints) == 1


def _changed(row: Any, name: str) -> Any:
    """Return a row with another value in one field."""
    value = getattr(row, name)
    others: dict[type, Callable[[Any], Any]] = {
        str: lambda text: f"{text} changed"[-40:],
        int: lambda number: 4 if number != 4 else 3,
        date: lambda day: day.replace(year=day.year + 1),
    }
    for kind, change in others.items():
        if isinstance(value, kind) and type(value) is kind:
            return replace(row, **{name: change(value)})
    return None


@pytest.mark.parametrize("sheet", list(Sheet))
def test_the_fingerprint_covers_every_cell_that_is_printed(sheet: Sheet) -> None:
    before = sheeted()
    seen = {fingerprint(before, TODAY)}
    first, *rest = before.sheets.rows(sheet)
    for field in fields(first):
        other = None if field.name in ("id", "currency") else _changed(first, field.name)
        if other is not None:
            after = replace(before, sheets=before.sheets.with_rows(sheet, (other, *rest)))
            assert fingerprint(after, TODAY) not in seen, field.name
            seen.add(fingerprint(after, TODAY))
    assert len(seen) > 3
    assert fingerprint(replace(before, links=()), TODAY) not in seen
    assert fingerprint(replace(before, attachments=()), TODAY) not in seen
    assert fingerprint(replace(before, sheets=replace(before.sheets, decision=None)), TODAY) not in seen
    assert fingerprint(replace(before, sheets=NO_SHEETS), TODAY) not in seen


def test_a_note_changes_no_figure_of_robustness() -> None:
    one, other = sheeted(), sheeted()
    answers = dict(other.answers)
    answers["G1"] = replace(answers["G1"], note="Another note.")
    changed = replace(other, answers=MappingProxyType(answers))
    pages = [read_pages(printed_brief(assessment)) for assessment in (one, changed)]
    firm = [next(page for page in printed if "How firm the recommendation is" in page) for printed in pages]
    assert re.sub(r"sha256 \S+", "", firm[0]) == re.sub(r"sha256 \S+", "", firm[1])


def test_a_condition_that_is_done_says_so_and_a_dropped_one_stands_only_in_the_appendix() -> None:
    dropped = Condition(UUID(int=77), "Visit their studio", state=ConditionState.DROPPED)
    with_dropped = replace(sheets(), conditions=(dropped, *sheets().conditions[1:3]))
    pages = read_pages(printed_brief(sheeted(sheets=with_dropped)))
    assert "Weekly log review agreed" in pages[0]
    assert "Done" in pages[0]
    assert "Visit their studio" not in pages[0]
    sheet = next(page for page in pages[1:] if "Conditions and actions sheet" in page)
    assert "Visit their studio" in sheet
    assert "Dropped" in sheet


def test_an_answer_on_an_assumption_behind_a_gate_is_a_contradiction_on_paper() -> None:
    assumed = Answer(State.RATED, 4, grade=Grade.ASSUMED, answered_on=TODAY)
    answers = MappingProxyType({**sheeted().answers, "T8": assumed})
    found = squeezed(read_text(printed_brief(sheeted(answers=answers))))
    assert squeezed("is a gate rated 4 on an assumption, with no file and no link behind it.") in found
