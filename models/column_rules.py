"""CHECK constraints that several tables share."""

from __future__ import annotations

from sqlalchemy import CheckConstraint


def day_rule(table: str, column: str) -> CheckConstraint:
    """Rule: an ISO day that exists, or nothing. Without the sum SQLite takes 30 February as it stands."""
    return CheckConstraint(f"date({column}, '+0 days') IS {column}", name=f"{table}_{column}_is_a_day")


def moment_rule(table: str, column: str) -> CheckConstraint:
    """Rule: a UTC moment with microseconds and offset, or nothing.

    SQLite is given whole seconds: it rounds to milliseconds, which leads .9995 and later into the next second.
    """
    rule = f"{column} IS strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19), '+0 days') || substr({column}, 20)"
    fraction = f"{column} GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length({column}) = 32"
    return CheckConstraint(f"{column} IS NULL OR ({rule} AND {fraction})", name=f"{table}_{column}_is_a_moment")


def text_rule(table: str, column: str, least: int, most: int) -> CheckConstraint:
    """Rule: so many characters, and no zero character, at which SQLite would stop counting."""
    rule = f"length({column}) BETWEEN {least} AND {most} AND instr({column}, char(0)) = 0"
    return CheckConstraint(rule, name=f"{table}_{column}_length")


def json_rule(table: str, column: str, kind: str) -> CheckConstraint:
    """Rule: the brackets of a JSON list or object. SQLite refuses its own json functions in an untrusted schema."""
    return CheckConstraint(f"{column} GLOB '{'[[]*]' if kind == 'array' else '{*}'}'", name=f"{table}_{column}_is_json")


def flag_rule(table: str, column: str) -> CheckConstraint:
    """Rule: 0 or 1."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{table}_{column}_is_yes_or_no")


def id_rule(table: str, column: str = "id") -> CheckConstraint:
    """Rule: a UUID as text."""
    rule = f"length({column}) = 36 AND {column} NOT GLOB '*[^0-9a-f-]*'"
    return CheckConstraint(rule, name=f"{table}_{column}_is_an_id")


def range_rule(table: str, column: str, least: int, most: int) -> CheckConstraint:
    """Rule: a number from `least` to `most`, both included, or nothing."""
    return CheckConstraint(f"{column} BETWEEN {least} AND {most}", name=f"{table}_{column}_range")
