"""The command line: what can be asked for, and which module answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from facet_desktop import __version__

Runner = Callable[[argparse.Namespace], int]
EXIT_USAGE = 2
"""Exit code for words that do not fit."""


class _Parser(argparse.ArgumentParser):
    """Says in one line what does not fit, and where to read what would."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_USAGE, f"{self.prog}: {' '.join(message.split())} (see {self.prog} --help)\n")


def parse(argv: list[str]) -> argparse.Namespace:
    """The parsed arguments; `run` in them is the command. Exits with EXIT_USAGE for words that do not fit."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.needs_data_dir and arguments.data_dir is None:
        parser.error("this command needs --data-dir")
    return arguments


def _later(module: str, function: str = "run") -> Runner:
    """A command whose module is imported only when it runs."""

    def run(arguments: argparse.Namespace) -> int:
        runner: Runner = getattr(import_module(f"facet_desktop.commands.{module}"), function)
        return runner(arguments)

    return run


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="facet-desktop", description="Facet: a companion for rehabilitating chronic facet-joint pain."
    )
    parser.add_argument("--version", action="version", version=f"Facet {__version__}")
    parser.add_argument(
        "--data-dir", type=_folder, help="folder for all data (default: your own data folder)"
    )
    parser.add_argument("--demo", action="store_true", help="open with sample data in a throw-away folder")
    parser.add_argument("--smoke", action="store_true", help="start, check, paint once, quit")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.add_argument("--voice-helper", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--sound-probe", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=_window, needs_data_dir=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_tour(commands)
    _add_library(commands)
    _add_timeline(commands)
    _add_program(commands)
    _add_handout(commands)
    _add_demo(commands)
    _add_check(commands)
    return parser


def _window(arguments: argparse.Namespace) -> int:
    """Without a command: the window, the smoke test of the whole program, or a helper of the window."""
    if arguments.voice_helper:
        return _later("voice")(arguments)
    if arguments.sound_probe:
        return _later("sound")(arguments)
    return _later("smoke" if arguments.smoke else "window")(arguments)


def _folder(text: str) -> Path:
    """A folder; no name at all, as of an unset variable of a script, would be the folder one stands in.

    Shells leave a "~" behind "--data-dir=" as it is.
    """
    if not text:
        message = "the name of the folder is empty"
        raise argparse.ArgumentTypeError(message)
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        message = f"nobody's home folder is meant by {text}"
        raise argparse.ArgumentTypeError(message) from error


_Commands = argparse._SubParsersAction


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, words: str, run: Runner
) -> argparse.ArgumentParser:
    """A command. Every one takes --data-dir, before its name or after it."""
    parser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    parser.add_argument("--data-dir", type=_folder, default=argparse.SUPPRESS, help="folder for all data")
    return parser


def _with_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer as JSON")


def _add_tour(commands: _Commands[argparse.ArgumentParser]) -> None:
    tour = _command(commands, "tour", "Paint every page with sample data into PNG files.", _later("tour"))
    tour.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    tour.add_argument("--size", default="1280x800", help="WIDTHxHEIGHT of the window")
    tour.add_argument("--text-scale", type=float, default=1.0, help="size of text, 0.8 to 2.0")


def _add_library(commands: _Commands[argparse.ArgumentParser]) -> None:
    library = commands.add_parser("library", help="Look after the exercise library.")
    parts = library.add_subparsers(title="parts", metavar="PART", required=True)
    check = _command(parts, "check", "Check every file of the library.", _later("library", "check"))
    check.add_argument("--dir", type=Path, help="folder with a library (default: the one that ships)")
    _with_json(check)
    sheet = _command(parts, "sheet", "Paint all figures into one picture.", _later("library", "sheet"))
    sheet.add_argument("--out", type=Path, required=True, help="PNG file to write")
    sheet.add_argument("--only", nargs="*", default=(), help="names of exercises; all when left out")


def _add_timeline(commands: _Commands[argparse.ArgumentParser]) -> None:
    timeline = _command(
        commands, "timeline", "Show the compiled steps of a program file.", _later("timeline")
    )
    timeline.add_argument("program", type=Path, help="program as TOML")
    timeline.add_argument("--session", help="name of one session; all when left out")
    _with_json(timeline)


def _add_program(commands: _Commands[argparse.ArgumentParser]) -> None:
    program = commands.add_parser("program", help="Pass programs on as files.")
    parts = program.add_subparsers(title="parts", metavar="PART", required=True)
    take = _command(parts, "import", "Make a draft of a program file.", _later("program", "take"))
    take.add_argument("file", type=Path, help="program as TOML")
    take.add_argument("--patient", help="name; a new one is added (default: the current patient)")
    give = _command(parts, "export", "Write the program of a patient to a file.", _later("program", "give"))
    give.add_argument("--out", type=Path, required=True, help="TOML file to write")
    give.add_argument("--patient", help="name (default: the current patient)")
    give.add_argument("--draft", action="store_true", help="the draft, not what is published")
    for part in (take, give):
        part.set_defaults(needs_data_dir=True)
        _with_json(part)


def _add_handout(commands: _Commands[argparse.ArgumentParser]) -> None:
    handout = _command(commands, "handout", "Make the patient's paper of a program file.", _later("handout"))
    handout.add_argument("--program", type=Path, required=True, help="program as TOML")
    handout.add_argument("--out", type=Path, required=True, help="PDF file to write")
    handout.add_argument("--paper", choices=("a4", "letter"), default="a4")
    handout.add_argument("--large-print", action="store_true", help="larger letters")
    handout.add_argument("--current-phase", action="store_true", help="leave out the other phases")
    handout.add_argument("--patient-name", default="", help="stands below the title")
    handout.add_argument("--clinic", default="", help="name of the clinic")
    handout.add_argument("--revision", type=int, help="number of the revision")
    handout.add_argument("--conditions", default="", help="names from conditions.toml, with commas between")
    _with_json(handout)


def _add_demo(commands: _Commands[argparse.ArgumentParser]) -> None:
    demo = _command(commands, "demo", "Fill a folder with a made-up caseload.", _later("demo"))
    demo.set_defaults(needs_data_dir=True)
    demo.add_argument("--patients", type=int, default=8)
    demo.add_argument("--days", type=int, default=84)
    demo.add_argument("--seed", type=int, default=1)
    _with_json(demo)


def _add_check(commands: _Commands[argparse.ArgumentParser]) -> None:
    check = _command(commands, "check", "Check a database from end to end.", _later("check"))
    check.set_defaults(needs_data_dir=True)
    _with_json(check)
