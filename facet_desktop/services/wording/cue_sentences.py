"""What the voice says at a cue: sentences are data, filled with what the frame knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.domain.step import StepSide

if TYPE_CHECKING:
    from facet_desktop.domain.frame import Frame
    from facet_desktop.domain.step import Step

FIELDS: Mapping[str, frozenset[str]] = {
    "prepare": frozenset({"name", "amount", "side"}),
    "amount-sets-reps": frozenset({"sets", "reps"}),
    "amount-sets": frozenset({"sets"}),
    "amount-reps": frozenset({"reps"}),
    "side-left": frozenset(),
    "side-right": frozenset(),
    "start": frozenset(),
    "halfway": frozenset(),
    "countdown": frozenset({"number"}),
    "switch": frozenset(),
    "switch-left": frozenset(),
    "switch-right": frozenset(),
    "rest": frozenset(),
    "rest-set": frozenset({"set", "sets"}),
    "rest-next": frozenset({"name"}),
    "done": frozenset(),
    "breathe-in": frozenset(),
    "breathe-out": frozenset(),
    "trial": frozenset(),
}
"""Every sentence of a language, with what it may contain."""


class CueSentences:
    """The sentences of one language. Raises ValueError where one is missing or asks for what is unknown."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = dict(texts)
        for key, fields in FIELDS.items():
            if key not in texts:
                raise ValueError(f"{language}: the sentence {key!r} is missing")
            try:
                texts[key].format(**dict.fromkeys(fields, ""))
            except (KeyError, IndexError, ValueError) as error:
                raise ValueError(f"{language}: the sentence {key!r} cannot be filled: {error}") from error

    def of(self, cue: Cue, frame: Frame) -> str:
        """What to say at a cue while the player stands at a frame."""
        if cue.kind is CueKind.PREPARE:
            return self._prepare(frame.next_work or frame.step)
        if cue.kind is CueKind.SWITCH:
            return self._fill(_sided("switch", frame.step.side))
        if cue.kind is CueKind.REST:
            return self._rest(frame)
        if cue.kind is CueKind.COUNTDOWN:
            return self._fill("countdown", number=cue.number)
        return self._fill(cue.kind.value)

    def trial(self) -> str:
        """A sentence by which somebody can hear whether the voice is good enough."""
        return self._fill("trial")

    def _prepare(self, step: Step) -> str:
        """`step` is the first piece of work; the time to get ready knows neither side nor repetitions."""
        many = step.sets > 1, step.reps > 1
        key = {(True, True): "amount-sets-reps", (True, False): "amount-sets", (False, True): "amount-reps"}
        amount = self._fill(key[many], sets=step.sets, reps=step.reps) if any(many) else ""
        side = "" if step.side is StepSide.BOTH else self._fill(_sided("side", step.side))
        return self._fill("prepare", name=step.name, amount=amount, side=side)

    def _rest(self, frame: Frame) -> str:
        following = frame.next_work
        if following is None:
            return self._fill("rest")
        if following.item == frame.step.item:
            return self._fill("rest-set", set=following.set_no, sets=following.sets)
        return self._fill("rest-next", name=following.name)

    def _fill(self, key: str, **values: object) -> str:
        return " ".join(self._texts[key].format(**values).split())


def _sided(key: str, side: StepSide) -> str:
    return key if side is StepSide.BOTH else f"{key}-{side.value}"
