"""The words inside the ring: what to do with breath and body, and the seconds that count."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facet_desktop.domain.breathing import BreathPhase
from facet_desktop.domain.exercise import Category
from facet_desktop.domain.frame import Frame
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.step import Part, Step, StepKind
from facet_desktop.services.library_service import LibraryService
from facet_desktop.services.wording.dose_words import clock_text
from facet_desktop.services.wording.player_words import PlayerWords
from facet_desktop.ui.player.models import RingWords

DOT = " \N{MIDDLE DOT} "
LONG_PART_MS = 5000
"""From this length on the seconds of a part are worth reading from afar."""
MANY_SECONDS = 100
_BOUND = frozenset({BreathPhase.IN, BreathPhase.OUT, BreathPhase.FULL, BreathPhase.EMPTY})


class RingDescriber(QObject):
    """One thing to do at a time; the breath comes first where it is bound to the movement."""

    def __init__(self, library: LibraryService, words: PlayerWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._words = words

    def words(self, frame: Frame, item: Prescription) -> RingWords:
        """What to read in the middle of the ring."""
        step = frame.step
        if step.kind in (StepKind.PREPARE, StepKind.SWITCH):
            seconds = str(-(-(frame.remaining_ms or 0) // 1000))
            return RingWords(self.tr("Get ready"), seconds, self.tr("seconds"), counts=True)
        if step.open_ended:
            return self._open_ring(frame, item)
        return self._timed_ring(frame, item)

    def cue(self, frame: Frame, item: Prescription) -> str:
        """The same in one line, for those who read it from afar; a repetition says its seconds as well."""
        step = frame.step
        if step.kind in (StepKind.PREPARE, StepKind.SWITCH):
            return self.tr("Get ready")
        breath = self._bound_breath(frame)
        if step.open_ended:
            by_hand = self.tr("Space counts") if step.kind is StepKind.REP else self.tr("Space when done")
            return DOT.join(text for text in (breath, by_hand) if text)
        if frame.part is None:
            return breath or self.tr("Keep going")
        word = self._part_word(frame.part.part, step, item)
        text = self._breath_and(word, breath) if breath else capital(word)
        seconds = _seconds_left(frame.part.remaining_ms) if step.kind is StepKind.REP else ""
        return DOT.join(part for part in (text, seconds) if part)

    def _open_ring(self, frame: Frame, item: Prescription) -> RingWords:
        if frame.step.kind is StepKind.REP:
            breath = self._bound_breath(frame)
            word = self._words.part(frame.part.part, item) if frame.part is not None else ""
            return RingWords(breath, capital(word), self.tr("Space counts"))
        above = self.tr("At your own pace")
        return RingWords(above, clock_text(frame.elapsed_ms), self.tr("Space when done"), counts=True)

    def _timed_ring(self, frame: Frame, item: Prescription) -> RingWords:
        breath = self._bound_breath(frame)
        if frame.part is None:
            return RingWords(breath, clock_text(frame.remaining_ms or 0), "", counts=True)
        word = self._part_word(frame.part.part, frame.step, item)
        left = _seconds_left(frame.part.remaining_ms)
        if breath:
            return RingWords("", breath, DOT.join(text for text in (self._beside_breath(word), left) if text))
        if frame.part.duration_ms >= LONG_PART_MS:
            return RingWords(capital(word), left, "", counts=True)
        return RingWords("", capital(word), left)

    def _breath_and(self, word: str, breath: str) -> str:
        joint = DOT if word == self.tr("hold") else " "
        return joint.join(text for text in (breath, self._beside_breath(word)) if text)

    def _beside_breath(self, word: str) -> str:
        """The movement under the breath. "Breathe in and hold" would be read as holding the breath."""
        if word == self.tr("hold"):
            return self.tr("stay there")
        return self.tr("and %1").replace("%1", word) if word else ""

    def _part_word(self, part: Part, step: Step, item: Prescription) -> str:
        """The exercise's own word; nobody "holds" a walk, and a breath needs no second word."""
        exercise = self._library.library.find(item.exercise)
        if len(step.parts) == 1 and item.tempo_words is None and exercise is not None:
            if exercise.category is Category.CARDIO:
                return self.tr("keep going")
            if exercise.category is Category.BREATHING:
                return ""
        return self._words.part(part, item)

    def _bound_breath(self, frame: Frame) -> str:
        phase = frame.breath.phase
        return self._words.breath(phase) if phase in _BOUND else ""


def _seconds_left(remaining_ms: int) -> str:
    """Whole seconds, or minutes and seconds when there are many."""
    seconds = -(-remaining_ms // 1000)
    return str(seconds) if seconds < MANY_SECONDS else clock_text(remaining_ms)


def capital(word: str) -> str:
    """The word with a large first letter."""
    return word[:1].upper() + word[1:]
