"""The commands of the command line. Each lives in a module of its own and is imported only when it runs."""

from __future__ import annotations

import os
import sys

from facet_desktop.commands.arguments import parse
from facet_desktop.commands.failure import CommandError
from facet_desktop.domain.errors import StorageError, UserError

EXIT_FAILED = 1


def run(argv: list[str]) -> int:
    """Runs one command; 0 when it succeeded, else 1 with one line of reason on stderr."""
    arguments = parse(argv)
    try:
        return int(arguments.run(arguments))
    except BrokenPipeError:
        # Whoever read the answer has seen enough; Python would complain again while it closes stdout.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return 0
    except (CommandError, UserError, StorageError) as error:
        print(f"facet-desktop: {error}", file=sys.stderr)
        return EXIT_FAILED
