"""Everything that is seen in the player, put together; it shows models and emits what the person wants."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from facet_desktop.domain.errors import Trouble
from facet_desktop.services.wording.dose_words import clock_text
from facet_desktop.services.wording.player_words import PlayerWords
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.error_words import ErrorWords
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, SPACE_XL
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.player.buttons import calm
from facet_desktop.ui.player.controls import ControlsBar
from facet_desktop.ui.player.done_panel import DonePanel
from facet_desktop.ui.player.figure_card import FigureCard
from facet_desktop.ui.player.header import PlayerHeader
from facet_desktop.ui.player.models import DoneModel, Motion, PlayModel, Screen
from facet_desktop.ui.player.pain_before import PainBefore
from facet_desktop.ui.player.paused_panel import PausedPanel
from facet_desktop.ui.player.rest_panel import RestClock, RestQuestions
from facet_desktop.ui.player.segments import Segment
from facet_desktop.ui.player.timeline_bar import TimelineBar
from facet_desktop.ui.player.work_panel import WorkPanel
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.scales import EffortScale, PainScale

_EDGE_PX = 34
_LEFT_SHARE = 56
"""Per cent of the width for the figure."""


class _Body(QWidget):
    """Takes all the height that is left, whatever it holds."""

    def hasHeightForWidth(self) -> bool:
        """No: asking every label in it for its height at many widths would change nothing, and is dear."""
        return False


class PlayerStage(QWidget):
    """Header, timeline, message, body and controls."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look, figures = context.theme.player, context.services.figures
        self._words: PlayerWords = context.words.player
        self._shown: PlayModel | None = None
        self.header = PlayerHeader(look, self)
        self.timeline = TimelineBar(look, self._describe, self)
        self.banner = Banner(look, "", Tone.ALERT, self, closable=False)
        self.banner.setObjectName("player_trouble")
        self.again = self.banner.add_action(self.tr("Try again"), "player_try_again")
        calm(self.again)
        self.banner.hide()
        self.before = PainBefore(look, self)
        self.figure = FigureCard(look, figures, self)
        self.questions = RestQuestions(look, self)
        self.questions.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.work = WorkPanel(look, self)
        self.rest = RestClock(look, figures, self)
        self.paused = PausedPanel(look, self)
        self.done = DonePanel(look, self)
        self.controls = ControlsBar(look, self)
        self._left = _stacked(self.figure, self.questions)
        self._right = _stacked(self.work, self.rest, self.paused)
        self._columns = QHBoxLayout()
        self._faces = QStackedLayout()
        self._lay_out()

    def show_segments(self, segments: tuple[Segment, ...]) -> None:
        """Show another timeline."""
        self.timeline.show_segments(segments)

    def show_model(self, model: PlayModel) -> None:
        """Show another state; does nothing when it is the same."""
        if model == self._shown:
            return
        self._shown = model
        self._faces.setCurrentIndex(0)
        self.header.show_model(model)
        self.controls.setVisible(True)
        self.controls.show_model(model.controls)
        self._show_before(model.asks_before)
        self._fill(model)
        # Last: what is filled while it cannot be seen is laid out once, when it comes up.
        self._share_out(model.screen)
        self._left.setCurrentWidget(self.questions if model.screen is Screen.REST else self.figure)
        self._right.setCurrentWidget(self._right_face(model))

    def show_motion(self, motion: Motion) -> None:
        """Show another instant."""
        self.timeline.show_motion(motion)
        if self._shown is not None and self._shown.screen is Screen.WORK:
            self.figure.show_motion(motion)
            self.work.show_motion(motion)

    def show_done(self, model: DoneModel) -> None:
        """Show the page after the session."""
        self._shown = None
        self.header.show_done(model.is_preview)
        self.before.hide()
        self.controls.hide()
        self.done.show_model(model)
        self._faces.setCurrentWidget(self.done)

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Say what could not be stored and what to do; None takes the message away."""
        if trouble is not None:
            words = ErrorWords(translate).trouble(trouble)
            self.banner.show_text(f"{words.headline}. {words.advice}")
        if self.banner.isHidden() != (trouble is None):
            self.banner.setVisible(trouble is not None)

    def is_done_shown(self) -> bool:
        """Whether the page after the session is on the screen."""
        return self._shown is None and self._faces.currentWidget() is self.done

    def scale(self, at_ms: int) -> PainScale | None:
        """The pain scale that a digit typed at `at_ms` answers, or None."""
        scales = (self.before.scale, self.questions.scale, self.done.scale_for_digits(at_ms))
        return next((scale for scale in scales if scale.isVisible()), None)

    def effort_scale(self) -> EffortScale | None:
        """The effort scale that is on the screen, or None."""
        scales = (self.questions.effort_scale, self.done.last.effort_scale)
        return next((scale for scale in scales if scale.isVisible()), None)

    def _fill(self, model: PlayModel) -> None:
        self.figure.show_figure(model.figure)
        if model.work is not None:
            self.work.show_model(model.work)
        if model.rest is not None:
            self.questions.show_model(model.rest)
            self.questions.show_verdict(model.verdict)
            self.rest.show_model(model.rest)
        if model.paused is not None:
            self.paused.show_model(model.paused)

    def _share_out(self, screen: Screen) -> None:
        """Figure and ring share the width as drawn; a narrow rest gives the questions what they need."""
        width = self.width() - 2 * _EDGE_PX
        left = _LEFT_SHARE * width / 100
        if screen is Screen.REST:
            left = max(left, self.questions.minimumSizeHint().width())
        self._columns.setStretch(0, round(left))
        self._columns.setStretch(1, max(1, round(width - left)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width again."""
        super().resizeEvent(event)
        if self._shown is not None:
            self._share_out(self._shown.screen)

    def _right_face(self, model: PlayModel) -> QWidget:
        if model.paused is not None:
            return self.paused
        return self.rest if model.screen is Screen.REST else self.work

    def _show_before(self, asked: bool) -> None:
        if asked and self.before.isHidden():
            self.before.scale.set_value(None)
        self.before.setVisible(asked)

    def _describe(self, segment: Segment) -> str:
        length = clock_text(segment.duration_ms)
        if not segment.is_work:
            return self.tr("Rest, %1").replace("%1", length)
        where = self._words.where(segment.step).split(" \N{MIDDLE DOT} repetition")[0]
        return ", ".join(text for text in (segment.step.name, where, length) if text)

    def _lay_out(self) -> None:
        play = QWidget(self)
        columns = self._columns
        play.setLayout(columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addLayout(self._left)
        columns.addLayout(self._right)
        body = _Body(self)
        body.setLayout(self._faces)
        self._faces.addWidget(play)
        self._faces.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, SPACE_S, _EDGE_PX, SPACE_XL)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.timeline)
        column.addWidget(self.banner)
        column.addWidget(self.before)
        column.addSpacing(SPACE_S)
        column.addWidget(body, 1)
        column.addSpacing(SPACE_M + 2)
        column.addWidget(self.controls, 0, Qt.AlignmentFlag.AlignBottom)


def _stacked(*widgets: QWidget) -> QStackedLayout:
    stack = QStackedLayout()
    for widget in widgets:
        stack.addWidget(widget)
    return stack
