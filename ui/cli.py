"""The headless commands: the same engine without Qt. Parsing needs the standard library only."""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from resources import FOLDER

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

EXAMPLES = """\
without a command it opens the window, on WORKSPACE when one is named

examples:
  python3 main.py sample Sample.rapport
  python3 main.py list Sample.rapport
  python3 main.py score Sample.rapport "Brightfield Creative"
  python3 main.py brief Sample.rapport "Brightfield Creative" -o Brightfield.pdf

exit codes: 0 done, 1 refused with a sentence on standard error, 2 wrong use, 130 stopped with Ctrl+C
"""


def run_command(arguments: Sequence[str]) -> int:
    """Parse and run one command; return its exit code."""
    return run(parse(arguments))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the parsed command.

    Raises:
        SystemExit: 0 after --help or --version, 2 when they make no sense; both have been said.
    """
    parser, commands = _parser()
    parsed, rest = parser.parse_known_args(arguments)
    if rest:  # else the usage of the window would be shown, which takes other options
        commands.choices[parsed.command].error(f"did not expect {' '.join(rest)}")
    return parsed


def parse_window(arguments: Sequence[str]) -> tuple[Path | None, date | None]:
    """Return the workspace and the day that the window was asked for.

    Raises:
        SystemExit: 2 when the arguments make no sense, a mistyped command among them.
    """
    parser = argparse.ArgumentParser(prog="main.py", epilog="With --help it lists the commands.", add_help=False)
    parser.add_argument("workspace", metavar="WORKSPACE", nargs="?", type=Path)
    _add_day(parser)
    parsed, rest = parser.parse_known_args(arguments)
    path: Path | None = parsed.workspace
    if path is not None and not path.suffix and not os.path.exists(path):  # noqa: PTH110 - takes any name
        parser.error(f"there is no command and no file named “{path}”; --help lists the commands")
    if rest:
        parser.error(f"did not expect {' '.join(rest)}; --help lists the commands")
    return path, parsed.as_of


def run(parsed: argparse.Namespace) -> int:
    """Run a parsed command; a refusal is one sentence on standard error and exit code 1."""
    from ui.commands.running import run_parsed

    return run_parsed(parsed)


def version() -> str:
    """Return the version as pyproject.toml has it."""
    project = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


class _Version(argparse.Action):
    """Reads the version only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        sys.stdout.write(f"Rapport {version()}\n")
        parser.exit()


class _Help(argparse.RawDescriptionHelpFormatter):
    """Counts how far a command's name is indented, which Python 3.11 forgets: "portfolio" would lose its line."""

    def add_argument(self, action: argparse.Action) -> None:
        """Widen the first column for commands."""
        super().add_argument(action)
        for command in self._iter_indented_subactions(action):
            wide = len(self._format_action_invocation(command)) + self._current_indent + self._indent_increment
            self._action_max_length = max(self._action_max_length, wide)


def _parser() -> tuple[argparse.ArgumentParser, _Commands]:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Decide whether to enter a partnership: assess a partner and print the brief.",
        usage="main.py [WORKSPACE] [--as-of DATE]\n       main.py COMMAND …",
        epilog=EXAMPLES,
        formatter_class=_Help,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands", prog="main.py")
    _add_files(commands)
    _add_reading(commands)
    _add_documents(commands)
    _add_driven(commands)
    return parser, commands


def _add_reading(commands: _Commands) -> None:
    listing = _command(commands, "list", "List the partners with their recommendation.")
    form = listing.add_mutually_exclusive_group()
    _add_json(form)
    form.add_argument("--csv", action="store_true", help="as CSV for a spreadsheet program")
    listing.add_argument("-o", "--output", metavar="OUT.csv", type=Path, help="where to write the CSV; else it is said")
    _add_filter(listing)
    score = _command(commands, "score", "Score one partner, or every partner.")
    score.add_argument("partner", metavar="PARTNER", nargs="?", help="name or id; every partner when left out")
    _add_assessment(score)
    _add_json(score)
    _add_day(score)
    brief = _command(commands, "brief", "Write the brief of one partner as PDF.")
    brief.add_argument("partner", metavar="PARTNER", help="name or id")
    brief.add_argument(
        "--reader",
        choices=("decider", "team", "partner"),
        default="team",
        help="decider: page one alone; team: with the appendix (default); partner: only what a partner may see",
    )
    brief.add_argument(
        "--leave-out",
        metavar="PART",
        action="append",
        default=[],
        choices=("robustness", "sheets", "answers", "lists", "weights", "record", "method"),
        help="a part of the team's appendix: %(choices)s; may be given again",
    )
    brief.add_argument("--confidentiality", metavar="TEXT", help="who may read it; default: the workspace's own line")
    brief.add_argument(
        "--password-file", metavar="FILE", type=Path, help="its first line opens the PDF; - for standard input"
    )
    _add_assessment(brief)
    _add_printing(brief)


