"""What Rapport is built with, each part with its licence and the text of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import NamedTuple

from resources import FOLDER

_DIRECT = (
    "PySide6_Essentials",
    "sqlmodel",
    "alembic",
    "reportlab",
    "numpy",
    "pypdfium2",
    "pikepdf",
    "uharfbuzz",
    "python-bidi",
)
"""The packages of pyproject.toml; what they need themselves is found by `_needed`."""
_BUNDLED = (
    ("Rapport", "MIT License", "LICENSE.txt"),
    ("Noto Sans, Noto Serif", "SIL Open Font License", "fonts/OFL-NotoSans-NotoSerif.txt"),
    ("Noto Sans SC, Noto Sans KR", "SIL Open Font License", "fonts/OFL-NotoSansSC-NotoSansKR.txt"),
    ("DejaVu Sans", "DejaVu licence", "fonts/LICENSE-DejaVuSans.txt"),
    ("BudouX, line breaks of Thai", "Apache License 2.0", "line_breaks/LICENSE-BudouX.txt"),
)
_SAME_TEXT = {"PySide6_Essentials": "python-bidi", "shiboken6": "python-bidi"}
"""Packages that come without the text of their licence, the LGPL 3, and one that comes with it."""
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_NO_LICENCE = re.compile(r"authors|\.yml$", re.IGNORECASE)
_SHORT = 60
"""Characters; where a package puts the whole text into its metadata, its first words say enough."""


class Part(NamedTuple):
    """One part that somebody else made, or Rapport itself."""

    name: str
    """With its version."""
    licence: str
    """Its name in a few words; empty when the package does not say."""
    read: Callable[[], str]
    """Returns the text of the licence, all files of it; empty when none is there."""


def licensed_parts() -> list[Part]:
    """Return Rapport itself, every package that is installed with it, and what is bundled."""
    packages = [_part(found) for found in _needed()]
    ours, *others = (Part(name, words, partial((FOLDER / path).read_text, "utf-8")) for name, words, path in _BUNDLED)
    return [ours, *packages, *others]


def _needed() -> list[Distribution]:
    """Return the installed packages that are asked for, directly or by another, in that order."""
    names, found = list(_DIRECT), dict[str, Distribution]()
    for name in names:  # grows while it is read
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an older Python
        needs = [one for one in found[key].requires or () if "extra ==" not in one]
        names += [match.group() for one in needs if (match := re.match(r"[\w.-]+", one))]
    return list(found.values())


def _part(package: Distribution) -> Part:
    about, name = package.metadata, package.metadata["Name"]
    stated = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    first = (stated.strip().splitlines() or [""])[0]
    if len(first) > _SHORT:
        first = re.split(r" *[(,]", first)[0][:_SHORT]
    with_text = distribution(_SAME_TEXT[name]) if name in _SAME_TEXT else package
    return Part(f"{name} {package.version}", first, partial(_text_of, with_text))


def _text_of(package: Distribution) -> str:
    texts = []
    for file in package.files or ():
        named = _LICENCE_FILE.search(file.name) or "licenses" in file.parts[1:-1]
        if named and ".dist-info" in file.parts[0] and not _NO_LICENCE.search(file.name):
            texts.append(_decoded(file.read_binary()).strip())
    return "\n\n\n".join(texts)


def _decoded(written: bytes) -> str:
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("latin-1")  # as FreeType writes its licence
