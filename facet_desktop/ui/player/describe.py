"""Puts a frame into the words and numbers that the player's views show. Looks, never acts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from facet_desktop.domain.breath_binding import OWN_RHYTHM
from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Side
from facet_desktop.domain.engine import PauseReason, Status
from facet_desktop.domain.exercise import Turn
from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.frame import Frame
from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.step import Part, Step, StepKind, StepSide
from facet_desktop.domain.values import frozen
from facet_desktop.services.app import AppServices
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.dose_words import clock_text
from facet_desktop.ui.player.describe_ring import DOT, RingDescriber, capital
from facet_desktop.ui.player.light import place_of_rating
from facet_desktop.ui.player.models import (
    BreathModel,
    ControlsModel,
    FigureModel,
    NextModel,
    PausedModel,
    PlayModel,
    PlayState,
    RestModel,
    Screen,
    WorkModel,
)


@frozen
class _StepWords:
    """What does not change while a step lasts."""

    header: str
    figure: FigureModel
    heading: str
    where: str
    chips: tuple[str, ...]
    spoken: str


class Describer(QObject):
    """Reads frames of sessions."""

    def __init__(self, services: AppServices, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._words = words
        self._ring = RingDescriber(services.library, words.player, self)
        self._known: tuple[tuple[object, ...], PlannedSession, _StepWords] | None = None

    def play(self, session: PlayedSession, state: PlayState) -> PlayModel:
        """The player as it stands now."""
        frame = session.frame()
        planned, words = self._step_words(session, frame)
        is_rest = frame.step.kind is StepKind.REST
        return PlayModel(
            screen=Screen.REST if is_rest else Screen.WORK,
            header=words.header,
            time_left=self.tr("%1 left").replace("%1", clock_text(frame.session_remaining_ms)),
            is_preview=session.recorder.record is None,
            asks_before=state.asks_before,
            figure=words.figure,
            work=None if is_rest else self._work(planned, frame, words),
            rest=self._rest(planned, frame) if is_rest else None,
            verdict=state.verdict,
            paused=self._paused(session, frame, state),
            controls=self._controls(frame, state),
        )

    def _step_words(self, session: PlayedSession, frame: Frame) -> tuple[PlannedSession, _StepWords]:
        """Found out once a step: most frames differ from the one before in a number alone."""
        limits = self._services.settings.present.thresholds
        key = (session.planned, session.pacing, frame.step, limits)
        if self._known is None or any(one is not two for one, two in zip(self._known[0], key, strict=True)):
            planned = self._as_turned(self._as_breathed(session), frame.step)
            self._known = (key, planned, self._words_of(planned, frame, limits))
        return self._known[1:]

    def _words_of(self, planned: PlannedSession, frame: Frame, limits: Thresholds) -> _StepWords:
        step, item = frame.step, planned.items[frame.step.item]
        heading = self._words.player.heading(frame)
        chips = tuple(self._words.player.part_chip(span, item) for span in step.parts)
        return _StepWords(
            header=self._header(planned, step),
            figure=self._figure(planned, step, limits),
            heading=heading,
            where=self._where(step),
            chips=chips if len(chips) > 1 else (),
            spoken=self._spoken(step, heading),
        )

    def _as_breathed(self, session: PlayedSession) -> PlannedSession:
        """The session in the words of somebody who is not asked to hold the breath, where that is so."""
        planned = session.planned
        held = {item.id for item in planned.items if item.breath is BreathCode.HYPOPRESSIVE}
        if session.pacing.allow_breath_pauses or not held:
            return planned
        cue = self.tr("Keep breathing all the time. Leave out the pause without air.")
        items = (
            replace(item, tempo_words=None, cue=cue) if item.id in held else item for item in planned.items
        )
        return replace(planned, items=tuple(items))

    def _as_turned(self, planned: PlannedSession, step: Step) -> PlannedSession:
        """The session in the words of the present repetition, where they take turns."""
        turn = self._turn(planned, step)
        if turn is None:
            return planned
        item = planned.items[step.item]
        hold, down = (self._words.player.part(part, item) for part in (Part.HOLD, Part.DOWN))
        item = replace(item, tempo_words=(turn.words, hold, down))
        return replace(planned, items=(*planned.items[: step.item], item, *planned.items[step.item + 1 :]))

    def _turn(self, planned: PlannedSession, step: Step) -> Turn | None:
        """Sides that alternate take each turn one after the other."""
        item = planned.items[step.item]
        exercise = self._services.own.prescribed(item.exercise, item.exercise_version)
        if step.kind is not StepKind.REP or exercise is None:
            return None
        both = 2 if item.dose.side is Side.ALTERNATING else 1
        return exercise.turn((step.rep_no - 1) // both + 1)

    def _header(self, planned: PlannedSession, step: Step) -> str:
        text = self.tr("%1 \N{MIDDLE DOT} exercise %2 of %3")
        if step.kind is StepKind.REST and self._is_last_set(planned, step):
            text = self.tr("%1 \N{MIDDLE DOT} exercise %2 of %3 done")
        text = text.replace("%2", str(step.item + 1)).replace("%3", str(len(planned.items)))
        return text.replace("%1", planned.name)

    def _is_last_set(self, planned: PlannedSession, step: Step) -> bool:
        return step.set_no >= planned.items[step.item].dose.played_sets

    def _figure(self, planned: PlannedSession, step: Step, limits: Thresholds) -> FigureModel:
        item = planned.items[step.item]
        exercise = self._services.own.prescribed(item.exercise, item.exercise_version)
        figure = versioned(item.exercise, item.exercise_version)
        stop = self.tr("Stop if pain rises above %1.").replace("%1", str(limits.amber_max))
        if step.kind is StepKind.PREPARE:
            first = exercise.steps[0] if exercise is not None and exercise.steps else item.cue
            return FigureModel(figure, step.name, step.side, self._side(step), first, item.note)
        turn = self._turn(planned, step)
        figure = turn.figure if turn is not None else figure
        hint = f"{item.cue} {stop}".strip()
        return FigureModel(figure, step.name, step.side, self._side(step), hint)

    def _side(self, step: Step) -> str:
        return "" if step.side is StepSide.BOTH else capital(self._words.player.side(step.side))

    def _work(self, planned: PlannedSession, frame: Frame, words: _StepWords) -> WorkModel:
        part = frame.part.part if frame.part is not None else None
        chip = next((index for index, span in enumerate(frame.step.parts) if span.part is part), -1)
        return WorkModel(
            heading=words.heading,
            where=words.where,
            ring=self._ring.words(frame, planned.items[frame.step.item]),
            chips=words.chips,
            chip=chip,
            by_hand=self._by_hand(frame),
            spoken=words.spoken,
        )

    def _spoken(self, step: Step, heading: str) -> str:
        """For screen readers: phases, without anything that changes by the second or by the repetition."""
        kind = self._words.player.kind(step.kind) if step.kind is not StepKind.REP else ""
        where = self._words.player.where(replace(step, reps=1))
        return DOT.join(text for text in (kind, heading, where) if text)

    def _where(self, step: Step) -> str:
        if step.kind is StepKind.SWITCH:
            return step.name
        return self._words.player.where(step)

    def _by_hand(self, frame: Frame) -> str:
        if not frame.step.open_ended:
            return ""
        return self.tr("Count one") if frame.step.kind is StepKind.REP else self.tr("Done")

    def _rest(self, planned: PlannedSession, frame: Frame) -> RestModel:
        step = frame.step
        done = step.name
        if planned.items[step.item].dose.played_sets > 1:
            done = DOT.join((done, self._words.player.where(step)))
        return RestModel(
            place=place_of_rating(step),
            done=done,
            clock=clock_text(frame.remaining_ms or 0),
            next=self._next(planned, step, frame.next_work),
        )

    def _next(self, planned: PlannedSession, here: Step, step: Step | None) -> NextModel | None:
        if step is None:
            return None
        item = planned.items[step.item]
        figure = versioned(item.exercise, item.exercise_version)
        if step.item == here.item:
            return NextModel(figure, step.name, self._set_line(step), step.side)
        line = self._words.dose.line(item.dose)
        exercise = self._services.own.prescribed(item.exercise, item.exercise_version)
        if exercise is not None:
            line = f"{line}, {self._words.terms.position(exercise.position)}"
        return NextModel(figure, step.name, line, step.side)

    def _set_line(self, step: Step) -> str:
        text = self.tr("Set %1 of %2")
        return text.replace("%1", str(step.set_no)).replace("%2", str(step.sets))

    def _paused(self, session: PlayedSession, frame: Frame, state: PlayState) -> PausedModel | None:
        if frame.status is not Status.PAUSED:
            return None
        reason, step = frame.pause_reason or PauseReason.USER, frame.step
        title = self.tr("Welcome back") if reason is PauseReason.RESUMED else self.tr("Paused")
        text = self._words.player.pause_reason(reason)
        if reason is PauseReason.USER:
            text = self.tr("The time stands still. Go on when you are ready.")
        elif reason is PauseReason.HURTS:
            text = self.tr("Take your time. Go on when it has eased.")
        where = DOT.join(part for part in (step.name, self._words.player.where(step)) if part)
        return PausedModel(title, where, text, self._breath(session, step, state))

    def _breath(self, session: PlayedSession, step: Step, state: PlayState) -> BreathModel | None:
        code, pacing = session.planned.items[step.item].breath, session.pacing
        holds = code is BreathCode.HYPOPRESSIVE
        offers_holds = holds and state.may_hold_breath
        offers_pace = code in OWN_RHYTHM or (holds and not pacing.allow_breath_pauses)
        if not (offers_holds or offers_pace):
            return None
        return BreathModel(pacing.breath_delta_s, not pacing.allow_breath_pauses, offers_pace, offers_holds)

    def _controls(self, frame: Frame, state: PlayState) -> ControlsModel:
        step = frame.step
        can_extend = step.kind is not StepKind.REP and not step.open_ended
        return ControlsModel(
            running=frame.status is Status.RUNNING,
            can_extend=can_extend,
            offers_more=can_extend and step.kind is not StepKind.REST,
            can_change=state.can_change,
            sound_on=state.sound_on,
        )
