"""Memory over many briefs in one process: `python3 tests/proofs/brief_memory.py 500` shows that it stays flat.

Each brief is of other answers, in other scripts now and then, tagged and with a logo, every third grey. What the
process holds (RSS) is read after the first tenth of them and at the end: what is kept for the next brief (fonts,
widths, cut font files) is full by then, and nothing may come on top.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    import bootstrap

    bootstrap.ensure(qt=False, tests=True)

from assessments.scoring import score_assessment  # noqa: E402
from reports.brief import lay_brief  # noqa: E402
from reports.document import document_bytes  # noqa: E402
from reports.options import PrintOptions  # noqa: E402
from tests.reports.briefs import TODAY, answered  # noqa: E402
from tests.reports.documents import logo  # noqa: E402

MOST = 1.10
"""Of what was held after the first tenth."""
_NOTES = ("Seen in May, both leads agreed.", "漢字 {0} 한국", "Řeka №{0} → ✓", "שלום {0} مرحبا", "नमस्ते {0}")


@dataclass(frozen=True)
class Figures:
    """What was held, in megabytes."""

    briefs: int
    early: float
    late: float

    @property
    def flat(self) -> bool:
        """Whether nothing to speak of came on top."""
        return self.late <= self.early * MOST


def held() -> float:
    """Return the resident memory of this process in megabytes."""
    gc.collect()
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("The system does not say how much memory the process holds.")


def run(briefs: int) -> Figures:
    """Make so many briefs, each another."""
    early = 0.0
    png = logo()
    for number in range(briefs):
        # Rarer characters change from brief to brief, so that font files are cut anew.
        note = _NOTES[number % len(_NOTES)].format(chr(0x4E00 + number * 7) + chr(0x0100 + number % 200))
        assessment = answered(note=f"{note} {number}")
        assessment = replace(assessment, purpose=f"Purpose {number}")
        options = PrintOptions(grey=number % 3 == 0, logo=png)
        document_bytes(lay_brief(assessment, score_assessment(assessment, TODAY), options))
        if number + 1 == max(1, briefs // 10):
            early = held()
    return Figures(briefs, early, held())


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    print(found)
    sys.exit(0 if found.flat else 1)
