"""One practice under way: the engine driven by the injected clock, in words for the screen."""

from __future__ import annotations

from facet_desktop.domain import breath_practice as engine
from facet_desktop.domain.breath_practice import BreathPractice, PracticeMoment
from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.cues import CueKind
from facet_desktop.domain.engine import Now, PauseReason, Status
from facet_desktop.services.ports import Clock
from facet_desktop.services.wording.player_words import PlayerWords
from facet_desktop.ui.breathing.models import FinishedModel, PracticeModel
from facet_desktop.ui.breathing.words import BreathingWords
from facet_desktop.ui.player.models import Motion, RingWords

_CUES = {BreathPhase.IN: CueKind.BREATHE_IN, BreathPhase.OUT: CueKind.BREATHE_OUT}


class BreathRun:
    """Reads the clock once an action; says what to show and what to sound."""

    def __init__(
        self, practice: BreathPractice, clock: Clock, words: BreathingWords, player_words: PlayerWords
    ) -> None:
        self.practice = practice
        self._clock = clock
        self._words = words
        self._player_words = player_words
        self._state = engine.start(self._now())
        self._sounded: tuple[int, BreathPhase] | None = None

    @property
    def status(self) -> Status:
        """Running, paused, finished or stopped."""
        return self._state.status

    @property
    def is_running(self) -> bool:
        """Whether time counts now."""
        return self.status is Status.RUNNING

    def tick(self) -> CueKind | None:
        """Moves on with the clock; the tone of a phase that has begun, or None."""
        self._state = engine.tick(self.practice, self._state, self._now())
        if self.status is Status.FINISHED:
            return CueKind.DONE
        if not self.is_running:
            return None
        moment = self._moment()
        phase = (moment.cycle_no, moment.breath.phase)
        if phase == self._sounded:
            return None
        self._sounded = phase
        return _CUES.get(moment.breath.phase)

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.is_running:
            self.hold()
        else:
            self._sounded = None
            self._state = engine.resume(self.practice, self._state, self._now())

    def hold(self) -> None:
        """Stand still."""
        self._state = engine.pause(self.practice, self._state, self._now())

    def stop(self) -> None:
        """End early."""
        self._state = engine.stop(self.practice, self._state, self._now())

    def motion(self) -> Motion:
        """What moves, at the same instant as `model`."""
        moment = self._moment()
        return Motion(
            position=0.0,
            volume=moment.breath.volume,
            phase=moment.breath.phase,
            block_share=moment.share,
            segment=0,
            segment_share=0.0,
            cycles=0.0,
        )

    def model(self, *, counts: bool = False) -> PracticeModel:
        """The practice as it stands; `counts` makes the seconds the large figure in the middle."""
        moment = self._moment()
        length_ms = moment.breath.elapsed_ms + moment.breath.remaining_ms
        left_s = -(-moment.breath.remaining_ms // 1000)
        all_s = -(-length_ms // 1000)
        word = self._word(moment)
        slept = self._state.pause_reason is PauseReason.SLEEP
        return PracticeModel(
            name=self.practice.pattern.name,
            where=self._words.where(self.practice, moment),
            time_left=self._words.left(moment),
            ring=_ring(word, str(left_s), counts=counts) if self.is_running else RingWords("", word, ""),
            seconds=(all_s - left_s, all_s),
            is_running=self.is_running,
            hint=self._player_words.pause_reason(PauseReason.SLEEP) if slept else "",
            spoken=word,
        )

    def finished(self) -> FinishedModel:
        """After the last breath."""
        total = self._words.total(self.practice)
        return FinishedModel(total, total)

    def _word(self, moment: PracticeMoment) -> str:
        if not self.is_running:
            return self._player_words.pause_reason(PauseReason.USER)
        return self._words.settle() if moment.settling else self._player_words.breath(moment.breath.phase)

    def _moment(self) -> PracticeMoment:
        return engine.moment_of(self.practice, self._state.elapsed_ms)

    def _now(self) -> Now:
        return Now(self._clock.monotonic_ms(), self._clock.wall_ms())


def _ring(word: str, left_s: str, *, counts: bool) -> RingWords:
    if counts:
        return RingWords(word, left_s, "", counts=True)
    return RingWords("", word, left_s)
