"""Making and changing an own exercise by hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from facet_desktop.domain.exercise import Evidence, Neighbour
from facet_desktop.domain.figure_names import OWN_POSE, PICTURE
from facet_desktop.services.app import AppServices
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.form.figure_choice import CHANGED, OWN_PICTURE
from facet_desktop.ui.library.form.reading import exercise_from, field_of, form_values
from facet_desktop.ui.library.page import LibraryPage
from facet_desktop.ui.library.problem_dialog import ProblemDialog
from facet_desktop.ui.theme import Theme, ThemeHub
from facet_desktop.ui.widgets.buttons import ThemedButton
from tests.ui.library.own_forms import choose_figure, choose_kind, click, copy, form_of


def test_every_exercise_of_the_library_goes_through_the_form_unchanged(app_services: AppServices) -> None:
    library = app_services.library.library
    names = {one.slug: one.name for one in library.exercises()}
    slugs = {name.casefold(): slug for slug, name in names.items()}
    for exercise in library.exercises():
        values = form_values(exercise, names.get)
        read, errors = exercise_from(values, exercise, lambda text: slugs.get(text.casefold()), names.get)
        assert errors == {}
        assert read == exercise


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("steps.2", "steps"),
        ("dose.sets", "sets"),
        ("easier.slug", "easier"),
        ("pose.start.lean", "figure"),
        ("source.note", "note"),
        ("slug", "name"),
    ],
)
def test_each_problem_belongs_to_a_field_of_the_form(place: str, field: str) -> None:
    assert field_of(place) == field


def test_a_copy_is_saved_and_shown(page: LibraryPage, app_services: AppServices) -> None:
    copy(page)
    click(page, "own_save")
    saved = app_services.library.library.exercise("clinic-clam")
    assert (saved.version, saved.figure, saved.source.evidence) == (1, "clamshell", Evidence.OWN)
    assert page._slug == "clinic-clam"
    assert page._toast.text() == "Saved as version 1."
    assert page._stack.currentIndex() == 1


def test_changing_it_makes_the_next_version(page: LibraryPage, app_services: AppServices) -> None:
    copy(page)
    click(page, "own_save")
    click(page, "library_change")
    form = form_of(page)
    form.input("reps").set_value("8-12")
    form.input("harder").set_value("bird dog")
    form.input("easier").set_value("with a pillow")
    click(page, "own_save")
    saved = app_services.library.library.exercise("clinic-clam")
    assert saved.version == 2
    assert saved.dose.reps is not None
    assert (saved.dose.reps.low, saved.dose.reps.high) == (8, 12)
    assert saved.harder == Neighbour(slug="bird-dog")
    assert saved.easier == Neighbour(text="with a pillow")


def test_a_new_exercise_shows_every_problem_at_its_field_and_saves_when_mended(
    page: LibraryPage, app_services: AppServices
) -> None:
    click(page, "library_new")
    form = form_of(page)
    form.input("tempo").set_value("fast")
    form.input("sets").set_value("900")
    click(page, "own_save")
    assert {"name", "purpose", "cue", "steps", "faults", "targets", "tempo"} <= set(form.problems())
    assert app_services.own.archived() == ()
    for field, text in {
        "name": "Wall sit",
        "purpose": "Strong legs.",
        "cue": "Back to the wall.",
        "steps": "Lean on the wall.\nSlide down.\n\n",
        "faults": "Do not hold your breath",
        "targets": "quads, glutes",
        "tempo": "3-2-4",
    }.items():
        form.input(field).set_value(text)
    click(page, "own_save")
    assert set(form.problems()) == {"sets"}
    form.input("sets").set_value("3")
    click(page, "own_save")
    assert "figure or a picture" in form.figure._problem.text()
    assert not form.figure.view.isVisible()
    choose_figure(form, "single-leg-stance")
    assert form.figure.view.isVisible()
    click(page, "own_save")
    saved = app_services.library.library.exercise("wall-sit")
    assert saved.steps == ("Lean on the wall.", "Slide down.")
    assert saved.targets == ("quads", "glutes")
    assert saved.figure == "single-leg-stance"


def test_a_neighbour_stays_the_same_although_another_exercise_has_its_name(
    page: LibraryPage, app_services: AppServices
) -> None:
    copy(page)
    click(page, "own_save")
    before = app_services.library.library.exercise("clinic-clam").harder
    assert before is not None
    assert before.slug is not None
    copy(page, app_services.library.library.exercise(before.slug).name, slug="step-up")
    click(page, "own_save")
    page.open("clinic-clam")
    page.change()
    form_of(page).input("cue").set_value("Slowly.")
    click(page, "own_save")
    saved = app_services.library.library.exercise("clinic-clam")
    assert (saved.version, saved.harder) == (2, before)


def test_a_problem_goes_as_soon_as_its_field_is_edited(page: LibraryPage) -> None:
    click(page, "library_new")
    click(page, "own_save")
    form = form_of(page)
    assert form.problems()["targets"] == "Must not be empty."
    targets = form.findChild(QLineEdit, "own_targets")
    assert targets is not None
    QTest.keyClicks(targets, "hamstrings")
    assert "targets" not in form.problems()
    assert "name" in form.problems()


def test_an_own_exercise_is_found_and_marked_in_the_list(page: LibraryPage) -> None:
    copy(page)
    click(page, "own_save")
    page.close_exercise()
    page._browse.search.setText("clinic clam")
    tile = page._browse.gallery.tiles()[0]
    assert (tile.name, tile.is_own) == ("Clinic clam", True)


def test_sliders_change_the_figure_within_human_ranges(page: LibraryPage, app_services: AppServices) -> None:
    form = copy(page, slug="goblet-squat")
    choose_kind(form, CHANGED)
    knee = form.findChild(QSlider, "own_joint_knee_left")
    assert knee is not None
    knee.setValue(500)
    assert knee.value() == 162
    knee.setValue(40)
    click(form, "segment_end")
    lumbar = form.findChild(QSlider, "own_joint_lumbar")
    assert lumbar is not None
    lumbar.setValue(25)
    click(page, "own_save")
    saved = app_services.own.content("clinic-clam")
    assert saved is not None
    assert saved.exercise.figure == OWN_POSE
    assert saved.pose is not None
    assert (dict(saved.pose.start), dict(saved.pose.end)) == ({"knee_left": 40.0}, {"lumbar": 25.0})
    shipped, own = (app_services.figures.find(slug) for slug in ("goblet-squat", "clinic-clam"))
    assert shipped is not None
    assert own is not None
    assert own.digest != shipped.digest


def test_the_figure_stays_in_view_while_the_fields_are_scrolled(page: LibraryPage, hub: ThemeHub) -> None:
    hub.set_theme(Theme(scale=1.5))
    form = copy(page)
    QApplication.processEvents()
    content = form._scroll.widget()
    assert content is not None
    assert not content.isAncestorOf(form.figure)
    page.resize(760, 700)
    QApplication.processEvents()
    assert content.isAncestorOf(form.figure)
    assert form.figure.height() >= form.height() - 60


def test_the_next_letter_replaces_the_name_that_a_copy_was_given(page: LibraryPage) -> None:
    page.open("clamshell")
    click(page, "library_copy")
    name = form_of(page).findChild(QLineEdit, "own_name")
    assert name is not None
    assert name.selectedText() == name.text() == "Clamshell, own version"


def test_a_pose_can_be_put_back_as_it_was(page: LibraryPage) -> None:
    form = copy(page)
    choose_kind(form, CHANGED)
    hip = form.findChild(QSlider, "own_joint_hip_right")
    assert hip is not None
    before = hip.value()
    hip.setValue(before + 20)
    click(form, "own_pose_reset")
    assert hip.value() == before
    own = form.figure.own_pose()
    assert own is not None
    assert own.start == {}


def test_a_figure_below_the_floor_is_told(page: LibraryPage) -> None:
    form = copy(page, slug="neutral-bridge")
    choose_kind(form, CHANGED)
    lean = form.findChild(QSlider, "own_joint_lean")
    assert lean is not None
    lean.setValue(100)
    assert "below the floor" in form.figure._problem.text()


def test_a_dropped_picture_is_kept_and_shown(
    page: LibraryPage, ui_context: UiContext, app_services: AppServices, picture: Path
) -> None:
    form = copy(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    action, button, key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    form.figure.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, key))
    click(page, "own_save")
    saved = app_services.library.library.exercise("clinic-clam")
    assert saved.figure is not None
    assert saved.figure.startswith(PICTURE)
    still = app_services.figures.still("clinic-clam")
    assert still is not None
    assert QImage.fromData(still).width() == 60
    assert page._detail.figure._stage.currentIndex() == 1
    thumbnail = ui_context.pictures.picture("clinic-clam", QSize(80, 40))
    assert thumbnail is not None
    assert (thumbnail.width(), thumbnail.toImage().pixelColor(40, 20).green()) == (80, 0x77)
    assert thumbnail.toImage().pixelColor(2, 20).alpha() == 0


def test_a_refused_picture_is_told_and_the_figure_stays(page: LibraryPage, tmp_path: Path) -> None:
    form = copy(page)
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"MZ not a picture")
    form.figure.take_picture(bad)
    assert "not a PNG or JPEG" in form.figure._problem.text()
    assert form.figure.figure() == "clamshell"


def test_a_picture_is_demanded_where_a_picture_was_chosen(page: LibraryPage) -> None:
    form = copy(page)
    choose_kind(form, OWN_PICTURE)
    click(page, "own_save")
    assert "figure or a picture" in form.figure._problem.text()
    assert form.figure.isAncestorOf(page.focusWidget())


def test_what_is_put_away_comes_back_by_undo(page: LibraryPage, app_services: AppServices) -> None:
    copy(page)
    click(page, "own_save")
    click(page, "library_put_away")
    assert "clinic-clam" not in app_services.library.library
    assert page._stack.currentIndex() == 0
    click(page, "toast_undo")
    assert "clinic-clam" in app_services.library.library


def test_a_shipped_exercise_can_be_copied_but_not_changed(page: LibraryPage) -> None:
    page.open("clamshell")
    for name in ("library_change", "library_put_away", "library_export"):
        button = page.findChild(QAbstractButton, name)
        assert button is not None
        assert not button.isVisible()


def test_an_exported_file_comes_back_as_a_new_version_after_asking(
    page: LibraryPage, app_services: AppServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy(page)
    click(page, "own_save")
    file = tmp_path / "one.toml"
    page._own.export_to(app_services.library.library.exercise("clinic-clam"), file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page.close_exercise()
    click(page, "library_import")
    box = page.findChild(QMessageBox, "import_question")
    assert box is not None
    assert app_services.library.library.exercise("clinic-clam").version == 1
    next(button for button in box.buttons() if button.text() == "Add as new version").click()
    assert app_services.library.library.exercise("clinic-clam").version == 2


def test_what_was_typed_is_shown_as_it_is_and_never_read_as_markup(
    page: LibraryPage, app_services: AppServices, tmp_path: Path
) -> None:
    name, note = "Push & pull <b>low</b>", 'From <img src="//server/share/x.png"> & Co'
    form = copy(page, name)
    form.input("note").set_value(note)
    click(page, "own_save")
    chip = page.findChildren(QWidget, "library_evidence")[-1]
    tip = QTextDocument()
    tip.setHtml(chip.toolTip())
    assert tip.toPlainText() == note
    slug = page._slug
    copy(page, "Another").input("harder").set_value(name)
    click(page, "own_save")
    way = page.findChildren(ThemedButton, "library_harder")[-1]
    assert way._shown_text() == name
    file = tmp_path / "one.toml"
    page._own.export_to(app_services.library.library.exercise(slug), file)
    page._own.read(file)
    box = page.findChild(QMessageBox, "import_question")
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_a_broken_file_is_listed_and_nothing_is_kept(
    page: LibraryPage, app_services: AppServices, tmp_path: Path
) -> None:
    file = tmp_path / "broken.toml"
    file.write_text('slug = "x y"\nname = ""\n', encoding="utf-8")
    page._own.read(file)
    dialog = page.findChild(ProblemDialog)
    assert dialog is not None
    listed = dialog.findChild(QPlainTextEdit, "import_problem_list")
    assert listed is not None
    lines = listed.toPlainText().splitlines()
    assert len(lines) > 5
    assert all(line.startswith("broken.toml, ") for line in lines)
    assert len(app_services.library.library) == 60
    dialog.close()


def test_neighbours_that_are_not_here_are_told_when_a_file_comes_in(
    page: LibraryPage, app_services: AppServices, tmp_path: Path
) -> None:
    copy(page)
    click(page, "own_save")
    file = tmp_path / "one.toml"
    page._own.export_to(app_services.library.library.exercise("clinic-clam"), file)
    text = file.read_text(encoding="utf-8").replace("clinic-clam", "other-clam")
    file.write_text(text.replace('"side-plank-knees"', '"rope-walk"'), encoding="utf-8")
    page._own.read(file)
    assert app_services.library.library.exercise("other-clam").harder is None
    assert page._toast.text() == (
        "Clinic clam is in the library. It names exercises that are not here: rope-walk."
    )


def test_every_field_has_a_name_for_screen_readers(page: LibraryPage) -> None:
    form = copy(page)
    for field in ("name", "steps", "category", "phases", "easier"):
        widget = form.findChild(QWidget, f"own_{field}")
        assert widget is not None
        assert widget.accessibleName()
