"""The whole way on the real database: choose a source program, publish, play, see it on the charts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.pain import PainContext
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.progress_service import Range
from facet_desktop.services.records import SessionStatus
from tests.fakes import CountedIds, FakeClock


def play_to_the_end(session: PlayedSession, clock: FakeClock) -> None:
    """Lets the clock run until the session is over."""
    for _ in range(20_000):
        if session.is_over:
            return
        clock.advance(500)
        session.tick()
    raise AssertionError("the session never ended")


def begin(folder: OpenFolder, slug: str) -> tuple[str, PlayedSession]:
    """Publishes a template for a new patient and starts its first session."""
    services = folder.services
    patient = services.patients.add("Sample person")
    draft = services.programs.begin_from_template(patient.id, slug)
    revision = services.programs.publish(patient.id, draft.program, "first plan")
    planned = services.today.view(patient, services.settings.present.pacing).next
    assert planned is not None
    played = services.play.start(revision.id, planned.session.id, services.settings.present.pacing)
    return patient.id, played


@pytest.mark.parametrize("slug", ["rehab-science-four", "ask-doctor-jo-six"])
def test_a_source_program_is_published_played_and_charted(tmp_path: Path, slug: str) -> None:
    clock = FakeClock()
    with open_folder(tmp_path, clock=clock, ids=CountedIds()) as folder:
        patient_id, session = begin(folder, slug)
        planned_ms = session.timeline.total_ms
        began_ms = clock.wall_ms()
        session.rate_pain(5, PainContext.BEFORE)
        play_to_the_end(session, clock)
        session.rate_pain(3, PainContext.AFTER)

        view = folder.services.progress.view(patient_id, Range.FOUR_WEEKS)
        record = session.recorder.record

    assert record is not None
    assert (record.status, record.completion) == (SessionStatus.FINISHED, 1.0)
    assert (record.pain_before_nprs, record.pain_after_nprs) == (5, 3)
    assert record.credited_ms == planned_ms
    assert 0 <= clock.wall_ms() - began_ms - planned_ms < 500
    assert view.pain.series[0].values[-1] == 4.0
    assert {one.day: one.credit for one in view.days}[view.today] == 1.0
    assert view.counts.share == 1.0


def test_after_the_program_was_killed_the_session_goes_on_at_the_same_step(tmp_path: Path) -> None:
    clock, ids = FakeClock(), CountedIds()
    with open_folder(tmp_path, clock=clock, ids=ids) as folder:
        patient_id, session = begin(folder, "ask-doctor-jo-six")
        for _ in range(600):
            clock.advance(500)
            session.tick()
        step = session.frame().step

    clock.advance(int(timedelta(hours=3).total_seconds()) * 1000)
    with open_folder(tmp_path, clock=clock, ids=ids) as folder:
        offer = folder.services.play.offer(patient_id)
        assert offer is not None
        assert offer.step == step
        again = folder.services.play.take_up(offer.record.id)
        again.resume()
        play_to_the_end(again, clock)
        record = again.recorder.record

    assert record is not None
    assert record.status is SessionStatus.FINISHED
    assert record.completion == 1.0


def test_the_log_is_empty_when_a_session_has_ended(tmp_path: Path) -> None:
    clock = FakeClock()
    with open_folder(tmp_path, clock=clock, ids=CountedIds()) as folder:
        _, session = begin(folder, "rehab-science-four")
        log = tmp_path / "facet.db-wal"
        assert log.stat().st_size > 0
        play_to_the_end(session, clock)
        assert log.stat().st_size == 0
