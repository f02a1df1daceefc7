"""Undo, autosave, two windows and publishing of an edited program."""

from __future__ import annotations

from functools import partial

import pytest

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.editing.doses import DoseField, set_field
from facet_desktop.domain.editing.items import add_items, remove_items
from facet_desktop.domain.editing.phases import set_title
from facet_desktop.domain.editing.refusal import EditRefusedError
from facet_desktop.domain.errors import StorageError, Trouble, UserError
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import PlannedSession, Prescription, Program, ProgramPhase
from facet_desktop.services.editing import EditSession
from facet_desktop.services.program_service import ProgramService
from tests.services.memory_programs import MemoryPrograms, program_service

BRIDGE = Prescription("bridge", "bridge", 1, "Bridge", Dose(), BreathCode.FREE)
PROGRAM = Program(
    "plan", "Plan", (ProgramPhase("early", Phase.EARLY, "Early", (PlannedSession("m", "Morning"),)),)
)


@pytest.fixture
def repository() -> MemoryPrograms:
    return MemoryPrograms()


@pytest.fixture
def programs(repository: MemoryPrograms) -> ProgramService:
    return program_service(repository)


@pytest.fixture
def edit(programs: ProgramService) -> EditSession:
    return EditSession(programs.save_draft("someone", PROGRAM, None), programs, "Other window")


def stored(programs: ProgramService) -> Program:
    draft = programs.open_draft("someone")
    assert draft is not None
    return draft.program


def test_every_change_is_stored_at_once(edit: EditSession, programs: ProgramService) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    assert stored(programs) == edit.program
    edit.undo()
    assert stored(programs) == PROGRAM
    edit.redo()
    assert stored(programs).session("m").items == (BRIDGE,)


def test_undo_and_redo_name_the_change(edit: EditSession) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    assert (edit.undo_label, edit.redo_label) == ("Add Bridge", None)
    edit.undo()
    assert (edit.undo_label, edit.redo_label) == (None, "Add Bridge")


def test_typing_in_one_field_is_one_step(edit: EditSession) -> None:
    for title in ("P", "Pl", "Pla"):
        edit.apply(partial(set_title, title=title), "Change title", merge_key="title")
    edit.end_typing()
    edit.apply(lambda one: set_title(one, "Plan B"), "Change title", merge_key="title")
    edit.undo()
    assert edit.program.title == "Pla"
    edit.undo()
    assert edit.program.title == "Plan"


def test_a_refused_change_leaves_everything_as_it_was(edit: EditSession, programs: ProgramService) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    before = edit.program
    with pytest.raises(EditRefusedError, match="between 1 and 20"):
        edit.apply(lambda one: set_field(one, ["bridge"], DoseField.SETS, Span.of(99)), "Change sets")
    assert edit.program == before == stored(programs)
    assert edit.undo_label == "Add Bridge"


def test_a_change_of_nothing_is_no_step(edit: EditSession) -> None:
    assert not edit.apply(lambda one: set_title(one, "Plan"), "Change title")
    assert edit.undo_label is None


def test_a_change_that_cannot_be_stored_is_kept_and_stored_with_the_next(
    edit: EditSession, repository: MemoryPrograms, programs: ProgramService
) -> None:
    repository.fail_with = StorageError(Trouble.FULL)
    with pytest.raises(StorageError):
        edit.apply(lambda one: set_title(one, "Written on a full disk"), "Change title")
    assert edit.program.title == "Written on a full disk"
    repository.fail_with = None
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    assert stored(programs).title == "Written on a full disk"


def test_the_later_of_two_windows_wins_and_undo_brings_back_the_other(
    edit: EditSession, programs: ProgramService
) -> None:
    other = EditSession(programs.save_draft("someone", PROGRAM, None), programs)
    other.apply(lambda one: set_title(one, "Theirs"), "Change title")
    edit.apply(lambda one: set_title(one, "Mine"), "Change title")
    assert stored(programs).title == "Mine"
    assert edit.notice
    titles = [edit.program.title]
    while edit.undo():
        titles.append(edit.program.title)
    assert "Theirs" in titles


def test_an_idle_window_takes_over_what_the_other_stored(edit: EditSession, programs: ProgramService) -> None:
    other = EditSession(programs.save_draft("someone", PROGRAM, None), programs)
    assert not edit.catch_up()
    other.apply(lambda one: set_title(one, "Theirs"), "Change title")
    assert edit.catch_up()
    assert edit.program.title == "Theirs"
    assert edit.undo_label == "Other window"
    edit.undo()
    assert edit.program.title == "Plan"


def test_a_crash_loses_nothing(edit: EditSession, programs: ProgramService) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    expected = edit.program
    del edit
    draft = programs.open_draft("someone")
    assert draft is not None
    assert EditSession(draft, programs).program == expected


def test_publishing_makes_a_revision_and_editing_goes_on(edit: EditSession, programs: ProgramService) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    assert edit.draft_number == 1
    revision = edit.publish("First plan")
    assert (revision.number, revision.note, edit.draft_number) == (1, "First plan", 2)
    assert edit.undo()
    assert stored(programs) == PROGRAM
    assert programs.current("someone") == revision


def test_what_has_not_changed_is_not_published_again(edit: EditSession) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    edit.publish()
    with pytest.raises(UserError, match="Nothing has changed since revision 1"):
        edit.publish()


def test_an_empty_program_is_not_published(edit: EditSession) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    edit.apply(lambda one: remove_items(one, ["bridge"]), "Remove Bridge")
    with pytest.raises(UserError, match="at least one exercise"):
        edit.publish()


def test_what_another_window_published_is_never_passed_over(
    edit: EditSession, programs: ProgramService
) -> None:
    other = EditSession(programs.save_draft("someone", PROGRAM, None), programs)
    other.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    published = other.publish("Theirs")
    edit.apply(lambda one: set_title(one, "Mine"), "Change title")
    assert edit.notice
    assert edit.draft_number == 2
    assert edit.undo()
    assert edit.undo()
    assert edit.program == published.program


def test_an_idle_window_takes_over_what_the_other_published(
    edit: EditSession, programs: ProgramService
) -> None:
    other = EditSession(programs.save_draft("someone", PROGRAM, None), programs)
    other.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    published = other.publish("Theirs")
    assert edit.catch_up()
    assert (edit.program, edit.draft_number) == (published.program, 2)
    assert not edit.catch_up()


def test_publishing_stops_once_at_a_version_that_was_not_seen(
    edit: EditSession, programs: ProgramService
) -> None:
    edit.apply(lambda one: add_items(one, "m", [BRIDGE]), "Add Bridge")
    other = EditSession(programs.save_draft("someone", PROGRAM, None), programs)
    other.apply(lambda one: set_title(one, "Theirs"), "Change title")
    with pytest.raises(UserError, match="another window"):
        edit.publish()
    assert programs.current("someone") is None
    mine = edit.program
    assert stored(programs) == mine
    assert edit.publish().program == mine
    edit.undo()
    assert edit.program.title == "Theirs"
