from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.conditions import Condition, ConditionState
from assessments.questionnaire_file import packaged_questionnaire
from assessments.risk_register import Response, Risk
from assessments.shared_goals import Goal
from assessments.sheet_columns import COLUMNS
from assessments.sheet_rows import cell_text, enter_row, parse_cell, parse_paste, split_cells, with_cell
from assessments.sheets import MOST_ROWS, ROW_TYPES, Sheet, SheetRow
from assessments.value_exchange import Exchange, Kind, Side
from tests.sheet_strategies import ROWS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        (" 2026-1-5 ", date(2026, 1, 5)),
        ("31.12.2026", date(2026, 12, 31)),
        ("3.4.2026", date(2026, 4, 3)),
        ("12/31/2026", date(2026, 12, 31)),
        ("31/12/2026", date(2026, 12, 31)),
        ("5/5/2026", date(2026, 5, 5)),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert parse_cell(Sheet.RISKS, "due", text) == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("03/04/2026", "can be 2026-03-04 or 2026-04-03"),
        ("2026-02-30", "not a day of the calendar"),
        ("13/13/2026", "not a day of the calendar"),
        ("31.12.26", "write it as 2026-12-31"),
        ("tomorrow", "write it as 2026-12-31"),
        ("٢٠٢٦-١٢-٣١", "write it as 2026-12-31"),
        ("0000-01-01", "not a day of the calendar"),
        ("46387", "write it as 2026-12-31"),
    ],
)
def test_a_day_that_is_not_certain_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_cell(Sheet.GOALS, "due", text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("90000", "90000"),
        ("90,000", "90000"),
        ("90.000", "90000"),
        ("90 000", "90000"),
        ("90\u00a0000,50", "90000.50"),
        ("90'000.50", "90000.50"),
        ("1,234,567.8", "1234567.8"),
        ("1.234.567,89", "1234567.89"),
        ("0.5", "0.5"),
        ("999,999,999,999.99", "999999999999.99"),
    ],
)
def test_amounts_are_read_with_either_separators(text: str, amount: str) -> None:
    assert parse_cell(Sheet.EXCHANGES, "amount_low", text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["€90", "-5", "1e9", "1,23,456", "1.234,567.8", "1,234,56", "NaN", "12.", "1000000000000", "=1+1", "9" * 50]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        parse_cell(Sheet.EXCHANGES, "amount_low", text)


@pytest.mark.parametrize("text", ["4", " 4 ", "4.0", "4,0"])
def test_points_are_whole_numbers(text: str) -> None:
    assert parse_cell(Sheet.GOALS, "ours", text) == 4


@pytest.mark.parametrize("text", ["6", "-1", "3.5", "four", "²", "0x1"])
def test_what_is_no_point_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a whole number from 0 to 5"):
        parse_cell(Sheet.GOALS, "ours", text)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("giver", "we", Side.OURS),
        ("giver", "OURS", Side.OURS),
        ("kind", "know how", Kind.KNOW_HOW),
        ("kind", "KNOW-HOW", Kind.KNOW_HOW),
        ("currency", "eur", "EUR"),
    ],
)
def test_choices_are_read_in_any_case(column: str, text: str, value: object) -> None:
    assert parse_cell(Sheet.EXCHANGES, column, text) == value


def test_a_choice_that_is_not_known_names_the_choices() -> None:
    with pytest.raises(ValueError, match="“hope” is not known: one of Avoid, Reduce, Share, Accept"):
        parse_cell(Sheet.RISKS, "response", "hope")


def test_a_formula_stays_the_text_it_is() -> None:
    assert parse_cell(Sheet.RISKS, "risk", "=HYPERLINK(“x”)") == "=HYPERLINK(“x”)"


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "\ud800", "x" * 2001])
def test_a_text_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"character"):
        parse_cell(Sheet.RISKS, "risk", text)


def test_the_clipboard_is_split_as_spreadsheets_quote_it() -> None:
    text = 'plain\t"two\nlines"\t"tab\there"\r\n"say ""yes"""\t"quoted"\t"half\r\n\tx\n'
    rows = list(split_cells(text))
    assert rows == [["plain", "two\nlines", "tab\there"], ['say "yes"', '"quoted"', '"half'], ["", "x"]]


