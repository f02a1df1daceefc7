"""`timeline`: the compiled steps of a program file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.libraries import library_of
from facet_desktop.commands.output import say, say_json
from facet_desktop.domain.breathing import BreathPart, cut
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import PlannedSession, Program
from facet_desktop.domain.step import Step, StepSide
from facet_desktop.domain.timeline import Timeline, compile_session
from facet_desktop.services.wording.dose_words import clock_text, number

MOST_BREATHS = 6
"""As many parts of the breath fit into a line of text; JSON holds all."""


def run(arguments: argparse.Namespace) -> int:
    """Prints kind, exercise, set, repetition, side, start, duration and breath of every step."""
    program = read_program_file(arguments.program, library_of(arguments.data_dir).library)
    sessions = list(_chosen(program, arguments.session))
    compiled = [(session, compile_session(session)) for session in sessions]
    if arguments.json:
        say_json({"program": program.title, "sessions": [_as_json(*pair) for pair in compiled]})
        return 0
    for session, timeline in compiled:
        say([f"{session.name}: {clock_text(timeline.total_ms)}", *map(_line, timeline.steps)])
    return 0


def read_program_file(path: Path, library: Library) -> Program:
    """A program from a template or a whole program. Raises CommandError with every problem of the file."""
    from facet_desktop.exchange.program_files import ProgramFiles

    if not path.is_file():
        message = f"there is no file {path}"
        raise CommandError(message)
    ids = count(1)
    program, problems = ProgramFiles().read(path, library, lambda: f"id-{next(ids)}")
    if program is None:
        raise CommandError("; ".join(map(str, problems)))
    return program


def _chosen(program: Program, name: str | None) -> Iterator[PlannedSession]:
    sessions = [session for _, session in program.sessions()]
    found = [one for one in sessions if name is None or one.name.casefold() == name.casefold()]
    if not found:
        names = ", ".join(one.name for one in sessions) or "none"
        message = f"there is no session named {name!r}; the program has: {names}"
        raise CommandError(message)
    yield from found


def _as_json(session: PlannedSession, timeline: Timeline) -> dict[str, object]:
    return {
        "session": session.name,
        "total_ms": timeline.total_ms,
        "steps": [_step_json(step) for step in timeline.steps],
    }


def _step_json(step: Step) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "exercise": step.exercise,
        "set": step.set_no,
        "repetition": step.rep_no,
        "side": step.side.value,
        "start_ms": step.start_ms,
        "duration_ms": step.duration_ms,
        "breath": [{"phase": one.phase.value, "duration_ms": one.duration_ms} for one in _breath_of(step)],
    }


def _line(step: Step) -> str:
    side = "" if step.side is StepSide.BOTH else step.side.value
    rep = str(step.rep_no or "")
    duration = f"{number(step.duration_ms / 1000)} s{' (by hand)' if step.open_ended else ''}"
    breath = _breath_of(step)
    shown = [*map(_breath, breath[:MOST_BREATHS]), *(["..."] if len(breath) > MOST_BREATHS else [])]
    return (
        f"{clock_text(step.start_ms):>7}  {step.kind.value:8} {step.exercise:30} "
        f"{step.set_no:>3} {rep:>3} {side:6} {duration:>10}  {' '.join(shown)}"
    ).rstrip()


def _breath_of(step: Step) -> tuple[BreathPart, ...]:
    """What is breathed within a step, of a rhythm of its own only what falls into it."""
    if not step.breath_repeats:
        return step.breath
    return cut(step.breath, step.breath_offset_ms, step.duration_ms)


def _breath(part: BreathPart) -> str:
    return f"{part.phase.value} {number(part.duration_ms / 1000)}"
