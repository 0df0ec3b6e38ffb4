"""Which partner, which assessment and which file a command means."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from uuid import UUID

from assessments.assessment import Assessment, Partner
from models.partner_list import ListFilter, PartnerRow, open_list
from models.search_key import search_key
from models.workspace import Workspace

_SQLITE = b"SQLite format 3\0"
_LOOKED_AT = 100
"""Partners among which a name is looked for that was only begun."""


class CommandRefusedError(Exception):
    """A command can't be carried out as asked; `str()` is the whole sentence for the user."""


def choose_partner(workspace: Workspace, wanted: str) -> Partner:
    """Return the partner with this id, else with exactly this name, else with this name in any case.

    Raises:
        CommandRefusedError: There is none, or several share the name; then their ids are listed.
    """
    by_id = _uuid(wanted)
    if by_id is not None and workspace.has_partner(by_id):
        return workspace.read_partner(by_id)
    rows = rows_named(workspace.path, wanted)
    found = [row for row in rows if row.name == wanted] or rows
    if not found:
        near = " or ".join(f"“{name}”" for name in _names_with(workspace.path, wanted))
        meant = f" Did you mean {near}?" if near else ""
        raise CommandRefusedError(
            f"There is no partner “{wanted}” in “{workspace.path}”.{meant} The command list shows them."
        )
    if len(found) > 1:
        ids = ", ".join(row.partner_id for row in found)
        raise CommandRefusedError(
            f"“{workspace.path}” has {len(found)} partners named “{wanted}”. Give the id of one: {ids}."
        )
    return workspace.read_partner(UUID(found[0].partner_id))


def choose_assessment(workspace: Workspace, partner: Partner, wanted: str | None) -> Assessment:
    """Return one assessment of a partner, the newest where none is named.

    Raises:
        CommandRefusedError: It has no assessment, or none with that id.
    """
    heads = workspace.assessments_of(partner.id)
    if not heads:
        raise CommandRefusedError(f"“{partner.name}” in “{workspace.path}” has no assessment yet.")
    if wanted is None:
        return workspace.read_assessment(heads[0].id)
    wanted_id = _uuid(wanted)
    if wanted_id not in [head.id for head in heads]:
        ids = ", ".join(str(head.id) for head in heads)
        raise CommandRefusedError(
            f"“{partner.name}” has no assessment “{wanted}” in “{workspace.path}”. It has: {ids}."
        )
    return workspace.read_assessment(wanted_id)


def rows_named(path: Path, name: str) -> list[PartnerRow]:
    """Return the partners with this name in any case, archived ones too."""
    with closing(open_list(path)) as listing:
        ids = [key for archived in (False, True) for key in listing.ids(ListFilter(text=name, archived=archived))]
        return [row for row in listing.rows(ids) if search_key(row.name) == search_key(name)]


def _names_with(path: Path, part: str) -> list[str]:
    """Return up to three names that have what was typed in them."""
    key = search_key(part).strip()
    if not key:
        return []
    with closing(open_list(path)) as listing:
        rows = listing.rows(listing.ids(ListFilter(text=part))[:_LOOKED_AT])
        return [row.name for row in rows if key in search_key(row.name)][:3]


def output_file(path: Path) -> Path:
    """Return where to write, a link followed; never a workspace, a device or a folder.

    To be asked before a workspace is opened: closing a file drops SQLite's own locks on it.

    Raises:
        CommandRefusedError: Writing there would destroy a workspace, or is not writing a file.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise CommandRefusedError(f"“{path}” is a link that leads back to itself. Choose another name.")
    if not target.exists():
        return target
    if not target.is_file():
        raise CommandRefusedError(f"“{path}” is not a file. Choose a file name to write to.")
    with target.open("rb") as file:
        is_database = file.read(len(_SQLITE)) == _SQLITE
    if is_database:
        raise CommandRefusedError(f"“{path}” is a workspace or other database: never overwritten. Choose another name.")
    return target


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
