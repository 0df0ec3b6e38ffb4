from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import hashlib
from reports.document import document_bytes
from tests.reports.test_document_structure import DOCUMENTS
for name, lay in DOCUMENTS.items():
    print(name, hashlib.sha256(document_bytes(lay())).hexdigest())
"""


def test_the_documents_beside_the_brief_have_the_same_bytes_in_any_process() -> None:
    prints = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(prints) == 1
    assert len(prints.pop().splitlines()) == 4
