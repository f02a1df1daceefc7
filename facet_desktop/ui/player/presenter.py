"""Acts on the session that is played, and says what the views show. Knows no widgets and keeps no time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facet_desktop.domain.cues import Cue
from facet_desktop.domain.engine import PauseReason, Status
from facet_desktop.domain.errors import Trouble
from facet_desktop.domain.item_changes import Swap, SwapKind, SwapReason
from facet_desktop.domain.journal import Value
from facet_desktop.domain.pain import PainContext
from facet_desktop.domain.red_flags import LOCKING, NEW_IN_LEG, RedFlag
from facet_desktop.domain.step import Step, StepKind
from facet_desktop.domain.traffic_light import ReasonKind
from facet_desktop.services.app import AppServices
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.records import ScreenContext, SessionRecord
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.player.answers import Answers, EffortAnswer, PainAnswer
from facet_desktop.ui.player.attempts import Action, Attempts
from facet_desktop.ui.player.changes import Changes
from facet_desktop.ui.player.describe import Describer
from facet_desktop.ui.player.light import TrafficLight
from facet_desktop.ui.player.models import ChangeModel, DoneModel, Motion, PlayModel, PlayState, VerdictModel
from facet_desktop.ui.player.moving import cycles_of, position_of
from facet_desktop.ui.player.remedies import Remedies, Remedy
from facet_desktop.ui.player.segments import Segment, segments_of
from facet_desktop.ui.player.summary import Summary


class PlayerPresenter(QObject):
    """One played session. What could not be stored pauses it and can be tried again."""

    def __init__(
        self, services: AppServices, words: Words, session: PlayedSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.sound_on = True
        self._may_hold_breath = not services.limits.against_holds(_player(services, session))
        self.remedies = Remedies(
            session, services.library.library, services.limits.swaps(_player(services, session))
        )
        self.light = TrafficLight(services, words.traffic, session, self.remedies)
        self.is_leaving = False
        """Whether a warning sign has ended the session, so that what to do about it comes next."""
        self._safety = services.safety
        self._clock = services.clock
        self._describer = Describer(services, words, self)
        self._summary = Summary(services, words, self)
        self._changes = Changes(services, words, self.remedies, self)
        self._pains = Answers(self._keep_pain)
        self._efforts = Answers(self._keep_effort)
        self._rated_after: dict[PainContext, int] = {}
        self._attempts = Attempts()
        self._timeline = session.timeline
        self._segments = segments_of(session.timeline)
        self._asks_before = self.record is not None and self.record.pain_before_nprs is None

    @property
    def record(self) -> SessionRecord | None:
        """The stored head of the session; None in a preview."""
        return self.session.recorder.record

    @property
    def is_running(self) -> bool:
        """Whether time counts now."""
        return self.session.state.status is Status.RUNNING

    @property
    def trouble(self) -> Trouble | None:
        """Why something could not be stored; None while all is well."""
        return self._attempts.trouble

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The pieces of the timeline; a new row after the session was changed."""
        if self._timeline is not self.session.timeline:
            self._timeline = self.session.timeline
            self._segments = segments_of(self._timeline)
        return self._segments

    def model(self) -> PlayModel:
        """The player as it stands."""
        state = PlayState(
            sound_on=self.sound_on,
            asks_before=self._is_before(),
            can_change=bool(self.remedies.swaps()),
            may_hold_breath=self._may_hold_breath,
            verdict=self.verdict(),
        )
        return self._describer.play(self.session, state)

    def verdict(self) -> VerdictModel | None:
        """What the last rating at the present place asks for; None while the light is green."""
        return self.light.model(self._place())

    def motion(self) -> Motion:
        """What moves, at the same instant as `model`."""
        frame = self.session.frame()
        block = self.session.timeline.block_of(frame.step.index)
        block_ms = block[-1].end_ms - block[0].start_ms
        here = next(number for number, one in enumerate(self.segments) if frame.step.index <= one.last)
        return Motion(
            position=position_of(frame),
            volume=frame.breath.volume,
            phase=frame.breath.phase,
            block_share=frame.block_share,
            segment=here,
            segment_share=self.segments[here].share_at(frame.step, frame.block_share, block_ms),
            cycles=cycles_of(frame),
        )

    def done(self) -> DoneModel:
        """The page after the session."""
        return self._summary.done(self.session)

    def kept(self) -> str:
        """What stays when the session is stopped now."""
        return self._summary.kept(self.session)

    def tick(self) -> tuple[Cue, ...]:
        """Moves on with the clock; returns the cues that fell due."""
        cues: list[Cue] = []
        self._attempts.run(
            "tick",
            lambda: self._pains.settle(self._clock.monotonic_ms()),
            lambda: self._efforts.settle(self._clock.monotonic_ms()),
            lambda: cues.extend(self.session.tick()),
        )
        return tuple(cues)

    def toggle(self) -> None:
        """What Space does: count where the person counts, else pause or go on."""
        if self.is_running and self.session.frame().step.open_ended:
            self.count()
        elif self.is_running:
            self.pause()
        else:
            self.resume()

    def pause(self, reason: PauseReason = PauseReason.USER) -> None:
        """Stand still."""
        self._act("pause", lambda: self.session.pause(reason))

    def resume(self) -> None:
        """Go on."""
        self._act("resume", self.session.resume)

    def count(self) -> None:
        """One repetition, or the end of a bout, by hand."""
        self._act("count", self.session.complete)

    def skip(self) -> None:
        """To the next set, rest or exercise."""
        self._act("skip", self.session.skip)

    def back(self) -> None:
        """To the start of this set, or the one before."""
        self._act("back", self.session.back)

    def jump(self, step: int) -> None:
        """To a place of the timeline."""
        self._act("jump", lambda: self.session.jump(step))

    def extend(self) -> None:
        """15 seconds more, where time runs out by itself."""
        if self.model().controls.can_extend:
            self._act("extend", self.session.extend)

    def ease(self) -> None:
        """Put the easier version in place of the present exercise, from this set on."""
        easier = self.remedies.easier()
        if easier is not None and easier.kind is SwapKind.EASIER:
            self.swap(easier)

    def changes(self) -> ChangeModel:
        """What may be played in place of the present exercise; in a rest, of the next one."""
        return self._changes.model()

    def swap(self, swap: Swap, reason: SwapReason = SwapReason.UNSAID) -> None:
        """Put another exercise in place of the present one, from this set on."""
        self._act(f"swap {swap}", *self.remedies.swap_steps(swap, reason))

    def breathe(self, delta_s: int, *, never_holds: bool) -> None:
        """Breaths longer or shorter from now on, with or without pauses of the breath."""
        allow = self._may_hold_breath and not never_holds
        self._act("breathe", lambda: self.session.breathe(delta_s, allow_pauses=allow))

    def stop(self) -> None:
        """End the session; everything done is kept."""
        self._act("stop", self.session.stop)

    def answer_hurts(self, remedy: Remedy) -> None:
        """Keep what the person chose after it hurt, and do it; whoever is not stopped then goes on."""
        steps = self._remedy_steps(remedy)
        goes_on = remedy not in (Remedy.WAIT, Remedy.STOP)
        self._act(f"hurts {remedy}", *steps, *([self.session.resume] if goes_on else []))

    def answer_light(self, remedy: Remedy) -> None:
        """Keep what the person chose after a rating, and do it; a session that waited for it goes on."""
        waits = self.session.state.pause_reason is PauseReason.HURTS and remedy is not Remedy.STOP
        resume: list[Action] = [self.session.resume] if waits else []
        self._act(f"light {remedy}", *self._remedy_steps(remedy), *resume)

    def do_less(self) -> None:
        """Lower the dose, where the last rating has led to that offer."""
        verdict = self.verdict()
        if verdict is not None and Remedy.LOWER in dict(verdict.actions):
            self.answer_light(Remedy.LOWER)

    def _remedy_steps(self, remedy: Remedy) -> tuple[Action, ...]:
        steps = self.remedies.steps(remedy, self.light.why(self._place()))
        if remedy not in (Remedy.LOWER, Remedy.EASIER):
            return steps
        said = self.light.said_after(remedy)
        return (*steps, lambda: self.light.settle(said))

    def signs(self) -> tuple[RedFlag, ...]:
        """The signs that end a session, those of the legs first."""
        locking = [flag for flag in self._safety.questions() if flag.urgency in LOCKING]
        return tuple(sorted(locking, key=lambda flag: flag.slug != NEW_IN_LEG))

    def stop_for_signs(self, signs: tuple[str, ...]) -> None:
        """End the session because of warning signs: they are kept first, and everything done stays."""
        record, step = self.record, self.session.frame().step
        actions: list[Action] = [lambda: self.session.note_hurts(step, Remedy.SIGNS.value, _reason(signs))]
        if record is not None:
            answers, patient = dict.fromkeys(signs, True), record.patient_id
            actions.append(lambda: self._safety.answer(patient, answers, ScreenContext.DURING_SESSION))
        self._act(f"signs {signs}", *actions, self.session.stop, self._leave)

    def _leave(self) -> None:
        self.is_leaving = True

    def rate_pain(self, pain_nprs: int) -> None:
        """Pain 0 to 10 for the question that is on the screen."""
        context, step = self._question()
        self._answer_pain(pain_nprs, context, step)
        if context is PainContext.BEFORE:
            return
        if context is PainContext.AFTER:
            self._judge_after(context, pain_nprs)
            return
        self.light.take(pain_nprs, step)
        if self.is_running and self.light.asks_to_wait(self._place()):
            self.pause(PauseReason.HURTS)

    def rate_last(self, pain_nprs: int) -> None:
        """Pain 0 to 10 in the last exercise, after which no rest came."""
        self._answer_pain(pain_nprs, PainContext.DURING, self.session.last_set)
        self._judge_after(PainContext.DURING, pain_nprs)

    def _judge_after(self, context: PainContext, pain_nprs: int) -> None:
        """Of the answers after a session the graver one decides."""
        self._rated_after[context] = pain_nprs
        self.light.take(max(self._rated_after.values()), None)

    def rate_hurt(self, pain_nprs: int) -> None:
        """Pain 0 to 10 at the place where it hurts."""
        step = self.session.frame().step
        self._answer_pain(pain_nprs, PainContext.DURING, step)
        self.light.take(pain_nprs, step)

    @property
    def must_stop(self) -> bool:
        """Whether the pain just rated is one with which nobody should go on."""
        return not self.session.is_over and self.light.asks_to_stop(self._place())

    def rate_effort(self, effort: int) -> None:
        """Effort 0 to 10 for the exercise that has just ended."""
        answer = EffortAnswer(effort, self.session.frame().step, self._clock.monotonic_ms())
        self._attempts.run(f"effort {answer}", lambda: self._efforts.give(answer))

    def note(self, text: str) -> None:
        """The person's own words about the session."""
        words = text.strip()
        self._act("note", *([lambda: self.session.note(words)] if words else []))

    def hold(self) -> None:
        """Stand still and keep what waits; the place stays."""
        actions: list[Action] = [lambda: self.session.pause(PauseReason.USER)] if self.is_running else []
        self._act("hold", *actions)

    def try_again(self) -> None:
        """Try again what could not be stored, then go on."""
        worked = self._attempts.again()
        if worked and self.session.state.pause_reason is PauseReason.ERROR:
            self.resume()

    def _act(self, name: str, *actions: Action) -> None:
        """Keeps what waits, then acts."""
        self._attempts.run(name, self._pains.flush, self._efforts.flush, *actions)

    def _answer_pain(self, pain_nprs: int, context: PainContext, step: Step | None) -> None:
        answer = PainAnswer(pain_nprs, context, step, self._clock.monotonic_ms())
        self._attempts.run(f"pain {answer}", lambda: self._pains.give(answer))

    def _keep_pain(self, answer: PainAnswer) -> None:
        self.session.rate_pain(answer.pain_nprs, answer.context, answer.step)
        if answer.context is PainContext.BEFORE:
            self._asks_before = False

    def _keep_effort(self, answer: EffortAnswer) -> None:
        self.session.rate_effort(answer.effort, answer.step)

    def _question(self) -> tuple[PainContext, Step | None]:
        if self.session.is_over:
            return PainContext.AFTER, None
        if self._is_before():
            return PainContext.BEFORE, None
        return PainContext.DURING, self.session.frame().step

    def _place(self) -> Step | None:
        return None if self.session.is_over else self.session.frame().step

    def _is_before(self) -> bool:
        """Whether pain before the session is asked: during the first preparation, until it is answered."""
        step = self.session.frame().step
        return self._asks_before and step.block == 0 and step.kind is StepKind.PREPARE


def _player(services: AppServices, session: PlayedSession) -> str | None:
    """Whose session it is; a preview is for the person of the screens."""
    record, patient = session.recorder.record, services.patients.current()
    if record is not None:
        return record.patient_id
    return patient.id if patient is not None else None


def _reason(signs: tuple[str, ...]) -> dict[str, Value]:
    return {"reason": ReasonKind.NEW_SYMPTOM.value, "signs": ",".join(signs)}
