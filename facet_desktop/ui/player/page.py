"""The session player: one page, one timer. Time itself is kept by the session alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError
from facet_desktop.garbage import WhileFramesCount
from facet_desktop.resources import resources_dir
from facet_desktop.services.playing import PlayedSession
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SCALE_MIN
from facet_desktop.ui.page import Page
from facet_desktop.ui.player.actions import PlayerActions
from facet_desktop.ui.player.announcer import Announcer
from facet_desktop.ui.player.awake import Awake
from facet_desktop.ui.player.describe_room import RoomDescriber
from facet_desktop.ui.player.faces import PlayerFaces
from facet_desktop.ui.player.figures_ahead import FiguresAhead
from facet_desktop.ui.player.keys import MINI_COMMANDS, Command, command_of, digit_of, shifted_digit_of
from facet_desktop.ui.player.presenter import PlayerPresenter
from facet_desktop.ui.player.sounds import CueSounds, Sounds
from facet_desktop.ui.player.surroundings import Surroundings
from facet_desktop.ui.voice.cue_voice import CueVoice, Voice
from facet_desktop.ui.widgets.scales import PainScale

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
        self._short_searches = WhileFramesCount()
        self._figures_ahead = FiguresAhead(context.services.figures, context.services.own.prescribed)
        self._voice = voice or CueVoice(lambda: settings.present, self)
        self.setObjectName("player_page")
        self.setAccessibleName(self.tr("Session player"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = context.theme.player
        self._look.dress(self)
        self.faces = PlayerFaces(context, self)
        self.stage = self.faces.stage
        self.around = Surroundings(self, context)
        self._rooms = RoomDescriber(context.services, context.words, self)
        self._announcer = Announcer(self)
        self.actions_here = PlayerActions(self._look, context.services.figures, self.stage, self)
        self._timer = QTimer(self)
        self._timer.setObjectName("player_timer")
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._wire()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.faces)
        # Words follow the window, so the words of now must not keep the window from becoming smaller.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)

    def _wire(self) -> None:
        actions, around = self.actions_here, self.around
        actions.acted.connect(self._show)
        actions.left.connect(self._close)
        actions.voice_toggled.connect(self._toggle_voice)
        actions.window_asked.connect(self._ask_window)
        around.changed.connect(self._show)
        around.mini.commanded.connect(self._do_from_mini)
        around.mini.rated.connect(self._rate_from_mini)
        self.faces.stirred.connect(around.come_near)
        self.stage.header.screens.clicked.connect(self._choose_screen)
        self._timer.timeout.connect(self.advance)

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
        self._announcer.forget()
        self.actions_here.open(PlayerPresenter(services, words, session, self))
        for scale in self.findChildren(PainScale):
            scale.set_limits(services.settings.present.thresholds)
        self._sounds.prepare()
        self._voice.prepare()
        self.stage.controls.show_voice(services.settings.present.voice)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._figures_ahead.begin(session.planned.items)
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
        self.around.mini.leave()
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
        if self.around.mini.is_open or not self._is_minimised or not presenter.is_running:
            self._show()
        self._figures_ahead.go_on()

    def _show(self) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        self.stage.show_trouble(presenter.trouble)
        self.stage.show_segments(presenter.segments)
        if presenter.session.is_over or presenter.trouble is not None:
            self.around.mini.leave()
        if not presenter.session.is_over:
            self._show_instant(presenter)
        elif not self.stage.is_done_shown():
            self.stage.show_motion(presenter.motion())
            self.stage.show_done(presenter.done())
            self.faces.show_stage()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if presenter.session.is_over:
            self.stage.done.verdict.show_model(presenter.verdict())
        self._retime()

    def _show_instant(self, presenter: PlayerPresenter) -> None:
        """Where the session is to be seen: in the mini window, large for the room, or with everything."""
        model, motion, mini = presenter.model(), presenter.motion(), self.around.mini
        self._announcer.tell(model, mini.window if mini.is_open else self)
        is_asked = presenter.trouble is not None or model.verdict is not None
        if mini.is_open:
            pain = self.stage.questions.pain_at(model.rest) if model.rest is not None else None
            mini.show_instant(model, self._rooms.room(presenter.session, model), motion, pain)
        elif self.around.is_far() and not is_asked:
            self.faces.show_far(self._rooms.room(presenter.session, model), motion)
        else:
            self.faces.show_near(model, motion)

    def _retime(self) -> None:
        """The timer runs only while time counts and somebody can see or hear it."""
        presenter = self.presenter
        runs = presenter is not None and presenter.is_running
        self._awake.keep(runs)
        self._short_searches.set(runs)
        if presenter is not None and not runs and not presenter.session.is_over:
            self._voice.hush()
        mini = self.around.mini
        if not runs or not (self.isVisible() or mini.is_open):
            self._timer.stop()
            return
        unseen = mini.window.isMinimized() if mini.is_open else self._is_minimised
        wanted = MINIMISED_MS if unseen else FRAME_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def _ask_window(self, command: Command) -> None:
        """What concerns the window; a session that is over has nothing to show in a small one."""
        presenter = self.presenter
        if command is not Command.MINI or (presenter is not None and not presenter.session.is_over):
            self.around.do(command)

    def _do_from_mini(self, command: Command) -> None:
        """What asks a question needs the large window for it."""
        if command not in MINI_COMMANDS:
            self.around.mini.leave()
        self.actions_here.do(command)

    def _rate_from_mini(self, pain_nprs: int) -> None:
        """An answer as in the large window, which shows what it asks for."""
        presenter = self.presenter
        rest = presenter.model().rest if presenter is not None else None
        if presenter is None or rest is None:
            return
        self.stage.questions.answer_pain(rest, pain_nprs)
        if presenter.verdict() is not None:
            self.around.mini.leave()

    def _choose_screen(self) -> None:
        button = self.stage.header.screens
        self.around.menu(button).popup(button.mapToGlobal(button.rect().bottomLeft()))

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
        self.around.full.leave_own()
        if presenter is not None:
            self.closed.emit(presenter.record)
            presenter.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Keys of the player come before shortcuts of the window."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every command by key; digits answer the question that is on the screen."""
        command = command_of(event)
        if event.isAutoRepeat() or self.presenter is None:
            super().keyPressEvent(event)
        elif self._take_digit(event):
            pass
        elif command is not None:
            self.actions_here.do(command)
        else:
            super().keyPressEvent(event)

    def _take_digit(self, event: QKeyEvent) -> bool:
        """A digit answers pain, with Shift effort, even where the layout has the sign of a command there."""
        digit, shifted = digit_of(event), shifted_digit_of(event)
        if (digit is not None or shifted is not None) and self.faces.is_far:
            self.around.come_near()  # so that the answer is seen
        at_ms = self._context.services.clock.monotonic_ms()
        scale, effort_scale = self.stage.scale(at_ms), self.stage.effort_scale()
        if shifted is not None and effort_scale is not None:
            effort_scale.type_digit(shifted, at_ms)
        elif digit is not None and command_of(event) is None and scale is not None:
            scale.type_digit(digit, at_ms)
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Whoever looks for a button by Tab wants to see it."""
        if self.presenter is not None:
            self.around.come_near()
        return super().focusNextPrevChild(forward)

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
        self.around.full.watch()
        self.stage.header.screens.setVisible(len(self.around.full.screens()) > 1)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Minimised or in the mini window it goes on; hidden for another page, the session stands still."""
        super().hideEvent(event)
        if self.around.mini.is_open:
            self._retime()
        elif event.spontaneous():
            self._is_minimised = True
            self._retime()
        else:
            self.hold()


def _is_ours(event: QKeyEvent) -> bool:
    is_digit = digit_of(event) is not None or shifted_digit_of(event) is not None
    return is_digit or command_of(event) is not None


def _stepped(scale: float) -> float:
    """Whole steps of the text size, so that dragging the window's edge does not restyle all the time."""
    return max(SCALE_MIN, int(scale / _STEP + 1e-9) * _STEP)
