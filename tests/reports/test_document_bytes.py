from __future__ import annotations

from tests.locales import in_locale
from tests.reports.briefs import printed_brief, printed_by_two_processes, read_text
from tests.reports.sheeted import sheeted

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


def test_paper_is_the_same_wherever_it_is_printed() -> None:
    here = printed_brief(sheeted())
    with in_locale("de_DE"):
        assert printed_brief(sheeted()) == here
    assert "110,000 to 120,000.50" in read_text(here)
