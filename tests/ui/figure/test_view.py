"""The figure view by mouse, keyboard and paint events."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.step import StepSide
from facet_desktop.exchange.pose_files import PoseFolder
from facet_desktop.resources import resources_dir
from facet_desktop.ui.figure.colours import DARK, LIGHT
from facet_desktop.ui.figure.view import FigureView
from tests.ui.events import EventCounter

POSES = PoseFolder(resources_dir() / "poses")


@pytest.fixture
def movement() -> Movement:
    return POSES.movement("segmental-bridge")


@pytest.fixture
def view(qtbot: QtBot, movement: Movement) -> FigureView:
    widget = FigureView()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show_movement(movement, "Segmental bridge", "Tilt, then peel up")
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _counted(view: FigureView) -> EventCounter:
    """A counter that starts at nought once everything pending is painted."""
    counter = EventCounter(QEvent.Type.Paint)
    view.installEventFilter(counter)
    QApplication.processEvents()
    counter.count = 0
    return counter


def test_the_view_speaks_for_itself(view: FigureView) -> None:
    assert view.accessibleName() == "Segmental bridge"
    assert view.accessibleDescription() == "Tilt, then peel up"
    assert view.objectName() == "figure_view"


def test_a_ring_is_drawn_for_people_at_the_keyboard_only(view: FigureView) -> None:
    edge = QPoint(1, 1)
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    plain = view.grab().toImage().pixelColor(edge)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab().toImage().pixelColor(edge) != plain


def test_the_same_moment_is_not_painted_again(qtbot: QtBot, view: FigureView) -> None:
    view.set_moment(0.5, 0.2)
    counter = _counted(view)
    view.set_moment(0.5, 0.2)
    QApplication.processEvents()
    assert counter.count == 0
    view.set_moment(0.6, 0.2)
    qtbot.waitUntil(lambda: counter.count == 1)


def test_dragging_turns_the_figure_and_a_double_click_puts_it_back(qtbot: QtBot, view: FigureView) -> None:
    home = view.camera
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 150))
    QTest.mouseMove(view, QPoint(140, 190))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(140, 190))
    turned = view.camera
    assert home is not None
    assert turned is not None
    assert (turned.yaw, turned.pitch) == (home.yaw + 30.0, home.pitch + 20.0)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(140, 190))
    assert view.camera == home


def test_arrows_turn_the_figure_and_home_puts_it_back(qtbot: QtBot, view: FigureView) -> None:
    home = view.camera
    with qtbot.waitSignal(view.view_turned):
        QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Up)
    turned = view.camera
    assert home is not None
    assert turned is not None
    assert (turned.yaw - home.yaw, turned.pitch - home.pitch) == (15.0, 15.0)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.camera == home


def test_the_view_never_goes_below_the_floor_or_over_the_top(qtbot: QtBot, view: FigureView) -> None:
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.camera is not None
    assert view.camera.pitch == 85.0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.camera.pitch == 70.0


def test_other_keys_are_left_to_the_page(qtbot: QtBot, view: FigureView) -> None:
    home = view.camera
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.camera == home


def test_reduced_motion_shows_start_and_end_and_does_not_repaint_with_the_movement(
    qtbot: QtBot, view: FigureView
) -> None:
    moving = view.grab().toImage()
    view.set_reduced_motion(True)
    view.grab()  # the first picture of a view keeps its floor for the next ones
    still = view.grab().toImage()
    assert still != moving
    counter = _counted(view)
    view.set_moment(0.4)
    QApplication.processEvents()
    assert counter.count == 0
    assert view.grab().toImage() == still


def test_a_change_of_side_is_shown_even_with_reduced_motion(view: FigureView) -> None:
    view.show_movement(POSES.movement("single-knee-to-chest"))
    view.set_reduced_motion(True)
    right = view.grab().toImage()
    view.set_moment(0.0, 0.0, StepSide.LEFT)
    assert view.grab().toImage() != right


def test_other_colours_are_used_at_once(view: FigureView) -> None:
    def wears(colour: str) -> bool:
        image, wanted = view.grab().toImage(), QColor(colour).rgb()
        return any(image.pixel(x, y) == wanted for x in range(0, 400, 2) for y in range(0, 300, 2))

    assert wears(LIGHT.shirt[0])
    view.set_colours(DARK)
    assert wears(DARK.shirt[0])
    assert not wears(LIGHT.shirt[0])


def test_without_a_movement_nothing_is_shown_and_nothing_can_be_turned(
    qtbot: QtBot, view: FigureView
) -> None:
    view.show_movement(None)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.camera is None
    image = view.grab().toImage()
    assert len({image.pixel(x, 150) for x in range(10, 390)}) == 1
