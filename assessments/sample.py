"""The sample workspace's assessments, dated from the day they are made so that they never look stale."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from assessments.answer import Answer, Grade, State
from assessments.assessment import Assessment, Assessor, Partner, Scope
from assessments.questionnaire_file import packaged_questionnaire
from assessments.sheet_rows import parse_paste
from assessments.sheets import NO_SHEETS, Sheet, Sheets
from resources import read_toml

_IDS = UUID("6d1f4c1e-8b53-4c0a-9c1f-5a2f6f0f3b7e")
_GRADES = {".": None, "a": Grade.ASSUMED, "t": Grade.STATED, "s": Grade.SEEN, "v": Grade.VERIFIED}
_FLAG = " *"


def sample_assessments(today: date) -> tuple[Assessment, ...]:
    """Return six invented assessments, covering every recommendation and both holds.

    Args:
        today: The day the sample is made; every date counts back from it.
    """
    data = read_toml("sample.toml")
    return tuple(_assessment(one, data["own_name"], data["assessor"], today) for one in data["assessments"])


def _assessment(data: dict[str, Any], own_name: str, assessor: str, today: date) -> Assessment:
    name: str = data["name"]
    finished = today - timedelta(days=data["finished"]) if "finished" in data else None
    partner = Partner(
        id=uuid5(_IDS, f"partner {name}"),
        name=name,
        type=data["type"],
        country=data["country"],
        website=data["website"],
        contact=data["contact"],
        tags=tuple(data["tags"]),
    )
    return Assessment(
        id=uuid5(_IDS, f"assessment {name}"),
        partner=partner,
        partner_type=partner.type,
        purpose=data["purpose"],
        questionnaire=packaged_questionnaire(),
        scope=Scope(data["scope"]),
        assessor=Assessor(uuid5(_IDS, f"assessor {name}"), assessor),
        own_name=own_name,
        created_at=datetime.combine(today - timedelta(days=data["created"]), time(9), UTC),
        answers=dict(_answer(line, today) for line in data["answers"].split("\n") if line),
        gut_feeling=data["gut_feeling"],
        final_at=datetime.combine(finished, time(16), UTC) if finished else None,
        finished_on=finished,
        sheets=_sheets(data, name, today),
    )


def _sheets(data: dict[str, Any], name: str, today: date) -> Sheets:
    """Return the sheets written down as lines of cells; "@12" is the day twelve days after the sample is made."""
    sheets = NO_SHEETS
    for sheet in Sheet:
        text = re.sub(r"@(\d+)", lambda found: str(today + timedelta(days=int(found[1]))), data.get(sheet.value, ""))
        ids = (uuid5(_IDS, f"{sheet} {name} {number}") for number in count())
        pasted = parse_paste(sheet, text.replace(" | ", "\t"), new_id=partial(next, ids))
        if pasted.refused:
            raise ValueError(f"sample.toml, {name}, {sheet}: {pasted.refused[0].reason}")
        sheets = sheets.with_rows(sheet, pasted.rows)
    return sheets


def _answer(line: str, today: date) -> tuple[str, Answer]:
    flagged = line.endswith(_FLAG)
    key, given, grade, days, *rest = line.removesuffix(_FLAG).split(" ", 4)
    day = today - timedelta(days=int(days))
    words = rest[0] if rest else ""
    state = {"?": State.UNKNOWN, "-": State.NOT_APPLICABLE}.get(given, State.RATED)
    left_out = state is State.NOT_APPLICABLE
    return key, Answer(
        state=state,
        rating=int(given) if state is State.RATED else None,
        reason=words if left_out else "",
        grade=_GRADES[grade],
        evidence_date=day if state is State.RATED else None,
        note="" if left_out else words,
        flagged=flagged,
        answered_on=day,
    )
