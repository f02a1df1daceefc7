"""A clinic's own exercises over a real database: versions, figures, files, and what programs keep."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtPdf import QPdfDocument

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.errors import UserError
from facet_desktop.domain.exercise import Evidence, Exercise, Neighbour, Phase, Precaution
from facet_desktop.domain.figure_names import OWN_POSE, versioned
from facet_desktop.domain.own_figure import OwnPose
from facet_desktop.domain.templates import prescribe
from facet_desktop.services.events import Event, LibraryLoaded
from facet_desktop.services.exercise_search import ExerciseSearch, Filters
from facet_desktop.services.handout_builder import Person
from facet_desktop.services.handout_service import HandoutLook
from facet_desktop.services.own_exercises import ImportPlan, OwnExercises
from facet_desktop.services.own_records import OwnContent, Picture
from facet_desktop.services.today_service import equipment_of
from tests.fakes import CountedIds, FakeClock

PICTURE = Picture("png", b"cleaned picture")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "data"
    with open_folder(folder, clock=FakeClock(), ids=CountedIds()) as opened:
        assert opened.services.library.library
    return folder


@pytest.fixture
def opened(prepared: Path, tmp_path: Path) -> Iterator[OpenFolder]:
    folder = shutil.copytree(prepared, tmp_path / "data")
    with open_folder(folder, clock=FakeClock(), ids=CountedIds(9_000)) as one:
        yield one


@pytest.fixture
def own(opened: OpenFolder) -> OwnExercises:
    return opened.services.own


def copy(opened: OpenFolder, name: str = "Clinic bird dog", slug: str = "bird-dog") -> OwnContent:
    services = opened.services
    return services.own.copy_of(services.library.library.exercise(slug), name)


def no_picture(_raw: bytes) -> Picture:
    raise AssertionError("there is no picture to clean")


def test_a_saved_exercise_is_part_of_the_library_and_of_its_search(
    opened: OpenFolder, own: OwnExercises
) -> None:
    happened: list[Event] = []
    opened.services.bus.subscribe(happened.append)
    saved = own.save(copy(opened))
    library = opened.services.library.library
    assert library.exercise("clinic-bird-dog") == saved
    assert saved.source.evidence is Evidence.OWN
    assert ExerciseSearch(library).best("clinik bird dog") == saved
    assert LibraryLoaded() in happened


def test_it_is_still_there_after_the_next_start(prepared: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(prepared, tmp_path / "again")
    with open_folder(folder, clock=FakeClock(), ids=CountedIds(9_000)) as first:
        saved = first.services.own.save(copy(first))
    with open_folder(folder, clock=FakeClock(), ids=CountedIds(10_000)) as second:
        assert second.services.library.library.find(saved.slug) == saved
        assert second.services.figures.find(saved.slug) is not None


def test_every_save_is_a_new_version_and_the_older_ones_stay(opened: OpenFolder, own: OwnExercises) -> None:
    first = own.save(copy(opened))
    second = own.save(OwnContent(replace(first, name="Another name")))
    assert (first.version, second.version) == (1, 2)
    assert own.prescribed(first.slug, 1) == first
    assert own.prescribed(first.slug, 2) == second


def test_a_program_keeps_the_version_it_was_made_with(opened: OpenFolder, own: OwnExercises) -> None:
    first = own.save(copy(opened))
    item = prescribe(first, "item", Phase.EARLY)
    pose = OwnPose("cat-cow", {"lumbar": 10.0}, {})
    own.save(OwnContent(replace(first, name="New", steps=("Other.", "Steps."), figure=OWN_POSE), pose))
    kept = own.prescribed(item.exercise, item.exercise_version)
    figures = opened.services.figures
    then = figures.find(versioned(item.exercise, item.exercise_version))
    now = figures.find(item.exercise)
    assert kept is not None
    assert kept.steps == first.steps
    assert (item.name, item.dose) == (first.name, first.dose)
    assert then is not None
    assert now is not None
    assert then == figures.find("bird-dog")
    assert now.digest != then.digest


def test_paper_and_equipment_are_those_of_the_version_that_was_prescribed(
    opened: OpenFolder, own: OwnExercises
) -> None:
    services = opened.services
    first = copy(opened, "Ramp walk", "clamshell")
    first = replace(
        first, exercise=replace(first.exercise, equipment=("short ramp",), steps=("One.", "Two."))
    )
    saved = own.save(first)
    patient = services.patients.add("Anna")
    draft = services.programs.begin_from_template(patient.id, "office-worker")
    item = prescribe(saved, "mine", Phase.EARLY)
    phases = [
        replace(
            phase,
            sessions=tuple(replace(one, items=(replace(item, id=f"in-{one.id}"),)) for one in phase.sessions),
        )
        for phase in draft.program.phases
    ]
    program = replace(draft.program, phases=tuple(phases))
    changed = replace(saved, equipment=("long ramp",), steps=("Uno.", "Due."), figure="bird-dog")
    own.save(replace(first, exercise=changed))
    own.archive(saved.slug)
    paper = services.handouts.handout(program, Person(), HandoutLook())
    (part,) = {part.steps: part for phase in paper.phases for part in phase.exercises}.values()
    assert part.steps == ("One.", "Two.")
    assert [one.slug for one in part.pictures] == [versioned(saved.slug, 1)] * 2
    assert all(services.handouts.draw(one) for one in part.pictures)
    assert equipment_of(program.phases[0].sessions[0], own.prescribed) == ("short ramp",)


def test_a_picture_of_the_clinic_is_printed(opened: OpenFolder, own: OwnExercises) -> None:
    services = opened.services
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#d01060"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    saved = own.save(copy(opened), Picture("png", bytes(buffer.data().data())))
    patient = services.patients.add("Anna")
    draft = services.programs.begin_from_template(patient.id, "return-to-lifting")
    (phase,) = draft.program.phases
    (session,) = phase.sessions
    session = replace(session, items=(prescribe(saved, "mine", Phase.LATE),))
    program = replace(draft.program, phases=(replace(phase, sessions=(session,)),))
    pages = QBuffer()
    pages.setData(services.handouts.make(program, Person(), HandoutLook()))
    pages.open(QBuffer.OpenModeFlag.ReadOnly)
    paper = QPdfDocument()
    paper.load(pages)
    seen = {
        colour
        for number in range(paper.pageCount())
        for page in [paper.render(number, QSize(300, 424))]
        for colour in (page.pixelColor(x, y).name() for x in range(0, 300, 4) for y in range(0, 424, 4))
    }
    assert "#d01060" in seen
    paper.close()


def test_a_version_that_is_not_here_falls_back_to_the_newest(opened: OpenFolder, own: OwnExercises) -> None:
    saved = own.save(copy(opened))
    assert own.prescribed(saved.slug, 7) == saved
    assert own.prescribed("bird-dog", 99) == opened.services.library.library.exercise("bird-dog")
    assert own.prescribed("nothing", 1) is None


def test_what_is_put_away_leaves_the_library_and_comes_back(opened: OpenFolder, own: OwnExercises) -> None:
    saved = own.save(copy(opened))
    own.archive(saved.slug)
    assert saved.slug not in opened.services.library.library
    assert own.archived() == (saved,)
    assert own.prescribed(saved.slug, 1) == saved
    assert opened.services.figures.find(saved.slug) is not None
    own.restore(saved.slug)
    assert opened.services.library.library.find(saved.slug) == saved
    assert own.archived() == ()


def test_a_precaution_of_an_own_exercise_excludes_it(opened: OpenFolder, own: OwnExercises) -> None:
    saved = own.save(copy(opened))
    search = ExerciseSearch(opened.services.library.library)
    assert saved in search.find("clinic bird dog")
    found = search.find("clinic bird dog", Filters(without=frozenset({Precaution.WRIST})))
    assert saved not in found


def broken(exercise: Exercise) -> Exercise:
    lost = Neighbour(slug="not-there")
    return replace(exercise, name="", steps=("Only one.",), phases=(), easier=lost, faults=("  ",))


def test_every_problem_is_told_with_its_field_and_nothing_is_kept(
    opened: OpenFolder, own: OwnExercises
) -> None:
    content = replace(copy(opened), exercise=broken(copy(opened).exercise))
    fields = {problem.field for problem in own.problems(content)}
    assert {"name", "steps", "phases", "faults.1"} <= fields
    with pytest.raises(UserError):
        own.save(content)
    assert opened.store.own_exercises.is_empty()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"easier": Neighbour(slug="not-there")}, "easier.slug"),
        ({"swap": None}, "swap"),
        ({"figure": "no-such-figure"}, "figure"),
        ({"figure": None}, "figure"),
        ({"figure": OWN_POSE}, "pose"),
        ({"figure": "picture-00"}, "figure"),
        ({"tempo_words": ("lift",)}, "tempo_words"),
    ],
)
def test_what_does_not_fit_the_library_is_a_problem_too(
    opened: OpenFolder, own: OwnExercises, change: dict[str, object], field: str
) -> None:
    content = copy(opened)
    changed = replace(content.exercise, **change)  # type: ignore[arg-type]
    assert field in {problem.field for problem in own.problems(replace(content, exercise=changed))}


def test_a_name_in_another_script_still_gets_a_slug(own: OwnExercises) -> None:
    assert own.new_slug("Brücke für Ältere!") == "brucke-fur-altere"
    assert own.new_slug("橋") == "exercise"
    assert own.new_slug("Bird dog") == "bird-dog-2"


def test_a_file_carries_the_exercise_with_its_changed_figure(
    opened: OpenFolder, own: OwnExercises, tmp_path: Path
) -> None:
    pose = OwnPose("cat-cow", {"lumbar": 12.0, "knee_left": 80.0}, {"neck": -20.0})
    begun = copy(opened)
    saved = own.save(OwnContent(replace(begun.exercise, figure=OWN_POSE, cue='Say "ah" \\ é'), pose))
    own.export(saved.slug, tmp_path / "one.toml")
    plan = own.read_file(tmp_path / "one.toml")
    assert isinstance(plan, ImportPlan)
    assert plan.replaces == saved.name
    newer = own.take_in(plan, no_picture, as_new=False)
    both = own.take_in(plan, no_picture, as_new=True)
    assert (newer.slug, newer.version) == (saved.slug, 2)
    assert replace(newer, version=1) == saved
    assert (both.slug, both.version) == ("clinic-bird-dog-2", 1)
    assert own.content(both.slug) == OwnContent(both, pose)


def test_a_picture_travels_in_the_file_and_is_cleaned_again(
    opened: OpenFolder, own: OwnExercises, tmp_path: Path
) -> None:
    saved = own.save(
        replace(copy(opened), exercise=replace(copy(opened).exercise, figure=PICTURE.name)), PICTURE
    )
    assert opened.services.figures.find(saved.slug) is None
    assert opened.services.figures.still(saved.slug) == PICTURE.content
    own.export(saved.slug, tmp_path / "one.toml")
    plan = own.read_file(tmp_path / "one.toml")
    assert isinstance(plan, ImportPlan)
    cleaned: list[bytes] = []

    def clean(raw: bytes) -> Picture:
        cleaned.append(raw)
        return Picture("png", b"cleaned again")

    other = own.take_in(plan, clean, as_new=True)
    assert cleaned == [PICTURE.content]
    assert opened.services.figures.still(other.slug) == b"cleaned again"


def test_a_refused_picture_keeps_nothing_of_the_file(
    opened: OpenFolder, own: OwnExercises, tmp_path: Path
) -> None:
    saved = own.save(
        replace(copy(opened), exercise=replace(copy(opened).exercise, figure=PICTURE.name)), PICTURE
    )
    own.export(saved.slug, tmp_path / "one.toml")
    plan = own.read_file(tmp_path / "one.toml")
    assert isinstance(plan, ImportPlan)

    def refuse(_raw: bytes) -> Picture:
        raise UserError("no")

    with pytest.raises(UserError):
        own.take_in(plan, refuse, as_new=True)
    assert len(opened.store.own_exercises.newest()) == 1


def test_a_file_of_the_library_becomes_an_own_exercise_beside_it(
    opened: OpenFolder, own: OwnExercises
) -> None:
    shipped = opened.resources / "exercises" / "pelvic-tilt.toml"
    plan = own.read_file(shipped)
    assert isinstance(plan, ImportPlan)
    assert plan.replaces is None
    taken = own.take_in(plan, no_picture, as_new=False)
    library = opened.services.library.library
    assert (taken.slug, taken.source.evidence) == ("pelvic-tilt-2", Evidence.OWN)
    assert taken.figure == "pelvic-tilt"
    assert library.exercise("pelvic-tilt").source.evidence is not Evidence.OWN


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("name = ", "nome = ", "nome"),
        ("sets = 2", "sets = 900", "dose.sets"),
        ('base = "bird-dog"', 'base = "no-such"', "figure"),
        ("lumbar = 5.0", "lumbar = 500", "pose.start.lumbar"),
        ("lumbar = 5.0", "lumbar = nan", "pose.start.lumbar"),
        ("lumbar = 5.0", 'lumbar = "a"', "pose.start"),
        ("[pose]", "[picture]\nkind = 'png'\ndata = '@@'\n[pose]", "picture.data"),
        ("[pose]", "picture = 3\n[pose]", "source.picture"),
        ('slug = "clinic-bird-dog"', 'slug = "../../etc"', "slug"),
        ("version = 1", "version = ", ""),
        ("[dose]", 'turns = [{ words = "back", figure = "no-such" }]\n[dose]', "turns"),
    ],
)
def test_a_damaged_file_is_refused_with_every_problem(
    opened: OpenFolder, own: OwnExercises, old: str, new: str, field: str
) -> None:
    begun = copy(opened)
    pose = OwnPose("bird-dog", {"lumbar": 5.0}, {})
    saved = own.save(OwnContent(replace(begun.exercise, figure=OWN_POSE), pose))
    file = opened.folder / "one.toml"
    own.export(saved.slug, file)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    refused = own.read_file(file)
    assert not isinstance(refused, ImportPlan)
    assert field in {problem.field for problem in refused}
    assert {problem.file for problem in refused} == {"one.toml"}
    assert len(opened.store.own_exercises.newest()) == 1


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"a = [" * 5000, b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_exercise_is_refused(opened: OpenFolder, own: OwnExercises, raw: bytes) -> None:
    file = opened.folder / "one.toml"
    file.write_bytes(raw)
    refused = own.read_file(file)
    assert not isinstance(refused, ImportPlan)
    assert refused


def test_a_missing_file_is_refused(opened: OpenFolder, own: OwnExercises) -> None:
    assert not isinstance(own.read_file(opened.folder / "none.toml"), ImportPlan)


def test_an_exercise_that_names_itself_as_its_figure_shows_none(
    opened: OpenFolder, own: OwnExercises
) -> None:
    content = copy(opened)
    named = replace(content.exercise, slug="mine", figure="mine")
    assert "figure" in {problem.field for problem in own.problems(replace(content, exercise=named))}


def test_a_damaged_document_is_told_and_the_rest_of_the_library_works(
    opened: OpenFolder, own: OwnExercises
) -> None:
    saved = own.save(copy(opened))
    opened.store.database.execute("UPDATE own_exercise SET document = '{\"slug\":1}'")
    with open_folder_again(opened) as again:
        assert saved.slug not in again.services.library.library
        assert any(problem.file == saved.slug for problem in again.services.library.problems)
        assert "bird-dog" in again.services.library.library


def open_folder_again(opened: OpenFolder) -> OpenFolder:
    opened.store.close()
    return open_folder(opened.folder, clock=FakeClock(), ids=CountedIds(20_000))
