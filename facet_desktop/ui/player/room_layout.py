"""Where name, figure, count, time and cue stand, so that each is at least as large as it must be."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from facet_desktop.domain.values import frozen
from facet_desktop.ui.player.room_model import CountWords, RoomModel
from facet_desktop.ui.player.room_sizes import CAP_SHARE, number_px, word_px
from facet_desktop.ui.player.room_text import Bounds, Lines, MakeFont, fitted

_MARGIN, _GAP = 0.022, 0.022
"""Shares of the diagonal."""
_TITLE_MOST, _NUMBER_MOST, _BESIDE = 1.5, 2.4, 0.42
"""How much larger than the least size things may be, and the words beside a number as a share of it.

A cue has one size, so that it does not swell and shrink with each breath."""
_FIGURE_SHARE, _FIGURE_LEAST = 0.46, 0.13
"""The figure's share of the width (or of the height, where that is longer), and the least side as a share
of the diagonal: below it a figure is left out rather than shown as a speck."""


@frozen
class Placed:
    """A box and the size of font in it."""

    box: QRectF
    size_px: int


@frozen
class RoomPlaces:
    """Everything in its place; None where there is nothing to show."""

    title: QRectF
    title_lines: Lines
    cue: QRectF
    cue_lines: Lines
    count: Placed | None
    time: Placed
    figure: QRectF | None


def beside_px(number: int, least: int) -> int:
    """The size of the words beside a number."""
    return max(least, round(number * _BESIDE))


def count_width(count: CountWords, number: int, least: int, font: MakeFont) -> float:
    """The width of a count with its words."""
    small, large = QFontMetricsF(font(beside_px(number, least))), QFontMetricsF(font(number))
    words = [text for text in (count.before, count.after) if text]
    spaces = len(words) * small.horizontalAdvance(" ")
    return large.horizontalAdvance(count.number) + spaces + sum(map(small.horizontalAdvance, words))


class RoomPlanner:
    """Plans one size of screen. ``font`` makes the typeface at a size in pixels."""

    def __init__(self, size: QSizeF, font: MakeFont) -> None:
        self._font = font
        diagonal = hypot(size.width(), size.height())
        margin, self._gap = _MARGIN * diagonal, _GAP * diagonal
        self._inside = QRectF(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin)
        self._number_px = number_px(size.width(), size.height())
        self.word_px = word_px(size.width(), size.height())
        self._figure_least = _FIGURE_LEAST * diagonal
        self._cue_height = 0.0
        self._fitted: dict[tuple[str, float], Lines] = {}
        """Lines by text and how much larger they may be: a name stands for minutes, a cue comes back."""

    def plan(self, model: RoomModel, *, figure: bool, cue_height: float = 0.0) -> RoomPlaces:
        """Places for what a model says; ``figure`` where there is one to show.

        Words give way to numbers and figure, down to their least size. ``cue_height`` is kept free for cues
        that are to come, so that nothing jumps with each of them.
        """
        self._cue_height = cue_height
        large = self._planned(model, _TITLE_MOST, figure=figure)
        has_all = large.time.size_px >= self._number_px and (large.figure is not None or not figure)
        return large if has_all else self._planned(model, 1.0, figure=figure)

    def _planned(self, model: RoomModel, title_most: float, *, figure: bool) -> RoomPlaces:
        inside, gap = self._inside, self._gap
        title, cue = self._words(model.title, title_most), self._words(model.cue, 1.0)
        title_box = QRectF(inside.left(), inside.top(), inside.width(), title.height)
        height = max(cue.height, self._cue_height)
        cue_box = QRectF(inside.left(), inside.bottom() - height, inside.width(), height)
        top = title_box.bottom() + gap
        middle = QRectF(inside.left(), top, inside.width(), cue_box.top() - gap - top)
        shown, numbers = self._split(model, middle) if figure else (None, middle)
        if shown is None:
            numbers = middle
        stacked = shown is not None or self._is_better_stacked(model, numbers)
        count, time = self._numbers(model, numbers, stacked=stacked)
        return RoomPlaces(title_box, title, cue_box, cue, count, time, shown)

    def _words(self, text: str, most: float) -> Lines:
        tall = self._inside.height() > self._inside.width()
        known = self._fitted.get((text, most))
        if known is None:
            bounds = Bounds(self._inside.width(), 4 if tall else 2, self.word_px, round(self.word_px * most))
            known = self._fitted[text, most] = fitted(text, bounds, self._font)
        return known

    def _split(self, model: RoomModel, middle: QRectF) -> tuple[QRectF | None, QRectF]:
        """Figure and numbers side by side, or one above the other; no figure where it would be too small."""
        gap = 2 * self._gap
        if middle.width() >= middle.height():
            side = _FIGURE_SHARE * middle.width()
            figure = QRectF(middle.left(), middle.top(), side, middle.height())
            numbers = middle.adjusted(side + gap, 0, 0, 0)
        else:
            side = min(_FIGURE_SHARE * middle.height(), middle.width())
            figure = QRectF(middle.left(), middle.top(), middle.width(), side)
            numbers = middle.adjusted(0, side + gap, 0, 0)
        fits = self._largest(model, numbers, stacked=True) >= self._number_px
        large = min(figure.width(), figure.height()) >= self._figure_least
        return (figure, numbers) if fits and large else (None, middle)

    def _is_better_stacked(self, model: RoomModel, box: QRectF) -> bool:
        return self._largest(model, box, stacked=True) > self._largest(model, box, stacked=False)

    def _numbers(self, model: RoomModel, box: QRectF, *, stacked: bool) -> tuple[Placed | None, Placed]:
        size = max(1, min(round(_NUMBER_MOST * self._number_px), self._largest(model, box, stacked=stacked)))
        height = CAP_SHARE * size
        if model.count is None:
            return None, Placed(_centred(box, height), size)
        if stacked:
            both = 2 * height + self._between(size)
            top = box.center().y() - both / 2
            count = QRectF(box.left(), top, box.width(), height)
            return Placed(count, size), Placed(count.translated(0, both - height), size)
        row = _centred(box, height)
        widths = self._widths(model, size)
        spare = (row.width() - sum(widths)) / 3
        count = QRectF(row.left() + spare, row.top(), widths[0], height)
        time = QRectF(count.right() + spare, row.top(), widths[1], height)
        return Placed(count, size), Placed(time, size)

    def _largest(self, model: RoomModel, box: QRectF, *, stacked: bool) -> int:
        """The largest font of the numbers that the box holds."""
        rows = 2 if stacked and model.count is not None else 1
        size = int(box.height() / (rows * CAP_SHARE + (rows - 1) * self._between(1)))
        while size > 1:
            widths = self._widths(model, size)
            wanted = max(widths) if stacked else sum(widths) + 2 * self._gap
            if wanted <= box.width():
                break
            size = min(size - 1, int(size * box.width() / wanted))
        return size

    def _between(self, size: float) -> float:
        return 0.3 * size

    def _widths(self, model: RoomModel, size: int) -> tuple[float, float]:
        time = QFontMetricsF(self._font(size)).horizontalAdvance(model.time)
        if model.count is None:
            return 0.0, time
        return count_width(model.count, size, self.word_px, self._font), time


def _centred(box: QRectF, height: float) -> QRectF:
    return QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
