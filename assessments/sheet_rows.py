"""Rows of a sheet from cells: one typed row, one changed cell, or what a spreadsheet puts on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from assessments.cell_parsing import CellValue, parse_value, value_text
from assessments.questionnaire import Questionnaire
from assessments.sheet_columns import COLUMNS, Column, column
from assessments.sheets import MOST_ROWS, ROW_TYPES, Sheet, SheetRow
from assessments.wording_figures import Say, count_words

LARGEST_PASTE = 20_000_000
"""Characters."""
_MOST_LINES = 20 * MOST_ROWS
"""Lines of a paste that are looked at, empty ones among them: the window waits meanwhile."""


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell that was not taken."""

    row: int
    """Line of the paste, from 1; 0 for a single row."""
    column: str
    """Id of the column; empty where the row as a whole breaks a rule."""
    text: str
    reason: str
    """A sentence with what is expected."""
    row_left_out: bool
    """The whole row was not taken; otherwise the cell is empty in it."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A row made of typed cells."""

    row: SheetRow | None
    """None when a required cell is missing or refused."""
    refused: tuple[RefusedCell, ...]


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows made of pasted text."""

    rows: tuple[SheetRow, ...]
    refused: tuple[RefusedCell, ...]


def parse_cell(
    sheet: Sheet, column_id: str, text: str, questionnaire: Questionnaire | None = None, say: Say = str
) -> CellValue:
    """Return the value of one cell. The questionnaire is the one whose questions can be named; None takes any id.

    `say` writes figures, here and in what follows, and is the one that `cell_text` had.

    Raises:
        ValueError: A sentence that says what is expected.
        KeyError: The sheet has no such column.
    """
    return parse_value(column(sheet, column_id), text, questionnaire, say)


def cell_text(sheet: Sheet, row: SheetRow, column_id: str, say: Say = str) -> str:
    """Return what a cell shows, as `parse_cell` reads it back with the same `say`."""
    return value_text(column(sheet, column_id), getattr(row, column_id), say)


def with_cell(
    sheet: Sheet, row: SheetRow, column_id: str, text: str, questionnaire: Questionnaire | None = None, say: Say = str
) -> SheetRow:
    """Return a row with one cell typed over; the questionnaire and `say` are as in `parse_cell`.

    Raises:
        ValueError: A sentence: the cell cannot be read, or does not fit the rest of the row.
    """
    changes: dict[str, Any] = {column_id: parse_cell(sheet, column_id, text, questionnaire, say)}
    return replace(row, **changes)


def enter_row(
    sheet: Sheet,
    texts: Mapping[str, str],
    new_id: UUID | None = None,
    questionnaire: Questionnaire | None = None,
    say: Say = str,
) -> Entered:
    """Return the row of typed cells.

    Args:
        sheet: Which one.
        texts: Column id -> text; a missing one is empty.
        new_id: The row's id; a new one when None.
        questionnaire: As in `parse_cell`.
        say: As in `parse_cell`.
    """
    row, refused = _row(sheet, texts, 0, new_id or uuid4(), questionnaire, say)
    return Entered(row, refused)


def parse_paste(
    sheet: Sheet,
    text: str,
    new_id: Callable[[], UUID] = uuid4,
    most: int = MOST_ROWS,
    questionnaire: Questionnaire | None = None,
    say: Say = str,
) -> Pasted:
    """Return the rows of a text from the clipboard, as spreadsheets write it: tabs between cells, lines between rows.

    A first line that repeats the column titles is passed over, as are empty lines. A refused cell leaves its row out
    when the row cannot be without it, and is empty otherwise.

    Args:
        sheet: Which one.
        text: As it stands on the clipboard.
        new_id: Makes the ids of the rows.
        most: Rows that still fit into the sheet. No more rows than a sheet can have are looked at.
        questionnaire: As in `parse_cell`.
        say: As in `parse_cell`.
    """
    columns = COLUMNS[sheet]
    if len(text) > LARGEST_PASTE:
        return Pasted((), (RefusedCell(1, "", "", "This is too much text for a sheet. Paste less at a time.", True),))
    rows: list[SheetRow] = []
    refused: list[RefusedCell] = []
    looked_at = 0
    for number, cells in enumerate(split_cells(text), start=1):
        if number > _MOST_LINES:
            most_lines = count_words(_MOST_LINES, say)
            reason = f"A paste is read for {most_lines} lines. This line and those after it were left out."
            refused.append(RefusedCell(number, "", cells[0], reason, True))
            break
        if not any(cell.strip() for cell in cells) or (number == 1 and _is_heading(cells, columns)):
            continue
        if len(rows) >= most or looked_at >= MOST_ROWS:
            reason = f"A sheet can have {count_words(MOST_ROWS, say)} rows. This row and those after it do not fit."
            refused.append(RefusedCell(number, "", cells[0], reason, True))
            break
        looked_at += 1
        texts = {one.id: cell for one, cell in zip(columns, cells, strict=False)}
        row, found = _row(sheet, texts, number, new_id(), questionnaire, say)
        refused.extend(found)
        for extra in cells[len(columns) :]:
            if extra.strip():
                reason = "There is no column for this cell."
                refused.append(RefusedCell(number, "", extra, reason, row is None))
        if row is not None:
            rows.append(row)
    return Pasted(tuple(rows), tuple(refused))


_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=\t|\r?\n|\r|\Z)|[^\t\r\n]*')
_END = re.compile(r"\t|\r?\n|\r|\Z")


def split_cells(text: str) -> Iterator[list[str]]:
    """Yield the cells of tab-separated text, row by row, as far as they are asked for.

    Spreadsheets put quotes around a cell with a tab, a line break or, then doubled, a quote in it. Quotes around
    anything else are part of the text.
    """
    row: list[str] = []
    place = 0
    while True:
        found = _CELL.match(text, place)
        inner = found[1] if found else None
        whole = found[0] if found else ""
        quoted = inner is not None and any(sign in inner for sign in '\t\r\n"')
        row.append(inner.replace('""', '"') if quoted and inner is not None else whole)
        place += len(whole)
        end = _END.match(text, place)
        separator = end[0] if end else ""
        place += len(separator)
        if separator == "\t":
            continue
        if separator or row != [""]:
            yield row
        if not separator:
            return
        row = []


def _is_heading(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    pairs = list(zip(cells, columns, strict=False))
    return len(pairs) > 1 and all(
        cell.strip().casefold() in (one.title.casefold(), one.id.casefold()) for cell, one in pairs
    )


def _row(
    sheet: Sheet, texts: Mapping[str, str], number: int, row_id: UUID, questionnaire: Questionnaire | None, say: Say
) -> tuple[SheetRow | None, tuple[RefusedCell, ...]]:
    values: dict[str, CellValue] = {}
    bad: list[tuple[Column, str]] = []
    for one in COLUMNS[sheet]:
        text = texts.get(one.id, "")
        try:
            values[one.id] = parse_value(one, text, questionnaire, say)
        except ValueError as error:
            bad.append((one, str(error)))
            values[one.id] = _empty(one)
    left_out = any(one.required for one, _ in bad)
    refused = [RefusedCell(number, one.id, texts.get(one.id, ""), reason, left_out) for one, reason in bad]
    if left_out:
        return None, tuple(refused)
    refused.extend(_make_fit(values, texts, number))
    try:
        return ROW_TYPES[sheet](row_id, **values), tuple(refused)
    except ValueError as error:  # a rule between cells that no single cell can be blamed for
        every = [replace(one, row_left_out=True) for one in refused]
        return None, (*every, RefusedCell(number, "", "", str(error), True))


def _make_fit(values: dict[str, CellValue], texts: Mapping[str, str], number: int) -> list[RefusedCell]:
    """Empty the optional cells that do not fit each other, and say so."""
    refused = []
    if "likelihood_after" in values and (values["likelihood_after"] is None) != (values["impact_after"] is None):
        reason = "After the response, give both likelihood and impact, or neither."
        refused += _emptied(values, ("likelihood_after", "impact_after"), texts, number, reason)
    if "amount_low" in values:
        low, high = values["amount_low"], values["amount_high"]
        amounts = ("amount_low", "amount_high")
        if (low is not None or high is not None) and not values["currency"]:
            refused += _emptied(values, amounts, texts, number, "An amount needs its currency: three letters.")
        elif low is not None and high is not None and low > high:  # type: ignore[operator]
            refused += _emptied(values, amounts, texts, number, "The low amount is above the high one.")
    return refused


def _emptied(
    values: dict[str, CellValue], ids: tuple[str, str], texts: Mapping[str, str], number: int, reason: str
) -> list[RefusedCell]:
    given = [one for one in ids if values[one] is not None]
    values.update(dict.fromkeys(ids))
    return [RefusedCell(number, one, texts.get(one, ""), reason, False) for one in given]


def _empty(one: Column) -> CellValue:
    return one.default if one.kind not in ("text", "currency", "question") else ""
