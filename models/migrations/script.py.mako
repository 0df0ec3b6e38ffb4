"""${message}."""

from alembic import op

revision = "${up_revision}"
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Lead a file from format ${down_revision or 0} to this one."""
    ${upgrades if upgrades else "pass"}
