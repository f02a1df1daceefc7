"""The patient's paper of twelve exercises, figures and typst together."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count, islice
from statistics import median

from PySide6.QtGui import QGuiApplication

from facet_desktop.bootstrap import shipped_handouts
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import Program
from facet_desktop.domain.templates import prescribe
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.program_files import ProgramFiles
from facet_desktop.resources import resources_dir
from facet_desktop.services.handout_builder import Person
from facet_desktop.services.handout_service import HandoutLook
from tests.benchmarks.measuring import report

LIMIT_S = 1.0
EXERCISES = 12


def twelve() -> Program:
    ids = count(1)
    library = read_library(resources_dir()).library
    file = resources_dir() / "programs" / "early-phase.toml"
    one, problems = ProgramFiles().read(file, library, lambda: f"id-{next(ids)}")
    assert one is not None, problems
    chosen = islice(library.exercises(), EXERCISES)
    items = tuple(prescribe(exercise, f"item-{next(ids)}", Phase.EARLY) for exercise in chosen)
    session = replace(one.phases[0].sessions[0], items=items)
    return replace(one, phases=(replace(one.phases[0], sessions=(session,)),))


def test_twelve_exercises_take_less_than_a_second(qapp: QGuiApplication) -> None:
    program = twelve()
    seen = []
    for round_no in range(5):
        handouts = shipped_handouts()
        # Another title each time: typst keeps what it has set before.
        fresh = replace(program, title=f"Round {round_no}")
        begun_s = time.perf_counter()
        handouts.make(fresh, Person("Ana", conditions=("osteoporosis",)), HandoutLook())
        seen.append(time.perf_counter() - begun_s)
    report("Handout of twelve exercises", {"first s": seen[0], "median s": median(seen)})
    assert seen[0] < LIMIT_S
