"""Pictures come after the page, one by one, and trouble with one does not stop the others."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.exercise_picture import ExercisePicture
from facet_desktop.ui.theme import Theme

SIZE_PX = (104, 64)


class Wall(QWidget):
    """Pictures of exercises under each other."""

    def __init__(self, context: UiContext, *slugs: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.pictures = [ExercisePicture(context, slug, SIZE_PX, self) for slug in slugs]
        for one in self.pictures:
            column.addWidget(one)

    def is_settled(self) -> bool:
        return all(one.is_settled for one in self.pictures)


def shown(qtbot: QtBot, context: UiContext, *slugs: str) -> Wall:
    wall = Wall(context, *slugs)
    qtbot.addWidget(wall)
    wall.show()
    qtbot.waitUntil(wall.is_settled)
    return wall


def colours(picture: ExercisePicture) -> int:
    image = picture.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def test_a_movement_is_drawn_and_an_unknown_exercise_shows_a_quiet_sign(
    qtbot: QtBot, ui_context: UiContext
) -> None:
    wall = shown(qtbot, ui_context, "bird-dog", "no-such-exercise")
    drawn, unknown = wall.pictures
    assert drawn.has_picture
    assert not unknown.has_picture
    assert colours(drawn) > 20
    assert colours(unknown) > 1


def test_another_theme_draws_the_picture_anew(qtbot: QtBot, ui_context: UiContext) -> None:
    wall = shown(qtbot, ui_context, "bird-dog")
    drawn = wall.pictures[0]
    light = drawn.grab().toImage()
    ui_context.theme.set_theme(Theme.named("dark"))
    drawn.grab()
    qtbot.waitUntil(wall.is_settled)
    assert drawn.grab().toImage() != light


def test_a_picture_that_cannot_be_made_does_not_stop_the_next(
    qtbot: QtBot, ui_context: UiContext, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pictures = ui_context.pictures
    picture = type(pictures).picture

    def fail_once(loader: object, slug: str, *rest: object) -> object:
        if slug == "cat-cow":
            raise OSError(5, "unreadable")
        return picture(pictures, slug, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(type(pictures), "picture", fail_once)
    wall = shown(qtbot, ui_context, "cat-cow", "bird-dog")
    broken, sound = wall.pictures
    assert not broken.has_picture
    assert sound.has_picture
    assert "cat-cow" in caplog.text


def test_a_picture_that_went_away_meanwhile_is_skipped(qtbot: QtBot, ui_context: UiContext) -> None:
    gone = ExercisePicture(ui_context, "cat-cow", SIZE_PX)
    gone.show()
    gone.grab()
    gone.close()
    gone.deleteLater()
    wall = shown(qtbot, ui_context, "bird-dog")
    assert wall.pictures[0].has_picture
