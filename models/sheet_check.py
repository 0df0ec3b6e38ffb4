"""What `check FILE` looks at beside the score: the order of rows, and the bytes of attached files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from models.schema import TABLES
from models.sheet_rows import SHEET_TABLES


def sheet_problems(connection: Connection) -> Iterator[str]:
    """Yield a sentence for every sheet with gaps in its order, and for every attached file that is not as it was."""
    for name in SHEET_TABLES.values():
        table = TABLES[name].c
        places = select(table.assessment_id, func.count(), func.count(table.position.distinct()))
        grouped = places.add_columns(func.max(table.position)).group_by(table.assessment_id)
        for assessment_id, rows, different, last in connection.execute(grouped):
            if not rows == different == last + 1:
                yield f"Table {name}: the rows of assessment {assessment_id} are not numbered one after the other."
    blob, attachment = TABLES["attachment_blob"].c, TABLES["attachment"].c
    for (sha256,) in connection.execute(select(blob.sha256)).fetchall():  # one at a time: they are large
        content = connection.execute(select(blob.content).where(blob.sha256 == sha256)).scalar_one()
        if hashlib.sha256(content).hexdigest() != sha256:
            yield f"Table attachment_blob, row {sha256}: the file is not the one that was attached."
    sizes = select(attachment.id).join_from(TABLES["attachment"], TABLES["attachment_blob"])
    for (attachment_id,) in connection.execute(sizes.where(func.length(blob.content) != attachment.size)):
        yield f"Table attachment, row {attachment_id}: the size is not the size of the file."
