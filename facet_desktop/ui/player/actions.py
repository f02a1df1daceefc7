"""From keys, buttons and answers to the session: what each of them does, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.engine import PauseReason
from facet_desktop.ui.player.keys import WINDOW_COMMANDS, Command
from facet_desktop.ui.player.overlay import Overlay
from facet_desktop.ui.player.presenter import PlayerPresenter
from facet_desktop.ui.player.questions import HurtsOverlay, KeysOverlay, StopOverlay
from facet_desktop.ui.player.remedies import Remedy
from facet_desktop.ui.player.stage import PlayerStage
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.choices import ChoiceRow

if TYPE_CHECKING:
    from facet_desktop.domain.item_changes import Swap, SwapReason
    from facet_desktop.services.figures import FigureSource
    from facet_desktop.ui.player.change_overlay import ChangeOverlay
    from facet_desktop.ui.player.signs_overlay import SignsOverlay


class PlayerActions(QObject):
    """`acted` is emitted after anything that may have changed the session, `left` when the person goes."""

    acted = Signal()
    left = Signal()
    voice_toggled = Signal()
    window_asked = Signal(object)
    """Carries one of the `WINDOW_COMMANDS`."""

    def __init__(self, look: Look, figures: FigureSource, stage: PlayerStage, page: QWidget) -> None:
        super().__init__(page)
        self.presenter: PlayerPresenter | None = None
        self.sound_on = True
        self._look = look
        self._figures = figures
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
        for overlay in self._page.findChildren(Overlay):
            overlay.hide()

    def do(self, command: Command) -> None:
        """Do what a key or button asks for."""
        presenter = self.presenter
        if presenter is None:
            return
        if command is Command.ESCAPE:
            command = Command.FULL_SCREEN if self._page.window().isFullScreen() else Command.LEAVE
        if command in WINDOW_COMMANDS:
            self.window_asked.emit(command)
            return
        over_allowed = command in (Command.LEAVE, Command.FINISH, Command.KEYS)
        if over_allowed or not presenter.session.is_over:
            self._commands[command](presenter)
            self.acted.emit()

    def _make_commands(self) -> dict[Command, Callable[[PlayerPresenter], object]]:
        return {
            Command.TOGGLE: PlayerPresenter.toggle,
            Command.PAUSE: lambda presenter: (
                presenter.pause() if presenter.is_running else presenter.resume()
            ),
            Command.COUNT: PlayerPresenter.count,
            Command.SKIP: PlayerPresenter.skip,
            Command.BACK: PlayerPresenter.back,
            Command.EXTEND: PlayerPresenter.extend,
            Command.EASE: PlayerPresenter.ease,
            Command.CHANGE: self._ask_change,
            Command.LESS: PlayerPresenter.do_less,
            Command.RETRY: PlayerPresenter.try_again,
            Command.HURTS: self._ask_hurts,
            Command.SOUND: self._toggle_sound,
            Command.VOICE: lambda _presenter: self.voice_toggled.emit(),
            Command.KEYS: lambda _presenter: self.keys.open(),
            Command.LEAVE: self._ask_stop,
            Command.FINISH: self._finish_by_key,
        }

    def _ask_hurts(self, presenter: PlayerPresenter) -> None:
        presenter.pause(PauseReason.HURTS)
        can_lower = presenter.remedies.lowered() is not None
        self.hurts.ask(can_lower=can_lower, easier=presenter.light.easier_words())

    def _rate_hurt(self, presenter: PlayerPresenter, pain_nprs: int) -> None:
        presenter.rate_hurt(pain_nprs)
        self.hurts.show_verdict(presenter.verdict(), must_stop=presenter.must_stop)

    def _answer_hurts(self, remedy: Remedy) -> None:
        self._answer(remedy, PlayerPresenter.answer_hurts)

    def _answer_light(self, remedy: Remedy) -> None:
        self._answer(remedy, PlayerPresenter.answer_light)

    def _answer(self, remedy: Remedy, act: Callable[[PlayerPresenter, Remedy], None]) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        if remedy is Remedy.SIGNS:
            if not presenter.session.is_over:
                presenter.hold()
            self.signs.ask(presenter.signs())
        else:
            act(presenter, remedy)
        self.acted.emit()

    def _stop_for_signs(self, signs: tuple[str, ...]) -> None:
        if self.presenter is not None:
            self.presenter.stop_for_signs(signs)
            if self.presenter.is_leaving:
                self.left.emit()
            else:
                self.acted.emit()

    def _ask_change(self, presenter: PlayerPresenter) -> None:
        self._go_on_after_question = presenter.is_running
        presenter.hold()
        self.change.ask(presenter.changes())

    def _change(self, swap: Swap, reason: SwapReason) -> None:
        if self.presenter is not None:
            self.presenter.swap(swap, reason)
            self._keep_going()

    @cached_property
    def change(self) -> ChangeOverlay:
        """Other exercises for this place; made when it is first asked for."""
        from facet_desktop.ui.player.change_overlay import ChangeOverlay

        overlay = ChangeOverlay(self._look, self._figures, self._page)
        overlay.chosen.connect(self._change)
        overlay.left.connect(self._keep_going)
        return overlay

    @cached_property
    def signs(self) -> SignsOverlay:
        """Warning signs; made when they are first asked for."""
        from facet_desktop.ui.player.signs_overlay import SignsOverlay

        overlay = SignsOverlay(self._look, self._page)
        overlay.confirmed.connect(self._stop_for_signs)
        overlay.left.connect(self.acted)
        return overlay

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

    def _breathe(self, delta_s: int, never_holds: bool) -> None:
        if self.presenter is not None:
            self.presenter.breathe(delta_s, never_holds=never_holds)
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
            (stage.header.room, Command.ROOM),
            (stage.header.mini, Command.MINI),
            (stage.header.full_screen, Command.FULL_SCREEN),
            (stage.header.stop, Command.LEAVE),
            (stage.controls.back, Command.BACK),
            (stage.controls.pause, Command.TOGGLE),
            (stage.controls.skip, Command.SKIP),
            (stage.controls.more, Command.EXTEND),
            (stage.controls.change, Command.CHANGE),
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
        for row in self._page.findChildren(ChoiceRow):
            row.leave_focus_to_tab()
        for scale in (stage.before.scale, stage.questions.scale, stage.done.scale):
            scale.chosen.connect(self._with_value(PlayerPresenter.rate_pain))
        for effort_scale in (stage.questions.effort_scale, stage.done.last.effort_scale):
            effort_scale.chosen.connect(self._with_value(PlayerPresenter.rate_effort))
        stage.done.last.scale.chosen.connect(self._with_value(PlayerPresenter.rate_last))
        stage.timeline.chosen.connect(self._with_value(PlayerPresenter.jump))
        stage.done.finished.connect(self._finish)
        stage.paused.breath.chosen.connect(self._breathe)
        self.hurts.scale.chosen.connect(self._with_value(self._rate_hurt))
        self.hurts.chosen.connect(self._answer_hurts)
        stage.done.signs.clicked.connect(lambda: self._answer_light(Remedy.SIGNS))
        for card in (stage.questions.verdict, stage.done.verdict):
            card.chosen.connect(self._answer_light)
        self.stop.left.connect(self._keep_going)
        self.stop.confirmed.connect(self._stop)
