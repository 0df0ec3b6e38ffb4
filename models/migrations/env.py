"""Alembic's entry: runs on the connection it is given, inside the caller's transaction."""

from alembic import context

from models.schema import TABLES

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=next(iter(TABLES.values())).metadata,
    render_as_batch=True,  # SQLite cannot alter a table in place
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
