"""Random edits, undo, redo, publishing and reloading against a plain model."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.editing import doses, items, phases, sessions, texts
from facet_desktop.domain.editing.refusal import EditRefusedError
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.services.editing import EditSession
from tests.fakes import CountedIds
from tests.services.memory_programs import MemoryPrograms, program_service
from tests.services.plain_editor import Plain, PlainEditor, plain_of, remove, shift

places = st.integers(0, 9)
chosen = st.sets(st.integers(0, 7), min_size=1, max_size=4)
names = st.sampled_from(["Morning", "Evening", "  Strength  day ", "", "x" * 61])
NEEDS_EXERCISE = ("sessions", "at least one session needs at least one exercise")


class Editing(RuleBasedStateMachine):
    """Every rule does the same to the real editor and to the plain one."""

    @initialize()
    def open(self) -> None:
        self.ids = CountedIds()
        self.repository = MemoryPrograms()
        self.programs = program_service(self.repository)
        first = PlannedSession(self.ids.new(), "Morning")
        program = Program(self.ids.new(), "Plan", (ProgramPhase("p0", Phase.EARLY, "Early", (first,)),))
        self.edit = EditSession(self.programs.save_draft("someone", program, None), self.programs)
        self.plain = PlainEditor(plain_of(program))

    # -- helpers ---------------------------------------------------------------------------------------------

    def session(self, place: int) -> tuple[int, PlannedSession]:
        found = [one for _, one in self.edit.program.sessions()]
        return place % len(found), found[place % len(found)]

    def do(self, change: Callable[[Program], Program], plain: Callable[[Plain], None]) -> None:
        """Both make the change."""
        self.edit.apply(change, "a change")
        self.plain.commit(self._with(plain))

    def refuse(self, change: Callable[[Program], Program]) -> None:
        """The real one refuses, with a reason in words."""
        with pytest.raises(EditRefusedError) as refusal:
            self.edit.apply(change, "a change")
        assert str(refusal.value)

    def do_items(
        self, place: int, change: Callable[[Program], Program], plain: Callable[[list[Plain]], Any]
    ) -> None:
        number, _ = self.session(place)

        def apply(program: Plain) -> None:
            session = [one for phase in program["phases"] for one in phase["sessions"]][number]
            session["items"] = plain(session["items"])

        self.do(change, apply)

    def picked(self, session: PlannedSession, at: set[int]) -> tuple[set[int], list[str]]:
        inside = {place % len(session.items) for place in at}
        return inside, [session.items[place].id for place in sorted(inside)]

    def _with(self, change: Callable[[Plain], None]) -> Plain:
        copied = self.plain.copy()
        change(copied)
        return copied

    # -- exercises -------------------------------------------------------------------------------------------

    @rule(place=places, at=places, slug=st.sampled_from("abcd"), sets=st.integers(0, 22))
    def add(self, place: int, at: int, slug: str, sets: int) -> None:
        _, session = self.session(place)
        new = Prescription(self.ids.new(), slug, 1, slug.upper(), Dose(Span.of(sets)), BreathCode.FREE)
        change = partial(items.add_items, session_id=session.id, items=[new], at=at)
        if not 1 <= sets <= 20:
            self.refuse(change)
            return
        made = {"exercise": slug, "sets": sets, "note": "", "group": None, "section": None}
        self.do_items(place, change, lambda present: [*present[:at], made, *present[at:]])

    @rule(place=places, at=chosen)
    def remove(self, place: int, at: set[int]) -> None:
        _, session = self.session(place)
        if not session.items:
            self.refuse(lambda program: items.remove_items(program, []))
            return
        inside, picked = self.picked(session, at)
        self.do_items(
            place,
            lambda program: items.remove_items(program, picked),
            lambda present: remove(present, inside),
        )

    @rule(place=places, at=chosen, by=st.sampled_from([-1, 1]))
    def shift(self, place: int, at: set[int], by: int) -> None:
        _, session = self.session(place)
        if session.items:
            inside, picked = self.picked(session, at)
            self.do_items(
                place,
                lambda program: items.shift_items(program, session.id, picked, by),
                lambda present: shift(present, inside, by),
            )

    @rule(source=places, goal_place=places, at=chosen, before=places)
    def move(self, source: int, goal_place: int, at: set[int], before: int) -> None:
        number, session = self.session(source)
        goal, other = self.session(goal_place)
        if not session.items:
            return
        inside, picked = self.picked(session, at)

        def plain(program: Plain) -> None:
            every = [one for phase in program["phases"] for one in phase["sessions"]]
            marks: list[Plain | None] = list(every[goal]["items"])
            marks.insert(min(before, len(marks)), None)
            moved = [every[number]["items"][place] for place in sorted(inside)]
            every[number]["items"] = [one for one in every[number]["items"] if not _is_in(one, moved)]
            kept = [one for one in marks if one is None or not _is_in(one, moved)]
            slot = kept.index(None)
            every[goal]["items"] = [one for one in [*kept[:slot], *moved, *kept[slot:]] if one is not None]

        self.do(lambda program: items.move_items(program, picked, other.id, before), plain)

    @rule(place=places, at=chosen)
    def duplicate(self, place: int, at: set[int]) -> None:
        _, session = self.session(place)
        if session.items:
            inside, picked = self.picked(session, at)
            self.do_items(
                place,
                lambda program: items.duplicate_items(program, picked, self.ids.new),
                lambda present: [
                    one
                    for number, item in enumerate(present)
                    for one in (
                        [item, {**copy.deepcopy(item), "section": None}] if number in inside else [item]
                    )
                ],
            )

    @rule(place=places, at=chosen, sets=st.integers(-1, 25))
    def set_sets(self, place: int, at: set[int], sets: int) -> None:
        _, session = self.session(place)
        if not session.items:
            return
        inside, picked = self.picked(session, at)
        change = partial(doses.set_field, item_ids=picked, field=doses.DoseField.SETS, value=Span.of(sets))
        if not 1 <= sets <= 20:
            self.refuse(change)
            return
        self.do_items(
            place,
            change,
            lambda present: [
                {**one, "sets": sets} if number in inside else one for number, one in enumerate(present)
            ],
        )

    @rule(place=places, at=chosen, factor=st.sampled_from([0.7, 1.1, 2.0]))
    def scale(self, place: int, at: set[int], factor: float) -> None:
        _, session = self.session(place)
        if not session.items:
            return
        inside, picked = self.picked(session, at)
        change = partial(doses.scale_field, item_ids=picked, field=doses.DoseField.SETS, factor=factor)
        wanted = [max(1, round(session.items[number].dose.sets.low * factor)) for number in sorted(inside)]
        present_sets = [session.items[number].dose.sets.low for number in sorted(inside)]
        if max(wanted) > 20 or wanted == present_sets:
            self.refuse(change)
            return
        by_number = dict(zip(sorted(inside), wanted, strict=True))
        self.do_items(
            place,
            change,
            lambda present: [
                {**one, "sets": by_number.get(number, one["sets"])} for number, one in enumerate(present)
            ],
        )

    @rule(place=places, at=chosen, note=st.sampled_from(["", "slowly", "n" * 2001]))
    def write_note(self, place: int, at: set[int], note: str) -> None:
        _, session = self.session(place)
        if not session.items:
            return
        inside, picked = self.picked(session, at)
        change = partial(texts.set_note, item_ids=picked, note=note)
        if len(note) > 2000:
            self.refuse(change)
            return
        self.do_items(
            place,
            change,
            lambda present: [
                {**one, "note": note} if number in inside else one for number, one in enumerate(present)
            ],
        )

    @rule(place=places, at=places, heading=st.sampled_from(["", "Warm-up", " Main  part "]))
    def write_heading(self, place: int, at: int, heading: str) -> None:
        _, session = self.session(place)
        if not session.items:
            return
        number = at % len(session.items)
        item_id = session.items[number].id
        wanted = " ".join(heading.split()) or None
        self.do_items(
            place,
            lambda program: texts.set_section(program, item_id, heading),
            lambda present: [
                {**one, "section": wanted} if here == number else one for here, one in enumerate(present)
            ],
        )

    @rule(place=places, at=chosen)
    def group(self, place: int, at: set[int]) -> None:
        _, session = self.session(place)
        if not session.items:
            return
        inside, picked = self.picked(session, at)
        name = self.ids.new()
        change = partial(items.group_items, session_id=session.id, item_ids=picked, group=name)
        if len(inside) < 2:
            self.refuse(change)
            return

        def plain(present: list[Plain]) -> list[Plain]:
            members = [{**present[number], "group": name} for number in sorted(inside)]
            first = min(inside)
            others = [one for number, one in enumerate(present) if number not in inside]
            return [*others[:first], *members, *others[first:]]

        self.do_items(place, change, plain)

    @rule(place=places, at=chosen)
    def ungroup(self, place: int, at: set[int]) -> None:
        _, session = self.session(place)
        if session.items:
            inside, picked = self.picked(session, at)
            self.do_items(
                place,
                lambda program: items.ungroup_items(program, picked),
                lambda present: [
                    {**one, "group": None} if number in inside else one for number, one in enumerate(present)
                ],
            )

    # -- sessions and phases ---------------------------------------------------------------------------------

    @rule(place=places, name=names)
    def rename(self, place: int, name: str) -> None:
        number, session = self.session(place)
        change = partial(sessions.rename_session, session_id=session.id, name=name)
        cleaned = " ".join(name.split())
        if not cleaned or len(cleaned) > 60:
            self.refuse(change)
            return
        self.do(change, lambda program: _sessions(program)[number].update(name=cleaned))

    @rule(place=places, days=st.sets(st.integers(0, 7)), times=st.integers(0, 13))
    def plan(self, place: int, days: set[int], times: int) -> None:
        number, session = self.session(place)
        change = partial(sessions.schedule_session, session_id=session.id, weekdays=days, times_per_day=times)
        if not days or 7 in days or not 1 <= times <= 12:
            self.refuse(change)
            return
        self.do(change, lambda program: _sessions(program)[number].update(days=sorted(days), times=times))

    @rule(place=places)
    def copy_session(self, place: int) -> None:
        number, session = self.session(place)

        def plain(program: Plain) -> None:
            original = _sessions(program)[number]
            for phase in program["phases"]:
                for here, one in enumerate(phase["sessions"]):
                    if one is original:
                        phase["sessions"].insert(here + 1, {**copy.deepcopy(one), "name": "Copy"})
                        return

        if len(self.plain.sessions()) < 6:
            self.do(
                lambda program: sessions.duplicate_session(program, session.id, "Copy", self.ids.new), plain
            )

    @rule(place=places)
    def remove_session(self, place: int) -> None:
        number, session = self.session(place)
        change = partial(sessions.remove_session, session_id=session.id)
        if len(self.edit.program.phase_of(session.id).sessions) == 1:
            self.refuse(change)
            return

        def plain(program: Plain) -> None:
            gone = _sessions(program)[number]
            for phase in program["phases"]:
                phase["sessions"] = [one for one in phase["sessions"] if one is not gone]

        self.do(change, plain)

    @rule(place=places, by=st.integers(-2, 2))
    def move_session(self, place: int, by: int) -> None:
        number, session = self.session(place)

        def plain(program: Plain) -> None:
            moved = _sessions(program)[number]
            for phase in program["phases"]:
                here = next((at for at, one in enumerate(phase["sessions"]) if one is moved), None)
                if here is not None:
                    rest = phase["sessions"][:here] + phase["sessions"][here + 1 :]
                    goal = min(max(here + by, 0), len(rest))
                    phase["sessions"] = [*rest[:goal], moved, *rest[goal:]]

        self.do(lambda program: sessions.move_session(program, session.id, by), plain)

    @precondition(lambda self: len(self.edit.program.phases) < 3)
    @rule()
    def add_phase(self) -> None:
        new = ProgramPhase(self.ids.new(), Phase.LATE, "Late", (PlannedSession(self.ids.new(), "Strength"),))
        self.do(
            lambda program: phases.add_phase(program, new),
            lambda program: program["phases"].append(plain_of(Program("", "", (new,)))["phases"][0]),
        )

    @rule(place=places)
    def remove_phase(self, place: int) -> None:
        present = self.edit.program.phases
        number = place % len(present)
        change = partial(phases.remove_phase, phase_id=present[number].id)
        if len(present) == 1:
            self.refuse(change)
            return
        self.do(change, lambda program: program["phases"].pop(number))

    @rule(title=st.sampled_from(["Plan", "", "Early  phase", "t" * 121]))
    def retitle(self, title: str) -> None:
        change = partial(phases.set_title, title=title)
        if not title or len(title) > 120:
            self.refuse(change)
            return
        self.do(change, lambda program: program.update(title=" ".join(title.split())))

    # -- time ------------------------------------------------------------------------------------------------

    @rule()
    def undo(self) -> None:
        self.edit.undo()
        self.plain.undo()

    @rule()
    def redo(self) -> None:
        self.edit.redo()
        self.plain.redo()

    @rule()
    def reload(self) -> None:
        draft = self.programs.open_draft("someone")
        assert draft is not None
        self.edit = EditSession(draft, self.programs)
        self.plain.forget()

    @rule(title=st.sampled_from(["Theirs", "Plan"]), publishes=st.booleans())
    def look_after_another_window(self, title: str, publishes: bool) -> None:
        """What another window saved, or published, becomes a step that can be undone."""
        theirs = self.other_window(title, publishes=publishes)
        assert self.edit.catch_up() == (plain_of(theirs) != self.plain.present)
        self.plain.commit(plain_of(theirs))

    @rule(title=st.sampled_from(["Theirs", "Plan"]), publishes=st.booleans())
    def edit_over_another_window(self, title: str, publishes: bool) -> None:
        """The other version stands one step below; nothing is overwritten."""
        mine = self.plain.copy()
        theirs = self.other_window(title, publishes=publishes)
        written = "Mine" if mine["title"] != "Mine" else "Mine again"
        self.edit.apply(partial(phases.set_title, title=written), "a change")
        self.plain.commit(plain_of(theirs))
        self.plain.commit(mine)
        self.plain.commit(self._with(lambda program: program.update(title=written)))
        latest = self.programs.latest(theirs.id)
        assert self.edit.draft_number == (latest.number + 1 if latest is not None else 1)

    def other_window(self, title: str, *, publishes: bool) -> Program:
        draft = self.programs.open_draft("someone")
        assert draft is not None
        other = EditSession(draft, self.programs)
        other.apply(partial(phases.set_title, title=title), "a change")
        latest = self.programs.latest(other.program.id)
        is_new = latest is None or latest.program != other.program
        if publishes and is_new and any(session.items for _, session in other.program.sessions()):
            other.publish("theirs")
        return other.program

    @rule()
    def publish(self) -> None:
        if any(session.items for _, session in self.edit.program.sessions()):
            latest = self.programs.current("someone")
            if latest is None or latest.program != self.edit.program:
                revision = self.edit.publish("note")
                assert revision.program == self.edit.program

    @invariant()
    def same_as_the_plain_one(self) -> None:
        if hasattr(self, "edit"):
            assert plain_of(self.edit.program) == self.plain.present

    @invariant()
    def always_sound(self) -> None:
        if hasattr(self, "edit"):
            assert [one for one in self.edit.program.problems() if one != NEEDS_EXERCISE] == []

    @invariant()
    def always_stored(self) -> None:
        if hasattr(self, "edit"):
            stored = self.programs.open_draft("someone")
            assert stored is not None
            assert stored.program == replace(self.edit.program)


def _sessions(program: Plain) -> list[Plain]:
    return [one for phase in program["phases"] for one in phase["sessions"]]


def _is_in(one: Plain, many: list[Plain]) -> bool:
    return any(one is other for other in many)


TestEditing = Editing.TestCase
# 300 runs in the default suite; `--hypothesis-profile=search` makes it 6,000.
TestEditing.settings = settings(max_examples=3 * settings().max_examples, stateful_step_count=20)
