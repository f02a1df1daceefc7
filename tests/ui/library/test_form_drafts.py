"""What is typed into the form for an own exercise stays until it is saved or let go."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QSlider

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.services.app import AppServices
from facet_desktop.services.own_editing import OwnEditing
from facet_desktop.services.settings import Role
from facet_desktop.ui.app import Folders, build_window
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.form.figure_choice import CHANGED
from facet_desktop.ui.library.page import LibraryPage
from facet_desktop.ui.shell.window import MainWindow
from tests.fakes import CountedIds, FakeClock
from tests.ui.library.own_forms import choose_figure, choose_kind, click, copy, form_of, note_of, type_in

Answer = QMessageBox.StandardButton


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """Answers that are given to the coming questions; a question without one fails."""
    answers: list[Answer] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    return answers


@pytest.fixture
def after_power_cut(
    qapp: QApplication, opened: OpenFolder, tmp_path: Path
) -> Iterator[Callable[[], LibraryPage]]:
    """Opens the program on what lies on the disk at this moment, while the first one still runs."""
    with ExitStack() as stack:

        def begin() -> LibraryPage:
            left = Path(shutil.copytree(opened.folder, tmp_path / "left"))
            again = stack.enter_context(open_folder(left, clock=FakeClock(), ids=CountedIds(50_000)))
            folders = Folders(again.resources, again.folder, again.cache)
            window = build_window(qapp, again.services, folders, live=False)
            stack.callback(window.deleteLater)
            stack.callback(window.close)
            return library_of(window)

        yield begin
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def library_of(window: MainWindow) -> LibraryPage:
    window.show()
    window.begin("library")
    page = window.findChild(LibraryPage)
    assert page is not None
    return page


def change(page: LibraryPage, slug: str = "clinic-clam") -> None:
    page.open(slug)
    click(page, "library_change")


def saved(page: LibraryPage) -> None:
    copy(page)
    click(page, "own_save")


def drafts_in(opened: OpenFolder) -> int:
    return opened.store.integrity().counts["own_draft"]


def test_after_a_power_cut_everything_typed_is_there(
    window: MainWindow,
    opened: OpenFolder,
    picture: Path,
    after_power_cut: Callable[[], LibraryPage],
) -> None:
    opened.services.settings.change(role=Role.CLINIC)
    opened.services.patients.add("Anna")
    page = library_of(window)
    click(page, "library_new")
    form = form_of(page)
    type_in(form, "name", "Wall sit")
    type_in(form, "tempo", "fast, or so")
    steps = form.findChild(QPlainTextEdit, "own_steps")
    assert steps is not None
    steps.setPlainText("Lean on the wall.\n  Slide")
    click(form, "own_loads_flexion")
    choose_figure(form, "goblet-squat")
    choose_kind(form, CHANGED)
    slider = form.findChild(QSlider, "own_joint_lumbar")
    assert slider is not None
    slider.setValue(25)
    form.figure.take_picture(picture)
    before = form.filled()

    page = after_power_cut()
    click(page, "library_new")

    form = form_of(page)
    assert form.filled() == before
    assert note_of(page) == "This is a draft that is not saved yet."
    taken = form.figure.new_picture()
    assert taken is not None
    choose_kind(form, CHANGED)
    own = form.figure.own_pose()
    assert own is not None
    assert dict(own.start) == {"lumbar": 25.0}


def test_a_draft_is_gone_once_it_is_saved(page: LibraryPage, opened: OpenFolder, picture: Path) -> None:
    form = copy(page)
    form.figure.take_picture(picture)
    assert drafts_in(opened) == 1
    click(page, "own_save")
    counts = opened.store.integrity().counts
    assert (counts["own_draft"], counts["own_draft_picture"], counts["own_picture"]) == (0, 0, 1)
    page.open("clamshell")
    click(page, "library_copy")
    assert note_of(page) == ""


def test_a_draft_with_a_picture_is_saved_with_it(
    page: LibraryPage, app_services: AppServices, picture: Path
) -> None:
    form = copy(page)
    type_in(form, "name", "!")
    form.figure.take_picture(picture)
    page.open("clamshell")
    click(page, "library_copy")
    click(page, "own_save")
    assert app_services.figures.still("clinic-clam") is not None


def test_each_form_has_its_own_draft(page: LibraryPage) -> None:
    type_in(copy(page), "name", " one")
    copy_of_other = copy(page, "Clinic bird", "bird-dog")
    assert note_of(page) == ""
    type_in(copy_of_other, "name", " two")
    page.open("clamshell")
    click(page, "library_copy")
    assert form_of(page).input("name").value() == "Clinic clam one"


def test_nothing_is_kept_of_what_is_as_it_was(page: LibraryPage, opened: OpenFolder) -> None:
    saved(page)
    change(page)
    form = form_of(page)
    before = form.input("cue").value()
    type_in(form, "cue", "x")
    assert drafts_in(opened) == 1
    form.input("cue").set_value(before)
    form.input("cue").edited.emit()
    assert drafts_in(opened) == 0


def test_one_begins_with_the_stored_version_and_takes_that_back(
    page: LibraryPage, opened: OpenFolder
) -> None:
    saved(page)
    change(page)
    type_in(form_of(page), "cue", " My words.")
    change(page)
    typed = form_of(page).filled()
    click(page, "own_begin_anew")
    assert not str(form_of(page).input("cue").value()).endswith("My words.")
    assert drafts_in(opened) == 0
    click(page, "own_bring_back")
    assert form_of(page).filled() == typed
    assert drafts_in(opened) == 1
    click(page, "own_begin_anew")
    type_in(form_of(page), "cue", "Other")
    assert note_of(page) == ""


def save_elsewhere(services: AppServices) -> None:
    """Another window saves the exercise."""
    content = services.own.content("clinic-clam")
    assert content is not None
    services.own.save(content)


def test_a_version_saved_meanwhile_is_told_and_stays(page: LibraryPage, app_services: AppServices) -> None:
    saved(page)
    change(page)
    type_in(form_of(page), "cue", " My words.")
    save_elsewhere(app_services)
    change(page)
    assert note_of(page) == "This is a draft. Version 2 was saved meanwhile and is not in it."
    click(page, "own_save")
    newest = app_services.library.library.exercise("clinic-clam")
    assert newest.version == 3
    assert newest.cue is not None
    assert newest.cue.endswith("My words.")


def test_saving_never_passes_over_a_version_that_was_not_told(
    page: LibraryPage, app_services: AppServices, reported: list[Exception]
) -> None:
    saved(page)
    change(page)
    type_in(form_of(page), "cue", " My words.")
    save_elsewhere(app_services)
    click(page, "own_save")
    assert "Version 2" in str(reported[0])
    assert app_services.library.library.exercise("clinic-clam").version == 2
    click(page, "own_save")
    assert app_services.library.library.exercise("clinic-clam").version == 3


def test_two_windows_keep_two_drafts_and_the_later_one_is_told(
    page: LibraryPage, ui_context: UiContext, opened: OpenFolder
) -> None:
    saved(page)
    change(page)
    type_in(form_of(page), "cue", " First.")
    other = LibraryPage(ui_context)
    change(other)
    type_in(form_of(page), "cue", " More.")
    type_in(form_of(other), "cue", " Second.")
    assert note_of(other) == "This form is open in another window too. Both drafts are kept."
    other.deleteLater()
    assert drafts_in(opened) == 2
    click(page, "own_save")
    change(page)
    assert str(form_of(page).input("cue").value()).endswith(" First. Second.")


@pytest.mark.parametrize(("answer", "drafts"), [(Answer.Cancel, 1), (Answer.Discard, 0)])
def test_cancel_asks_once_before_anything_goes(
    page: LibraryPage, opened: OpenFolder, asked: list[Answer], answer: Answer, drafts: int
) -> None:
    copy(page)
    asked.append(answer)
    type_in(form_of(page), "name", "!")
    click(page, "own_cancel")
    assert asked == []
    assert drafts_in(opened) == drafts
    assert (page._form.form is None) is (drafts == 0)


def test_cancel_asks_nothing_where_nothing_was_changed(page: LibraryPage, asked: list[Answer]) -> None:
    click(page, "library_new")
    click(page, "own_cancel")
    assert page._form.form is None
    assert asked == []


def test_leaving_the_page_asks_nothing_and_the_form_stays_open(
    page: LibraryPage, asked: list[Answer]
) -> None:
    form = copy(page)
    type_in(form, "name", "!")
    assert page.leave()
    page.refresh()
    assert form_of(page) is form
    assert asked == []


def test_leaving_asks_where_nothing_can_be_kept(
    page: LibraryPage, reported: list[Exception], asked: list[Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError(Trouble.FULL)

    form = copy(page)
    with monkeypatch.context() as patch:
        patch.setattr(OwnEditing, "keep", full)
        type_in(form, "name", "abc")
    assert len(reported) == 1
    assert "cannot be kept" in note_of(page)
    asked += [Answer.Cancel]
    assert not page.leave()
    type_in(form, "name", "d")
    assert note_of(page) == ""
    assert page.leave()


def test_a_damaged_draft_is_told_and_left_out(page: LibraryPage, opened: OpenFolder) -> None:
    saved(page)
    change(page)
    type_in(form_of(page), "cue", " My words.")
    opened.store.database.execute("UPDATE own_draft SET document = '{\"format\":1}'")
    change(page)
    assert note_of(page) == "A draft of this form is damaged and was left out."
    type_in(form_of(page), "cue", " Again.")
    assert drafts_in(opened) == 2
    click(page, "own_save")
    assert drafts_in(opened) == 0


def test_at_home_the_form_closes_and_its_draft_waits(page: LibraryPage, app_services: AppServices) -> None:
    type_in(copy(page), "name", "!")
    app_services.settings.change(role=Role.HOME)
    QApplication.processEvents()
    assert page._form.form is None
    app_services.settings.change(role=Role.CLINIC)
    page.open("clamshell")
    click(page, "library_copy")
    assert form_of(page).input("name").value() == "Clinic clam!"
