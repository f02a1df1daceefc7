"""The figure of an exercise, moving in its own tempo and breath, with the controls for looking at it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.domain.demonstration import Demonstration, Shown, demonstration
from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.step import Part, StepSide
from facet_desktop.services.ports import Clock
from facet_desktop.services.wording.player_words import PlayerWords
from facet_desktop.services.wording.sentence import sentence
from facet_desktop.ui.exercise_picture import picture_ground
from facet_desktop.ui.figure.colours import COLOURS
from facet_desktop.ui.figure.view import FigureView
from facet_desktop.ui.metrics import RADIUS_CARD, SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.painting import centred_square, draw_icon, fill_round, smooth_painter
from facet_desktop.ui.widgets.segmented import SegmentedControl

FRAME_MS = 33
_DOT = " \N{MIDDLE DOT} "
_HEIGHT_PX, _SIGN_PX = 330, 64
_SHAPE = 0.7
"""Height to width of the card at most."""
_USUAL = {Part.UP: 0, Part.HOLD: 1, Part.DOWN: 2}


def still_picture(content: bytes | None) -> QPixmap | None:
    """A stored picture, or None where there is none that can be read."""
    picture = QPixmap()
    return picture if content is not None and picture.loadFromData(content) else None


class StillPicture(QWidget):
    """A picture of the clinic's own, or a calm sign where an exercise has neither figure nor picture."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: QPixmap | None = None
        self.setObjectName("library_still")

    def show_picture(self, picture: QPixmap | None, name: str) -> None:
        """Show this picture; None shows the sign."""
        self._picture = picture
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in its present state."""
        painter = smooth_painter(self)
        if self._picture is None:
            side = self._look.px(_SIGN_PX)
            square = centred_square(self.rect(), side)
            draw_icon(painter, self._look, "person-standing", self._look.palette.muted, square)
        else:
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(QRectF(self.rect()).center())
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
        painter.end()


class MovingCard(QWidget):
    """One timer, which runs only while the card is seen and nothing is paused."""

    def __init__(
        self,
        look: Look,
        words: PlayerWords,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        height_px: int = _HEIGHT_PX,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._height_px = height_px
        self._words = words
        self._clock = clock
        self._exercise: Exercise | None = None
        self._movement: Movement | None = None
        self._demo: Demonstration | None = None
        self._before_ms = 0
        self._since_ms: int | None = None
        self._wants_to_move = True
        self._one_sided = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._frame)
        self.setObjectName("library_figure_card")
        self.view = FigureView(self)
        self.view.setObjectName("library_figure")
        self._still = StillPicture(look, self)
        self._stage = QStackedWidget(self)
        self._stage.addWidget(self.view)
        self._stage.addWidget(self._still)
        self._stage.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_S)
        column.setSpacing(SPACE_S)
        column.addWidget(self._stage, 1)
        column.addWidget(self._controls())
        look.changed.connect(self._restyle)
        self._restyle()

    def show_exercise(
        self, exercise: Exercise, movement: Movement | None, still: QPixmap | None, *, one_sided: bool
    ) -> None:
        """Show another exercise from its start. Without a movement, its picture or a quiet sign."""
        self._exercise, self._movement = exercise, movement
        self._before_ms, self._since_ms = 0, None
        if movement is not None:
            self._demo = demonstration(exercise, alternating=movement.alternating, cyclic=movement.cyclic)
            self.view.show_movement(movement, exercise.name, exercise.steps[0] if exercise.steps else "")
        else:
            self._demo = None
            self._still.show_picture(still, exercise.name)
        self._stage.setCurrentIndex(0 if movement is not None else 1)
        self._bar.setVisible(movement is not None)
        self._one_sided = one_sided
        self._sides.setVisible(one_sided)
        self._sides.set_key(StepSide.RIGHT.value)
        self._restart()
        self._frame()

    def is_moving(self) -> bool:
        """Whether the figure moves now."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Stops the figure, or lets it go on."""
        self._bank()
        self._wants_to_move = not self._wants_to_move
        self._restart()

    @property
    def last_stop(self) -> QWidget:
        """The last control that Tab reaches here."""
        return self._sides.cells()[-1]

    def take_focus(self) -> bool:
        """Puts the keyboard on the figure; False where there is none to turn."""
        if self._movement is not None:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._movement is not None

    def sizeHint(self) -> QSize:
        """Room for figure and controls."""
        return QSize(self._look.px(400), self._look.px(self._height_px))

    def minimumSizeHint(self) -> QSize:
        """Still a figure that can be read."""
        return QSize(self._look.px(280), self._look.px(self._height_px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Not higher than a figure needs: what stands below it should be seen as well."""
        super().resizeEvent(event)
        self.setMaximumHeight(max(self.minimumSizeHint().height(), round(event.size().width() * _SHAPE)))

    def showEvent(self, event: QShowEvent) -> None:
        """Go on."""
        super().showEvent(event)
        self._restart()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        super().hideEvent(event)
        self._bank()
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground on which the figure stands."""
        painter = smooth_painter(self)
        fill_round(painter, QRectF(self.rect()), picture_ground(self._look.palette), RADIUS_CARD)
        painter.end()

    def _controls(self) -> QWidget:
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        self._play = IconButton(self._look, "pause", "", self._bar)
        self._play.setObjectName("library_play")
        self._play.clicked.connect(self.toggle)
        row.addWidget(self._play)
        self._now = PlainLabel("", TextRole.STRONG, self._bar, wrap=True)
        self._now.setObjectName("library_now")
        row.addWidget(self._now, 1)
        options = ((StepSide.LEFT.value, self.tr("Left")), (StepSide.RIGHT.value, self.tr("Right")))
        self._sides = SegmentedControl(self._look, options, self.tr("Side"), self._bar)
        self._sides.setObjectName("library_sides")
        self._sides.selected.connect(lambda _: self._frame())
        row.addWidget(self._sides)
        return self._bar

    def _elapsed_ms(self) -> int:
        running = 0 if self._since_ms is None else self._clock.monotonic_ms() - self._since_ms
        return self._before_ms + running

    def _bank(self) -> None:
        self._before_ms = self._elapsed_ms()
        self._since_ms = None

    def _restart(self) -> None:
        moves = self._wants_to_move and self._demo is not None and not self._look.reduced_motion
        self._bank()
        if moves and self.isVisible():
            self._since_ms = self._clock.monotonic_ms()
            self._timer.start()
        else:
            self._timer.stop()
        is_paused = not self._wants_to_move
        self._play.set_icon_name("play" if is_paused else "pause")
        self._play.set_name(self.tr("Move (Space)") if is_paused else self.tr("Stop moving (Space)"))
        self._play.setVisible(not self._look.reduced_motion)

    def _frame(self) -> None:
        if self._demo is None:
            return
        shown = self._demo.at(self._elapsed_ms(), self._side())
        self.view.set_moment(shown.position, shown.breath.volume, shown.side)
        text = self._words_of(shown)
        if text != self._now.text():
            self._now.setText(text)

    def _side(self) -> StepSide:
        return StepSide(self._sides.key()) if self._one_sided else StepSide.BOTH

    def _words_of(self, shown: Shown) -> str:
        if self._look.reduced_motion:
            return self.tr("Start and end")
        breath = self._words.breath(shown.breath.phase)
        if self._movement is not None and self._movement.cyclic:
            return breath
        return f"{sentence(self._part(shown.part))}{_DOT}{breath}"

    def _part(self, part: Part) -> str:
        own = self._exercise.tempo_words if self._exercise is not None else None
        usual = (self.tr("go"), self.tr("hold"), self.tr("return"))
        return self.tr("pause") if part is Part.PAUSE else (own or usual)[_USUAL[part]]

    def _restyle(self) -> None:
        palette = self._look.palette
        self.view.set_colours(COLOURS.get(palette.name, COLOURS["light"]))
        self.view.set_reduced_motion(self._look.reduced_motion)
        self._restart()
        self._frame()
        self.update()
