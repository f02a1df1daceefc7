"""Pain 0 to 10 and effort in words, for the home pages and, on the player's look, for the player."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facet_desktop.domain.pain import Thresholds, Zone
from facet_desktop.ui.metrics import RADIUS_CONTROL, SEMIBOLD, SPACE_S, TextRole
from facet_desktop.ui.palettes import Palette, Tone, mix
from facet_desktop.ui.widgets.choices import Choice, ChoiceCell, ChoiceRow
from facet_desktop.ui.widgets.flow import FlowLayout
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import (
    draw_text,
    fill_round,
    focus_ring,
    inner_focus_ring,
    outline_round,
    smooth_painter,
    text_width,
)

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

PAIN_MAX = 10
_PIECES = {Tone.GOOD: 1, Tone.CAUTION: 2, Tone.ALERT: 3}
"""In how many pieces the line under a number is drawn, so that a zone is not told by its colour alone."""
_TONES = {Zone.GREEN: Tone.GOOD, Zone.AMBER: Tone.CAUTION, Zone.RED: Tone.ALERT}
_TEN_WITHIN_MS = 1000


def pain_tone(pain_nprs: int, limits: Thresholds | None = None) -> Tone:
    """The zone of a pain answer, 0 to 10, as the charts draw it; without limits by the usual ones."""
    return _TONES[(limits or Thresholds()).zone(pain_nprs)]


def _is_player(palette: Palette) -> bool:
    return palette.name == "player"


class _ScaleCell(ChoiceCell):
    """A square or word that is filled when chosen."""

    font_px, player_font_px = 15, 17
    height_px, player_height_px = 44, 52
    sides_px, player_sides_px = 14, 20

    def sizeHint(self) -> QSize:
        """Room for the text and its padding."""
        look, is_player = self.look, _is_player(self.look.palette)
        height = look.px(self.player_height_px if is_player else self.height_px)
        sides = look.px(self.player_sides_px if is_player else self.sides_px)
        metrics = QFontMetrics(self._font())
        width = text_width(self._font(), self.text()) + 2 * sides
        return QSize(width, max(height, metrics.height() + look.px(10)))

    def paint_cell(self) -> None:
        painter = smooth_painter(self)
        palette, box = self.look.palette, QRectF(self.rect())
        ink = palette.on_chosen if self.isChecked() else palette.text
        self._paint_ground(painter, palette, box)
        draw_text(painter, self.rect(), self.text(), self._font(), ink, int(Qt.AlignmentFlag.AlignCenter))
        if self.hasFocus():
            ring = inner_focus_ring if self.isChecked() else focus_ring
            ring(painter, box, ink if self.isChecked() else palette.focus, RADIUS_CONTROL)
        painter.end()

    def _paint_ground(self, painter: QPainter, palette: Palette, box: QRectF) -> None:
        if self.isChecked():
            fill_round(painter, box, palette.chosen, RADIUS_CONTROL)
            return
        fill = palette.card if _is_player(palette) else palette.neutral_soft
        fill_round(painter, box, self._hovered(fill), RADIUS_CONTROL)
        if palette.name == "contrast":
            outline_round(painter, box, palette.line, RADIUS_CONTROL, 1)

    def _hovered(self, fill: str) -> str:
        return mix(fill, self.look.palette.text, 0.08) if self.underMouse() else fill

    def _font(self) -> QFont:
        size_px = self.player_font_px if _is_player(self.look.palette) else self.font_px
        return self.look.font(size_px, SEMIBOLD)


class _PainCell(_ScaleCell):
    """A number in the colour of its zone; in the player the zone is the line under it, whole or in pieces."""

    player_font_px = 20
    player_height_px = 58
    sides_px, player_sides_px = 3, 12

    def __init__(self, look: Look, choice: Choice, parent: QWidget) -> None:
        super().__init__(look, choice, parent)
        self.tone = pain_tone(choice.value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All numbers are as wide as the widest."""
        hint = super().sizeHint()
        sides = self.player_sides_px if _is_player(self.look.palette) else self.sides_px
        hint.setWidth(text_width(self._font(), "10") + 2 * self.look.px(sides))
        return hint

    def _font(self) -> QFont:
        size_px = self.player_font_px if _is_player(self.look.palette) else self.font_px
        return self.look.font(size_px, SEMIBOLD, tabular=True)

    def _paint_ground(self, painter: QPainter, palette: Palette, box: QRectF) -> None:
        tone = self.tone
        if _is_player(palette):
            self._paint_underlined(painter, palette, box, tone)
        elif self.isChecked():
            fill_round(painter, box, palette.chosen, RADIUS_CONTROL)
        else:
            fill_round(painter, box, self._hovered(palette.soft_of(tone)), RADIUS_CONTROL)
            if palette.name == "contrast":
                outline_round(painter, box, palette.text_of(tone), RADIUS_CONTROL, 1)

    def _paint_underlined(self, painter: QPainter, palette: Palette, box: QRectF, tone: Tone) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        fill = palette.chosen if self.isChecked() else self._hovered(palette.card)
        painter.fillPath(shape, QColor(fill))
        upper = QPainterPath()
        upper.addRoundedRect(box.adjusted(0, -RADIUS_CONTROL, 0, -4), RADIUS_CONTROL, RADIUS_CONTROL)
        line = shape.subtracted(upper)
        pieces = _PIECES[tone]
        for number in range(1, pieces):
            gap = QPainterPath()
            gap.addRect(box.left() + number * box.width() / pieces - 3, box.top(), 6, box.height())
            line = line.subtracted(gap)
        painter.fillPath(line, QColor(palette.mark_of(tone)))


