"""A whole workspace as one JSON file, and back.

Shape of "rapport-workspace" version 1:

    format, version
    own {name?, type?, assessor?, paper?, confidentiality?, footer?, logo?: SHA-256 of a file}
    questionnaires [{…}], as `assessments.questionnaire_file` writes them
    partners [{…}] and assessments [{partner: id, questionnaire: content hash, …}], as in `assessments.record`
    files? [{sha256, content}]: the bytes of attached files and the logo in base64, each content once

The history of changes is not part of it. An import is one change, so that one undo takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from assessments.assessment import Assessment, Assessor, Partner
from assessments.questionnaire import Questionnaire
from assessments.questionnaire_file import packaged_questionnaire
from assessments.record import (
    fields_record,
    partner_record,
    questionnaire_record,
    read_fields_record,
    read_partner_record,
    read_questionnaire_record,
    refuse_other_format,
)
from assessments.record_fields import Fields, RecordError
from models.edits import Edit, add_assessment, add_partner, edit_own
from models.errors import StoreError, shown
from models.exchange_files import file_record, read_files
from models.exchange_own import own_record, read_own
from models.json_file import read_json, write_json
from models.rows import assessment_row
from models.settings import OwnSettings
from models.sheet_edits import keep_blob
from models.watching import Watch, unwatched, watched
from models.whole_file import PartBeside, unrecorded_part
from models.workspace import Workspace

FORMAT = "rapport-workspace"
VERSION = 1

_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    partners_added: int
    partners_known: int
    """Were there already with the same content, and left alone."""
    assessments_added: int
    assessments_known: int
    change: int | None
    """Number of the change that one undo takes back; None when everything was known."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an exchange file holds, checked."""

    own: OwnSettings
    partners: tuple[Partner, ...]
    assessments: tuple[Assessment, ...]
    files: Mapping[str, bytes]
    """SHA-256 -> the bytes of every attached file."""


def export_workspace(workspace: Workspace) -> dict[str, Any]:
    """Return a workspace as JSON values, in an order that depends on its content only."""
    own = workspace.own
    assessments = workspace.all_assessments()
    hashes = {attachment.sha256 for one in assessments for attachment in one.attachments}
    hashes |= {own.logo} if own.logo else set()
    questionnaires = {one.questionnaire.content_hash: one.questionnaire for one in assessments}
    record: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "own": own_record(own),
        "questionnaires": [questionnaire_record(questionnaires[key]) for key in sorted(questionnaires)],
        "partners": [partner_record(partner) for partner in workspace.all_partners()],
        "assessments": [
            {
                "partner": str(one.partner.id),
                "questionnaire": one.questionnaire.content_hash,
                **fields_record(one),
                "own_name": one.own_name if one.is_final else "",
            }
            for one in assessments
        ],
    }
    if hashes:
        record["files"] = [file_record(key, workspace.read_blob(key)) for key in sorted(hashes)]
    return record


def write_export(workspace: Workspace, out: Path, part_beside: PartBeside = unrecorded_part) -> None:
    """Write a workspace as an exchange file, replacing a file that is there.

    Args:
        workspace: Open.
        out: The exchange file.
        part_beside: Names the file that is written first.

    Raises:
        StoreError: The workspace cannot be read or the file not written.
    """
    write_json(out, export_workspace(workspace), part_beside)


def import_file(workspace: Workspace, source: Path, *, as_new: bool, today: date) -> ImportReport:
    """Add the partners and assessments of an exchange file; all of it or nothing.

    What is there already with the same content is left alone. Our own settings are taken over where none were made.

    Args:
        workspace: Open.
        source: The exchange file.
        as_new: Give everything fresh ids, so that nothing in the file can be taken for something that is there.
        today: The day that open assessments are scored on.

    Raises:
        StoreError: The file is refused, naming the place in it, or holds something that is there with other content.
    """
    contents = read_exchange(source, workspace.watch)
    if as_new:
        contents = with_fresh_ids(contents)
    edits: list[Edit] = []
    if workspace.own == OwnSettings() != contents.own:
        if contents.own.logo:
            edits.append(keep_blob(contents.own.logo, contents.files[contents.own.logo]))
        edits.append(edit_own(workspace.own, contents.own))
    new_partners = [one for one in contents.partners if not _known_partner(workspace, one, source)]
    new_assessments = [one for one in contents.assessments if not _known_assessment(workspace, one, source)]
    edits.extend(add_partner(partner) for partner in new_partners)
    for assessment in new_assessments:
        _refuse_other_assessor(workspace, assessment.assessor, source)
        edits.extend(keep_blob(one.sha256, contents.files[one.sha256]) for one in assessment.attachments)
        edits.extend(add_assessment(assessment))
    change = workspace.commit(f"import of {shown(Path(source.name))}", edits, today=today) if edits else None
    return ImportReport(
        partners_added=len(new_partners),
        partners_known=len(contents.partners) - len(new_partners),
        assessments_added=len(new_assessments),
        assessments_known=len(contents.assessments) - len(new_assessments),
        change=change.seq or None if change else None,
    )


