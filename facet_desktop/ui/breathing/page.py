"""Breathing practice: choose, set, follow. One timer, which runs only while time counts and is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.domain.engine import Status
from facet_desktop.resources import resources_dir
from facet_desktop.services.events import Event, LibraryLoaded, PatientChanged, SettingsChanged
from facet_desktop.ui.breathing.choose_view import ChooseView
from facet_desktop.ui.breathing.presenter import BreathingPresenter
from facet_desktop.ui.breathing.run import BreathRun
from facet_desktop.ui.breathing.setup_view import SetupView
from facet_desktop.ui.breathing.stage import PracticeStage
from facet_desktop.ui.breathing.words import BreathingWords
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.page import Page
from facet_desktop.ui.player.awake import Awake
from facet_desktop.ui.player.sounds import CueSounds, Sounds
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.scroll import PlainScrollArea

FRAME_MS, STILL_FRAME_MS = 16, 100
"""A moving disc needs smooth frames; seconds and blocks do not."""
_T = TypeVar("_T")
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_M)


class BreathingPage(Page):
    """Nothing of a practice is stored."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None = None,
        *,
        sounds: Sounds | None = None,
        awake: Awake | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        settings = context.services.settings
        self._sounds = sounds or CueSounds(resources_dir() / "sounds", lambda: settings.present, self)
        self._awake = awake or Awake()
        self._sound_on = True
        self._presenter = BreathingPresenter(
            context.services, BreathingWords(translate), context.words.player
        )
        self._run: BreathRun | None = None
        self.setObjectName("breathing_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choose = ChooseView(context.theme)
        self._setup = SetupView(context.theme)
        self._stage = PracticeStage(context.theme.player, self)
        self._faces = QStackedWidget(self)
        self._choose_face, self._setup_face = PlainScrollArea(self._choose), PlainScrollArea(self._setup)
        for face in (self._choose_face, self._setup_face, self._stage):
            self._faces.addWidget(face)
        self._timer = QTimer(self)
        self._timer.setObjectName("breathing_timer")
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._faces)
        self._wire()

    @property
    def run(self) -> BreathRun | None:
        """The practice that is on the screen, or None."""
        return self._run

    def concerns(self, event: Event) -> bool:
        """Another person, other conditions, another library."""
        return isinstance(event, PatientChanged | SettingsChanged | LibraryLoaded)

    def refresh(self) -> None:
        """Read patterns and conditions again; a practice under way goes on."""
        self._choose.present(self._presenter.cards())
        if self._presenter.is_chosen:
            self._setup.present(self._presenter.setup())
        elif self._run is None:
            self._faces.setCurrentWidget(self._choose_face)

    def leave(self) -> bool:
        """A practice under way stands still until somebody comes back."""
        self._hold()
        return True

    def advance(self) -> None:
        """One frame: read the clock, sound what has begun, show the instant."""
        if self._run is None:
            return
        cue = self._run.tick()
        if cue is not None:
            self._sound(cue)
        self._show()

    def event(self, event: QEvent) -> bool:
        """Keys of a practice come before shortcuts of the window."""
        is_ours = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_ours and isinstance(event, QKeyEvent) and self._run is not None and _is_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses, Esc stops or goes back, M mutes."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat() or not _is_key(event):
            super().keyPressEvent(event)
        elif self._run is not None:
            {_KEYS[0]: self._toggle, _KEYS[1]: self._stop, _KEYS[2]: self._toggle_sound}[key]()
        elif key == Qt.Key.Key_Escape and self._presenter.is_chosen:
            self._back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Frames again."""
        super().showEvent(event)
        self._retime()

    def hideEvent(self, event: QHideEvent) -> None:
        """Minimised, the tones go on; hidden by the program itself, the practice stands still."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._hold()

    def _wire(self) -> None:
        presenter, setup, stage = self._presenter, self._setup, self._stage
        self._choose.chosen.connect(self._open)
        setup.left.connect(self._back)
        setup.started.connect(self._start)
        setup.pauses_left_out.connect(lambda wanted: self._set(presenter.leave_out_pauses, wanted))
        setup.pace_chosen.connect(lambda pace_s: self._set(presenter.set_pace, pace_s))
        setup.length_stepped.connect(lambda step: self._set(presenter.step_length, step))
        stage.pause.clicked.connect(self._toggle)
        stage.stop.clicked.connect(self._stop)
        stage.sound.clicked.connect(self._toggle_sound)
        stage.finished.again.clicked.connect(self._start)
        stage.finished.done.clicked.connect(self._stop)

    def _open(self, slug: str) -> None:
        self._presenter.choose(slug)
        self._setup.present(self._presenter.setup())
        self._faces.setCurrentWidget(self._setup_face)
        self._setup.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        slug = self._presenter.slug
        self._presenter.forget()
        self._faces.setCurrentWidget(self._choose_face)
        self._choose.focus_on(slug)

    def _set(self, change: Callable[[_T], None], value: _T) -> None:
        change(value)
        self._setup.present(self._presenter.setup())

    def _start(self) -> None:
        self._run = self._presenter.start()
        if self._run is None:
            self._stop()
            return
        if self._sound_on:
            self._sounds.prepare()
        self._stage.show_sound(self._sound_on)
        self._faces.setCurrentWidget(self._stage)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _stop(self) -> None:
        """Back to the settings of the pattern, from a practice or from its end."""
        if self._run is not None:
            self._run.stop()
        self._run = None
        self._retime()
        if not self._presenter.is_chosen:
            self._back()
            return
        self._setup.present(self._presenter.setup())
        self._faces.setCurrentWidget(self._setup_face)
        self._setup.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        if self._run is not None and self._run.status is not Status.FINISHED:
            self._run.toggle()
            self._show()

    def _hold(self) -> None:
        if self._run is not None and self._run.is_running:
            self._run.hold()
            self._show()
        self._retime()

    def _toggle_sound(self) -> None:
        self._sound_on = not self._sound_on
        self._stage.show_sound(self._sound_on)

    def _sound(self, kind: CueKind) -> None:
        if self._sound_on:
            self._sounds.play(Cue(0, kind))

    def _show(self) -> None:
        if self._run is None:
            return
        if self._run.status is Status.FINISHED:
            self._stage.show_finished(self._run.finished())
        else:
            self._stage.show_motion(self._run.motion())
            self._stage.show_model(self._run.model(counts=self._context.theme.reduced_motion))
        self._retime()

    def _retime(self) -> None:
        """The timer runs only while time counts and somebody can see or hear it."""
        runs = self._run is not None and self._run.is_running
        self._awake.keep(runs)
        if not runs or not self.isVisible():
            self._timer.stop()
            return
        wanted = STILL_FRAME_MS if self._context.theme.reduced_motion else FRAME_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)


def _is_key(event: QKeyEvent) -> bool:
    return event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
