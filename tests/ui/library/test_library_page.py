"""The Library page: searching, filtering, looking at one exercise, and the keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from facet_desktop.domain.exercise import Precaution
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision
from facet_desktop.services.settings import Role
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.page import LibraryPage
from facet_desktop.ui.library.tile_delegate import name_lines
from facet_desktop.ui.theme import Theme, ThemeHub
from facet_desktop.ui.widgets.segmented import SegmentedControl
from tests.fakes import FakeClock
from tests.ui.library.pages import shown_page


@pytest.fixture
def page(qapp: QApplication, ui_context: UiContext) -> Iterator[LibraryPage]:
    with shown_page(ui_context) as page:
        yield page


@pytest.fixture
def clinic(app_services: AppServices) -> Patient:
    app_services.settings.change(role=Role.CLINIC)
    return app_services.patients.add("Anna")


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isEnabled(), name
    found.click()


def is_offered(page: QWidget, name: str) -> bool:
    found = page.findChild(QAbstractButton, name)
    return found is not None and found.isVisible()


def names(page: LibraryPage) -> list[str]:
    return [tile.name for tile in page._browse.gallery.tiles()]


def search(page: LibraryPage, words: str) -> None:
    page._browse.search.setText(words)


def shown(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_everything_is_shown_at_first(page: LibraryPage, app_services: AppServices) -> None:
    assert len(names(page)) == len(app_services.library.library) == 60
    assert "60 exercises" in shown(page)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("bird dgo", "Bird dog"), ("opposite arm and leg", "Bird dog"), ("clamshel", "Clamshell")],
)
def test_the_search_forgives_spelling_and_knows_other_names(
    page: LibraryPage, typed: str, found: str
) -> None:
    search(page, typed)
    assert names(page)[0] == found


def test_filters_of_one_kind_widen_and_of_two_kinds_narrow(page: LibraryPage) -> None:
    click(page, "library_filter_category_balance")
    balance = len(names(page))
    click(page, "library_filter_category_breathing")
    both = len(names(page))
    assert both > balance
    click(page, "library_filter_position_supine")
    assert 0 < len(names(page)) < both


def test_nothing_that_needs_kneeling_or_wrists_leaves_those_exercises_out(
    page: LibraryPage, app_services: AppServices
) -> None:
    avoided = {Precaution.KNEEL, Precaution.WRIST}
    click(page, "library_filter_without_kneel")
    click(page, "library_filter_without_wrist")
    left = {tile.slug for tile in page._browse.gallery.tiles()}
    expected = {
        one.slug for one in app_services.library.library.exercises() if avoided.isdisjoint(one.precautions)
    }
    assert left == expected
    assert "bird-dog" not in left


def test_the_count_of_a_filter_is_what_it_would_leave(page: LibraryPage) -> None:
    click(page, "library_filter_without_kneel")
    chip = page.findChild(QAbstractButton, "library_filter_category_strength")
    assert chip is not None
    promised = int(chip.text().split()[-1])
    chip.click()
    assert len(names(page)) == promised
    without = page.findChild(QAbstractButton, "library_filter_without_prone")
    assert without is not None
    assert int(without.text().split()[-1]) <= promised


def test_all_filters_are_switched_off_at_once(page: LibraryPage) -> None:
    click(page, "library_filter_phase_late")
    click(page, "library_filter_load_rotation")
    assert len(names(page)) < 60
    click(page, "library_reset")
    assert len(names(page)) == 60
    late = page.findChild(QAbstractButton, "library_filter_phase_late")
    assert late is not None
    assert not late.isChecked()


def test_where_nothing_fits_one_button_shows_everything_again(page: LibraryPage) -> None:
    search(page, "zzzzzz")
    assert "No exercise fits" in shown(page)
    click(page, "empty_action")
    assert len(names(page)) == 60
    assert page._browse.search.text() == ""


def test_an_exercise_opens_by_keyboard_and_escape_goes_back_to_it(page: LibraryPage) -> None:
    QTest.keyClicks(page._browse.search, "clamshell")
    QTest.keyClick(page._browse.search, Qt.Key.Key_Down)
    QTest.keyClick(page._browse.gallery, Qt.Key.Key_Return)
    assert page._stack.currentIndex() == 1
    assert any("Clamshell" in text for text in shown(page))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page._stack.currentIndex() == 0
    assert page._browse.gallery.chosen() == "clamshell"
    assert page._browse.search.text() == "clamshell"


def test_enter_in_the_search_opens_the_best_exercise(page: LibraryPage) -> None:
    QTest.keyClicks(page._browse.search, "pelvic tilt")
    QTest.keyClick(page._browse.search, Qt.Key.Key_Return)
    assert page._slug == "pelvic-tilt"


def test_arrows_walk_through_the_pictures_and_through_the_list(page: LibraryPage) -> None:
    gallery = page._browse.gallery
    gallery.choose(gallery.tiles()[0].slug)
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert gallery.chosen() == gallery.tiles()[1].slug
    page._browse.show_as("rows")
    QTest.keyClick(gallery, Qt.Key.Key_Down)
    assert gallery.chosen() == gallery.tiles()[2].slug


def test_the_page_of_an_exercise_tells_everything_about_it(
    page: LibraryPage, app_services: AppServices
) -> None:
    page.open("bird-dog")
    exercise = app_services.library.library.exercise("bird-dog")
    told = "\n".join(shown(page))
    for text in (exercise.name, exercise.purpose, exercise.cue, *exercise.steps, *exercise.faults):
        assert text in told
    for text in ("2 × 10 each side, alternating", "Out on the effort", "Mat", exercise.source.note):
        assert text in told
    assert "Kneeling, Weight on the wrists" in told
    assert "All fours" in told


def test_whether_the_dose_stands_in_a_source_is_told_beside_the_dose(page: LibraryPage) -> None:
    page.open("bird-dog")
    mark = page.findChild(QWidget, "library_evidence")
    assert mark is not None
    assert mark.accessibleName() == "Exercise from a source, dose partly proposed"
    assert "Ask Doctor Jo" in mark.toolTip()


def press(page: LibraryPage, key: Qt.Key) -> None:
    """Presses a key where the keyboard is."""
    QTest.keyClick(page.focusWidget(), key)


def test_space_right_after_opening_stops_the_figure_and_does_not_go_back(page: LibraryPage) -> None:
    page.open("bird-dog")
    press(page, Qt.Key.Key_Space)
    assert page._slug == "bird-dog"
    assert not page._detail.figure.is_moving()


def test_the_page_of_an_exercise_can_be_read_to_its_end_by_keyboard(page: LibraryPage) -> None:
    page.resize(900, 500)
    page.open("bird-dog")
    QApplication.processEvents()
    bar = page._detail._scroll.verticalScrollBar()
    press(page, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(page, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_tab_goes_from_the_figure_to_the_neighbours_before_it_leaves_the_exercise(page: LibraryPage) -> None:
    page.open("bird-dog")
    stop: QWidget | None = page._detail.figure.view
    passed: list[str] = []
    while stop is not None and stop.objectName() not in ("library_back", "library_rung_1_5"):
        stop = stop.nextInFocusChain()
        passed.append(stop.objectName() if stop is not None else "")
    assert passed[-1] == "library_rung_1_5"
    assert {"library_play", "library_easier", "library_harder", "library_swap"} <= set(passed)


def test_large_text_fits_the_smallest_window(page: LibraryPage, hub: ThemeHub, clinic: Patient) -> None:
    hub.set_theme(Theme(scale=1.5))
    page.refresh()
    page.open("segmental-bridge")
    QApplication.processEvents()
    navigation_px = 264
    assert page.minimumSizeHint().width() <= 1024 - navigation_px
    button = page.findChild(QAbstractButton, "library_copy")
    assert button is not None
    assert (button.text(), button.toolTip()) == ("", "Copy and change")
    assert clinic.name == "Anna"


def test_where_nothing_is_out_of_view_no_scroll_handle_is_shown(page: LibraryPage) -> None:
    search(page, "farmers")
    QApplication.processEvents()
    assert not page._browse.gallery.verticalScrollBar().isEnabled()
    search(page, "")
    QApplication.processEvents()
    assert page._browse.gallery.verticalScrollBar().isEnabled()


def test_neighbours_are_one_click_away(page: LibraryPage) -> None:
    page.open("bird-dog")
    click(page, "library_easier")
    assert page._slug == "quadruped-leg-lift"
    click(page, "library_rung_1_1")
    assert page._slug != "quadruped-leg-lift"


def test_every_exercise_can_be_opened(page: LibraryPage, app_services: AppServices) -> None:
    for slug in app_services.library.library.slugs():
        page.open(slug)
        assert page._slug == slug


def test_the_figure_moves_with_time_and_stands_still_when_asked(page: LibraryPage, clock: FakeClock) -> None:
    page.open("bird-dog")
    figure = page._detail.figure
    assert figure.is_moving()
    before = figure.view._moment.position
    clock.advance(3_000)
    figure._frame()
    assert figure.view._moment.position > before
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert not figure.is_moving()
    held = figure.view._moment
    clock.advance(5_000)
    figure._frame()
    assert figure.view._moment == held


def test_the_figure_rests_while_nobody_looks(page: LibraryPage) -> None:
    page.open("bird-dog")
    page.hide()
    assert not page._detail.figure.is_moving()
    page.show()
    assert page._detail.figure.is_moving()
    page.close_exercise()
    assert not page._detail.figure.is_moving()


def test_reduced_motion_shows_start_and_end_instead(page: LibraryPage, hub: ThemeHub) -> None:
    hub.set_theme(Theme(reduced_motion=True))
    page.open("bird-dog")
    assert not page._detail.figure.is_moving()
    assert "Start and end" in shown(page)
    assert not is_offered(page, "library_play")


def test_the_figure_shows_each_of_the_turns_that_repetitions_take(page: LibraryPage) -> None:
    page.open("multidirectional-lunge")
    figure = page._detail.figure
    turns = page.findChild(SegmentedControl, "library_turns")
    assert turns is not None
    assert figure._now.text().startswith("Step forward")
    for place, slug in enumerate(("", "-side", "-back")):
        turns.choose(place)
        assert figure.view._movement is not None
        assert figure.view._movement.slug == f"multidirectional-lunge{slug}"
    assert figure._now.text().startswith("Step back at an angle")


def test_sides_can_be_chosen_only_where_they_differ(page: LibraryPage) -> None:
    page.open("clamshell")
    assert page._detail.figure._sides.isVisible()
    page.open("pelvic-tilt")
    assert not page._detail.figure._sides.isVisible()


def test_what_the_person_should_avoid_is_told(
    page: LibraryPage, app_services: AppServices, patient: Patient
) -> None:
    known = app_services.library.library.conditions
    slug = next(one.slug for one in known.values() if Precaution.KNEEL in one.avoid)
    app_services.patients.set_conditions(patient.id, (slug,))
    page.refresh()
    tiles = {tile.slug: tile for tile in page._browse.gallery.tiles()}
    assert "kneeling" in tiles["bird-dog"].warning
    page.open("bird-dog")
    assert any(text.startswith("To avoid") and "kneeling" in text for text in shown(page))


def test_at_home_nothing_is_offered_that_only_a_clinic_does(page: LibraryPage, plan: Revision) -> None:
    assert plan.number == 1
    page.refresh()
    page.open("bird-dog")
    for name in ("library_new", "library_import", "library_copy", "library_add", "library_change"):
        assert not is_offered(page, name)


def test_an_exercise_is_added_to_the_open_draft_and_taken_back(
    page: LibraryPage, app_services: AppServices, clinic: Patient
) -> None:
    draft = app_services.programs.begin_from_template(clinic.id, "ask-doctor-jo-six")
    page.refresh()
    page.open("bird-dog")
    before = next(draft.program.sessions())[1].items
    click(page, "library_add")

    def items() -> tuple[str, ...]:
        now = app_services.programs.draft(draft.program.id)
        assert now is not None
        return tuple(item.exercise for item in next(now.program.sessions())[1].items)

    assert items() == (*(item.exercise for item in before), "bird-dog")
    click(page, "toast_undo")
    assert items() == tuple(item.exercise for item in before)


def test_without_an_open_draft_there_is_nothing_to_add_to(
    page: LibraryPage, clinic: Patient, publish: Callable[[Patient, str], Revision]
) -> None:
    publish(clinic, "ask-doctor-jo-six")
    page.refresh()
    page.open("bird-dog")
    assert is_offered(page, "library_copy")
    assert not is_offered(page, "library_add")


def test_every_control_has_a_name(page: LibraryPage) -> None:
    page.open("bird-dog")
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button.objectName()
            assert button.objectName(), button.accessibleName()


def test_long_names_are_broken_between_words_and_then_shortened(page: LibraryPage) -> None:
    metrics = page.fontMetrics()
    width = metrics.horizontalAdvance("Standing hip") + 2
    lines = name_lines(metrics, "Standing hip flexor stretch", width, 2)
    assert lines[0] == "Standing hip"
    assert len(lines) == 2
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
