from __future__ import annotations

from tests.reports.briefs import printed_by_two_processes

CODE = """
import hashlib
from reports.document import document_bytes
from tests.reports.test_document_structure import DOCUMENTS
for name, lay in DOCUMENTS.items():
    print(name, hashlib.sha256(document_bytes(lay())).hexdigest())
"""


def test_the_documents_beside_the_brief_have_the_same_bytes_in_any_process() -> None:
    prints = printed_by_two_processes(CODE)
    assert len(prints) == 1
    assert len(prints.pop().splitlines()) == 4