def test_a_row_needs_its_required_cells() -> None:
    entered = enter_row(Sheet.RISKS, {"risk": "Key person leaves", "likelihood": "2"})
    assert entered.row is None
    assert [(one.column, one.row_left_out) for one in entered.refused] == [("impact", True)]
    assert enter_row(Sheet.RISKS, {"risk": "Key person leaves", "likelihood": "2", "impact": "3"}).row is not None


def test_a_cell_typed_over_keeps_the_rest() -> None:
    row = enter_row(Sheet.CONDITIONS, {"what": "Sign terms"}).row
    assert isinstance(row, Condition)
    after = with_cell(Sheet.CONDITIONS, row, "state", "done")
    assert isinstance(after, Condition)
    assert (after.id, after.what, after.state) == (row.id, "Sign terms", ConditionState.DONE)
    assert cell_text(Sheet.CONDITIONS, after, "state") == "Done"


def test_a_refused_cell_that_may_be_empty_keeps_its_row() -> None:
    pasted = parse_paste(Sheet.RISKS, "Leak\t4\t5\thope\t\tLegal\t03/04/2026\t2\t\nLeak 2\tmany\t5")
    assert len(pasted.rows) == 1
    row = pasted.rows[0]
    assert isinstance(row, Risk)
    assert (row.response, row.owner, row.due, row.likelihood_after) == (None, "Legal", None, None)
    found = [(one.row, one.column, one.row_left_out) for one in pasted.refused]
    assert found == [
        (1, "response", False),
        (1, "due", False),
        (1, "likelihood_after", False),
        (2, "likelihood", True),
    ]


@pytest.mark.parametrize("text", ["0.500", "0,500", "00.500", "01,234", "000 500"])
def test_a_group_that_begins_with_zero_is_refused_because_a_half_could_be_meant(text: str) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        parse_cell(Sheet.EXCHANGES, "amount_low", text)


@pytest.mark.parametrize("text", ["10 20", "1 23", "1'2'3", "1\t234", "1\n234", "1  234", "1234 567", "1 234'567"])
def test_two_figures_in_one_cell_are_refused_and_not_made_one(text: str) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        parse_cell(Sheet.EXCHANGES, "amount_low", text)


def test_amounts_that_do_not_fit_each_other_are_left_empty_and_listed() -> None:
    pasted = parse_paste(
        Sheet.EXCHANGES, "Fee\twe\tmoney\t3\t4\t90,000\t80,000\tEUR\nFee\twe\tmoney\t3\t4\t90,000\t\t\n"
    )
    assert [row.amount_low for row in pasted.rows if isinstance(row, Exchange)] == [None, None]
    assert [one.column for one in pasted.refused] == ["amount_low", "amount_high", "amount_low"]


def test_a_heading_line_and_empty_lines_are_passed_over() -> None:
    pasted = parse_paste(Sheet.MEETINGS, "Who of us\tmeets whom\n\nLead\tTheir lead\n\t\n")
    assert (len(pasted.rows), pasted.refused) == (1, ())


def test_a_paste_lists_cells_without_a_column() -> None:
    pasted = parse_paste(Sheet.MEETINGS, "\tTheirs\tweekly\tcall\ttoo much")
    assert pasted.rows == ()
    assert [one.column for one in pasted.refused] == ["ours", ""]


def test_a_sheet_takes_no_more_rows_than_fit() -> None:
    pasted = parse_paste(Sheet.GOALS, "Goal\n" * (MOST_ROWS + 5))
    assert len(pasted.rows) == MOST_ROWS
    assert len(pasted.refused) == 1

    wrong = parse_paste(Sheet.RISKS, "No likelihood\n" * (MOST_ROWS + 5))
    assert wrong.rows == ()
    assert {cell.row for cell in wrong.refused} == set(range(1, MOST_ROWS + 2))
    assert "and those after it do not fit" in wrong.refused[-1].reason


@pytest.mark.parametrize("lines", [0, 1, 50])
def test_empty_lines_count_for_nothing(lines: int) -> None:
    pasted = parse_paste(Sheet.GOALS, "First" + "\n" * lines + "\nLast")
    assert [cell_text(Sheet.GOALS, row, "outcome") for row in pasted.rows] == ["First", "Last"]
    assert pasted.refused == ()


def test_what_is_not_looked_at_is_said() -> None:
    pasted = parse_paste(Sheet.GOALS, "First" + "\n" * 30_000 + "Last")
    assert len(pasted.rows) == 1
    assert "those after it were left out" in pasted.refused[-1].reason


