"""The list page's reader on 100,000 partners with one assessment each and 200,000 answers.

`python -m tests.benchmarks.partner_list [COUNT]` prints medians in milliseconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

from models.connection import connect
from models.partner_list import ListFilter, ListSort, PartnerList, open_list
from models.rows import partner_row
from models.workspace import create_workspace
from tests.models.builders import a_partner, an_assessment

BANDS = ("proceed", "conditions", "pilot", "decline", "hold")


def large_workspace(path: Path, count: int) -> None:
    """Fill a new workspace by driver SQL: what is measured is reading."""
    create_workspace(path).close()
    raw = connect(path)
    chance = random.Random(1)
    raw.execute("BEGIN")
    questionnaire = an_assessment().questionnaire
    raw.execute("INSERT INTO questionnaire VALUES (?, 'T', '1.0', '{}')", (questionnaire.content_hash,))
    raw.execute("INSERT INTO assessor VALUES (?, 'A')", (str(UUID(int=3)),))
    for number in range(count):
        partner_id, assessment_id = (str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(2))
        name = f"{chance.choice(('Nord', 'Süd', 'Ärzte', 'Omni'))} {chance.randrange(10**6)} Media"
        row = partner_row(a_partner(1, name, tags=(chance.choice(("data", "creative", "reach")),)))
        raw.execute(f"INSERT INTO partner VALUES ({','.join('?' * 10)})", (partner_id, *row.values()))
        raw.execute(
            "INSERT INTO assessment VALUES (?, ?, ?, ?, 'AGY', 'p', 'full', '2026-11-01T09:30:00.000000+00:00', "
            "'{}', '[]', NULL, NULL, NULL, NULL)",
            (assessment_id, partner_id, questionnaire.content_hash, str(UUID(int=3))),
        )
        for question in ("G1", "T4"):
            note = f"Seen on day {number} at the demonstration." if number % 10 == 0 else ""
            raw.execute(
                "INSERT INTO answer VALUES (?, ?, ?, 'rated', 4, '', 2, NULL, ?, 0, '2026-11-01')",
                (assessment_id, str(UUID(int=3)), question, note),
            )
        points = chance.randrange(1000) / 10
        raw.execute(
            "INSERT INTO summary VALUES (?, ?, 1, '2026-11-23', ?, ?, 100, ?, 0.5, ?, 0, 0, 0, "
            '\'[["goals",40,80],["value",null,null]]\', NULL)',
            (assessment_id, partner_id, points, points, points / 100, chance.choice(BANDS)),
        )
    raw.execute("COMMIT")
    raw.close()


def measure(reader: PartnerList) -> dict[str, float]:
    """Return what is done on the page -> milliseconds."""
    figures = {}
    for column in ("name", "type", "supported", "recommendation", "coverage"):
        for descending in (False, True):
            sort = ListSort(column, descending)
            figures[f"ids by {column}{' down' * descending}"] = _median(lambda s=sort: reader.ids(None, s))  # type: ignore[misc]
    ids = reader.ids()
    for text in ("süd 12", "day 990", "nothing like it"):
        figures[f"ids with “{text}”"] = _median(lambda t=text: reader.ids(ListFilter(text=t)))  # type: ignore[misc]
    bands = ListFilter(bands=frozenset({"hold"}), tag="data")
    figures["ids of one band and tag"] = _median(lambda: reader.ids(bands))
    figures["50 rows"] = _median(lambda: reader.rows(ids[len(ids) // 2 :][:50]), 50)
    figures["totals"] = _median(reader.totals)
    figures["tags"] = _median(reader.tags)
    return figures


def _median(work: Callable[[], object], times: int = 5) -> float:
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return median(found) * 1000


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.rapport"
        large_workspace(path, count)
        opening = _median(lambda: open_list(path).close())
        print(f"{count} partners, {path.stat().st_size / 1e6:.0f} MB; open {opening:.1f} ms")
        reader = open_list(path)
        for what, milliseconds in measure(reader).items():
            print(f"{what:28}{milliseconds:8.1f} ms")
        reader.close()


if __name__ == "__main__":
    main()