def read_exchange(source: Path, watch: Watch = unwatched) -> Contents:
    """Return what an exchange file holds.

    Args:
        source: The file.
        watch: Called between its assessments.

    Raises:
        StoreError: It is refused; the sentence names file and place.
    """
    value = read_json(source)
    try:
        refuse_other_format(value, FORMAT, VERSION)
    except RecordError as error:
        said = f"“{shown(source)}” is no export that this program reads: {error} Nothing was imported."
        raise StoreError(said) from error
    try:
        return _contents(value, watch)
    except RecordError as error:
        raise StoreError(f"“{shown(source)}”: {error} Nothing was imported.") from error
    except RecursionError as error:
        raise StoreError(f"“{shown(source)}” is nested too deep. Nothing was imported.") from error


def with_fresh_ids(contents: Contents) -> Contents:
    """Return the same content under ids that nothing has yet."""
    partners = {one.id: replace(one, id=uuid4()) for one in contents.partners}
    assessors: dict[UUID, Assessor] = {}
    assessments = []
    for one in contents.assessments:
        assessor = assessors.setdefault(one.assessor.id, replace(one.assessor, id=uuid4()))
        assessments.append(replace(one, id=uuid4(), partner=partners[one.partner.id], assessor=assessor))
    return Contents(contents.own, tuple(partners.values()), tuple(assessments), contents.files)


def _contents(value: object, watch: Watch) -> Contents:
    fields = Fields(value, "", ("format", "version", "own", "questionnaires", "partners", "assessments", "files"))
    questionnaires: dict[str, Questionnaire] = {}
    for place, item in fields.items("questionnaires", 1000):
        questionnaire = read_questionnaire_record(item, place)
        questionnaires[questionnaire.content_hash] = questionnaire
    types = {code for one in (packaged_questionnaire(), *questionnaires.values()) for code in one.partner_types}
    partners: dict[str, Partner] = {}
    for place, item in fields.items("partners", _MOST):
        partner = read_partner_record(item, place)
        if partner.type not in types:
            raise RecordError(f"{place}.type is not a known partner type.")
        _refuse_twice(str(partner.id), partners, place)
        partners[str(partner.id)] = partner
    assessments: dict[str, Assessment] = {}
    for place, item in watched(list(fields.items("assessments", _MOST)), watch):
        assessment = _assessment(item, place, partners, questionnaires)
        _refuse_twice(str(assessment.id), assessments, place)
        assessments[str(assessment.id)] = assessment
    _refuse_two_names(assessments.values())
    files = read_files(fields, assessments.values())
    return Contents(read_own(fields, files), tuple(partners.values()), tuple(assessments.values()), files)


def _assessment(
    item: object, place: str, partners: dict[str, Partner], questionnaires: dict[str, Questionnaire]
) -> Assessment:
    links = Fields(item, place, tuple(item) if isinstance(item, dict) else ())
    partner_id, content_hash = str(links.id("partner")), links.code("questionnaire", 64)
    if partner_id not in partners:
        raise RecordError(f"{links.at('partner')}: no partner of this file has that id.")
    if content_hash not in questionnaires:
        raise RecordError(f"{links.at('questionnaire')}: no questionnaire of this file has that content hash.")
    return read_fields_record(
        item, place, partners[partner_id], questionnaires[content_hash], also=("partner", "questionnaire")
    )


def _refuse_twice(identity: str, known: dict[str, Any], place: str) -> None:
    if identity in known:
        raise RecordError(f"{place}.id stands twice in the file.")


def _refuse_two_names(assessments: Iterable[Assessment]) -> None:
    names: dict[UUID, str] = {}
    for index, one in enumerate(assessments):
        if names.setdefault(one.assessor.id, one.assessor.name) != one.assessor.name:
            raise RecordError(f"assessments[{index}].assessor has another name than before under the same id.")


def _known_partner(workspace: Workspace, partner: Partner, source: Path) -> bool:
    if not workspace.has_partner(partner.id):
        return False
    if workspace.read_partner(partner.id) != partner:
        raise _differs(source, f"partner “{partner.name}”")
    return True


def _known_assessment(workspace: Workspace, assessment: Assessment, source: Path) -> bool:
    if not workspace.has_assessment(assessment.id):
        return False
    stored = workspace.read_assessment(assessment.id)
    same = (
        assessment_row(stored) == assessment_row(assessment)
        and stored.answers == assessment.answers
        and stored.reopenings == assessment.reopenings
        and stored.sheets == assessment.sheets
        and stored.attachments == assessment.attachments
        and stored.links == assessment.links
    )
    if not same:
        raise _differs(source, f"assessment of “{assessment.partner.name}”")
    return True


def _refuse_other_assessor(workspace: Workspace, assessor: Assessor, source: Path) -> None:
    if workspace.assessor_name(assessor.id) not in (None, assessor.name):
        raise _differs(source, f"assessor “{assessor.name}”")


def _differs(source: Path, what: str) -> StoreError:
    return StoreError(
        f"“{shown(source)}”: the {what} is in the workspace already, with other content. "
        "Nothing was imported: import it as new instead."
    )
