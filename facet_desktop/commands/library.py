"""`library check` and `library sheet`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.libraries import library_of
from facet_desktop.commands.output import say, say_json
from facet_desktop.domain.exercise import Evidence
from facet_desktop.domain.problems import Problem
from facet_desktop.resources import resources_dir

if TYPE_CHECKING:
    from facet_desktop.domain.library import Library


def check(arguments: argparse.Namespace) -> int:
    """Checks every exercise, program, pattern, table and figure; fails when anything is wrong."""
    from facet_desktop.exchange.library_files import read_library

    root: Path = arguments.dir or resources_dir()
    if not root.is_dir():
        message = f"there is no folder {root}"
        raise CommandError(message)
    loaded = library_of(arguments.data_dir) if arguments.dir is None else read_library(root)
    figures, figure_problems = _figures(root, loaded.library)
    problems = (*loaded.problems, *figure_problems)
    counts = {
        "exercises": len(loaded.library),
        "programs": len(loaded.library.templates),
        "breathing": len(loaded.library.patterns),
        "ladders": len(loaded.library.ladders),
        "figures": figures,
    }
    if arguments.json:
        say_json({**counts, "problems": [_as_json(one) for one in problems]})
    else:
        say(map(str, problems))
        say([", ".join(f"{count} {name}" for name, count in counts.items())])
    if problems:
        message = f"the library has {len(problems)} problem(s)"
        raise CommandError(message)
    return 0


def sheet(arguments: argparse.Namespace) -> int:
    """Paints start, middle and end of every figure into one picture."""
    from facet_desktop.commands.desktop import make_application
    from facet_desktop.exchange.pose_files import PoseFolder
    from facet_desktop.ui.figure.sheet import render_sheet

    folder = PoseFolder(resources_dir() / "poses")
    unknown = set(arguments.only) - set(folder.slugs())
    if unknown:
        message = f"there is no figure named {', '.join(sorted(unknown))}"
        raise CommandError(message)
    application = make_application(offscreen_only=True)
    movements = [folder.movement(slug) for slug in arguments.only or folder.slugs()]
    try:
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        render_sheet(movements, arguments.out)
    except OSError as error:
        raise CommandError(str(error)) from error
    finally:
        application.quit()
    say([f"{len(movements)} figures in {arguments.out}"])
    return 0


def _figures(root: Path, library: Library) -> tuple[int, list[Problem]]:
    from facet_desktop.domain.figure.checks import check_movement
    from facet_desktop.exchange.pose_files import PoseFolder

    if not (root / "poses").is_dir():
        return 0, []
    poses = PoseFolder(root / "poses")
    movements, problems = poses.all()
    found = list(problems)
    for movement in movements:
        found += [
            Problem(f"poses/{movement.slug}.toml", one.check, f"at {one.position:.2f}: {one.text}")
            for one in check_movement(movement)
        ]
    # A clinic's own exercise was checked with its figure when it was saved.
    shipped = [one for one in library.exercises() if one.source.evidence is not Evidence.OWN]
    shown = {one.figure or one.slug: one for one in shipped}
    shown |= {turn.figure: one for one in shipped for turn in one.turns}
    found += [
        Problem(f"exercises/{shown[slug].slug}.toml", "figure", f"there is no poses/{slug}.toml")
        for slug in sorted(shown.keys() - set(poses.slugs()))
    ]
    return len(movements), found


def _as_json(problem: Problem) -> dict[str, str]:
    return {"file": problem.file, "field": problem.field, "reason": problem.reason}
