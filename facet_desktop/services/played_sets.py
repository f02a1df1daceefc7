"""Reads from a timeline which sets a session asks for, and turns engine events into journal entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from facet_desktop.domain.engine import (
    EngineEvent,
    Extended,
    Finished,
    Jumped,
    Paused,
    Resumed,
    SetEnded,
    Stopped,
)
from facet_desktop.domain.journal import EntryKind, SetKey, Value
from facet_desktop.domain.program_document import canonical_json, item_to_document
from facet_desktop.domain.step import Step, StepSide

if TYPE_CHECKING:
    from facet_desktop.domain.program import Prescription
    from facet_desktop.domain.timeline import Timeline

EntryDraft = tuple[EntryKind, Mapping[str, Value]]


def set_key(timeline: Timeline, step: Step) -> SetKey:
    """Which set a working step belongs to; sets in which sides alternate count as one, of both sides."""
    sides = {one.side for one in timeline.block_of(step.index)}
    side = sides.pop() if len(sides) == 1 else StepSide.BOTH
    return SetKey(step.item_id, step.set_no, side)


def required_sets(timeline: Timeline) -> dict[str, frozenset[SetKey]]:
    """Every set that a session asks for, by prescription."""
    required: dict[str, set[SetKey]] = {}
    for step in timeline.steps:
        if step.ends_set:
            required.setdefault(step.item_id, set()).add(set_key(timeline, step))
    return {item: frozenset(keys) for item, keys in required.items()}


def place_of(step: Step) -> dict[str, Value]:
    """Where in the session something happened."""
    return {"item_id": step.item_id, "exercise": step.exercise, "set_no": step.set_no, "step": step.index}


def entry_for(timeline: Timeline, event: EngineEvent) -> EntryDraft | None:
    """The journal entry for an engine event, or None for those that are only movement."""
    kind = _KINDS.get(type(event))
    return None if kind is None else (kind, _data(timeline, event))


_KINDS: Mapping[type, EntryKind] = {
    SetEnded: EntryKind.SET_ENDED,
    Paused: EntryKind.PAUSED,
    Resumed: EntryKind.RESUMED,
    Jumped: EntryKind.JUMPED,
    Extended: EntryKind.EXTENDED,
    Finished: EntryKind.FINISHED,
    Stopped: EntryKind.STOPPED,
}


def _data(timeline: Timeline, event: EngineEvent) -> dict[str, Value]:
    match event:
        case SetEnded():
            return set_data(timeline, event.step, event.reps_done, event.work_ms, completed=event.completed)
        case Paused():
            return {"reason": event.reason.value}
        case Jumped():
            return {"from_step": event.from_step, "to_step": event.to_step}
        case Extended():
            return {**place_of(event.step), "by_ms": event.by_ms}
        case _:
            return {}


def set_data(
    timeline: Timeline, step: Step, reps_done: int, work_ms: int, *, completed: bool
) -> dict[str, Value]:
    """What the journal keeps of a set; `step` is any working step of it."""
    key = set_key(timeline, step)
    return {
        "item_id": key.item_id,
        "exercise": step.exercise,
        "set_no": key.set_no,
        "side": key.side.value,
        "reps_done": reps_done,
        "reps_planned": step.reps,
        "work_ms": work_ms,
        "completed": completed,
    }


def swap_entry(
    before: Prescription, after: Prescription, set_no: int | None, kind: str, reason: str
) -> EntryDraft:
    """The entry for a prescription changed while it was being played, complete enough to do it again.

    Without a set only what is still to come has changed.
    """
    return EntryKind.SWAPPED, {
        "item_id": after.id,
        "set_no": set_no,
        "from": before.exercise,
        "to": after.exercise,
        "kind": kind,
        "reason": reason,
        "item": canonical_json(item_to_document(after)),
    }
