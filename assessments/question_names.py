"""Which question a person names when typing its id or its title."""

from __future__ import annotations

import re

from assessments.questionnaire import Questionnaire


def question_named(questionnaire: Questionnaire, text: str) -> str | None:
    """Return the id of the question that a text names; None when it names none, or titles of several.

    Taken are the id ("g2"), the title, and both after each other ("G2 Shared outcome", "G2: Shared outcome"), in any
    case and with any white space.
    """
    wished = _folded(text)
    by_id = {key.casefold(): key for key in questionnaire.questions}
    if wished in by_id:
        return by_id[wished]
    named = [
        key
        for key, question in questionnaire.questions.items()
        if wished in (_folded(question.title), _folded(f"{key} {question.title}"))
    ]
    return named[0] if len(named) == 1 else None


def _folded(text: str) -> str:
    """Return the words with one space between them: signs that people put between an id and a title go."""
    return " ".join(re.sub(r"[\s.:·–—-]+", " ", text).split()).casefold()
