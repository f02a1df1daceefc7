"""From keys, buttons and answers to the session: what each of them does, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.engine import PauseReason
from facet_desktop.ui.player.keys import Command
from facet_desktop.ui.player.presenter import PlayerPresenter
from facet_desktop.ui.player.questions import HurtsOverlay, KeysOverlay, StopOverlay
from facet_desktop.ui.player.remedies import Remedy
from facet_desktop.ui.player.stage import PlayerStage
from facet_desktop.ui.theme import Look


class PlayerActions(QObject):
    """`acted` is emitted after anything that may have changed the session, `left` when the person goes."""

    acted = Signal()
    left = Signal()
    voice_toggled = Signal()

    def __init__(self, look: Look, stage: PlayerStage, page: QWidget) -> None:
        super().__init__(page)
        self.presenter: PlayerPresenter | None = None
        self.sound_on = True
        self.hurts = HurtsOverlay(look, page)
        self.stop = StopOverlay(look, page)
        self.keys = KeysOverlay(look, page)
        self._stage = stage
        self._page = page
        self._go_on_after_question = False
        self._commands = self._make_commands()
        self._wire_buttons()
        self._wire_answers()

    def open(self, presenter: PlayerPresenter | None) -> None:
        """Act on another session from now on."""
        self.presenter = presenter
        self._go_on_after_question = False
        if presenter is not None:
            presenter.sound_on = self.sound_on
        for overlay in (self.hurts, self.stop, self.keys):
            overlay.hide()

    def do(self, command: Command) -> None:
        """Do what a key or button asks for."""
        presenter = self.presenter
        if presenter is None:
            return
        over_allowed = command in (Command.LEAVE, Command.FINISH, Command.FULL_SCREEN, Command.KEYS)
        if over_allowed or not presenter.session.is_over:
            self._commands[command](presenter)
            self.acted.emit()

    def _make_commands(self) -> dict[Command, Callable[[PlayerPresenter], object]]:
        return {
            Command.TOGGLE: PlayerPresenter.toggle,
            Command.COUNT: PlayerPresenter.count,
            Command.SKIP: PlayerPresenter.skip,
            Command.BACK: PlayerPresenter.back,
            Command.EXTEND: PlayerPresenter.extend,
            Command.EASE: PlayerPresenter.ease,
            Command.RETRY: PlayerPresenter.try_again,
            Command.HURTS: self._ask_hurts,
            Command.SOUND: self._toggle_sound,
            Command.VOICE: lambda _presenter: self.voice_toggled.emit(),
            Command.FULL_SCREEN: self._toggle_full_screen,
            Command.KEYS: lambda _presenter: self.keys.open(),
            Command.LEAVE: self._ask_stop,
            Command.FINISH: self._finish_by_key,
        }

    def _ask_hurts(self, presenter: PlayerPresenter) -> None:
        presenter.pause(PauseReason.HURTS)
        easier = presenter.remedies.easier()
        can_lower = presenter.remedies.lowered() is not None
        self.hurts.ask(can_lower=can_lower, easier=easier.name if easier is not None else "")

    def _answer_hurts(self, remedy: Remedy) -> None:
        if self.presenter is not None:
            self.presenter.answer_hurts(remedy)
            self.acted.emit()

    def _ask_stop(self, presenter: PlayerPresenter) -> None:
        if presenter.session.is_over:
            self._stage.done.leave()
        elif presenter.record is None:
            presenter.stop()
            self.left.emit()
        else:
            self._go_on_after_question = presenter.is_running
            presenter.hold()
            self.stop.open(presenter.kept())

    def _keep_going(self) -> None:
        if self.presenter is not None and self._go_on_after_question:
            self.presenter.resume()
        self.acted.emit()

    def _stop(self) -> None:
        if self.presenter is not None:
            self.presenter.stop()
            self.acted.emit()

    def _finish_by_key(self, presenter: PlayerPresenter) -> None:
        if presenter.session.is_over:
            self._stage.done.leave()

    def _finish(self, note: str) -> None:
        if self.presenter is None:
            return
        self.presenter.note(note)
        if self.presenter.trouble is None:
            self._stage.done.note.clear()
            self.left.emit()
        else:
            self.acted.emit()

    def _toggle_sound(self, presenter: PlayerPresenter) -> None:
        self.sound_on = presenter.sound_on = not presenter.sound_on

    def _toggle_full_screen(self, _presenter: PlayerPresenter) -> None:
        window = self._page.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _with_value(self, act: Callable[[PlayerPresenter, int], None]) -> Callable[[int], None]:
        def take(value: int) -> None:
            if self.presenter is not None:
                act(self.presenter, value)
                self.acted.emit()

        return take

    def _wire_buttons(self) -> None:
        stage = self._stage
        for button, command in (
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
            (stage.controls.voice, Command.VOICE),
            (stage.work.by_hand, Command.COUNT),
            (stage.paused.resume, Command.TOGGLE),
            (stage.paused.restart, Command.BACK),
            (stage.paused.stop, Command.LEAVE),
            (stage.rest.more, Command.EXTEND),
            (stage.rest.go, Command.SKIP),
            (stage.again, Command.RETRY),
        ):
            button.clicked.connect(lambda _=False, one=command: self.do(one))

    def _wire_answers(self) -> None:
        stage = self._stage
        for scale in (stage.before.scale, stage.questions.scale, stage.done.scale):
            scale.chosen.connect(self._with_value(PlayerPresenter.rate_pain))
        stage.questions.effort_scale.chosen.connect(self._with_value(PlayerPresenter.rate_effort))
        stage.timeline.chosen.connect(self._with_value(PlayerPresenter.jump))
        stage.done.finished.connect(self._finish)
        self.hurts.scale.chosen.connect(self._with_value(PlayerPresenter.rate_hurt))
        self.hurts.chosen.connect(self._answer_hurts)
        self.stop.left.connect(self._keep_going)
        self.stop.confirmed.connect(self._stop)
