from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_sixty_briefs_hold_hardly_more_than_the_first_thirty() -> None:
    code = (
        "import json; from tests.proofs.brief_memory import held, run;"
        "run(30); early = held(); run(30); print(json.dumps([early, held()]))"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    early, late = json.loads(said)

    assert late <= early * 1.1
