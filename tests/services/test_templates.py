"""Own templates over a real database: keeping, names, favourites, deletion and what is made from them."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import MAX_TITLE, Program
from facet_desktop.services.events import Event, TemplatesChanged
from facet_desktop.services.template_service import TemplateService
from tests.fakes import CountedIds, FakeClock
from tests.services.plain_editor import plain_of

SIX = "ask-doctor-jo-six"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates") / "data"
    with open_folder(folder, clock=FakeClock(), ids=CountedIds()) as opened:
        assert opened.services.library.library
    return folder


@pytest.fixture
def opened(prepared: Path, tmp_path: Path) -> Iterator[OpenFolder]:
    folder = shutil.copytree(prepared, tmp_path / "data")
    with open_folder(folder, clock=FakeClock(), ids=CountedIds(9_000)) as one:
        yield one


@pytest.fixture
def templates(opened: OpenFolder) -> TemplateService:
    return opened.services.templates


@pytest.fixture
def program(opened: OpenFolder) -> Program:
    patient = opened.services.patients.add("Ana")
    return opened.services.programs.begin_from_template(patient.id, SIX).program


def ids_of(program: Program) -> set[str]:
    found = {program.id, *(phase.id for phase in program.phases)}
    for _, session in program.sessions():
        found |= {session.id, *(item.id for item in session.items)}
    return found


def test_a_program_kept_as_a_template_is_offered_to_another_patient(
    opened: OpenFolder, templates: TemplateService, program: Program
) -> None:
    kept = templates.save(program, "  My   six ")
    other = opened.services.patients.add("Ben")
    draft = templates.begin(other.id, kept.id)
    assert draft.program.title == "My six"
    assert plain_of(replace(draft.program, title=program.title)) == plain_of(program)
    assert ids_of(draft.program).isdisjoint(ids_of(program) | ids_of(kept.program))
    assert opened.services.programs.open_draft(other.id) == draft


def test_what_ships_is_made_by_the_same_door(opened: OpenFolder, templates: TemplateService) -> None:
    patient = opened.services.patients.add("Ben")
    assert templates.begin(patient.id, SIX).program.template == SIX


@pytest.mark.parametrize("key", ["no-such-program", "00000000-0000-7000-8000-000000000001"])
def test_an_unknown_program_is_refused(templates: TemplateService, key: str) -> None:
    with pytest.raises(UserError, match="not in the library"):
        templates.program(key)


@pytest.mark.parametrize("name", ["", "   ", "x" * (MAX_TITLE + 1), "MY SIX"])
def test_a_name_that_is_empty_long_or_taken_is_refused(
    templates: TemplateService, program: Program, name: str
) -> None:
    templates.save(program, "My six")
    with pytest.raises(UserError):
        templates.save(program, name)
    assert [one.name for one in templates.own()] == ["My six"]


def test_another_name_is_kept_and_may_be_the_same_again(templates: TemplateService, program: Program) -> None:
    kept = templates.save(program, "My six")
    templates.rename(kept.id, "Gentle start")
    templates.rename(kept.id, "gentle start")
    assert [one.name for one in templates.own()] == ["gentle start"]
    assert templates.program(kept.id).title == "gentle start"


def test_a_deleted_template_comes_back_with_its_name(templates: TemplateService, program: Program) -> None:
    kept = templates.save(program, "My six")
    templates.rename(kept.id, "Gentle start")
    templates.remove(kept.id)
    assert templates.own() == ()
    templates.restore(kept.id)
    assert [one.name for one in templates.own()] == ["Gentle start"]


def test_favourites_are_own_ones_and_those_that_ship(templates: TemplateService, program: Program) -> None:
    kept = templates.save(program, "My six")
    for key in (kept.id, SIX):
        templates.set_favourite(key, is_favourite=True)
    assert templates.favourites() == {kept.id, SIX}
    templates.set_favourite(SIX, is_favourite=False)
    assert templates.favourites() == {kept.id}


def test_every_change_is_told(opened: OpenFolder, templates: TemplateService, program: Program) -> None:
    happened: list[Event] = []
    opened.services.bus.subscribe(happened.append)
    kept = templates.save(program, "My six")
    templates.rename(kept.id, "Other")
    templates.set_favourite(kept.id, is_favourite=True)
    templates.remove(kept.id)
    templates.restore(kept.id)
    assert happened == [TemplatesChanged()] * 5


def test_templates_are_there_after_a_restart(opened: OpenFolder, program: Program) -> None:
    kept = opened.services.templates.save(program, "My six")
    opened.store.close()
    with open_folder(opened.folder, clock=FakeClock(), ids=CountedIds(99_000)) as again:
        assert again.services.templates.own() == (kept,)
