"""Kills a program that writes briefs: `python3 tests/proofs/kill_brief.py 500` shows that no brief is lost or half.

Each round lets a process write two briefs in turn over the same file, kills it (SIGKILL) at a random moment, and looks:
the file must be one of the two, whole, or what stood there before. Then the next start sweeps, and no part may be left.
Meanwhile a second process sweeps all the time, as other starts would: it must never take a living writer's part.
Last, files may not grow beyond a random size: the write breaks in its midst, as on a full disk, and nothing changes.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from threading import Event
from typing import Never

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    import bootstrap

    bootstrap.ensure(qt=False, tests=True)

from assessments.scoring import score_assessment  # noqa: E402
from reports.brief import lay_brief  # noqa: E402
from reports.document import DocumentError, document_bytes, sweep_parts  # noqa: E402
from reports.written_file import Expected, replace_file  # noqa: E402
from tests.reports.briefs import TODAY, answered, blank  # noqa: E402

BEFORE = b"the brief of last week"
LONGEST = 0.06
"""Seconds until the kill: some files long."""
PATIENCE = 10_000
_BROKE, _DONE = 3, 0


@dataclass
class Figures:
    """What the rounds have shown."""

    rounds: int = 0
    replaced: int = 0
    """Kills after which a new brief stood there."""
    parts: int = 0
    """Kills that left a part file, which the next start removed."""
    full: int = 0
    """Writes that broke in their midst."""


def made() -> list[tuple[bytes, Expected]]:
    """Return two briefs with what they must read back as."""
    found = []
    for assessment in (answered(), blank()):
        laid = lay_brief(assessment, score_assessment(assessment, TODAY))
        found.append((document_bytes(laid), Expected(len(laid.pages), laid.named)))
    return found


def in_a_process(work: Callable[[], int]) -> int:
    """Return the id of a process that does the work and ends with its exit code."""
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        code = work()
    finally:
        os._exit(code)


def write_for_ever(target: Path, briefs: list[tuple[bytes, Expected]], records: Path) -> Never:
    """Write one brief after the other over the same file."""
    for pdf, expected in cycle(briefs):
        replace_file(target, pdf, expected, records)
    raise AssertionError


def sweep_for_ever(records: Path) -> Never:
    """Sweep as often as possible; what a living writer needs must stay."""
    while True:
        sweep_parts(records)


def kill_once(folder: Path, briefs: list[tuple[bytes, Expected]], chance: random.Random, figures: Figures) -> None:
    """Kill a writer, look at what it left, and sweep as the next start does.

    Raises:
        AssertionError: The file is neither of the briefs nor the earlier one, or a part is left.
    """
    target, records = folder / "Brief.pdf", folder / "records"
    target.write_bytes(BEFORE)
    writer = in_a_process(lambda: write_for_ever(target, briefs, records))
    Event().wait(chance.random() * LONGEST)
    os.kill(writer, signal.SIGKILL)
    _, status = os.waitpid(writer, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the writer ended by itself")
    found = target.read_bytes()
    if found not in (BEFORE, *(pdf for pdf, _ in briefs)):
        raise AssertionError(f"the file holds {len(found)} bytes of something else")
    figures.rounds += 1
    figures.replaced += found != BEFORE
    figures.parts += bool(list(folder.glob(".rapport-*")))
    for _ in range(PATIENCE):  # the process that sweeps all the time may be at the same part just now
        sweep_parts(records)
        left = [path for path in (*folder.iterdir(), *records.glob("*")) if path not in (target, records)]
        if not left:
            return
    raise AssertionError(f"left behind: {left}")


def fill_once(folder: Path, briefs: list[tuple[bytes, Expected]], chance: random.Random, figures: Figures) -> None:
    """Write where no file may grow beyond a random size.

    Raises:
        AssertionError: It did not break, the earlier brief changed, or something is left.
    """
    target, records = folder / "Brief.pdf", folder / "records"
    target.write_bytes(BEFORE)
    pdf, expected = chance.choice(briefs)
    room = chance.randrange(len(pdf))

    def work() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            replace_file(target, pdf, expected, records)
        except DocumentError:
            return _BROKE
        return _DONE

    _, status = os.waitpid(in_a_process(work), 0)
    if os.waitstatus_to_exitcode(status) != _BROKE or target.read_bytes() != BEFORE:
        raise AssertionError(f"with room for {room} bytes the file was not left alone")
    if [path for path in folder.iterdir() if path not in (target, records)] or list(records.glob("*")):
        raise AssertionError("a write that broke left something behind")
    figures.full += 1


def run(rounds: int, folder: Path, seed: int) -> Figures:
    """Kill as often as asked, the second half of the rounds beside a process that sweeps all the time."""
    chance, figures, briefs = random.Random(seed), Figures(), made()
    (folder / "records").mkdir()
    for _ in range(rounds - rounds // 2):
        kill_once(folder, briefs, chance, figures)
    sweeper = in_a_process(lambda: sweep_for_ever(folder / "records"))
    try:
        for _ in range(rounds // 2):
            kill_once(folder, briefs, chance, figures)
    finally:
        os.kill(sweeper, signal.SIGKILL)
        os.waitpid(sweeper, 0)
    for _ in range(rounds):
        fill_once(folder, briefs, chance, figures)
    return figures


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 500, Path(name), seed=20261125))
