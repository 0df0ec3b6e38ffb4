"""The headless commands, one file for each family; `ui/cli.py` parses and runs them."""

# Named here, so that the start can tell a command from a workspace without loading one.
COMMANDS = (
    "sample",
    "list",
    "score",
    "brief",
    "compare",
    "portfolio",
    "agenda",
    "blank",
    "check",
    "export",
    "import",
    "delete",
    "tour",
    "drive",
)
