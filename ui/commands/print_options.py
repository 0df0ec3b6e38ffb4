"""How a command prints: as the workspace says, and what the command says otherwise."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from models.workspace import Workspace
from reports.options import PARTS, PrintOptions
from ui.commands.choosing import CommandRefusedError
from ui.commands.printing import shown

_LONGEST = 4_096
"""Bytes of a password file that are looked at; a password itself is far shorter."""


def print_options(parsed: argparse.Namespace, workspace: Workspace) -> PrintOptions:
    """Return paper, colours and our own texts and logo."""
    own = workspace.own
    return PrintOptions(
        paper=parsed.paper or own.paper,
        grey=parsed.grey,
        confidentiality=own.confidentiality,
        footer=own.footer,
        logo=workspace.read_blob(own.logo) if own.logo else b"",
    )


def brief_options(parsed: argparse.Namespace, workspace: Workspace) -> PrintOptions:
    """Return the same with what a brief has besides: its reader, its parts, its password.

    Raises:
        CommandRefusedError: The password cannot be read.
    """
    options = print_options(parsed, workspace)
    if parsed.confidentiality is not None:
        options = replace(options, confidentiality=parsed.confidentiality)
    return replace(
        options,
        reader=parsed.reader,
        parts=frozenset(part for part in PARTS if part not in parsed.leave_out),
        password=read_password(parsed.password_file) if parsed.password_file else "",
    )


def read_password(path: Path) -> str:
    """Return the first line of a file, or of standard input for "-". On the command line others could see it.

    Raises:
        CommandRefusedError: There is no such file, it is not text, or its first line is empty.
    """
    try:
        if str(path) == "-":
            line = sys.stdin.buffer.readline(_LONGEST)
        else:
            with path.open("rb") as file:
                line = file.readline(_LONGEST)
        password = line.decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        raise CommandRefusedError(f"“{shown(str(path))}” cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise CommandRefusedError(f"“{shown(str(path))}” is no UTF-8 text. Save the password as plain text.") from error
    if not password:
        raise CommandRefusedError(f"The first line of “{shown(str(path))}” is empty. Write the password there.")
    return password
