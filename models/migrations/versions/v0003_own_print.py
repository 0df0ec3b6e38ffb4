# ruff: noqa: E501 - SQLite keeps these statements letter by letter
"""How we print: confidentiality line, footer, logo. Its statements are fixed for ever."""

from alembic import op

revision = "0003"
down_revision = "0002"

# Made anew and filled: a column that is added stands behind the rules, unlike in a file made in this format.
STATEMENTS = (
    "ALTER TABLE workspace RENAME TO workspace_before",
    """
CREATE TABLE workspace (
    id INTEGER NOT NULL,
    own_name TEXT NOT NULL,
    own_type TEXT NOT NULL,
    assessor TEXT NOT NULL,
    paper TEXT NOT NULL,
    sample INTEGER NOT NULL,
    confidentiality TEXT NOT NULL,
    footer TEXT NOT NULL,
    logo TEXT,
    PRIMARY KEY (id),
    CONSTRAINT workspace_is_single CHECK (id = 1),
    CONSTRAINT workspace_own_name_length CHECK (length(own_name) BETWEEN 0 AND 200 AND instr(own_name, char(0)) = 0),
    CONSTRAINT workspace_own_type_length CHECK (length(own_type) BETWEEN 0 AND 20 AND instr(own_type, char(0)) = 0),
    CONSTRAINT workspace_assessor_length CHECK (length(assessor) BETWEEN 0 AND 200 AND instr(assessor, char(0)) = 0),
    CONSTRAINT workspace_paper_known CHECK (paper IN ('a4', 'letter')),
    CONSTRAINT workspace_sample_is_yes_or_no CHECK (sample IN (0, 1)),
    CONSTRAINT workspace_confidentiality_length CHECK (length(confidentiality) BETWEEN 0 AND 100 AND instr(confidentiality, char(0)) = 0),
    CONSTRAINT workspace_footer_length CHECK (length(footer) BETWEEN 0 AND 200 AND instr(footer, char(0)) = 0),
    FOREIGN KEY(logo) REFERENCES attachment_blob (sha256)
)
 STRICT
    """,
    "INSERT INTO workspace SELECT id, own_name, own_type, assessor, paper, sample, 'Confidential', '', NULL FROM workspace_before",
    "DROP TABLE workspace_before",
)


def upgrade() -> None:
    """Give the workspace's single row what a document's looks need."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