class _Typed:
    """Digits one after another: 1 followed by 0 within a second is 10."""

    def __init__(self) -> None:
        self._one_at_ms: int | None = None

    def awaits_ten(self, at_ms: int) -> bool:
        """Whether a 0 would now make the last digit 10."""
        return self._one_at_ms is not None and at_ms - self._one_at_ms <= _TEN_WITHIN_MS

    def take(self, digit: int, at_ms: int) -> int:
        """What has been typed by now."""
        is_ten = digit == 0 and self.awaits_ten(at_ms)
        self._one_at_ms = at_ms if digit == 1 else None
        return 10 if is_ten else digit

    def forget(self) -> None:
        """Something else was pressed in between."""
        self._one_at_ms = None


def _digit_of(event: QKeyEvent) -> int | None:
    digit = event.key() - Qt.Key.Key_0.value
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return digit if is_plain and 0 <= digit <= 9 else None


class PainScale(ChoiceRow):
    """Pain from 0 to 10, with words at both ends; `chosen` carries the answer.

    Digits answer at once; 1 followed by 0 within a second is 10. Answers are never demanded: the value
    starts as None.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, *, words: bool = True) -> None:
        super().__init__(parent)
        self._typed = _Typed()
        self.setAccessibleName(self.tr("Pain from 0 to 10"))
        row = QHBoxLayout()
        row.setSpacing(6 if _is_player(look.palette) else 4)
        cells = [_PainCell(look, self._choice(value), self) for value in range(PAIN_MAX + 1)]
        for cell in cells:
            row.addWidget(cell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        if words:
            column.addLayout(self._words())
        self._pain_cells = cells
        self._limits: Thresholds | None = None
        self.adopt_cells(cells)
        self.set_limits(Thresholds())

    def set_limits(self, limits: Thresholds) -> None:
        """Colour and name the zones by these limits."""
        if limits == self._limits:
            return
        self._limits = limits
        for cell in self._pain_cells:
            cell.tone = pain_tone(cell.choice.value, limits)
            cell.setAccessibleName(self._name(cell.choice.value, cell.tone))
            cell.update()
        meaning = self.tr(
            "0 is no pain, 10 is the worst pain you can imagine. 0 to {green} is fine, up to {amber} is "
            "watch, {red} and above is stop. Type a number, or move with the arrow keys and press Enter."
        )
        self.setAccessibleDescription(
            meaning.format(green=limits.green_max, amber=limits.amber_max, red=limits.amber_max + 1)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys described above."""
        digit = _digit_of(event)
        if digit is not None:
            self.type_digit(digit, event.timestamp())
            return
        self._typed.forget()
        super().keyPressEvent(event)

    def type_digit(self, digit: int, at_ms: int) -> None:
        """Answer with a digit typed at ``at_ms``, any running count of milliseconds.

        For pages that take digits while the scale itself has no focus.
        """
        value = self._typed.take(digit, at_ms)
        self.choose(value)
        if self._focused() is not None:
            self.cells()[value].setFocus(Qt.FocusReason.TabFocusReason)

    def awaits_ten(self, at_ms: int) -> bool:
        """Whether the last answer was a typed 1 that a 0 at ``at_ms`` would turn into 10."""
        return self._typed.awaits_ten(at_ms)

    def _choice(self, value: int) -> Choice:
        return Choice(value, str(value), self._name(value, pain_tone(value)), f"pain_{value}")

    def _name(self, value: int, tone: Tone) -> str:
        words = {Tone.GOOD: self.tr("fine"), Tone.CAUTION: self.tr("watch"), Tone.ALERT: self.tr("stop")}
        return self.tr("Pain {value}, {zone}").format(value=value, zone=words[tone])

    def _words(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(SPACE_S)
        least = PlainLabel(self.tr("no pain"), TextRole.SMALL, self)
        most = PlainLabel(self.tr("worst imaginable"), TextRole.SMALL, self)
        grid.addWidget(least, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(most, 0, 1, Qt.AlignmentFlag.AlignRight)
        return grid


class EffortScale(ChoiceRow):
    """Effort in five everyday words. `chosen` carries the effort from 0 to 10 that the word stands for.

    A number can be typed as well; the word that it belongs to is then the chosen one. The anchor words are
    Facet's own. ``options`` replaces them: pairs of value and word, and digits are left to the page.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        options: Sequence[tuple[int, str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._typed = _Typed()
        self._takes_digits = options is None
        self.setAccessibleName(self.tr("Effort"))
        self.setAccessibleDescription(self.tr("Move with the arrow keys and press Enter to answer."))
        flow = FlowLayout(self, SPACE_S)
        cells = []
        for value, word in options or self._anchors():
            cell = _ScaleCell(look, Choice(value, word, word, f"effort_{value}"), self)
            flow.addWidget(cell)
            cells.append(cell)
        self.adopt_cells(cells)

    def set_value(self, value: int | None) -> None:
        """Show ``value`` as chosen, by the nearest word that is not above it; emits nothing."""
        values = [cell.choice.value for cell in self.cells()]
        below = [one for one in values if value is not None and one <= value]
        super().set_value(None if value is None else max(below, default=values[0]))
        self._value = value

    def type_digit(self, digit: int, at_ms: int) -> None:
        """Answer with a digit typed at ``at_ms``, any running count of milliseconds."""
        value = self._typed.take(digit, at_ms)
        self.set_value(value)
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer; the other keys are those of every row."""
        digit = _digit_of(event)
        if digit is not None and self._takes_digits:
            self.type_digit(digit, event.timestamp())
        else:
            self._typed.forget()
            super().keyPressEvent(event)

    def _anchors(self) -> list[tuple[int, str]]:
        return [
            (1, self.tr("Very light")),
            (3, self.tr("Light")),
            (5, self.tr("Moderate")),
            (7, self.tr("Hard")),
            (9, self.tr("Too much")),
        ]
