"""From near: both faces are whole on every size of window that a screen holds, at every scaling.

In the ordinary run there is one screen at 100 %; `test_scaling` runs this again in a process with a screen of
3840 x 2160 at each scaling.
"""

from __future__ import annotations

import os
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from facet_desktop.ui.figure.view import FigureView
from facet_desktop.ui.metrics import TARGET_PX
from facet_desktop.ui.player.figure_card import FigureCard
from facet_desktop.ui.player.fit_label import FitLabel
from facet_desktop.ui.player.models import Motion, PlayModel
from facet_desktop.ui.player.next_card import NextCard
from facet_desktop.ui.player.ring import BreathRing
from facet_desktop.ui.player.tempo_chips import TempoChips
from facet_desktop.ui.player.timeline_bar import TimelineBar
from facet_desktop.ui.widgets.labels import ElidedLabel
from tests.domain.sessions import BRIDGE, STRETCH, item, session
from tests.ui.player.house import House, exercise_names

LEAST = (1024, 700)
SIZES = [LEAST, (1366, 768), (1920, 1080), (2560, 1440), (3840, 2160), LEAST]
TEXT_PX = {LEAST: 15, (1366, 768): 15, (1920, 1080): 20, (2560, 1440): 27, (3840, 2160): 30, (1536, 864): 16}
"""Height of the font of plain text, by the window in pixels after scaling (docs/player.md)."""
LEAVES = (QAbstractButton, QLabel, FitLabel, BreathRing, TempoChips, TimelineBar, FigureView, NextCard)
Face = tuple[str, PlayModel, Motion]


def windows(screen: QScreen) -> list[tuple[int, int]]:
    """Windows to try on a screen: the least, the usual ones that fit, and all of it."""
    whole = (screen.geometry().width(), screen.geometry().height())
    if screen.devicePixelRatio() == 1.0:
        return SIZES
    return [LEAST, whole]


def faces_of(house: House) -> list[Face]:
    """Preparing, moving, resting, resting after a rating that asks for something, paused."""
    longest = max(exercise_names(), key=len)
    house.begin(session(item(longest, BRIDGE.dose), STRETCH))
    found: list[Face] = []

    def note(name: str) -> None:
        presenter = house.page.presenter
        assert presenter is not None
        found.append((name, presenter.model(), presenter.motion()))

    note("prepare")
    house.run(6000)
    note("work")
    house.run(17_000)
    note("rest")
    presenter = house.page.presenter
    assert presenter is not None
    presenter.rate_pain(6)
    note("paused after a rating")
    assert found[-1][1].verdict is not None
    presenter.resume()
    note("rest after a rating")
    return found


def test_both_faces_are_whole_on_every_window(house: House) -> None:
    faces, screens = faces_of(house), QGuiApplication.screens()
    ratios = os.environ.get("QT_SCREEN_SCALE_FACTORS", "1").split(";")
    assert [screen.devicePixelRatio() for screen in screens] == [float(ratio) for ratio in ratios]
    for screen in screens:
        for size in windows(screen):
            house.page.hide()
            house.page.setScreen(screen)
            house.page.setGeometry(QRect(screen.geometry().topLeft(), QRect(0, 0, *size).size()))
            house.page.show()
            assert house.page.devicePixelRatio() == pytest.approx(screen.devicePixelRatio())
            for name, model, motion in faces:
                house.page.stage.show_model(model)
                house.page.stage.show_motion(motion)
                for _ in range(3):
                    QApplication.processEvents()
                where = f"{name}, {size}, {screen.devicePixelRatio():.0%}"
                assert (house.page.width(), house.page.height()) == size, where
                check_inside(house, where)
                check_words(house, where)
                check_apart(house, where)
            if size in TEXT_PX:
                assert house.hub.player.px(15) == TEXT_PX[size], size


def leaves(house: House) -> list[QWidget]:
    """What is seen and holds nothing else."""
    return [
        one
        for one in house.page.stage.findChildren(QWidget)
        if one.isVisible() and isinstance(one, LEAVES) and not is_empty(one)
    ]


def is_empty(widget: QWidget) -> bool:
    if isinstance(widget, TempoChips):
        return not widget.texts()
    return isinstance(widget, QLabel) and not widget.text()


def box(house: House, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(house.page, QPoint()), widget.size())


def check_inside(house: House, where: str) -> None:
    page = house.page.rect()
    for one in leaves(house):
        assert page.contains(box(house, one)), (where, one.objectName())
        assert one.width() > 0, (where, one.objectName())
        assert one.height() > 0, (where, one.objectName())


def check_apart(house: House, where: str) -> None:
    seen = [(one, box(house, one)) for one in leaves(house)]
    for (one, here), (other, there) in combinations(seen, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        assert not here.intersects(there), (where, one.objectName(), other.objectName(), here, there)


def check_words(house: House, where: str) -> None:
    for one in leaves(house):
        name = (where, one.objectName())
        if isinstance(one, QAbstractButton):
            assert one.width() >= one.minimumSizeHint().width(), name
            assert min(one.width(), one.height()) >= TARGET_PX, name
        elif isinstance(one, QLabel):
            check_label(one, where)
        elif isinstance(one, FitLabel):
            font, height = one._fitting(one.width())
            widest = max(map(QFontMetrics(font).horizontalAdvance, one.text().split()))
            assert (one.height() >= height, one.width() >= widest) == (True, True), (*name, one.text())
        elif isinstance(one, TempoChips):
            assert one.height() >= one.heightForWidth(one.width()), name
        elif isinstance(one, NextCard):
            assert sum(one._heights(one.text_box().width())) <= one.text_box().height(), name
    check_ring(house.page.stage.work.ring, where)
    check_hint(house.page.stage.figure, where)


def check_label(label: QLabel, where: str) -> None:
    name = (where, label.objectName(), label.text())
    assert label.height() >= label.fontMetrics().height(), name
    if label.wordWrap():
        assert label.height() >= label.heightForWidth(label.width()), name
    elif not isinstance(label, ElidedLabel):
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), name


def check_ring(ring: BreathRing, where: str) -> None:
    """Words stay inside the ring, and the ring is one to be seen from the mat."""
    if not ring.isVisible():
        return
    side, words = ring._side(), ring.words()
    assert side >= 170, where
    fonts = ring._fit(side)
    for text, font in zip((words.above, words.main, words.below), fonts, strict=True):
        assert QFontMetrics(font).horizontalAdvance(text) <= side * 0.93, (where, text)
    assert sum(QFontMetrics(font).height() for font in fonts) <= side, where


def check_hint(card: FigureCard, where: str) -> None:
    """All of the hint, and the figure above it."""
    if not card.isVisible():
        return
    _, hint = card._text_boxes()
    metrics = QFontMetrics(card._font())
    wanted = metrics.boundingRect(
        QRect(0, 0, hint.width(), 10_000), Qt.TextFlag.TextWordWrap.value, card._hint()
    ).height()
    assert wanted <= hint.height() + 1, (where, card._hint())
    assert not QRectF(card.view.geometry()).intersects(QRectF(hint)), where
