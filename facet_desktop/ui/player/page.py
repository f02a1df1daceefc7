"""The session player: one page, one timer. Time itself is kept by the session alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.domain.engine import PauseReason
from facet_desktop.resources import resources_dir
from facet_desktop.services.playing import PlayedSession
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.error_words import ErrorWords
from facet_desktop.ui.page import Page
from facet_desktop.ui.player.keys import Command, command_of, digit_of
from facet_desktop.ui.player.presenter import PlayerPresenter
from facet_desktop.ui.player.questions import HurtsOverlay, KeysOverlay, StopOverlay
from facet_desktop.ui.player.remedies import Remedy
from facet_desktop.ui.player.sounds import CueSounds, Sounds
from facet_desktop.ui.player.stage import PlayerStage
from facet_desktop.ui.translation import translate

FRAME_MS = 16
MINIMISED_MS = 250
"""Often enough for the tones while nothing can be seen."""


class PlayerPage(Page):
    """Plays one session at a time. `closed` carries its stored head, or None after a preview."""

    closed = Signal(object)

    def __init__(
        self, context: UiContext, parent: QWidget | None = None, *, sounds: Sounds | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter: PlayerPresenter | None = None
        self._sound_on = True
        self._is_minimised = False
        self._resume_after_question = False
        settings = context.services.settings
        self._sounds: Sounds = sounds or CueSounds(resources_dir() / "sounds", lambda: settings.present, self)
        self.setObjectName("player_page")
        self.setAccessibleName(self.tr("Session player"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look = context.theme.player
        look.dress(self)
        self.stage = PlayerStage(context, self)
        self.hurts_overlay = HurtsOverlay(look, self)
        self.stop_overlay = StopOverlay(look, self)
        self.keys_overlay = KeysOverlay(look, self)
        self._again = self.stage.banner.add_action(self.tr("Try again"), "player_try_again")
        self._timer = QTimer(self)
        self._timer.setObjectName("player_timer")
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self._commands = self._make_commands()
        self._wire()

    @property
    def presenter(self) -> PlayerPresenter | None:
        """The presenter of the session that is open."""
        return self._presenter

    def open(self, session: PlayedSession) -> None:
        """Show a session that has been begun or taken up."""
        if self._presenter is not None:
            self._presenter.deleteLater()
        services = self._context.services
        self._presenter = PlayerPresenter(services, self._context.words, session, self)
        self._presenter.sound_on = self._sound_on
        self._resume_after_question = False
        for overlay in (self.hurts_overlay, self.stop_overlay, self.keys_overlay):
            overlay.hide()
        self._sounds.prepare()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def hold(self) -> None:
        """Make the session stand still, with everything kept; called before the program closes."""
        presenter = self._presenter
        if presenter is None:
            return
        if presenter.session.is_over:
            presenter.note(self.stage.done.note.toPlainText())
            self.stage.done.note.clear()
        else:
            presenter.hold()
            self._show()
        self._retime()

    def leave(self) -> bool:
        """Whatever is under way stands still and stays where it is."""
        self.hold()
        return True

    def advance(self) -> None:
        """One frame: let the session read the clock, sound what is due, show the instant."""
        presenter = self._presenter
        if presenter is None:
            return
        for cue in presenter.tick():
            if presenter.sound_on:
                self._sounds.play(cue)
        if not self._is_minimised or not presenter.is_running:
            self._show()

    # Showing

    def _show(self) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        self._show_trouble(presenter)
        self.stage.show_segments(presenter.segments)
        self.stage.show_motion(presenter.motion())
        if presenter.session.is_over:
            self._show_done(presenter)
        else:
            self.stage.show_model(presenter.model())
        self._retime()

    def _show_done(self, presenter: PlayerPresenter) -> None:
        if not self.stage.done.isVisible():
            self.stage.show_done(presenter.done())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self, presenter: PlayerPresenter) -> None:
        trouble = presenter.trouble
        if trouble is not None:
            words = ErrorWords(translate).trouble(trouble)
            self.stage.banner.show_text(f"{words.headline}. {words.advice}")
        if self.stage.banner.isHidden() != (trouble is None):
            self.stage.banner.setVisible(trouble is not None)

    def _retime(self) -> None:
        """The timer runs only while time counts and somebody can see or hear it."""
        presenter = self._presenter
        if presenter is None or not presenter.is_running or not self.isVisible():
            self._timer.stop()
            return
        wanted = MINIMISED_MS if self._is_minimised else FRAME_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    # Doing

    def do(self, command: Command) -> None:
        """Do what a key or button asks for."""
        if self._presenter is not None:
            self._commands[command]()
            self._show()

    def _make_commands(self) -> dict[Command, Callable[[], object]]:
        def playing(action: Callable[[PlayerPresenter], object]) -> Callable[[], object]:
            def act() -> None:
                presenter = self._presenter
                if presenter is not None and not presenter.session.is_over:
                    action(presenter)

            return act

        return {
            Command.TOGGLE: playing(PlayerPresenter.toggle),
            Command.SKIP: playing(PlayerPresenter.skip),
            Command.BACK: playing(PlayerPresenter.back),
            Command.EXTEND: playing(PlayerPresenter.extend),
            Command.EASE: playing(PlayerPresenter.ease),
            Command.HURTS: playing(self._ask_hurts),
            Command.SOUND: self._toggle_sound,
            Command.FULL_SCREEN: self._toggle_full_screen,
            Command.KEYS: self.keys_overlay.open,
            Command.LEAVE: self._ask_stop,
            Command.FINISH: self._finish_by_key,
        }

    def _ask_hurts(self, presenter: PlayerPresenter) -> None:
        presenter.pause(PauseReason.HURTS)
        easier = presenter.remedies.easier()
        self.hurts_overlay.ask(
            can_lower=presenter.remedies.lowered() is not None,
            easier=easier.name if easier is not None else "",
        )

    def _ask_stop(self) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        if presenter.session.is_over:
            self.stage.done.leave()
        elif presenter.record is None:
            presenter.stop()
            self._close()
        else:
            self._resume_after_question = presenter.is_running
            presenter.hold()
            self.stop_overlay.open(presenter.kept())

    def _keep_going(self) -> None:
        if self._presenter is not None and self._resume_after_question:
            self._presenter.resume()
        self._show()

    def _stop(self) -> None:
        if self._presenter is not None:
            self._presenter.stop()
        self._show()

    def _answer_hurts(self, remedy: Remedy) -> None:
        if self._presenter is not None:
            self._presenter.answer_hurts(remedy)
        self._show()

    def _finish_by_key(self) -> None:
        if self._presenter is not None and self._presenter.session.is_over:
            self.stage.done.leave()

    def _finish(self, note: str) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        presenter.note(note)
        if presenter.trouble is None:
            self._close()
        else:
            self._show()

    def _close(self) -> None:
        presenter, self._presenter = self._presenter, None
        self._retime()
        if presenter is not None:
            self.closed.emit(presenter.record)
            presenter.deleteLater()

    def _toggle_sound(self) -> None:
        if self._presenter is not None:
            self._sound_on = self._presenter.sound_on = not self._presenter.sound_on

    def _toggle_full_screen(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _try_again(self) -> None:
        if self._presenter is not None:
            self._presenter.try_again()
        self._show()

    def _rate(self, pain_nprs: int) -> None:
        if self._presenter is not None:
            self._presenter.rate_pain(pain_nprs)
        self._show()

    def _rate_effort(self, effort: int) -> None:
        if self._presenter is not None:
            self._presenter.rate_effort(effort)
        self._show()

    def _jump(self, step: int) -> None:
        if self._presenter is not None and not self._presenter.session.is_over:
            self._presenter.jump(step)
        self._show()

    def _count(self) -> None:
        if self._presenter is not None:
            self._presenter.count()
        self._show()

    def _wire(self) -> None:
        stage = self.stage
        buttons = (
            (stage.header.keys, Command.KEYS),
            (stage.header.full_screen, Command.FULL_SCREEN),
            (stage.header.stop, Command.LEAVE),
            (stage.controls.back, Command.BACK),
            (stage.controls.pause, Command.TOGGLE),
            (stage.controls.skip, Command.SKIP),
            (stage.controls.more, Command.EXTEND),
            (stage.controls.ease, Command.EASE),
            (stage.controls.hurts, Command.HURTS),
            (stage.controls.sound, Command.SOUND),
        )
        for button, command in buttons:
            button.clicked.connect(lambda _=False, one=command: self.do(one))
        stage.paused.resumed.connect(lambda: self.do(Command.TOGGLE))
        stage.paused.restarted.connect(lambda: self.do(Command.BACK))
        stage.paused.stopped.connect(lambda: self.do(Command.LEAVE))
        stage.rest.extended.connect(lambda: self.do(Command.EXTEND))
        stage.rest.skipped.connect(lambda: self.do(Command.SKIP))
        for scale in (stage.before.scale, stage.questions.scale, stage.done.scale):
            scale.chosen.connect(self._rate)
        stage.questions.effort.connect(self._rate_effort)
        stage.timeline.chosen.connect(self._jump)
        stage.work.counted.connect(self._count)
        stage.done.finished.connect(self._finish)
        self._again.clicked.connect(self._try_again)
        self.hurts_overlay.rated.connect(self._rate)
        self.hurts_overlay.chosen.connect(self._answer_hurts)
        self.stop_overlay.left.connect(self._keep_going)
        self.stop_overlay.confirmed.connect(self._stop)

    # Qt's own calls

    def event(self, event: QEvent) -> bool:
        """Keys of the player come before shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if command_of(event) is not None or digit_of(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every command by key; digits answer the question that is on the screen."""
        command, digit, scale = command_of(event), digit_of(event), self.stage.scale()
        if event.isAutoRepeat() or self._presenter is None:
            super().keyPressEvent(event)
        elif command is not None:
            self.do(command)
        elif digit is not None and scale is not None:
            scale.type_digit(digit, self._context.services.clock.monotonic_ms())
        else:
            super().keyPressEvent(event)

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
