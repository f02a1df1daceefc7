"""The session player: one page, one timer. Time itself is kept by the session alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError
from facet_desktop.resources import resources_dir
from facet_desktop.services.playing import PlayedSession
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SCALE_MIN
from facet_desktop.ui.page import Page
from facet_desktop.ui.player.actions import PlayerActions
from facet_desktop.ui.player.awake import Awake
from facet_desktop.ui.player.keys import command_of, digit_of
from facet_desktop.ui.player.presenter import PlayerPresenter
from facet_desktop.ui.player.sounds import CueSounds, Sounds
from facet_desktop.ui.player.stage import PlayerStage
from facet_desktop.ui.voice.cue_voice import CueVoice, Voice

FRAME_MS = 16
MINIMISED_MS = 250
"""Often enough for the tones while nothing can be seen."""
DESIGN_PX = (1280, 800)
"""The window for which the sizes are drawn; a larger one is read from further away, so its words grow."""
LEAST_PX = (950, 660)
"""The smallest window that holds everything at 100 %; below it the words shrink."""
_STEP = 0.05


class PlayerPage(Page):
    """Plays one session at a time. `closed` carries its stored head, or None after a preview."""

    closed = Signal(object)

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        sounds: Sounds | None = None,
        awake: Awake | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._is_minimised = False
        settings = context.services.settings
        self._sounds = sounds or CueSounds(resources_dir() / "sounds", lambda: settings.present, self)
        self._awake = awake or Awake()
        self._voice = voice or CueVoice(lambda: settings.present, self)
        self.setObjectName("player_page")
        self.setAccessibleName(self.tr("Session player"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = context.theme.player
        self._look.dress(self)
        self.stage = PlayerStage(context, self)
        self.actions_here = PlayerActions(self._look, context.services.figures, self.stage, self)
        self.actions_here.acted.connect(self._show)
        self.actions_here.left.connect(self._close)
        self.actions_here.voice_toggled.connect(self._toggle_voice)
        self._timer = QTimer(self)
        self._timer.setObjectName("player_timer")
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        # Words follow the window, so the words of now must not keep the window from becoming smaller.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)

    @property
    def presenter(self) -> PlayerPresenter | None:
        """The presenter of the session that is open, or None."""
        return self.actions_here.presenter

    def open(self, session: PlayedSession) -> None:
        """Show a session that has been begun or taken up."""
        before = self.presenter
        if before is not None:
            before.deleteLater()
        services, words = self._context.services, self._context.words
        self.actions_here.open(PlayerPresenter(services, words, session, self))
        self._sounds.prepare()
        self._voice.prepare()
        self.stage.controls.show_voice(services.settings.present.voice)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def hold(self) -> None:
        """Make the session stand still, with everything kept; called before the program closes."""
        presenter = self.presenter
        if presenter is None:
            return
        if presenter.session.is_over:
            presenter.note(self.stage.done.note.toPlainText())
            self.stage.done.note.clear()
        else:
            presenter.hold()
            self._show()
        self._voice.close()

    def leave(self) -> bool:
        """Whatever is under way stands still and stays where it is."""
        self.hold()
        return True

    def advance(self) -> None:
        """One frame: let the session read the clock, sound what is due, show the instant."""
        presenter = self.presenter
        if presenter is None:
            return
        cues = presenter.tick()
        for cue in cues:
            if presenter.sound_on:
                self._sounds.play(cue)
        if cues:
            self._voice.speak(cues, presenter.session.frame())
        if not self._is_minimised or not presenter.is_running:
            self._show()

    def _show(self) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        self.stage.show_trouble(presenter.trouble)
        self.stage.show_segments(presenter.segments)
        if not presenter.session.is_over:
            self.stage.show_model(presenter.model())
            self.stage.show_motion(presenter.motion())
        elif not self.stage.is_done_shown():
            self.stage.show_motion(presenter.motion())
            self.stage.show_done(presenter.done())
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if presenter.session.is_over:
            self.stage.done.verdict.show_model(presenter.verdict())
        self._retime()

    def _retime(self) -> None:
        """The timer runs only while time counts and somebody can see or hear it."""
        presenter = self.presenter
        runs = presenter is not None and presenter.is_running
        self._awake.keep(runs)
        if presenter is not None and not runs and not presenter.session.is_over:
            self._voice.hush()
        if not runs or not self.isVisible():
            self._timer.stop()
            return
        wanted = MINIMISED_MS if self._is_minimised else FRAME_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def _toggle_voice(self) -> None:
        settings = self._context.services.settings
        try:
            settings.change(voice=not settings.present.voice)
        except StorageError as error:
            self._context.report(error)
        voice_on = settings.present.voice
        self.stage.controls.show_voice(voice_on)
        if voice_on:
            self._voice.prepare()
        else:
            self._voice.close()

    def _close(self) -> None:
        presenter = self.presenter
        self._voice.close()
        self.actions_here.open(None)
        self._retime()
        if presenter is not None:
            self.closed.emit(presenter.record)
            presenter.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Keys of the player come before shortcuts of the window."""
        is_ours = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_ours and isinstance(event, QKeyEvent) and (command_of(event) or digit_of(event) is not None):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every command by key; digits answer the question that is on the screen."""
        command, digit, scale = command_of(event), digit_of(event), self.stage.scale()
        if event.isAutoRepeat() or self.presenter is None:
            super().keyPressEvent(event)
        elif command is not None:
            self.actions_here.do(command)
        elif digit is not None and scale is not None:
            scale.type_digit(digit, self._context.services.clock.monotonic_ms())
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """What fits at the smallest text size."""
        return QSize(*(round(side * SCALE_MIN) for side in LEAST_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the window: never too large for it, and larger where it is large."""
        super().resizeEvent(event)
        grown = min(self.width() / DESIGN_PX[0], self.height() / DESIGN_PX[1])
        most = min(self.width() / LEAST_PX[0], self.height() / LEAST_PX[1])
        self._look.set_room(_stepped(min(grown, most)), _stepped(most))

    def showEvent(self, event: QShowEvent) -> None:
        """Frames again."""
        super().showEvent(event)
        self._is_minimised = False
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Minimised, the tones go on; hidden by the program itself, the session stands still."""
        super().hideEvent(event)
        if event.spontaneous():
            self._is_minimised = True
            self._retime()
        else:
            self.hold()


def _stepped(scale: float) -> float:
    """Whole steps of the text size, so that dragging the window's edge does not restyle all the time."""
    return max(SCALE_MIN, int(scale / _STEP + 1e-9) * _STEP)
