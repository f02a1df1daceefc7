"""The clock of the computer is set back between two records of which the last one counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.services.records import Patient, ScreenContext
from tests.fakes import CountedIds, FakeClock

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def opened(tmp_path: Path, clock: FakeClock) -> Iterator[OpenFolder]:
    with open_folder(tmp_path, clock=clock, ids=CountedIds()) as folder:
        yield folder


@pytest.fixture
def patient(opened: OpenFolder) -> Patient:
    return opened.services.patients.add("Alex")


def grave_sign(opened: OpenFolder) -> str:
    """A warning sign that locks."""
    safety = opened.services.safety
    return next(flag.slug for flag in safety.questions() if flag.urgency.value == "now")


def test_a_new_warning_sign_locks_all_the_same(
    opened: OpenFolder, patient: Patient, clock: FakeClock
) -> None:
    safety, sign = opened.services.safety, grave_sign(opened)
    safety.answer(patient.id, {sign: True}, ScreenContext.WEEKLY)
    clock.advance(1000)
    safety.clear(patient.id, "Dr Example")
    assert safety.lock(patient.id) is None
    clock.jump(-HOUR_MS)
    assert safety.answer(patient.id, {sign: True}, ScreenContext.BEFORE_SESSION).locks
    assert safety.lock(patient.id) is not None


def test_a_clearance_lifts_the_lock_all_the_same(
    opened: OpenFolder, patient: Patient, clock: FakeClock
) -> None:
    safety = opened.services.safety
    safety.answer(patient.id, {grave_sign(opened): True}, ScreenContext.WEEKLY)
    clock.jump(-HOUR_MS)
    safety.clear(patient.id, "Dr Example")
    assert safety.lock(patient.id) is None


def test_warning_signs_are_asked_for_again_after_a_clock_that_ran_years_ahead(
    opened: OpenFolder, patient: Patient, clock: FakeClock
) -> None:
    clock.jump(400 * DAY_MS)
    opened.services.safety.answer(patient.id, {}, ScreenContext.WEEKLY)
    clock.jump(-400 * DAY_MS)
    assert opened.services.safety.is_due(patient.id)


def test_the_program_published_last_is_the_one_that_is_played(
    opened: OpenFolder, patient: Patient, clock: FakeClock
) -> None:
    programs = opened.services.programs
    first = programs.from_template("rehab-science-four")
    programs.publish(patient.id, first)
    clock.jump(-HOUR_MS)
    programs.publish(patient.id, replace(first, title="Without kneeling"))
    current = programs.current(patient.id)
    assert current is not None
    assert (current.number, current.program.title) == (2, "Without kneeling")


def test_the_pain_told_last_is_the_one_that_is_shown(
    opened: OpenFolder, patient: Patient, clock: FakeClock
) -> None:
    pain = opened.services.pain
    pain.rate(patient.id, 2)
    clock.jump(-HOUR_MS)
    pain.rate(patient.id, 7)
    latest = pain.latest_today(patient.id)
    assert latest is not None
    assert latest.pain_nprs == 7
