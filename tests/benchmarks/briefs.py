"""A four-page brief beside WeasyPrint, typst and fpdf2, and beside its replay on a bare ReportLab canvas.

`python -m tests.benchmarks.briefs [FOLDER]` prints medians of interleaved runs and exits 1 when a bound is missed. The
other programs are extras of this benchmark, not of Rapport. Install them apart, and give their folder:

    python3 -m venv extras
    extras/bin/pip install weasyprint fpdf2 typst
    python -m tests.benchmarks.briefs extras/lib/python3.11/site-packages

WeasyPrint also needs Pango (Debian: libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0). Where one is missing, the
script says so and exits 2.

Our side is the whole way of a team brief: scored, robustness drawn, lines broken, pages filled, tagged and written. The
others get the same words, tables and charts as flowing content and lay them their way; the replay gets every place. All
print fresh words each time. A cold run is a process of its own: ours reads the packaged questionnaire and gets the
notes, that of typst reads a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from assessments.assessment import Assessment
from reports.document import document_bytes
from tests.benchmarks.flowing import Block, blocks_of, replay, replay_of
from tests.benchmarks.one_brief import laid_brief, short_assessment
from tests.benchmarks.other_writers import fpdf_writer, kept_source, missing, typst_writer, weasyprint_writer

PAGES = 4
RUNS = 15
COLD_RUNS = 7
WEASYPRINT_LEAST = 25.0
TYPST_LEAST = 2.0
REPLAY_MOST = 1.6
COLD_MOST = 1.6
SENTENCES = 15
"""In each note: what fills four pages."""


def four_pages(number: int) -> Assessment:
    """Return what all of them print, with words that only this number has in its purpose and every note."""
    note = f"{_mark(number)}: they showed the register of models and who reviews it. " * SENTENCES
    return short_assessment(note, f"2026 media partnership, {_mark(number)}")


def _mark(number: int) -> str:
    return f"Visit {number:04d}"


def fresh(blocks: Sequence[Block], number: int) -> list[Block]:
    """Return the content with other words."""

    def renewed(words: str) -> str:
        return words.replace(_mark(0), _mark(number))

    return [
        replace(block, text=renewed(block.text), rows=[[renewed(cell) for cell in row] for row in block.rows])
        for block in blocks
    ]


def warm() -> dict[str, list[float]]:
    """Return the seconds of every run of every program, interleaved; the first runs are not counted."""
    laid = laid_brief(four_pages(0))
    blocks = blocks_of(laid)
    pages = replay_of(laid)
    assert len(pages) == PAGES
    size = (laid.frame.page_width, laid.frame.page_height)
    others = {"WeasyPrint": weasyprint_writer(), "typst": typst_writer(), "fpdf2": fpdf_writer()}
    seconds: dict[str, list[float]] = {}
    for number in range(1, RUNS + 3):
        ours = four_pages(number)
        theirs = fresh(blocks, number)
        writers: dict[str, Callable[[], bytes]] = {
            "Rapport": lambda ours=ours: document_bytes(laid_brief(ours)),  # type: ignore[misc]
            "replay": lambda number=number: replay(pages, size, (_mark(0), _mark(number))),  # type: ignore[misc]
        }
        writers |= {name: (lambda write=write, theirs=theirs: write(theirs)) for name, write in others.items()}  # type: ignore[misc]
        for name, write in writers.items():
            started = perf_counter()
            pdf = write()
            seconds.setdefault(name, []).append(perf_counter() - started)
            assert pdf.startswith(b"%PDF")
    return {name: runs[2:] for name, runs in seconds.items()}


def cold(extras: str) -> dict[str, list[float]]:
    """Return the seconds of processes of their own."""
    note = next(iter(four_pages(0).answers.values())).note
    source = kept_source(blocks_of(laid_brief(four_pages(0))))
    fonts = Path(__file__).parents[2] / "resources" / "fonts"
    compiled = (
        f"import sys; sys.path.append({extras!r}); import typst;"
        f"fonts = typst.Fonts(include_system_fonts=False, font_paths=[{str(fonts)!r}]);"
        f"typst.compile({str(source)!r}, font_paths=fonts)"
    )
    commands = {
        "Rapport": [sys.executable, "-m", "tests.benchmarks.one_brief", note],
        "typst": [sys.executable, "-c", compiled],
    }
    seconds: dict[str, list[float]] = {}
    for _ in range(COLD_RUNS):
        for name, command in commands.items():
            started = perf_counter()
            subprocess.run(command, check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
            seconds.setdefault(name, []).append(perf_counter() - started)
    return seconds


def main() -> int:
    """Print the figures; return 1 when a bound is missed, 2 when a program is."""
    extras = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.path.append(extras)
    if lacking := missing():
        print(f"Not found: {', '.join(lacking)}. How to install them stands at the top of tests/benchmarks/briefs.py.")
        return 2
    times = {name: median(runs) * 1000 for name, runs in warm().items()}
    print(f"{PAGES} pages, {RUNS} interleaved runs, medians of warm runs in ms")
    for name, milliseconds in times.items():
        print(f"{name:12}{milliseconds:9.1f}")
    starts = {name: median(runs) * 1000 for name, runs in cold(extras).items()}
    print(f"{COLD_RUNS} processes of their own, medians in ms")
    for name, milliseconds in starts.items():
        print(f"{name:12}{milliseconds:9.1f}")
    ours = times["Rapport"]
    held = [
        _told("WeasyPrint / Rapport", times["WeasyPrint"] / ours, WEASYPRINT_LEAST, least=True),
        _told("typst / Rapport", times["typst"] / ours, TYPST_LEAST, least=True),
        _told("Rapport / replay", ours / times["replay"], REPLAY_MOST, least=False),
        _told("Rapport / typst, cold", starts["Rapport"] / starts["typst"], COLD_MOST, least=False),
    ]
    return 0 if all(held) else 1


def _told(what: str, ratio: float, bound: float, *, least: bool) -> bool:
    """Print a ratio; return whether it holds its bound."""
    holds = ratio >= bound if least else ratio <= bound
    print(f"{what:24}{ratio:7.2f} (at {'least' if least else 'most'} {bound:g}){'' if holds else '  MISSED'}")
    return holds


if __name__ == "__main__":
    sys.exit(main())
