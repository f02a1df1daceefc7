"""The repositories against a plain model of dictionaries, in any order, with fresh starts between."""

import contextlib
import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facet_desktop.domain.journal import Entry
from facet_desktop.domain.own_form import FilledFigure, FilledForm, Shown, form_to_text
from facet_desktop.services.own_records import FormDraft, FormKind, FormPlace, Picture
from facet_desktop.services.records import (
    Draft,
    PainRating,
    Patient,
    Revision,
    SessionRecord,
    SessionStatus,
)
from facet_desktop.storage.store import open_store
from tests.domain.programs import texts
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import MONDAY, Maker

DAYS = st.integers(0, 6).map(lambda number: MONDAY + timedelta(days=number))
PLACES = (FormPlace(FormKind.NEW), FormPlace(FormKind.COPY, "plank"), FormPlace(FormKind.CHANGE, "plank"))
NAMES = st.text("abcXYZ'\"", min_size=1, max_size=5)


class MishapError(Exception):
    """Something goes wrong in the middle."""


class StorageMachine(RuleBasedStateMachine):
    """Does the same to the store and to the model, then compares everything that can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        self.ids = CountedIds()
        self.patients: dict[str, Patient] = {}
        self.drafts: dict[str, Draft] = {}
        self.revisions: dict[str, Revision] = {}
        self.sessions: dict[str, SessionRecord] = {}
        self.journals: dict[str, list[Entry]] = {}
        self.ratings: list[PainRating] = []
        self.forms: dict[str, FormDraft] = {}
        self.pictures: dict[str, Picture] = {}

    @initialize(name=NAMES)
    def open(self, name: str) -> None:
        self.store = open_store(self.folder, self.clock, self.ids)
        self.make = Maker(self.clock, self.ids, self.store.device_id)
        self.add_patient(name)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            problems = self.store.integrity().problems
            self.store.close()
            assert problems == ()
        shutil.rmtree(self.folder)

    @rule(name=NAMES)
    def add_patient(self, name: str) -> None:
        patient = self.make.patient(name)
        self.store.patients.save(patient)
        self.patients[patient.id] = patient

    @rule(data=st.data(), name=NAMES)
    def rename_patient(self, data: st.DataObject, name: str) -> None:
        patient = replace(data.draw(st.sampled_from(list(self.patients.values()))), name=name)
        self.store.patients.save(patient)
        self.patients[patient.id] = patient

    @rule(data=st.data(), title=texts)
    def save_draft(self, data: st.DataObject, title: str) -> None:
        known = [draft.program for draft in self.drafts.values()]
        known += [revision.program for revision in self.revisions.values()]
        program = replace(data.draw(st.sampled_from([self.make.program(), *known])), title=title)
        patient_id = data.draw(st.sampled_from(list(self.patients)))
        draft = Draft(program, patient_id, self.make.stamp(), data.draw(st.none() | st.integers(1, 9)))
        self.store.programs.save_draft(draft)
        self.drafts[program.id] = draft

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        draft = data.draw(st.sampled_from(list(self.drafts.values())))
        earlier = [one for one in self.revisions.values() if one.program.id == draft.program.id]
        revision = self.make.revision(draft.patient_id, draft.program, len(earlier) + 1)
        with self.store.transaction():
            self.store.programs.add_revision(revision)
            self.store.programs.delete_draft(draft.program.id)
        self.revisions[revision.id] = revision
        del self.drafts[draft.program.id]

    @precondition(lambda self: self.revisions)
    @rule(data=st.data(), day=DAYS)
    def start_session(self, data: st.DataObject, day: date) -> None:
        revision = data.draw(st.sampled_from(list(self.revisions.values())))
        session = self.make.session(revision, day)
        first = self.make.entry(session, 1)
        self.store.sessions.add(session, [first])
        self.sessions[session.id] = session
        self.journals[session.id] = [first]

    @precondition(lambda self: self.sessions)
    @rule(data=st.data(), count=st.integers(0, 3), status=st.sampled_from(SessionStatus))
    def record(self, data: st.DataObject, count: int, status: SessionStatus) -> None:
        before = data.draw(st.sampled_from(list(self.sessions.values())))
        session, entries = self._next(before, count, status)
        self.store.sessions.record(session, entries)
        self.sessions[session.id] = session
        self.journals[session.id] += entries

    @precondition(lambda self: self.sessions)
    @rule(data=st.data(), step=st.integers(0, 99), credited_ms=st.integers(0, 10**7))
    def checkpoint(self, data: st.DataObject, step: int, credited_ms: int) -> None:
        session = data.draw(st.sampled_from(list(self.sessions.values())))
        self.store.sessions.checkpoint(session.id, step, credited_ms)
        self.sessions[session.id] = replace(session, checkpoint_step=step, credited_ms=credited_ms)

    @rule(data=st.data(), day=DAYS, pain_nprs=st.integers(0, 10))
    def rate_pain(self, data: st.DataObject, day: date, pain_nprs: int) -> None:
        patient_id = data.draw(st.sampled_from(list(self.patients)))
        mine = [one.id for one in self.sessions.values() if one.patient_id == patient_id]
        session_id = data.draw(st.sampled_from([None, *mine]))
        rating = self.make.rating(patient_id, pain_nprs, day, session_id)
        self.store.pain.add(rating)
        self.ratings.append(rating)

    @precondition(lambda self: self.sessions)
    @rule(data=st.data())
    def fail_halfway(self, data: st.DataObject) -> None:
        before = data.draw(st.sampled_from(list(self.sessions.values())))
        session, entries = self._next(before, 2, SessionStatus.FINISHED)
        with contextlib.suppress(MishapError), self.store.transaction():
            self.store.patients.save(self.make.patient())
            self.store.sessions.record(session, entries)
            self.store.pain.add(self.make.rating(session.patient_id))
            raise MishapError

    @rule(
        data=st.data(), place=st.sampled_from(PLACES), name=texts, picture=st.none() | st.binary(max_size=9)
    )
    def fill_in(self, data: st.DataObject, place: FormPlace, name: str, picture: bytes | None) -> None:
        draft_id = data.draw(st.sampled_from([self.ids.new(), *self.forms]))
        text = form_to_text(FilledForm({"name": name}, FilledFigure(Shown.PICTURE)))
        draft = FormDraft(draft_id, place, data.draw(st.none() | st.integers(1, 9)), text, self.make.stamp())
        with self.store.transaction():
            self.store.own_drafts.save(draft)
            if picture is not None:
                self.pictures[draft_id] = Picture("png", picture)
                self.store.own_drafts.save_picture(draft_id, self.pictures[draft_id], draft.stamp)
        self.forms[draft_id] = draft

    @precondition(lambda self: self.forms)
    @rule(data=st.data())
    def let_go(self, data: st.DataObject) -> None:
        draft_id = data.draw(st.sampled_from(list(self.forms)))
        self.store.own_drafts.delete(draft_id)
        del self.forms[draft_id]
        self.pictures.pop(draft_id, None)

    @rule()
    def start_afresh(self) -> None:
        self.store.close()
        self.store = open_store(self.folder, self.clock, self.ids)

    def _next(
        self, before: SessionRecord, count: int, status: SessionStatus
    ) -> tuple[SessionRecord, list[Entry]]:
        seq = len(self.journals[before.id])
        entries = [self.make.entry(before, seq + number, reps_done=number) for number in range(1, count + 1)]
        ended_ms = None if status is SessionStatus.RUNNING else self.clock.wall_ms()
        session = replace(
            before, status=status, ended_ms=ended_ms, done_exercises=seq, pain_after_nprs=seq % 11
        )
        return session, entries

    @invariant()
    def patients_agree(self) -> None:
        expected = sorted(self.patients.values(), key=lambda one: (one.name.lower(), one.id))
        assert self.store.patients.all() == expected

    @invariant()
    def programs_agree(self) -> None:
        for patient_id in self.patients:
            mine = [one for one in self.revisions.values() if one.patient_id == patient_id][::-1]
            assert self.store.programs.revisions_for(patient_id) == mine
            assert self.store.programs.current_revision(patient_id) == (mine[0] if mine else None)
            drafts = [one for one in self.drafts.values() if one.patient_id == patient_id]
            drafts.sort(key=lambda one: one.stamp.at_ms, reverse=True)
            assert self.store.programs.drafts_of(patient_id) == drafts

    @invariant()
    def sessions_agree(self) -> None:
        first, last = MONDAY + timedelta(days=1), MONDAY + timedelta(days=5)
        for patient_id in self.patients:
            mine = [one for one in self.sessions.values() if one.patient_id == patient_id]
            within = [one for one in mine if first <= one.local_day <= last]
            running = [one for one in mine if one.status is SessionStatus.RUNNING]
            assert self.store.sessions.between(patient_id, first, last) == within
            assert self.store.sessions.unfinished(patient_id) == (running[-1] if running else None)
            days = [one.local_day for one in mine]
            assert self.store.sessions.first_day(patient_id) == min(days, default=None)
        for session_id, entries in self.journals.items():
            assert self.store.sessions.journal(session_id) == entries

    @invariant()
    def forms_agree(self) -> None:
        for place in PLACES:
            mine = [one for one in self.forms.values() if one.place == place]
            mine.sort(key=lambda one: one.stamp.at_ms, reverse=True)
            assert self.store.own_drafts.of(place) == mine
        for draft_id, draft in self.forms.items():
            assert self.store.own_drafts.get(draft_id) == draft
            assert self.store.own_drafts.picture(draft_id) == self.pictures.get(draft_id)

    @invariant()
    def ratings_agree(self) -> None:
        for patient_id in self.patients:
            mine = [one for one in self.ratings if one.patient_id == patient_id]
            assert self.store.pain.between(patient_id, MONDAY, MONDAY + timedelta(days=6)) == mine


StorageMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
TestStorageMachine = StorageMachine.TestCase
