"""Leads files of older formats to this one. Alembic is imported only when a file needs it."""