def _add_documents(commands: _Commands) -> None:
    compared = _command(commands, "compare", "Write two to six partners side by side as PDF.")
    compared.add_argument("partner", metavar="PARTNER", nargs="+", help="name or id, in the order of the columns")
    _add_printing(compared)
    portfolio = _command(commands, "portfolio", "Write the listed partners with counts and map as PDF.")
    portfolio.add_argument(
        "--sort",
        choices=("supported", "name", "type", "recommendation", "coverage"),
        default="supported",
        help="order of the table; default: supported, highest first",
    )
    _add_filter(portfolio)
    _add_printing(portfolio)
    agenda = _command(commands, "agenda", "Write what to ask one partner next as PDF.")
    agenda.add_argument("partner", metavar="PARTNER", help="name or id")
    _add_assessment(agenda)
    _add_printing(agenda)
    blank = commands.add_parser("blank", help="write the questionnaire as PDF, to be filled in with a pen")
    blank.description = "Write the questionnaire as PDF, to be filled in with a pen."
    blank.add_argument("--type", metavar="TYPE", help="only what is asked of this type, such as AGY")
    blank.add_argument("--quick", action="store_true", help="core questions and gates only")
    _add_printing(blank)


def _add_filter(parser: argparse.ArgumentParser) -> None:
    """Add the choices of the window's list; each narrows what the others leave."""
    narrowed = parser.add_argument_group("which partners", "all that are not archived, unless narrowed")
    narrowed.add_argument("--search", metavar="TEXT", default="", help="with this in the name, a tag or a note")
    narrowed.add_argument(
        "--type", metavar="TYPE", action="append", default=[], help="of this type, such as AGY; may be given again"
    )
    narrowed.add_argument(
        "--recommendation",
        action="append",
        default=[],
        choices=("proceed", "conditions", "pilot", "decline", "hold", "none"),
        help="with this recommendation of the newest assessment; none: not assessed yet; may be given again",
    )
    narrowed.add_argument("--tag", metavar="TAG", default="", help="with this tag")
    narrowed.add_argument("--archived", action="store_true", help="the archived ones instead of the others")


def _add_printing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT.pdf", type=Path, required=True, help="where to write it")
    parser.add_argument("--paper", choices=("a4", "letter"), help="default: the workspace's own setting, or a4")
    parser.add_argument("--grey", action="store_true", help="in shades of grey")
    _add_day(parser)


def _add_files(commands: _Commands) -> None:
    _add_day(
        _command(commands, "sample", "Make a new workspace with six invented partners.", "a file that is not there")
    )
    _command(commands, "check", "Check a whole workspace: file, rows, rules, scores and history.")
    export = _command(commands, "export", "Write a whole workspace as one JSON file.")
    export.add_argument("-o", "--output", metavar="OUT.json", type=Path, required=True, help="where to write it")
    bring = _command(commands, "import", "Add what an exported JSON file holds; all of it or nothing.")
    bring.add_argument("source", metavar="IN.json", type=Path, help="a file that export wrote")
    bring.add_argument(
        "--new", action="store_true", help="as new: make FILE when it is not there, else give everything new ids"
    )
    _add_day(bring)
    delete = _command(commands, "delete", "Delete a partner, or one assessment, for good.")
    delete.add_argument("partner", metavar="PARTNER", help="name or id")
    delete.add_argument("--assessment", metavar="ID", help="only this assessment; its partner stays")
    delete.add_argument("--yes", action="store_true", help="do it; without, it is only said what would go")


def _add_driven(commands: _Commands) -> None:
    tour = commands.add_parser("tour", help="go through the main job and leave a picture of each step")
    tour.description = "Drive the real window, unseen, through the main job; leave pictures and the brief."
    tour.add_argument("-o", "--output", metavar="DIR", type=Path, default=Path("tour"), help="default: tour")
    drive = _command(commands, "drive", "Store answers from standard input, one commit each (for crash tests).")
    drive.epilog = "Reads lines SET, PARTNER, QUESTION, RATING with tabs between; prints ACK n once the n-th is stored."
    _add_day(drive)


def _command(commands: _Commands, name: str, what: str, file: str = "the workspace") -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what[0].lower() + what[1:-1], description=what)
    parser.add_argument("file", metavar="FILE", type=Path, help=file)
    return parser


def _add_json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON, in the shape that README.md describes")


def _add_assessment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--assessment", metavar="ID", help="which assessment; default: the newest")


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="DATE", type=_day, help="count open assessments on this day, YYYY-MM-DD")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day like 2026-11-24") from None
