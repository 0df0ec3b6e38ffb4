"""Questionnaires as a workspace keeps them: read once, checked against the hash they are kept under."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from assessments.questionnaire import Questionnaire
from assessments.questionnaire_fields import QuestionnaireError
from assessments.questionnaire_file import questionnaire_from_body
from models import lookups
from models.errors import StoreError, shown


class StoredQuestionnaires:
    """Content hash -> questionnaire of one open file; kept after the first reading, as they never change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Questionnaire] = {}

    def __call__(self, connection: Connection, content_hash: str) -> Questionnaire:
        """Return a questionnaire.

        Raises:
            StoreError: It is not there, or its text was changed since it was stored.
        """
        if content_hash not in self._known:
            self._known[content_hash] = self._read(connection, content_hash)
        return self._known[content_hash]

    def _read(self, connection: Connection, content_hash: str) -> Questionnaire:
        row = lookups.QUESTIONNAIRE_BODY.run(connection, {"hash": content_hash}).fetchone()
        if row is None:
            raise self._refused(content_hash, "is missing")
        try:
            questionnaire = questionnaire_from_body(row[0])
        except QuestionnaireError as error:
            raise self._refused(content_hash, f"cannot be read ({error})") from error
        if questionnaire.content_hash != content_hash:
            raise self._refused(content_hash, "is not the text it was stored as")
        return questionnaire

    def _refused(self, content_hash: str, what: str) -> StoreError:
        return StoreError(
            f"“{shown(self._path)}”: table questionnaire, row {content_hash} {what}. "
            "Nothing was changed: open a backup copy of it."
        )
