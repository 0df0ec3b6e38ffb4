"""Every published and closed-form case has a test that carries its name and reads its figures."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.assessments.vectors import VECTORS


def reading_tests() -> dict[str, set[str]]:
    """Return the names of the tests beside this file -> the texts that stand in them."""
    return {
        one.name: {
            part.value for part in ast.walk(one) if isinstance(part, ast.Constant) and isinstance(part.value, str)
        }
        for path in Path(__file__).parent.glob("test_*.py")
        for one in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    }


TESTS = reading_tests()


@pytest.mark.parametrize("vector_id", sorted(VECTORS))
def test_a_vector_has_a_test_of_its_name(vector_id: str) -> None:
    named = [name for name in TESTS if name == f"test_{vector_id}" or name.startswith(f"test_{vector_id}_")]
    assert named
    assert all(vector_id in TESTS[name] for name in named)


@pytest.mark.parametrize("vector_id", sorted(VECTORS))
def test_a_vector_says_where_it_comes_from_and_how_near_is_near_enough(vector_id: str) -> None:
    vector = VECTORS[vector_id]
    assert vector["source"]
    assert vector["tolerance"]
    assert vector.get("expected") or vector.get("expected_published") or vector["expected_recomputed"]
