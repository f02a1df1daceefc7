"""The entry point: `facet-desktop`, `python -m facet_desktop` and the frozen program start here."""

import sys

from facet_desktop import commands

EXIT_INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells use it."""


def main(argv: list[str] | None = None) -> int:
    """Run one command, by default the window, and return its exit code.

    Args:
        argv: the arguments without the program's name; None takes them from the command line.
    """
    try:
        return commands.run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


if __name__ == "__main__":
    raise SystemExit(main())
