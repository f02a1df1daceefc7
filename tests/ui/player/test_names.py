"""The name of every exercise that ships is whole wherever the player shows it, in the smallest window too."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.templates import prescribe
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.models import NextModel
from facet_desktop.ui.player.next_card import NextCard
from facet_desktop.ui.theme import Theme
from tests.domain.sessions import BRIDGE, session
from tests.ui.player.house import House, exercise_names

SIZES = [(1024, 700), (1280, 800)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_the_heading_holds_each_name(house: House, size: tuple[int, int], scale: float) -> None:
    house.hub.set_theme(Theme.named("light", scale))
    house.begin(session(BRIDGE))
    house.page.resize(*size)
    heading = house.page.findChild(FitLabel, "player_heading")
    assert heading is not None
    for name in exercise_names():
        heading.set_text(name)
        QApplication.processEvents()
        metrics = QFontMetrics(heading._fitting(heading.width())[0])
        room = QRect(0, 0, heading.width(), 10_000)
        drawn = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, name)
        assert drawn.height() <= heading.height(), name
        assert max(metrics.horizontalAdvance(word) for word in name.split()) <= heading.width(), name


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_the_card_of_what_comes_next_holds_each_name_with_its_dose(
    house: House, size: tuple[int, int], scale: float
) -> None:
    house.hub.set_theme(Theme.named("light", scale))
    house.begin(session(BRIDGE))
    house.run(23_000)
    house.page.resize(*size)
    card = house.page.findChild(NextCard)
    assert card is not None
    words = house.context.words
    for exercise in house.services.library.library.exercises():
        dose = words.dose.line(prescribe(exercise, "one", Phase.EARLY).dose)
        line = f"{dose}, {words.terms.position(exercise.position)}"
        card.show_next(NextModel(exercise.slug, exercise.name, line, StepSide.LEFT))
        QApplication.processEvents()
        assert sum(card._heights(card.text_box().width())) <= card.text_box().height(), exercise.name
        assert house.page.rect().contains(card.mapTo(house.page, card.rect().bottomRight()))
