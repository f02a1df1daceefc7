"""Puts a frame into the few words that are read across a room, and in the mini window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facet_desktop.domain.frame import Frame
from facet_desktop.domain.step import Step, StepKind, StepSide
from facet_desktop.services.app import AppServices
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.dose_words import clock_text
from facet_desktop.ui.player.describe_ring import DOT, RingDescriber
from facet_desktop.ui.player.models import FigureModel, PlayModel
from facet_desktop.ui.player.room_model import CountWords, RoomModel


class RoomDescriber(QObject):
    """Looks, never acts; says the same as the near view, in fewer words."""

    def __init__(self, services: AppServices, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words.player
        self._ring = RingDescriber(services.library, words.player, self)

    def room(self, session: PlayedSession, model: PlayModel) -> RoomModel:
        """The four things to read now; ``model`` is the player at the same instant."""
        frame = session.frame()
        return RoomModel(
            title=self._title(frame, model),
            count=self._count(frame),
            time=self._time(frame),
            cue=self._cue(frame, session, model),
            figure=self._figure(model),
        )

    def _title(self, frame: Frame, model: PlayModel) -> str:
        if model.paused is not None:
            return model.paused.title
        heading = self._words.heading(frame)
        if frame.step.kind in (StepKind.REST, StepKind.SWITCH):
            return heading
        return self._sided(heading, frame.step.side)

    def _sided(self, name: str, side: StepSide) -> str:
        return name if side is StepSide.BOTH else DOT.join((name, self._words.side(side)))

    def _count(self, frame: Frame) -> CountWords | None:
        step: Step | None = frame.step
        if frame.step.kind is StepKind.REST:
            step = frame.next_work
            if step is None or step.item != frame.step.item:
                return None
        if step is not None and step.kind is StepKind.REP and step.reps > 1 and step is frame.step:
            return _counted(self.tr("%1 of %2"), step.rep_no, step.reps)
        if step is not None and step.sets > 1:
            return _counted(self.tr("Set %1 of %2"), step.set_no, step.sets)
        return None

    def _time(self, frame: Frame) -> str:
        step = frame.step
        if step.open_ended:
            return clock_text(frame.elapsed_ms)
        left_ms = frame.block_remaining_ms if step.is_work else frame.remaining_ms
        return clock_text(left_ms or 0)

    def _cue(self, frame: Frame, session: PlayedSession, model: PlayModel) -> str:
        if model.paused is not None:
            return self.tr("Space goes on")
        if frame.step.kind is not StepKind.REST:
            return self._ring.cue(frame, session.planned.items[frame.step.item])
        following = model.rest.next if model.rest is not None else None
        if following is None:
            return ""
        return self.tr("Next: %1").replace("%1", self._sided(following.name, following.side))

    def _figure(self, model: PlayModel) -> FigureModel | None:
        if model.rest is None:
            return model.figure
        following = model.rest.next
        if following is None:
            return None
        return FigureModel(following.exercise, following.name, following.side, "", "")


def _counted(text: str, number: int, all_of: int) -> CountWords:
    """Takes a sentence apart around its number, in whatever order a language has it."""
    before, _, after = text.replace("%2", str(all_of)).partition("%1")
    return CountWords(before.strip(), str(number), after.strip())