QUESTIONNAIRE = packaged_questionnaire()


@pytest.mark.parametrize(
    "text", ["T4", " t4 ", "openness about AI  use", "T4 Openness about AI use", "T4: openness about ai use"]
)
def test_a_question_is_named_by_its_id_or_its_title(text: str) -> None:
    assert QUESTIONNAIRE.questions["T4"].title == "Openness about AI use"
    assert parse_cell(Sheet.CONDITIONS, "question_id", text, QUESTIONNAIRE) == "T4"


@pytest.mark.parametrize("text", ["X9", "T44", "Openness", "the kick-off meeting", "4", "=T4"])
def test_a_text_that_names_no_question_is_refused_with_what_is_expected(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no question of this questionnaire: .*such as G1"):
        parse_cell(Sheet.CONDITIONS, "question_id", text, QUESTIONNAIRE)


@pytest.mark.parametrize("key", sorted(QUESTIONNAIRE.questions))
def test_every_question_is_found_by_each_of_its_names(key: str) -> None:
    title = QUESTIONNAIRE.questions[key].title
    for text in (key, key.lower(), title.upper(), f"{key} · {title}"):
        assert parse_cell(Sheet.CONDITIONS, "question_id", text, QUESTIONNAIRE) == key


def test_a_pasted_condition_is_linked_to_its_question_and_says_where_it_is_not() -> None:
    unknown = "the kick-off meeting of the spring, see its minutes"
    lines = f"Sign\t\t\t\t\topenness about ai use\nFile\t\t\t\t\t{unknown}\nAsk\t\t\t\t\t"
    pasted = parse_paste(Sheet.CONDITIONS, lines, questionnaire=QUESTIONNAIRE)
    assert [row.question_id for row in pasted.rows if isinstance(row, Condition)] == ["T4", "", ""]
    assert [(one.row, one.column, one.row_left_out) for one in pasted.refused] == [(2, "question_id", False)]


LINES: dict[Sheet, str] = {
    Sheet.GOALS: "More visits\tvisits\t10\t20\tour log\t2026-12-31\t4\t3",
    Sheet.EXCHANGES: "Fee\tThey\tMoney\t3\t4\t90,000\t120,000\tEUR\tyearly\tsigned",
    Sheet.RISKS: 'Leak\t4\t5\tReduce\t"Clause\nand test"\tLegal\t31.12.2026\t2\t3',
    Sheet.CONDITIONS: "Sign terms\tLegal\t2026-12-05\tCopy filed\tOpen\tR1",
    Sheet.MEETINGS: "Media lead\tAccount lead\tweekly\tcall",
}


@pytest.mark.parametrize("sheet", Sheet)
def test_two_hundred_rows_are_taken_whole(sheet: Sheet) -> None:
    pasted = parse_paste(sheet, "\r\n".join([LINES[sheet]] * 200) + "\r\n")
    assert pasted.refused == ()
    assert len({row.id for row in pasted.rows}) == 200
    assert all(isinstance(row, ROW_TYPES[sheet]) for row in pasted.rows)


@pytest.mark.parametrize("sheet", Sheet)
@given(data=st.data())
def test_what_a_row_shows_is_read_back_as_the_same_row(sheet: Sheet, data: st.DataObject) -> None:
    row: SheetRow = data.draw(ROWS[sheet])
    texts = {one.id: cell_text(sheet, row, one.id) for one in COLUMNS[sheet]}
    assert enter_row(sheet, texts, row.id).row == row


@given(st.text(max_size=200))
def test_any_text_is_taken_or_refused(text: str) -> None:
    for sheet in Sheet:
        pasted = parse_paste(sheet, text)
        assert all(one.reason for one in pasted.refused)


def test_responses_and_levels_of_a_pasted_row_are_values() -> None:
    row = parse_paste(Sheet.RISKS, LINES[Sheet.RISKS]).rows[0]
    assert isinstance(row, Risk)
    assert (row.response, row.exposure, row.exposure_after) == (Response.REDUCE, 20, 6)
    assert row.action == "Clause\nand test"
    goal = parse_paste(Sheet.GOALS, LINES[Sheet.GOALS]).rows[0]
    assert isinstance(goal, Goal)
    assert (goal.due, goal.ours, goal.theirs) == (date(2026, 12, 31), 4, 3)
